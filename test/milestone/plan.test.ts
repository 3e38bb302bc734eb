import { describe, expect, test } from 'vitest';
import { mostMilestones } from '../../bot/governance/milestone/draft.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { Command, GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { MilestonePlanState, WrittenMilestone } from '../../bot/governance/vocabulary/milestone-plan.ts';
import { checkSnapshot } from '../../bot/store/limits.ts';
import { charter } from '../kit/charter.ts';
import { around, clock, errand, given, person, type Scene, seated } from '../kit/given.ts';

const text = (ref: string) => ({ ref, mac: `mac-${ref}` });
const told = (ref: string) => ({ text: text(ref), in: 'milestone-plan/panel' as const });
const panel = seated('panel', {
  'regional-chair': ['rita'],
  'municipal-chair': ['mads'],
  'municipal-leader': ['lone'],
  'regional-secretary': ['frida'],
});
const scene: Scene = { stream: 'milestone-plan/panel', bodies: [panel, seated('forum', { 'municipal-leader': ['ulla'] })] };

function milestone(id: string, change: Partial<WrittenMilestone> = {}): WrittenMilestone {
  const empty = { initiative: null, owner: null, from: null, dependsOn: [], carriedBy: [] };
  return { id, deliverable: told(id), due: '2015-09-01', ...empty, ...change };
}

type Said = readonly [by: string, command: Command];

/** One after another: what each asks, and what comes of it after what has been. */
function happens(before: readonly GovernanceEvent[], ...steps: readonly Said[]): readonly GovernanceEvent[] {
  const news: GovernanceEvent[] = [];
  for (const [by, command] of steps) {
    const { decided } = given(scene, ...before, ...news).when(command, person(by));
    if (!Array.isArray(decided)) throw new Error(`${command.type}: ${JSON.stringify(decided)}`);
    news.push(...decided);
  }
  return news;
}
const having = (...steps: readonly Said[]) => happens([], ...steps);
const stateAfter = (events: readonly GovernanceEvent[]) => given(scene, ...events).state as MilestonePlanState;
const sets = (id: string, change?: Partial<WrittenMilestone>): Command => ({ type: 'SetMilestone', milestone: milestone(id, change) });
const proposes = (reason: string | null = null): Command => ({ type: 'ProposePlan', reason: reason === null ? null : text(reason) });
const agrees = (edition: number): Command => ({ type: 'AnswerPlan', yes: true, reason: null, edition });
const declines = (edition: number, reason: string | null): Command => ({
  type: 'AnswerPlan',
  yes: false,
  reason: reason === null ? null : text(reason),
  edition,
});
const moves = (id: string, due: string): Command => ({
  type: 'MoveMilestone',
  milestone: id,
  due,
  case: 'case/k1',
  reason: { text: text('title'), in: 'case/k1' },
});
function moved(events: readonly GovernanceEvent[], id: string, due: string): readonly GovernanceEvent[] {
  const { decided } = given(scene, ...events).when(moves(id, due), errand);
  if (!Array.isArray(decided)) throw new Error(JSON.stringify(decided));
  return [...events, ...decided];
}

