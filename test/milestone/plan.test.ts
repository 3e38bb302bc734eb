import { describe, expect, test } from 'vitest';
import { mostMilestones } from '../../bot/governance/milestone/draft.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { Command, GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { MilestonePlanState, WrittenMilestone } from '../../bot/governance/vocabulary/milestone/plan.ts';
import { checkSnapshot } from '../../bot/store/limits.ts';
import { charter } from '../kit/charter.ts';
import { given, person, seated, text } from '../kit/given.ts';
import {
  agrees,
  asked,
  drafted,
  happens,
  having,
  inForce,
  milestone,
  moved,
  panel,
  proposes,
  scene,
  sets,
  stateAfter,
} from './planning.ts';

const declines = (edition: number, reason: string | null): Command => ({
  type: 'AnswerPlan',
  yes: false,
  reason: reason === null ? null : text(reason),
  edition,
});

describe('drafting a milestone plan', () => {
  test('only members, secretaries and the operator draft a milestone plan', () => {
    given(scene).when(sets('m1'), person('lone')).thenHappens({ type: 'MilestoneSet', by: 'lone' });
    given(scene).when(sets('m1'), person('frida')).thenHappens({ type: 'MilestoneSet' });
    given(scene).when(sets('m1'), { kind: 'operator' }).thenHappens({ type: 'MilestoneSet', by: null });
    given(scene).when(sets('m1'), person('ulla')).thenRefused('only-seat-holders');
    given({ ...scene, stream: 'milestone-plan/council' })
      .when(sets('m1'), person('lone'))
      .thenRefused('not-in-model');
  });

  test('a drafted milestone names days that exist, bodies of the model and milestones of the same plan', () => {
    const refused: readonly (readonly [Partial<WrittenMilestone>, string])[] = [
      [{ due: '2015-02-30' }, 'not-a-date'],
      [{ due: '2015-13-01' }, 'not-a-date'],
      [{ from: 'soon' }, 'not-a-date'],
      [{ from: '2015-09-02' }, 'ends-before-it-starts'],
      [{ carriedBy: ['nowhere'] }, 'not-in-model'],
      [{ carriedBy: ['council'] }, 'not-in-model'],
      [{ dependsOn: ['m9'] }, 'no-such-milestone'],
      [{ dependsOn: ['m1'] }, 'milestones-in-a-ring'],
      [{ dependsOn: ['m2'] }, 'milestones-in-a-ring'],
      [{ id: 'With Spaces' }, 'no-such-milestone'],
    ];
    for (const [change, refusal] of refused) {
      const { decided } = given(scene, ...drafted).when(sets('m1', change), person('lone'));
      expect([change, decided]).toMatchObject([change, { refused: refusal }]);
    }
  });

  test('a plan is limited in size, so that one append and one snapshot hold it', () => {
    const many = (count: number, ties: number) =>
      Array.from({ length: count }, (_, at) => {
        const dependsOn = Array.from({ length: Math.min(ties, at) }, (_each, back) => `milestone-with-a-long-name-${at - back - 1}`);
        const deliverable = { text: { ref: 'r'.repeat(70), mac: 'f'.repeat(64) }, in: 'milestone-plan/panel' as const };
        return { ...milestone(`milestone-with-a-long-name-${at}`), deliverable, owner: 'p'.repeat(22), dependsOn, carriedBy: ['forum'] };
      });
    const takes = (count: number, ties: number) =>
      given(scene).when({ type: 'TakeList', milestones: many(count, ties), whole: true, keep: [], sameWords: [] }, person('frida'));
    takes(mostMilestones + 1, 0).thenRefused('too-much');
    takes(20, 11).thenRefused('too-much');
    takes(mostMilestones, 8).thenRefused('too-much');
    const { decided } = takes(mostMilestones, 7);
    const full = stateAfter(decided as readonly GovernanceEvent[]);
    const both: MilestonePlanState = { ...full, inForce: full.draft ?? [] };
    expect(both.inForce).toHaveLength(mostMilestones);
    expect(() => checkSnapshot('milestone-plan/panel', both)).not.toThrow();
  });

  test('a milestone that another waits for cannot be dropped before that other', () => {
    given(scene, ...drafted)
      .when({ type: 'DropMilestone', milestone: 'm1' }, person('lone'))
      .thenRefused('milestone-is-needed');
    const left = stateAfter(
      having(['lone', sets('m1')], ['lone', sets('m2', { dependsOn: ['m1'] })], ['lone', { type: 'DropMilestone', milestone: 'm2' }]),
    );
    expect(left.draft?.map(({ id }) => id)).toEqual(['m1']);
    given(scene, ...drafted)
      .when({ type: 'DropMilestone', milestone: 'm9' }, person('lone'))
      .thenNothing();
  });

  test('a pasted list becomes the whole draft, and milestones that it repeats stay as they were', () => {
    const kept = having(['frida', { type: 'KeepList', text: text('list') }]);
    expect(stateAfter(kept)).toMatchObject({ phase: 'empty', list: text('list') });
    const taken = having(
      ['lone', sets('m1')],
      ['lone', sets('m3')],
      [
        'frida',
        { type: 'TakeList', milestones: [milestone('m1'), milestone('m2', { due: '2015-10-01' })], whole: true, keep: [], sameWords: [] },
      ],
    );
    expect(stateAfter(taken)).toMatchObject({
      phase: 'drafting',
      list: null,
      draft: [
        { id: 'm1', dueFrom: { via: 'card' } },
        { id: 'm2', dueFrom: { via: 'list' } },
      ],
    });
    const again = { type: 'TakeList', milestones: [milestone('m1')], whole: false, keep: [], sameWords: ['m1'] } as const;
    given(scene, ...having(['lone', sets('m1')]))
      .when(again, person('frida'))
      .thenNothing();
    given(scene).when({ type: 'TakeList', milestones: [], whole: true, keep: [], sameWords: [] }, person('frida')).thenRefused('missing');
  });

  test('repeating a drafted milestone changes nothing', () => {
    given(scene, ...drafted)
      .when(sets('m1'), person('rita'))
      .thenNothing();
    given(scene).when({ type: 'WithdrawDraft' }, person('rita')).thenNothing();
  });
});

