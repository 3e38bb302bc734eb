import { describe, expect, test } from 'vitest';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { WorkPlanState } from '../../bot/governance/vocabulary/work-plan.ts';
import { workPlanStream } from '../../bot/governance/vocabulary/year/streams.ts';
import { planCase } from '../../bot/governance/work-plan/work-plan.ts';
import { charter } from '../kit/charter.ts';
import { errand, given, person, seated, text } from '../kit/given.ts';
import { agreement } from '../kit/parts.ts';

const fjord = charter({ agreement });
const bodies = [seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mogens'], 'municipal-leader': ['mia'] })];
const stream = workPlanStream('panel', 2015);
const scene = { stream, charter: fjord, bodies } as const;
const at = '2015-02-02T08:00:00Z';
const laid = { title: text('title'), recommendation: text('approve') };
const task: GovernanceEvent = { type: 'TaskSet', v: 1, task: { id: 't1', title: null, from: { part: 'audit' } }, at };
const proposed: GovernanceEvent = { type: 'WorkPlanProposed', v: 1, laid, at };
const turn = (seat: string, who: string, yes = true) =>
  ({ type: 'WorkPlanAnswered', v: 1, seat, person: who, judgement: { yes, reason: yes ? null : text('no') }, at }) as const;
const turns = [turn('regional-chair', 'rita'), turn('municipal-chair', 'mogens')].map(({ type: _type, v: _v, ...each }) => each);
const confirmed: GovernanceEvent = { type: 'WorkPlanConfirmed', v: 1, laid, turns, at };

describe('a work plan', () => {
  test('any member drafts a work plan from tasks of the agreement or in their own words', () => {
    given(scene)
      .when({ type: 'SetTasks', tasks: [{ id: 't1', title: null, from: { part: 'audit' } }] }, person('mia'))
      .thenHappens({ type: 'TaskSet' });
    given(scene)
      .when({ type: 'SetTasks', tasks: [{ id: 't1', title: text('x'), from: null }] }, person('mia'))
      .thenHappens({ type: 'TaskSet' });
    given(scene)
      .when({ type: 'SetTasks', tasks: [{ id: 't1', title: null, from: { part: 'quit' } }] }, person('mia'))
      .thenRefused('not-there');
    given(scene)
      .when({ type: 'SetTasks', tasks: [{ id: 't1', title: text('x'), from: null }] }, person('fremmed'))
      .thenRefused('only-seat-holders');
  });

  test('an empty work plan cannot be proposed', () =>
    given(scene).when({ type: 'ProposeWorkPlan', laid }, person('rita')).thenRefused('missing'));

  test('a plan proposed by a chair waits for the other chair, and one proposed by a member waits for both', () => {
    given(scene, task)
      .when({ type: 'ProposeWorkPlan', laid }, person('rita'))
      .thenHappens({ type: 'WorkPlanProposed' }, { type: 'WorkPlanAnswered' });
    given(scene, task).when({ type: 'ProposeWorkPlan', laid }, person('mia')).thenHappens({ type: 'WorkPlanProposed' });
  });

  test('a work plan is confirmed by both keys and then goes up as one case', () => {
    const half = given(scene, task, proposed, turn('regional-chair', 'rita'));
    half
      .when({ type: 'AnswerWorkPlan', yes: true, reason: null, edition: 2 }, person('mogens'))
      .thenHappens({ type: 'WorkPlanAnswered' }, { type: 'WorkPlanConfirmed' });
    half.when({ type: 'AnswerWorkPlan', yes: true, reason: null, edition: 1 }, person('mogens')).thenRefused('changed-meanwhile');
    half.when({ type: 'AnswerWorkPlan', yes: false, reason: null, edition: 2 }, person('mogens')).thenRefused('missing');
    half
      .when({ type: 'AnswerWorkPlan', yes: false, reason: text('n'), edition: 2 }, person('mogens'))
      .thenHappens({ type: 'WorkPlanAnswered' }, { type: 'WorkPlanTurnedDown' });
    expect(errandsFor(stream, 5, confirmed, half.state)).toMatchObject([
      { to: 'case/work-plan-panel-2015', command: { type: 'RaiseJudged', body: 'panel' } },
    ]);
  });

  test('a change to a proposed work plan clears the answers and makes it a draft again', () => {
    const changed = given(scene, task, proposed, turn('regional-chair', 'rita'), {
      ...task,
      task: { id: 't2', title: text('x'), from: null },
    } as GovernanceEvent);
    expect(changed.state).toMatchObject({ phase: 'drafting', turns: [] });
  });

  test('a work plan is not changed while it is with the body above, and goes up as a new case after a decision', () => {
    const sent = given(scene, task, proposed, confirmed);
    const about = planCase(sent.state as WorkPlanState);
    sent.when({ type: 'DropTask', id: 't1' }, person('mia')).thenRefused('plan-has-moved');
    sent.when({ type: 'HearPlanCase', about, outcome: 'decided' }, errand).thenHappens({ type: 'PlanCaseHeard', outcome: 'decided' });
    const back = given(scene, task, proposed, confirmed, { type: 'PlanCaseHeard', v: 1, outcome: 'sent-back', at });
    back.when({ type: 'DropTask', id: 't1' }, person('mia')).thenHappens({ type: 'TaskDropped' });
    const anew = given(scene, task, proposed, confirmed, { type: 'PlanCaseHeard', v: 1, outcome: 'decided', at }, task);
    expect(planCase(anew.state as WorkPlanState)).toBe('case/work-plan-panel-2015-2');
    anew.when({ type: 'HearPlanCase', about, outcome: 'rejected' }, errand).thenNothing();
  });
});

describe('the case of a work plan', () => {
  const raise = { type: 'RaiseJudged', body: 'panel', from: stream, laid, turns } as const;
  const paper = { ...scene, stream: 'case/work-plan-panel-2015' } as const;
  test('the case of a work plan is raised as already judged by the keys that confirmed the plan', () =>
    given(paper)
      .when(raise, errand)
      .thenHappens(
        { type: 'CaseDrafted', matter: { kind: 'work-plan', weighs: [] }, origin: stream },
        { type: 'CaseSent' },
        {
          type: 'SentUp',
          to: 'forum',
          stop: { body: 'panel', left: 'up', reasons: turns.map((each) => ({ ...each, judgement: { says: 'up', reason: null } })), at },
        },
      ));
  test('the case looks for a meeting once it has its number, which goes with it onto the agenda', () => {
    const events = given(paper).when(raise, errand).decided as readonly GovernanceEvent[];
    given(paper, ...events)
      .when({ type: 'AimCase' }, errand)
      .thenNothing();
    const numbered: GovernanceEvent = { type: 'CaseNumbered', v: 1, number: 'PANEL 2015-01' };
    expect(errandsFor(paper.stream, 4, numbered, given(paper, ...events).state)).toMatchObject([
      { to: paper.stream, command: { type: 'AimCase' } },
    ]);
    given(paper, ...events, numbered)
      .when({ type: 'AimCase' }, errand)
      .thenHappens({ type: 'NoMeetingInReach' });
  });
  test('only the plan raises its case, and only once', () => {
    given(paper).when(raise, person('rita')).thenRefused('only-chairs');
    const events = given(paper).when(raise, errand).decided as readonly GovernanceEvent[];
    given(paper, ...events)
      .when(raise, errand)
      .thenNothing();
  });
  test('a case of a work plan that is sent back goes up again as the same case', () => {
    const events = given(paper).when(raise, errand).decided as readonly GovernanceEvent[];
    const back: GovernanceEvent = { type: 'CaseSentBack', v: 1, stop: { body: 'forum', left: 'sent-back', reasons: [], at }, at };
    given(paper, ...events, back)
      .when(raise, errand)
      .thenHappens({ type: 'CaseEdited' }, { type: 'CaseSent' }, { type: 'SentUp', to: 'forum' });
    expect(errandsFor(paper.stream, 9, back, given(paper, ...events).state)).toMatchObject([
      { to: stream, command: { type: 'HearPlanCase', outcome: 'sent-back' } },
    ]);
  });
});
