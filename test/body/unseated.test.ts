import { test } from 'vitest';
import type { RowTold } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import { given, person, type Scene, seated } from '../kit/given.ts';

const row = (milestone: string, owner: string | null): RowTold => ({
  milestone,
  deliverable: { text: { ref: milestone, mac: '' }, in: 'milestone-plan/panel' },
  initiative: null,
  owner,
  from: null,
  due: '2015-09-01',
  neededBy: null,
});
const rows = [row('m1', null), row('m2', 'lone')];
const set = { type: 'MilestonesSet', v: 1, plan: 'panel', version: 1, rows, on: '2015-02-02' } as const;
const follows = (of: string) =>
  ({ type: 'AnswerMilestone', row: of, status: 'follows', expected: null, why: null, needs: null, toldBy: null }) as const;

const bureau = seated('bureau', { 'regional-secretary': ['gerda'] });
const nobody: Scene = { stream: 'follow-up/forum', bodies: [seated('panel', { 'municipal-leader': ['lone'] }), bureau] };

test('the secretariat that serves a body answers for it when nobody sits in it', () => {
  given(nobody, set).when(follows('panel.m1'), person('gerda')).thenHappens({ type: 'MilestoneAnswered' });
  given(nobody, set).when(follows('panel.m1'), person('lone')).thenRefused('only-who-owns-it');
});

test('a member answers for a body where somebody sits, or the secretary answers and says who told her', () => {
  const somebody: Scene = { ...nobody, bodies: [bureau, seated('forum', { 'municipal-leader': ['ulla'] })] };
  given(somebody, set).when(follows('panel.m1'), person('gerda')).thenRefused('only-who-owns-it');
  given(somebody, set)
    .when({ ...follows('panel.m1'), toldBy: 'ulla' }, person('gerda'))
    .thenHappens({ type: 'MilestoneAnswered' });
});

test('an owner keeps their milestone even though nobody sits in the body that carries it out', () => {
  const command = { type: 'SetMilestones', plan: 'panel', version: 1, rows } as const;
  const by = { kind: 'errand', errand: 'milestone-plan/panel#1/sets-milestones-forum' } as const;
  given(nobody).when(command, by).thenHappens({ type: 'MilestonesSet', rows });
  given(nobody, set).when(follows('panel.m2'), person('lone')).thenHappens({ type: 'MilestoneAnswered' });
});
