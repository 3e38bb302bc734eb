import { expect, test } from 'vitest';
import { charterLedger } from '../../bot/governance/ledger/charter.ts';
import type { CharterCommand, CharterState } from '../../bot/governance/vocabulary/charter-ledger.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { charter } from '../kit/charter.ts';
import { around } from '../kit/given.ts';

const terms = { from: '2015-06-01', hash: 'new', text: { ref: 't', mac: 'm' } };
const adopts: CharterCommand = { type: 'AdoptDecided', body: 'panel', terms, case: 'case/1' };
const undoes: CharterCommand = { type: 'UndoDecided', case: 'case/1' };

function on(day: string, state: CharterState, command: CharterCommand) {
  const decided = charterLedger.decide(state, command, around({ stream: 'charter', charter: charter(), now: `${day}T10:00:00Z` }));
  return isRefusal(decided) ? decided : decided.reduce(charterLedger.evolve, state);
}
const empty = charterLedger.initial('charter');
const stateOn = (day: string, state: CharterState, command: CharterCommand): CharterState => {
  const next = on(day, state, command);
  if (isRefusal(next)) throw new Error(next.refused);
  return next;
};

test('terms decided in time are in force on their day, those decided late on the day after the decision', () => {
  expect(stateOn('2015-03-01', empty, adopts).decided).toMatchObject([{ from: '2015-06-01', drafted: '2015-06-01' }]);
  expect(stateOn('2015-06-20', empty, adopts).decided).toMatchObject([{ from: '2015-06-21', drafted: '2015-06-01' }]);
});

test('a case opened again takes its terms back before their day, and not after; decided again, they come again', () => {
  const decided = stateOn('2015-03-01', empty, adopts);
  const undone = stateOn('2015-04-01', decided, undoes);
  expect(undone).toMatchObject({ versions: {}, decided: [], undone: { 'panel@2015-06-01': 'new' } });
  expect(stateOn('2015-05-01', undone, adopts)).toMatchObject({ decided: [{ hash: 'new' }], undone: {} });
  expect(on('2015-06-01', decided, undoes)).toEqual({ refused: 'terms-stand', from: '2015-06-01' });
});

test('the same decision told twice changes nothing', () => {
  const decided = stateOn('2015-03-01', empty, adopts);
  expect(stateOn('2015-03-02', decided, adopts)).toBe(decided);
});

test('of two cases that decide terms for the same day the newest holds, and the other holds again where that one is opened again', () => {
  const other: CharterCommand = { type: 'AdoptDecided', body: 'panel', terms: { ...terms, hash: 'other' }, case: 'case/2' };
  const both = stateOn('2015-03-02', stateOn('2015-03-01', empty, adopts), other);
  expect(both.versions).toMatchObject({ 'panel@2015-06-01': { hash: 'other' } });
  const undone = stateOn('2015-03-03', both, { type: 'UndoDecided', case: 'case/2' });
  expect(undone.versions).toMatchObject({ 'panel@2015-06-01': { hash: 'new' } });
  expect(stateOn('2015-03-03', both, undoes).versions).toMatchObject({ 'panel@2015-06-01': { hash: 'other' } });
  expect(stateOn('2015-03-04', undone, undoes)).toMatchObject({ versions: {}, decided: [] });
});
