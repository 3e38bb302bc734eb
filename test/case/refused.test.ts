import { describe, expect, test } from 'vitest';
import { milestonePlan } from '../../bot/governance/milestone/plan.ts';
import { refusedStill } from '../../bot/governance/tables/refused.ts';
import type { State } from '../../bot/governance/vocabulary/all.ts';
import type { Milestone } from '../../bot/governance/vocabulary/milestone/plan.ts';
import type { ErrandRefused } from '../../bot/governance/vocabulary/refused-errand.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { seated } from '../kit/given.ts';
import { caseIn } from '../kit/states/case.ts';
import { itemIn, meetingWith } from '../kit/states/meeting.ts';
import { fjord } from './panel-case.ts';

const refused = (rule: string): readonly ErrandRefused[] => [
  { type: 'ErrandRefused', v: 1, errand: `case/k1#9/${rule}`, rule, refusal: { refused: 'case-has-moved' } },
];
const still = (stream: Stream, state: State, others: Readonly<Record<string, State>> = {}) =>
  refusedStill(stream, state, fjord, async (each) => others[each]);

const held = meetingWith({
  items: [itemIn({ id: 'case-k1', about: 'case/k1' })],
  refusedErrands: refused('result-case-k1'),
});
const aim = { meeting: 'meeting/m1', start: held.start, papersBy: null } as const;
const moves = { plan: 'panel', milestone: 'm1', due: '2015-06-01' };
const milestone: Milestone = {
  id: 'm1',
  deliverable: { text: { ref: '', mac: '' }, in: 'milestone-plan/panel' },
  initiative: null,
  owner: null,
  from: null,
  due: '2015-05-01',
  dueFrom: { via: 'card' },
  dependsOn: [],
  carriedBy: [],
};
const moving = caseIn('returned', { content: { ...caseIn('returned').content, moves }, refusedErrands: refused('moves-milestone') });
const plan = (due: string): State => ({
  ...milestonePlan.initial('milestone-plan/panel'),
  phase: 'in-force',
  inForce: [{ ...milestone, due }],
});

describe('what was refused elsewhere', () => {
  test('a result that could not be taken matters while its case waits at that meeting, and no longer', async () => {
    expect(await still('meeting/m1', held, { 'case/k1': caseIn('waiting', { aim }) })).toHaveLength(1);
    expect(await still('meeting/m1', held, { 'case/k1': caseIn('waiting') })).toEqual([]);
    expect(await still('meeting/m1', held, { 'case/k1': caseIn('confirming') })).toEqual([]);
  });

  test('a milestone that could not be moved matters until it lies where it was decided, or is in the plan no more', async () => {
    expect(await still('case/k1', moving, { 'milestone-plan/panel': plan('2015-05-01') })).toHaveLength(1);
    expect(await still('case/k1', moving, { 'milestone-plan/panel': plan('2015-06-01') })).toEqual([]);
    expect(await still('case/k1', moving)).toEqual([]);
  });

  test('a meeting that would not take the case is said by how the case stands, and by nothing else', async () => {
    expect(await still('case/k1', caseIn('waiting', { refusedErrands: refused('on-agenda') }))).toEqual([]);
  });

  test('a sector that could not be stated matters while somebody sits in a seat of another, and no longer', async () => {
    const persons = (sector: string): State => ({ kind: 'persons', joined: {}, sectors: { rita: sector }, calendars: {} });
    const panel = { ...seated('panel', { 'regional-chair': ['rita'] }), refusedErrands: refused('seat-states-sector') };
    const ended = { ...panel, appointments: panel.appointments.map((each) => ({ ...each, until: '2015-02-01' })) };
    expect(await still('body/panel', panel, { persons: persons('municipal') })).toHaveLength(1);
    expect(await still('body/panel', panel, { persons: persons('regional') })).toEqual([]);
    expect(await still('body/panel', ended, { persons: persons('municipal') })).toEqual([]);
  });

  test('a number that the body did not give matters until the case has one', async () => {
    const without = caseIn('judging', { refusedErrands: refused('body-numbers-it') });
    expect(await still('case/k1', without)).toHaveLength(1);
    expect(await still('case/k1', { ...without, number: 'PANEL 2015-01' })).toEqual([]);
  });
});
