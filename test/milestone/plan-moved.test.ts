import { describe, expect, test } from 'vitest';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import type { Command, GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import { errand, given, person, text } from '../kit/given.ts';
import { caseIn } from '../kit/states/case.ts';
import { agrees, happens, having, inForce, moved, moves, proposes, scene, sets, stateAfter } from './planning.ts';

describe('a decided case about a milestone', () => {
  test('a decided case moves a milestone in a new version at once, with the case as the reason and as source of the day', () => {
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

  test('a decided case leaves other drafted changes drafted, and the keys turned on that draft fall', () => {
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

  test('a decided case may move a milestone to a day before its work was to begin', () => {
    const late = having(['lone', sets('m1', { from: '2015-08-01' })], ['rita', proposes()], ['mads', agrees(1)]);
    expect(stateAfter(moved(late, 'm1', '2015-06-01')).inForce).toMatchObject([{ from: '2015-06-01', due: '2015-06-01' }]);
  });

  test('only a case that was decided, and that is about a milestone, demands that it is moved', () => {
    const content = { title: text('t'), account: null, recommendations: [], papers: null, journal: null };
    const about = caseIn('confirming', { content: { ...content, moves: { plan: 'panel', milestone: 'm1', due: '2015-12-01' } } });
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
    expect(errandsFor('case/k1', 7, decided('decided'), caseIn('confirming', { content }))).toEqual([]);
  });

  test('a case names a day that exists for its milestone, and another day makes the case another one to judge', () => {
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

  test('each body that carries part of a plan is told of its own milestones, and by which day others need them', () => {
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

  test('a body that no longer carries any milestone of the plan is told so', () => {
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
