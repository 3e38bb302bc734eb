import { emptyBody } from '../../../bot/governance/body/body.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { WorkPlanState } from '../../../bot/governance/vocabulary/work-plan.ts';
import { workPlan } from '../../../bot/governance/work-plan/work-plan.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { agreement } from '../parts.ts';
import { caseIn } from '../states/case.ts';
import type { CardScene } from './scene.ts';
import { aboveOf, type Cast, now, type Setting } from './setting.ts';
import { planText } from './words.ts';

const since = '2015-02-13T09:00:00Z';

/** A body's work plan: empty, drafted, asked about, turned down, with the body above, decided; and the case it is laid before it as. */
export function planScenes({ charter: model, language }: Setting, there: Cast): readonly CardScene[] {
  const { on, body, stranger, member } = there;
  const charter = model.agreement.length > 0 ? model : { ...model, agreement };
  const seated = on.bodies?.[0] ?? emptyBody(body);
  const keys = termsInForce(charter, body, '2015-02-23')?.keyRule.seats ?? [];
  const holder = (at: number) => seated.appointments.find(({ seat }) => seat === keys[at])?.person ?? stranger;
  const [one, other] = [holder(0), holder(1)];
  const set = charter.agreement.filter(({ kind }) => kind === 'task');
  const about = `work-plan/${body}.2015` as const;
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator: false,
    open,
    picks: {},
  });
  const turn = (at: number, person: string, yes: boolean) => ({
    seat: keys[at] ?? '',
    person,
    judgement: { yes, reason: yes ? null : ref('no') },
    at: since,
  });
  const drafted: WorkPlanState = {
    ...workPlan.initial(about),
    phase: 'drafting',
    since,
    edition: 3,
    tasks: [
      ...set.slice(0, 2).map(({ id }) => ({ id: `t-${id}`, title: null, from: { part: id } })),
      { id: 't1', title: ref('task-0'), from: null },
      { id: 't2', title: null, from: { milestone: `${body}.m1` } },
    ],
  };
  const laid = { title: ref('title'), recommendation: ref('recommendation') };
  const asked: WorkPlanState = { ...drafted, phase: 'asked', laid, edition: 4, turns: [turn(0, one, true)] };
  const sent: WorkPlanState = { ...asked, phase: 'sent', turns: [turn(0, one, true), turn(1, other, true)] };
  const many: WorkPlanState = {
    ...drafted,
    tasks: Array.from({ length: 40 }, (_each, at) => ({ id: `t${at}`, title: ref(`task-${at % 5}`), from: null })),
  };
  const refused: WorkPlanState = { ...drafted, turnedDown: [turn(0, one, true), turn(1, other, false)] };
  const raised = caseIn('waiting', {
    case: `work-plan-${body}-2015`,
    number: 'IT 2015-03',
    body,
    termsOn: '2015-02-20',
    by: one,
    matter: { kind: 'work-plan', weighs: [] },
    content: { title: ref('title'), account: null, recommendations: [ref('recommendation')], papers: null, journal: null },
    edition: 1,
    at: aboveOf(charter, body),
    origin: about,
    since,
  });
  const withPlan = (state: WorkPlanState | null, at: string): Desk =>
    desk({
      ...on,
      charter,
      now: at,
      states: { ...(state ? { [about]: state } : {}), [`case/${raised.case}`]: raised },
      words: { ...on.words, ...planText },
    });
  const scene =
    (card: CardName, occasion: string | null = null, of: CardScene['about'] = about) =>
    (state: string, viewer: Viewer, plan: WorkPlanState | null, at = now): CardScene => ({
      card,
      state,
      about: of,
      occasion,
      viewer,
      desk: withPlan(plan, at),
    });
  const card = scene('work-plan');
  const asWord = scene('work-plan', null, `body/${body}`);
  return [
    asWord('none', everyone, null),
    asWord('none-member', as(member), null),
    card('drafting', everyone, drafted),
    card('drafting-member', as(member), drafted),
    card('full', everyone, many),
    card('writing', as(member, 'task'), drafted),
    card('fetching', as(member, 'fetch'), { ...drafted, tasks: [] }),
    card('dropping', as(member, 'drop'), many),
    card('asked', everyone, asked),
    card('asked-key', as(other), asked),
    card('asked-no', as(other, 'no'), asked),
    card('asked-stranger', as(stranger), asked),
    card('turned-down', as(one), refused),
    { ...card('work-plan', everyone, refused), card: 'turned-down', occasion: `at-${refused.since}` },
    card('sent', as(member), sent),
    card('adding-while-asked', as(member, 'task'), asked),
    card('erased', everyone, { ...drafted, tasks: [{ id: 't1', title: ref('erased'), from: null }] }),
    { ...card('nobody', everyone, asked), desk: desk({ charter, now, states: { [about]: asked }, words: planText }) },
    scene('mine', null, `body/${body}`)('work-plan', as(other), asked),
    card('decided', everyone, { ...sent, phase: 'decided' }),
    card('rejected', as(one), { ...sent, phase: 'rejected' }),
    scene('ask', `work-plan-${since}`)('work-plan', everyone, asked),
    scene('ask', `work-plan-${since}`)('work-plan-agreed', everyone, sent),
    scene('case', null, `case/${raised.case}`)('work-plan', everyone, sent),
  ];
}

function ref(name: string) {
  return { ref: name, mac: '' };
}