const drafted = having(['lone', sets('m1')], ['frida', sets('m2', { due: '2015-10-01', dependsOn: ['m1'] })]);
const asked = having(['lone', sets('m1')], ['frida', sets('m2', { due: '2015-10-01', dependsOn: ['m1'] })], ['lone', proposes()]);
const inForce = [...asked, ...happens(asked, ['rita', agrees(2)], ['mads', agrees(2)])];
describe('a milestone plan is drafted', () => {
  test('by anyone in a seat of the body and by its secretaries, and by nobody else', () => {
    given(scene).when(sets('m1'), person('lone')).thenHappens({ type: 'MilestoneSet', by: 'lone' });
    given(scene).when(sets('m1'), person('frida')).thenHappens({ type: 'MilestoneSet' });
    given(scene).when(sets('m1'), { kind: 'operator' }).thenHappens({ type: 'MilestoneSet', by: null });
    given(scene).when(sets('m1'), person('ulla')).thenRefused('only-seat-holders');
    given({ ...scene, stream: 'milestone-plan/council' })
      .when(sets('m1'), person('lone'))
      .thenRefused('not-in-model');
  });

  test('with days that exist, bodies of the model and milestones of the same plan', () => {
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

  test('and holds only so much, so that one append and one snapshot hold it', () => {
    const many = (count: number, ties: number) =>
      Array.from({ length: count }, (_, at) => {
        const dependsOn = Array.from({ length: Math.min(ties, at) }, (_each, back) => `milestone-with-a-long-name-${at - back - 1}`);
        const deliverable = { text: { ref: 'r'.repeat(70), mac: 'f'.repeat(64) }, in: 'milestone-plan/panel' as const };
        return { ...milestone(`milestone-with-a-long-name-${at}`), deliverable, owner: 'p'.repeat(22), dependsOn, carriedBy: ['forum'] };
      });
    const takes = (count: number, ties: number) => given(scene).when({ type: 'TakeList', milestones: many(count, ties) }, person('frida'));
    takes(mostMilestones + 1, 0).thenRefused('too-much');
    takes(20, 11).thenRefused('too-much');
    takes(mostMilestones, 8).thenRefused('too-much');
    const { decided } = takes(mostMilestones, 7);
    const full = stateAfter(decided as readonly GovernanceEvent[]);
    const both: MilestonePlanState = { ...full, inForce: full.draft ?? [] };
    expect(both.inForce).toHaveLength(mostMilestones);
    expect(() => checkSnapshot('milestone-plan/panel', both)).not.toThrow();
  });

  test('a milestone that another waits for is not dropped before the other', () => {
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

  test('from a list that was pasted: the list is the whole plan, and what it says again stays as it was', () => {
    const kept = having(['frida', { type: 'KeepList', text: text('list') }]);
    expect(stateAfter(kept)).toMatchObject({ phase: 'empty', list: text('list') });
    const taken = having(
      ['lone', sets('m1')],
      ['lone', sets('m3')],
      ['frida', { type: 'TakeList', milestones: [milestone('m1'), milestone('m2', { due: '2015-10-01' })] }],
    );
    expect(stateAfter(taken)).toMatchObject({
      phase: 'drafting',
      list: null,
      draft: [
        { id: 'm1', dueFrom: { via: 'card' } },
        { id: 'm2', dueFrom: { via: 'list' } },
      ],
    });
    given(scene).when({ type: 'TakeList', milestones: [] }, person('frida')).thenRefused('missing');
  });

  test('saying what stands already is nothing new', () => {
    given(scene, ...drafted)
      .when(sets('m1'), person('rita'))
      .thenNothing();
    given(scene).when({ type: 'WithdrawDraft' }, person('rita')).thenNothing();
  });
});

describe('a milestone plan is in force', () => {
  test('when all the keys of the body have been turned, and not before', () => {
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

  test('whoever proposes it and holds a key has turned it', () => {
    given(scene, ...drafted)
      .when(proposes(), person('rita'))
      .thenHappens({ type: 'PlanProposed' }, { type: 'PlanAnswered', person: 'rita' });
    given(scene, ...drafted)
      .when(proposes(), person('ulla'))
      .thenRefused('only-seat-holders');
    given(scene).when(proposes(), person('rita')).thenRefused('nothing-drafted');
  });

  test('one person never turns two keys, under however many names', () => {
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

  test('an answer is of the draft that was read; a no has a sentence and makes it a draft again', () => {
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

  test('and changes only by a new version with a reason', () => {
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

  test('without keys in Teams two secretaries of different sectors agree on it', () => {
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

describe('a case that was decided moves a milestone', () => {
  test('as a new version at once, with the case as its reason and as where the day comes from', () => {
    const now = moved(inForce, 'm1', '2015-12-01');
    expect(stateAfter(now)).toMatchObject({ phase: 'in-force', version: 2, reason: { in: 'case/k1' } });
    expect(stateAfter(now).inForce).toMatchObject([
      { id: 'm1', due: '2015-12-01', dueFrom: { via: 'case', case: 'case/k1' } },
      { id: 'm2', due: '2015-10-01' },
    ]);
    given(scene, ...now)
      .when(moves('m1', '2015-12-01'), errand)
      .thenNothing();
    given(scene, ...inForce)
      .when(moves('m9', '2015-12-01'), errand)
      .thenRefused('no-such-milestone');
    given(scene, ...inForce)
      .when(moves('m1', '2015-12-01'), person('rita'))
      .thenRefused('only-chairs');
  });

  test('and what else is drafted stays drafted; keys turned on the draft before fall', () => {
    const next = [...inForce, ...happens(inForce, ['lone', sets('m3')], ['rita', proposes('one more')])];
    const now = moved(next, 'm1', '2015-12-01');
    expect(stateAfter(now)).toMatchObject({
      phase: 'asked',
      version: 2,
      turns: [],
      draft: [{ id: 'm1', due: '2015-12-01' }, { id: 'm2' }, { id: 'm3' }],
    });
    given(scene, ...now)
      .when(agrees(stateAfter(next).edition), person('mads'))
      .thenRefused('plan-has-changed');
  });

  test('also to a day before its work was to begin', () => {
    const late = having(['lone', sets('m1', { from: '2015-08-01' })], ['rita', proposes()], ['mads', agrees(1)]);
    expect(stateAfter(moved(late, 'm1', '2015-06-01')).inForce).toMatchObject([{ from: '2015-06-01', due: '2015-06-01' }]);
  });

  test('demanded by a case that was decided about it, and by no other', () => {
    const content = { title: text('t'), account: null, recommendations: [], papers: null, journal: null };
    const before = given({ ...scene, stream: 'case/k1' }).state;
    if (before.kind !== 'case') throw new Error('no case');
    const about = { ...before, content: { ...content, moves: { plan: 'panel', milestone: 'm1', due: '2015-12-01' } } };
    const decided = (kind: 'decided' | 'rejected'): GovernanceEvent => ({
      type: 'CaseDecided',
      v: 1,
      body: 'forum',
      kind,
      at: '2015-05-01T10:00:00Z',
    });
    expect(errandsFor('case/k1', 7, decided('decided'), about)).toEqual([
      {
        id: 'case/k1#7/moves-milestone',
        rule: 'moves-milestone',
        to: 'milestone-plan/panel',
        command: { ...moves('m1', '2015-12-01'), reason: { text: text('t'), in: 'case/k1' } },
      },
    ]);
    expect(errandsFor('case/k1', 7, decided('rejected'), about)).toEqual([]);
    expect(errandsFor('case/k1', 7, decided('decided'), { ...before, content })).toEqual([]);
  });

  test('and a case says a day that exists; another day is another case to judge', () => {
    const raising = { ...scene, stream: 'case/k1' as const };
    const content = (due: string) => ({
      title: text('t'),
      account: null,
      recommendations: [],
      papers: null,
      journal: null,
      moves: { plan: 'panel', milestone: 'm1', due },
    });
    const draft = (due: string): Command => ({
      type: 'DraftCase',
      body: 'panel',
      matter: { kind: 'other', weighs: [] },
      content: content(due),
    });
    given(raising).when(draft('2015-02-30'), person('lone')).thenRefused('not-a-date');
    const { decided } = given(raising).when(draft('2015-12-01'), person('lone'));
    const edit = (due: string): Command => ({ type: 'EditCase', matter: { kind: 'other', weighs: [] }, content: content(due) });
    given(raising, ...(decided as readonly GovernanceEvent[]))
      .when(edit('2015-12-01'), person('lone'))
      .thenNothing();
    given(raising, ...(decided as readonly GovernanceEvent[]))
      .when(edit('2016-01-01'), person('lone'))
      .thenHappens({ type: 'CaseEdited' });
  });
});

describe('what a plan in force demands', () => {
  const carried = having(
    ['lone', sets('m1', { carriedBy: ['forum', 'bureau'] })],
    ['lone', sets('m2', { due: '2015-10-01', dependsOn: ['m1'] })],
    ['lone', sets('m3', { due: '2015-09-15', dependsOn: ['m1'], owner: 'lone' })],
    ['rita', proposes()],
    ['mads', agrees(3)],
  );
  const lastOf = (events: readonly GovernanceEvent[], before: readonly GovernanceEvent[]) =>
    errandsFor('milestone-plan/panel', events.length, events.at(-1) as GovernanceEvent, stateAfter(before));

  test('each body that carries some of it is told its own, and by which day others need it', () => {
    const errands = lastOf(carried, carried.slice(0, -1));
    const said = errands.map(({ to, command }) => [
      to,
      command.type === 'SetMilestones' ? command.rows.map(({ milestone: id, neededBy }) => [id, neededBy]) : [],
    ]);
    expect(said).toEqual([
      ['follow-up/forum', [['m1', '2015-09-15']]],
      ['follow-up/bureau', [['m1', '2015-09-15']]],
      [
        'follow-up/panel',
        [
          ['m2', null],
          ['m3', null],
        ],
      ],
    ]);
  });

  test('one that no longer carries anything is told so', () => {
    const edition = stateAfter(carried).edition + 1;
    const next = [
      ...carried,
      ...happens(carried, ['lone', sets('m1', { carriedBy: ['forum'] })], ['rita', proposes('fewer')], ['mads', agrees(edition)]),
    ];
    const errands = lastOf(next, next.slice(0, -1));
    expect(errands.find(({ to }) => to === 'follow-up/bureau')?.command).toEqual({
      type: 'SetMilestones',
      plan: 'panel',
      version: 2,
      rows: [],
    });
  });
});

describe('silence about a proposed plan', () => {
  test('is said by name after 5 working days, to deputies after 10, to the secretariat after 15, and only while it is asked', () => {
    const state = stateAfter(asked);
    const says = (now: string) => dueNow(charter(), state, around({ ...scene, now }).now).map(({ occasion }) => occasion);
    expect(says('2015-02-06T09:00:00Z')).toEqual([]);
    expect(says('2015-02-09T09:00:00Z')).toEqual(['reminded-2015-02-09']);
    expect(says('2015-02-23T09:00:00Z')).toEqual(['reminded-2015-02-09', 'deputy-2015-02-16', 'secretariat-2015-02-23']);
    expect(dueNow(charter(), stateAfter(inForce), around({ ...scene, now: '2015-03-23T09:00:00Z' }).now)).toEqual([]);
    const prompt = { type: 'PromptPlan', prompt: 'reminded', occasion: 'reminded-2015-02-09' } as const;
    given(scene, ...asked)
      .when(prompt, clock)
      .thenHappens({ type: 'PlanPrompted' });
    given(scene, ...inForce)
      .when(prompt, clock)
      .thenNothing();
  });
});

test('one card stands for each version that is asked about, and is drawn again with what its thread said', () => {
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
  const prompted: readonly GovernanceEvent[] = [
    ...asked,
    { type: 'PlanPrompted', v: 1, prompt: 'reminded', occasion: 'reminded-1' },
    { type: 'PlanPrompted', v: 1, prompt: 'secretariat', occasion: 'secretariat-1' },
  ];
  expect(keys(prompted)).toEqual([
    [card(1), here, null],
    ['milestone-plan/panel:milestone-note@reminded-1', here, card(1)],
    ['milestone-plan/panel:milestone-note@secretariat-1', { body: 'bureau' }, null],
  ]);
  expect(keys(inForce)).toEqual([[card(1), here, null]]);
  const next = [...inForce, ...happens(inForce, ['lone', sets('m3')], ['rita', proposes('one more')])];
  expect(keys(moved(inForce, 'm1', '2015-12-01')).map(([key]) => key)).toEqual([card(1), card(2)]);
  expect(keys(moved(next, 'm1', '2015-12-01'))).toEqual([
    [card(1), here, null],
    [card(2), here, null],
    [card(3), here, null],
  ]);
});
