import { emptyBody } from '../../../bot/governance/body/body.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import { group } from '../../../bot/governance/group/group.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { GroupState } from '../../../bot/governance/vocabulary/group.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { afterReminder, type CardScene } from './scene.ts';
import { type Cast, now, type Setting } from './setting.ts';
import { groupText } from './words.ts';

const since = '2015-02-20T09:00:00Z';

/** A group for one task: proposed, at work, near its end, past it, reported. */
export function groupScenes({ charter: model, language }: Setting, there: Cast): readonly CardScene[] {
  const { on, body, stranger, member, secretary, asked } = there;
  const charter = {
    ...model,
    bodies: model.bodies.map((each) => ({
      ...each,
      terms: each.terms.map((terms) => ({ ...terms, groups: terms.groups ?? terms.keyRule.clause })),
    })),
  };
  const seated = on.bodies?.[0] ?? emptyBody(body);
  const keys = termsInForce(charter, body, '2015-02-23')?.keyRule.seats ?? [];
  const holder = (at: number) => seated.appointments.find(({ seat }) => seat === keys[at])?.person ?? stranger;
  const [one, other] = [holder(0), holder(1)];
  const clause = termsInForce(charter, body, '2015-02-23')?.groups ?? 'none';
  const partner = charter.bodies.find(
    (each) => each.id !== body && (termsInForce(charter, each.id, '2015-02-23')?.groups ?? null) !== null,
  )?.id;
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null, picks: Readonly<Record<string, string>> = {}): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator: false,
    open,
    picks,
  });
  const proposed: GroupState = {
    ...group.initial('group/g1'),
    phase: 'proposed',
    bodies: [body, ...(partner ? [partner] : [])],
    clauses: [clause],
    termsOn: '2015-02-20',
    mandate: { purpose: ref('purpose'), whoDoesWhat: ref('who'), persons: asked.slice(0, 12), until: '2015-05-29', serves: null },
    question: { ask: 'set-up' },
    edition: 1,
    since,
    turns: [{ seat: `${body}:${keys[0]}`, person: one, judgement: { yes: true, reason: null }, at: since }],
  };
  const running: GroupState = { ...proposed, bodies: [body], phase: 'running', question: null, turns: [] };
  const extending: GroupState = { ...running, question: { ask: 'extend', until: '2015-09-30' }, edition: 2, turns: proposed.turns };
  const refused: GroupState = {
    ...running,
    phase: 'turned-down',
    turnedDown: [{ seat: `${body}:${keys[1]}`, person: other, judgement: { yes: false, reason: ref('no') }, at: since }],
  };
  const reported: GroupState = { ...running, phase: 'reported', report: ref('report'), reportedBy: member };
  const withGroup = (state: GroupState | null, at = now): Desk =>
    desk({ ...on, charter, now: at, states: state ? { 'group/g1': state } : {}, words: { ...on.words, ...groupText } });
  const scene =
    (card: CardName, occasion: string | null = null) =>
    (state: string, viewer: Viewer, of: GroupState | null, at?: string): CardScene => ({
      card,
      state,
      about: card === 'groups' ? `body/${body}` : 'group/g1',
      occasion,
      viewer,
      desk: withGroup(of, at),
    });
  const { hash } = termsInForce(charter, body, '2015-02-23') ?? { hash: '' };
  const assessing = {
    ...charter,
    bodies: charter.bodies.map((each) => ({
      ...each,
      terms: each.terms.map((terms) => ({ ...terms, assess: { years: 4, clause: terms.clauses[0]?.id ?? clause } })),
    })),
  };
  const assessed = (state: string, viewer: Viewer, revise: boolean | null): CardScene => {
    const assessment =
      revise === null ? null : { on: '2015-02-20', terms: hash, revise, text: ref(revise ? 'revise' : 'keep'), person: member };
    const from = desk({
      ...on,
      charter: assessing,
      bodies: (on.bodies ?? []).map((each) => ({ ...each, assessAsked: '2015-Q1' as const, assessment })),
      words: { ...on.words, ...groupText },
    });
    return { card: 'assess-terms', state, about: `body/${body}`, occasion: 'assess-2015-Q1', viewer, desk: from };
  };
  const card = scene('group');
  const list = scene('groups');
  const note = (occasion: string) => scene('ask', occasion);
  const ends = `group-ends-${running.mandate.until}`;
  const mayNot: CardScene = {
    ...list('may-not', everyone, null),
    desk: desk({
      ...on,
      charter: {
        ...charter,
        bodies: charter.bodies.map((each) => ({ ...each, terms: each.terms.map((terms) => ({ ...terms, groups: null })) })),
      },
    }),
  };
  return [
    list('none', everyone, null),
    mayNot,
    list('some', everyone, running),
    list('key', as(one), proposed),
    list('setting-up', as(one, 'new'), null),
    list('proposed', as(one, 'proposed'), proposed),
    card('proposed', everyone, proposed),
    card('proposed-key', as(other), proposed),
    card('proposed-no', as(other, 'no'), proposed),
    card('running', everyone, running),
    card('running-secretary', as(secretary), running),
    card('running-extending', as(one, 'extend'), running),
    card('running-reporting', as(secretary, 'report'), running),
    card('extending', as(other), extending),
    card('turned-down', everyone, refused),
    scene('turned-down', `at-${since}`)('set-up', everyone, refused),
    scene('turned-down', `at-${since}`)('extend', everyone, { ...refused, phase: 'running' }),
    card('reported', as(one), reported),
    card('closed', everyone, { ...reported, phase: 'closed', receipt: one }),
    scene('answer-note', since)('group', everyone, { ...reported, phase: 'closed', reportedBy: member, receipt: one }),
    note(`group-set-up-${since}-in-${body}`)('group-set-up', everyone, { ...proposed, bodies: [body] }),
    note(`${ends}+-10`)('group-ending', everyone, afterReminder(running, ends, -10, '2015-05-13'), '2015-05-13T08:00:00Z'),
    note(`${ends}+1`)('group-overdue', everyone, afterReminder(running, ends, 1, '2015-06-01'), '2015-06-01T08:00:00Z'),
    note(`${ends}+1`)('group-done', everyone, reported, '2015-06-08T08:00:00Z'),
    note(`group-receipt-${since}-in-${body}`)('group-report', everyone, reported),
    assessed('asked', everyone, null),
    assessed('secretary', as(secretary), null),
    assessed('writing', as(secretary, 'write'), null),
    assessed('concluded', everyone, true),
    assessed('revising', as(secretary), true),
    assessed('member', as(stranger), false),
  ];
}

function ref(name: string) {
  return { ref: name, mac: '' };
}