describe('a milestone plan on its way into force', () => {
  test('a plan is in force when all the keys of the body have been turned, and not before', () => {
    expect(stateAfter(asked)).toMatchObject({ phase: 'asked', version: 0, turns: [] });
    const one = given(scene, ...asked).when(agrees(2), person('rita'));
    one.thenHappens({ type: 'PlanAnswered', person: 'rita' });
    given(scene, ...asked, ...happens(asked, ['rita', agrees(2)]))
      .when(agrees(2), person('mads'))
      .thenHappens({ type: 'PlanAnswered' }, { type: 'PlanInForce', version: 1, reason: null });
    given(scene, ...asked)
      .when(agrees(2), person('lone'))
      .thenRefused('only-chairs');
    expect(stateAfter(inForce)).toMatchObject({ phase: 'in-force', version: 1, draft: null, inForce: [{ id: 'm1' }, { id: 'm2' }] });
  });

  test('a chair who proposes a plan has turned their key', () => {
    given(scene, ...drafted)
      .when(proposes(), person('rita'))
      .thenHappens({ type: 'PlanProposed' }, { type: 'PlanAnswered', person: 'rita' });
    given(scene, ...drafted)
      .when(proposes(), person('ulla'))
      .thenRefused('only-seat-holders');
    given(scene).when(proposes(), person('rita')).thenRefused('nothing-drafted');
  });

  test('one person never turns two keys of a plan, under however many names', () => {
    const joined = {
      ...scene,
      persons: { joined: { 'mads-guest': 'rita' } },
      bodies: [seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mads-guest'] })],
    };
    const first = happens(asked, ['rita', agrees(2)]);
    given(joined, ...asked, ...first)
      .when(agrees(2), person('mads-guest'))
      .thenNothing();
    const { decided } = given(joined, ...asked, ...first).when(agrees(2), person('rita'));
    expect(decided).toEqual([]);
  });

  test('a chair answers only the draft they read, and a no needs a sentence and makes the plan a draft again', () => {
    given(scene, ...asked)
      .when(agrees(1), person('rita'))
      .thenRefused('plan-has-changed');
    given(scene, ...asked)
      .when(declines(2, null), person('rita'))
      .thenRefused('missing');
    given(scene, ...drafted)
      .when(agrees(2), person('rita'))
      .thenRefused('plan-not-asked');
    const no = [...asked, ...happens(asked, ['rita', declines(2, 'too soon')], ['mads', agrees(2)])];
    expect(stateAfter(no)).toMatchObject({ phase: 'drafting', version: 0, turnedDown: [{ person: 'rita' }, { person: 'mads' }] });
    expect(stateAfter(no).draft).toHaveLength(2);
  });

  test('a draft that changes while the keys are asked is a draft again, and the keys turned on it fall', () => {
    const half = [...asked, ...happens(asked, ['rita', agrees(2)])];
    const changed = [...half, ...happens(half, ['lone', sets('m3')])];
    expect(stateAfter(changed)).toMatchObject({ phase: 'drafting', turns: [], edition: 3 });
  });

  test('a plan in force changes only by a new version with a reason', () => {
    const next = [...inForce, ...happens(inForce, ['lone', sets('m3')])];
    expect(stateAfter(next)).toMatchObject({ phase: 'drafting', version: 1 });
    expect(stateAfter(next).inForce).toHaveLength(2);
    given(scene, ...next)
      .when(proposes(), person('rita'))
      .thenRefused('missing');
    const second = [...next, ...happens(next, ['rita', proposes('one more')])];
    const { edition } = stateAfter(second);
    const done = [...second, ...happens(second, ['mads', agrees(edition)])];
    expect(stateAfter(done)).toMatchObject({ version: 2, reason: { text: text('one more'), in: 'milestone-plan/panel' } });
    const back = [...next, ...happens(next, ['frida', { type: 'WithdrawDraft' }])];
    expect(stateAfter(back)).toMatchObject({ phase: 'in-force', version: 1, draft: null });
  });

  test('two secretaries of different sectors agree on the plan of a body without keys in Teams', () => {
    const outside = charter({ bodies: charter().bodies.map((each) => (each.id === 'panel' ? { ...each, outsideTeams: true } : each)) });
    const bureau = seated('bureau', { 'regional-secretary': ['gerda', 'hans'] });
    const served = { ...scene, charter: outside, bodies: [panel, bureau], persons: { sectors: { gerda: 'regional', hans: 'municipal' } } };
    given(served, ...asked)
      .when(agrees(2), person('rita'))
      .thenRefused('only-secretaries');
    const { decided: first } = given(served, ...asked).when(agrees(2), person('gerda'));
    expect(first).toMatchObject([{ type: 'PlanAnswered', seat: 'secretary-regional' }]);
    given(served, ...asked, ...(first as readonly GovernanceEvent[]))
      .when(agrees(2), person('hans'))
      .thenHappens({ type: 'PlanAnswered' }, { type: 'PlanInForce' });
  });
});

test('one card stands for each version of a plan that is asked about', () => {
  const keys = (events: readonly GovernanceEvent[]) =>
    noticesFor('milestone-plan/panel', events.at(-1) as GovernanceEvent, stateAfter(events), charter()).map(({ key, to, under }) => [
      key,
      to,
      under,
    ]);
  const card = (version: number) => `milestone-plan/panel:milestone-plan@version-${version}`;
  const here = { body: 'panel' };
  expect(keys(drafted)).toEqual([]);
  expect(keys([...inForce, ...happens(inForce, ['lone', sets('m3')])])).toEqual([]);
  expect(keys([...asked, ...happens(asked, ['lone', sets('m3')])])).toEqual([[card(1), here, null]]);
  expect(keys(asked)).toEqual([[card(1), here, null]]);
  expect(keys(inForce)).toEqual([[card(1), here, null]]);
  const next = [...inForce, ...happens(inForce, ['lone', sets('m3')], ['rita', proposes('one more')])];
  expect(keys(moved(inForce, 'm1', '2015-12-01')).map(([key]) => key)).toEqual([card(1), card(2)]);
  expect(keys(moved(next, 'm1', '2015-12-01'))).toEqual([
    [card(1), here, null],
    [card(2), here, null],
    [card(3), here, null],
  ]);
});
