import { describe, expect, test } from 'vitest';
import type { FollowUpEvent, FollowUpState, RowTold } from '../bot/governance/follow-up.ts';
import { mayAnswer } from '../bot/governance/follow-up-answer.ts';
import { mostMilestones, type WrittenMilestone } from '../bot/governance/milestone-draft.ts';
import type { GovernanceEvent } from '../bot/governance/model.ts';
import { standing } from '../bot/governance/standing.ts';
import { charter } from './charter.ts';
import { around, errand, given, person, type Scene, seated } from './given.ts';

const text = (ref: string) => ({ ref, mac: `mac-${ref}` });
const panel = seated('panel', {
  'regional-chair': ['rita'],
  'municipal-chair': ['mads'],
  'municipal-leader': ['lone', 'ole'],
  'regional-secretary': ['frida'],
});
const forum = seated('forum', { 'regional-chair': ['egon'], 'municipal-chair': ['dorte'], 'municipal-leader': ['ulla'] });
const scene: Scene = { stream: 'milestone-plan/panel', bodies: [panel, forum] };

function milestone(id: string, change: Partial<WrittenMilestone> = {}): WrittenMilestone {
  const deliverable = { text: text(`deliverable-${id}`), in: 'milestone-plan/panel' } as const;
  return { id, deliverable, initiative: null, owner: null, from: null, due: '2015-09-01', dependsOn: [], carriedBy: [], ...change };
}

/** What happens when somebody asks, added to what has happened. */
function then(of: Scene, before: readonly GovernanceEvent[], ...[command, by]: Parameters<ReturnType<typeof given>['when']>) {
  const { decided } = given(of, ...before).when(command, by);
  if (!Array.isArray(decided)) throw new Error(`refused: ${JSON.stringify(decided)}`);
  return [...before, ...decided] as readonly GovernanceEvent[];
}

const drafted = then(scene, [], { type: 'SetMilestone', milestone: milestone('m1', { owner: 'lone' }) }, person('lone'));
const asked = then(scene, drafted, { type: 'ProposePlan', reason: null }, person('rita'));

describe('a milestone plan', () => {
  test('is in force when all the keys of the body have been turned, and not before', () => {
    expect(given(scene, ...asked).state).toMatchObject({ phase: 'asked', version: 0, turns: [{ person: 'rita' }] });
    given(scene, ...asked)
      .when({ type: 'AnswerPlan', yes: true, reason: null, edition: 1 }, person('mads'))
      .thenHappens({ type: 'PlanAnswered' }, { type: 'PlanInForce', version: 1 });
    given(scene, ...asked)
      .when({ type: 'AnswerPlan', yes: true, reason: null, edition: 1 }, person('lone'))
      .thenRefused('only-chairs');
  });

  test('holds only so much', () => {
    const many = Array.from({ length: mostMilestones + 1 }, (_, at) => milestone(`m${at}`));
    given(scene).when({ type: 'TakeList', milestones: many }, person('frida')).thenRefused('too-much');
  });
});

const told: RowTold = { ...milestone('m1', { owner: 'lone' }), milestone: 'm1', neededBy: null };
const following: Scene = { ...scene, stream: 'follow-up/panel' };
const set = then(following, [], { type: 'SetMilestones', plan: 'panel', version: 1, rows: [told] }, errand);

describe('a milestone', () => {
  test('is answered for by its owner or a chair, and by nobody else', () => {
    const state = given(following, ...set).state as FollowUpState;
    const [row] = state.rows;
    if (!row) throw new Error('no row');
    const may = (key: string) => mayAnswer(state, row, key, around(following));
    expect(['lone', 'rita', 'ole', 'frida', 'egon'].map(may)).toEqual([true, true, false, false, false]);
  });

  test('has the status somebody gave, and none when it has been asked about since', () => {
    const checkedIn: FollowUpEvent = {
      type: 'CheckedIn',
      v: 1,
      on: '2015-04-01',
      rows: ['panel.m1'],
      quarterly: true,
      answerBy: '2015-04-09',
    };
    const says = {
      type: 'AnswerMilestone',
      row: 'panel.m1',
      status: 'follows',
      expected: null,
      why: null,
      needs: null,
      toldBy: null,
    } as const;
    const answered = then(following, set, says, person('lone'));
    const stands = (date: string, ...events: readonly GovernanceEvent[]) =>
      (given(following, ...events).state as FollowUpState).rows.map((row) => standing(charter(), row, date));
    expect(stands('2015-02-03', ...set)).toEqual(['not-asked']);
    expect(stands('2015-02-03', ...answered)).toEqual(['follows']);
    expect(stands('2015-04-01', ...answered)).toEqual(['not-asked']);
    expect(stands('2015-04-01', ...answered, checkedIn)).toEqual(['no-answer']);
  });
});
