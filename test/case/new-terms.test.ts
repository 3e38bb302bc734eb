import { expect, test } from 'vitest';
import { caseFile } from '../../cards/case/file.ts';
import { newTermsPart } from '../../cards/case/new-terms.ts';
import { deck } from '../../cards/deck.ts';
import { charter } from '../kit/charter.ts';
import { desk } from '../kit/desk.ts';
import { caseIn } from '../kit/states/case.ts';

const words = 'Sagen indeholder ikke selve kommissoriet. Samspil bruger det hidtidige, til sekretariatet har fremlagt det nye som udkast.';

test.each([
  ['terms of which it has only the words', { kind: 'terms' }, 'decided', [words]],
  ['such terms, turned down', { kind: 'terms' }, 'rejected', []],
  ['something else', { kind: 'professional' }, 'decided', []],
] as const)('a decided case about %s says what is missing, where something is', async (_what, { kind }, outcome, lines) => {
  const result = { body: 'panel', kind: outcome, text: null, textsIn: 'meeting/m1', via: 'meeting' } as const;
  const state = caseIn('returned', { matter: { kind, weighs: [] }, result });
  const there = desk({ charter: charter(), now: '2015-03-20T08:00:00Z', states: { 'case/k1': state } });
  const file = await caseFile(there, 'case/k1');
  expect(file && newTermsPart(there, file, 'da').lines).toEqual(lines);
});

test('a case that no person raised does not say that somebody did', async () => {
  const state = caseIn('returned', { by: null, matter: { kind: 'terms', weighs: [] } });
  const there = desk({ charter: charter(), now: '2015-03-20T08:00:00Z', states: { 'case/k1': state } });
  const face = await deck.case.show(there, 'case/k1', null, { kind: 'everyone', language: 'da' });
  expect(JSON.stringify(face?.data)).toContain('Oprettet for panel');
  expect(JSON.stringify(face?.data)).not.toContain('Rejst af');
});
