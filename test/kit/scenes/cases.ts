import { emptyBody } from '../../../bot/governance/body/body.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import type { Decision } from '../../../bot/governance/register/register.ts';
import type { BodyState } from '../../../bot/governance/vocabulary/body.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { CaseFacts, CaseState } from '../../../bot/governance/vocabulary/case/case.ts';
import type { Stream, TextRef } from '../../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import { caseAnswerScenes } from './case-answers.ts';
import { caseEndScenes } from './case-ends.ts';
import { caseMeetingScenes } from './case-meetings.ts';
import { caseTrialScenes } from './case-trials.ts';
import { afterReminder, type CardScene } from './scene.ts';
import { type Cast, now, type Setting } from './setting.ts';
import { caseText } from './words.ts';

const since = '2015-02-20T09:00:00Z';
const late = '2015-03-02T09:00:00Z';

/** The cards of a case: raised, judged, on its way, decided, answered; and what is asked about cases. */
export function caseScenes({ charter, language }: Setting, there: Cast): readonly CardScene[] {
  const { on, body, secretary, stranger } = there;
  const keys = termsInForce(charter, body, '2015-02-23')?.keyRule.seats ?? [];
  const seated = on.bodies?.[0] ?? emptyBody(body);
  const holder = (at: number) => seated.appointments.find(({ seat }) => seat === keys[at])?.person ?? stranger;
  const [one, other] = [holder(0), holder(1)];
  const member = seated.appointments.find(({ person }) => person !== one && person !== other && person !== secretary)?.person ?? stranger;
  const above = termsInForce(charter, body, '2015-02-23')?.above;
  const up = above?.stated ? above.value : body;
  const upper = seatedIn(up, termsInForce(charter, up, '2015-02-23')?.keyRule.seats ?? [], [secretary, member]);
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null, picks: Readonly<Record<string, string>> = {}): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator: false,
    open,
    picks,
  });
  const facts: Partial<CaseFacts> = {
    number: 'IT 2015-07',
    body,
    termsOn: '2015-02-20',
    by: member,
    matter: { kind: 'professional', weighs: ['principle'] },
    content: {
      title: ref('case-title'),
      account: ref('account'),
      recommendations: [ref('rec-1'), ref('rec-2')],
      papers: ref('papers'),
      journal: '15/12345',
    },
    edition: 2,
    at: body,
    since,
    told: up === body ? [] : [up],
  };
  const base = caseIn('judging', facts);
  const turn = (seat: number, says: 'here' | 'up' | 'wrong' | 'reopen', person = holder(seat)) => ({
    seat: keys[seat] ?? 'key',
    person,
    judgement: { says, reason: ref(says === 'wrong' || says === 'reopen' ? `why-${says}` : 'why') },
    at: since,
  });
  const result = { body: up, kind: 'decided', text: ref('decision'), textsIn: 'meeting/m1', via: 'meeting' } as const;
  const stop = { body, left: 'up', reasons: [turn(0, 'up'), turn(1, 'up')], at: since } as const;
  const way = up === body ? [] : [stop];
  const aim = { meeting: 'meeting/m1', start: '2015-03-18T08:00:00Z', papersBy: '2015-03-04' } as const;
  const onWay = { ...facts, at: up, way };
  const moved = caseIn('waiting', onWay);
  const written = {
    until: '2015-03-06',
    answers: [
      { person: one, answer: 'for', reason: null },
      { person: other, answer: 'against', reason: ref('why-against') },
    ],
  } as const;
  const withCase = (change: CaseState, at = now): Desk =>
    desk({
      ...on,
      now: at,
      bodies: [...(on.bodies ?? []), upper],
      states: { 'case/k1': change },
      words: { ...on.words, ...caseText },
    });
  const raised = withCase(base);
  const standIn = seated.appointments.find(({ person }) => person === one)?.deputies[0] ?? stranger;
  const gone = { ...seated, absences: [{ person: one, from: '2015-02-20', until: '2015-02-27' }] };
  const away = desk({ ...on, bodies: [gone, upper], states: { 'case/k1': base }, words: { ...on.words, ...caseText } });
  const deputising = (each: BodyState['appointments'][number]) => (each.person === one ? { ...each, deputies: [other] } : each);
  const held = { ...gone, appointments: gone.appointments.map(deputising) };
  const kept = { ...base, turns: [turn(1, 'up')] };
  const twoSeats = desk({ ...on, bodies: [held, upper], states: { 'case/k1': kept }, words: { ...on.words, ...caseText } });
  const left = {
    ...seated,
    appointments: seated.appointments.map((each) => (each.person === one ? { ...each, until: '2015-02-20' } : each)),
  };
  const former = desk({ ...on, bodies: [left, upper], states: { 'case/k1': base }, words: { ...on.words, ...caseText } });
  const half = withCase({ ...base, turns: [turn(0, 'up')] });
  const returned = withCase(caseIn('returned', { ...onWay, result }));
  const decision: Decision = {
    stream: 'case/k1',
    seq: 9,
    at: since,
    number: 'IT 2015-07',
    title: ref('case-title'),
    body,
    kind: 'decided',
    turns: [turn(0, 'up'), turn(1, 'up')],
    recordedBy: null,
    result: { ...result, body },
    terms: { hash: 'c0ffee12345', from: '2015-01-01' },
    clauses: [],
    ours: true,
    edition: 2,
    report: 1,
  };
  const titled = (at: number) => ref(at % 5 === 0 ? 'case-title' : `case-title-${at % 5}`);
  const many = Array.from({ length: 30 }, (_each, at) => ({
    ...{ ...base, case: `k${at}`, number: `IT 2015-${at + 10}` },
    content: { ...base.content, title: titled(at) },
  }));
  const listed = desk({
    ...on,
    states: Object.fromEntries(many.map((each) => [`case/${each.case}`, each])),
    decisions: many.map(({ case: id, number, content }) => ({ ...decision, stream: `case/${id}`, number, title: content.title })),
    words: { ...on.words, ...caseText },
  });

  const outsider = charter.bodies.find(({ outside }) => outside)?.id ?? up;
  const practiceDuty = (receipt: string): Desk => {
    const tells = [{ clause: 'practice', kinds: [], any: ['practice-duty'], body: outsider }] as const;
    const bodies = charter.bodies.map((each) => ({ ...each, terms: each.terms.map((terms) => ({ ...terms, tells })) }));
    const state = caseIn('returned', { ...onWay, result, receipt, matter: { kind: 'professional', weighs: ['practice-duty'] } });
    return { ...withCase(state), charter: { ...charter, bodies } };
  };
  const scene =
    (card: CardName, about: Stream, occasion: string | null = null) =>
    (state: string, viewer: Viewer, from: Desk): CardScene => ({ card, state, about, occasion, viewer, desk: from });
  const here: Stream = `body/${body}`;
  const card = scene('case', 'case/k1');
  const note = (occasion: string) => scene('case-note', 'case/k1', occasion);
  const ask = (occasion: string) => scene('ask', 'case/k1', occasion);
  const judge = `case-judge-${since}`;
  const alongWith = (from: Desk, asking: string): Desk => ({
    ...from,
    note: async () => ({ came: null, others: [{ about: 'case/k1', occasion: asking }] }),
  });
  const told = scene('case', 'case/k1', `in-${up}`);
  return [
    card('draft', as(member), withCase(caseIn('draft', { ...facts, number: null }))),
    card('draft-editing', as(member, 'edit'), withCase(caseIn('draft', { ...facts, number: null }))),
    card('sent-back', everyone, withCase(caseIn('draft', { ...facts, sentBack: { body, reasons: [turn(0, 'up')], result: null } }))),
    card('judging', everyone, raised),
    card('chair', as(one), raised),
    card('chair-whole', as(one, 'whole'), raised),
    card('chair-sending-up', as(one, 'up'), raised),
    card('chair-deciding', as(one, 'here'), raised),
    card('chair-sending-back', as(one, 'back'), raised),
    card('chair-absent', as(one, 'absence'), raised),
    card('one-key', everyone, half),
    card('one-key-own', as(one), half),
    card('stranger', as(stranger), raised),
    card('deputy', as(standIn), away),
    card('deputy-other-chair', as(other), twoSeats),
    card('former-chair', as(one), former),
    card('chair-changed', as(one), withCase({ ...base, edition: 3, content: { ...base.content, recommendations: [ref('rec-2')] } })),
    card('both-at-once', as(other), withCase({ ...moved, aim })),
    card('replaced', everyone, withCase({ ...base, turns: [turn(0, 'up', stranger)] })),
    card('replaced-chair', as(other), withCase({ ...base, turns: [turn(0, 'up', stranger)] })),
    card('disagreed', everyone, withCase({ ...moved, way: way.map((each) => ({ ...each, left: 'disagreed' })) })),
    card('vacant', everyone, desk({ charter, now, names: on.names ?? {}, states: { 'case/k1': base }, words: caseText })),
    card('economic', everyone, withCase({ ...base, matter: { kind: 'strategic', weighs: ['economic', 'practice-duty'] } })),
    card('aimed', everyone, withCase({ ...moved, aim })),
    card('meeting-sought', everyone, withCase(moved)),
    card('no-meeting', everyone, withCase({ ...moved, dealtWith: [`no-meeting-${up}`] })),
    card('no-meeting-secretary', as(secretary), withCase(caseIn('waiting', { ...facts, dealtWith: [`no-meeting-${body}`] }))),
    card('starting-written', as(secretary, 'start-written'), withCase(caseIn('waiting', facts))),
    card('written', everyone, withCase(caseIn('written', { ...facts, written }))),
    card('written-member', as(member), withCase(caseIn('written', { ...facts, written }))),
    card('written-against', as(member, 'against'), withCase(caseIn('written', { ...facts, written }))),
    card('reporting', as(secretary, 'report'), withCase(caseIn('waiting', { ...facts, written }))),
    card('confirming', everyone, withCase(caseIn('confirming', { ...facts, result: { ...result, body } }))),
    card('confirming-chair', as(one), withCase(caseIn('confirming', { ...facts, result: { ...result, body } }))),
    card('confirming-wrong', as(one, 'wrong'), withCase(caseIn('confirming', { ...facts, result: { ...result, body } }))),
    card('disputed', as(secretary), withCase(caseIn('confirming', { ...facts, result: { ...result, body }, turns: [turn(1, 'wrong')] }))),
    card('returned', everyone, returned),
    card('returned-chair', as(one), returned),
    card(
      'practice',
      everyone,
      withCase(caseIn('returned', { ...onWay, result, receipt: one, matter: { kind: 'professional', weighs: ['practice-duty'] } })),
    ),
    card('practice-form', as(secretary, 'practice'), practiceDuty(secretary)),
    card('closed', everyone, withCase(caseIn('closed', { ...onWay, result, receipt: one }))),
    card('reopening', as(one, 'reopen'), withCase(caseIn('closed', { ...facts, result: { ...result, body }, receipt: one }))),
    ...caseTrialScenes({ ...on, charter, now, bodies: [...(on.bodies ?? []), upper], words: { ...on.words, ...caseText } }, facts, {
      everyone,
      chair: as(one),
      writing: as(secretary, 'gate'),
      member,
    }),
    card('withdrawn', everyone, withCase(caseIn('withdrawn', facts))),
    ...(up === body
      ? []
      : [
          told('told', everyone, raised),
          told('told-chair', as(secretary), raised),
          told('told-direction', as(secretary, 'direction'), raised),
          told('told-over', everyone, withCase(caseIn('withdrawn', facts))),
          told('returned-there', everyone, returned),
          scene('case', 'case/k1', `in-${outsider}`)('told-outside', as(secretary), withCase({ ...base, told: [outsider] })),
          scene('case-told', 'case/k1', up)('told', everyone, raised),
        ]),
    ...caseMeetingScenes({ ...on, words: { ...on.words, ...caseText } }, facts, { everyone, secretary: as(secretary) }),
    ...caseEndScenes(
      { ...on, charter, now, bodies: [...(on.bodies ?? []), upper], words: { ...on.words, ...caseText } },
      { facts, result: { ...result, body }, members: [one, other], wanted: turn(0, 'reopen') },
      { everyone, secretary: as(secretary), chair: as(other) },
    ),
    ...caseAnswerScenes(
      { ...on, charter, now, bodies: [...(on.bodies ?? []), upper], words: { ...on.words, ...caseText } },
      {
        ...{ facts, up, outsider, result: { ...result, body } },
        turn: (seat, says, reason) => ({ ...turn(seat, 'up'), judgement: { says, reason: reason === undefined ? null : ref(reason) } }),
      },
      { everyone, secretary: as(secretary), chair: as(one), other: as(other), keeping: as(other, 'keep') },
    ),
    ask(judge)('judge', everyone, withCase(base)),
    ask(`${judge}+5`)('reminded', everyone, withCase(afterReminder(base, judge, 5, '2015-02-27'), late)),
    ask(judge)('reminded-again', everyone, withCase(afterReminder(base, judge, 5, '2015-02-27'), late)),
    ask(`${judge}+15`)('third-reminder', everyone, withCase(afterReminder(base, judge, 15, '2015-03-13'), '2015-03-13T09:00:00Z')),
    ask(judge)('several', everyone, alongWith(withCase(base), judge)),
    ask(`case-receipt-${since}`)('others-left', everyone, alongWith(withCase(base), judge)),
    ask('case-send-draft')('draft', everyone, withCase(caseIn('draft', { ...facts, by: null }))),
    ask(judge)('done', everyone, returned),
    ask(`case-receipt-${since}`)('receipt', everyone, returned),
    ask(`case-back-${since}`)('back', everyone, withCase(caseIn('draft', { ...facts, sentBack: { body: up, reasons: [], result: null } }))),
    ask(`case-stands-${since}`)('stands', everyone, withCase({ ...moved, dealtWith: [`no-meeting-${up}`] })),
    note(`outcome-${since}-in-${up}`)('outcome', everyone, returned),
    scene('raise-case', here)('asked', everyone, raised),
    scene('raise-case', here)('member', as(member), raised),
    scene('raise-case', here)('writing', as(member, 'write'), raised),
    scene('raise-case', here)('drafted', as(member, 'drafted', { case: 'k1' }), withCase(caseIn('draft', facts))),
    scene('raise-case', here)('sent', as(member, 'drafted', { case: 'k1' }), raised),
    scene('raise-case', here)('stranger', as(stranger), raised),
    scene('cases', here)('none', everyone, desk({ charter, now })),
    scene('cases', here)('some', everyone, listed),
    scene('cases', here)('member', as(member), listed),
    scene('decisions', here)('none', everyone, desk({ charter, now })),
    scene('decisions', here)('some', everyone, listed),
    scene('decisions', here)('member', as(member), listed),
    scene('who-decides', here)('asked', everyone, raised),
    scene('who-decides', here)('asking', as(member), raised),
    scene('who-decides', here)('answer', as(member, 'answer', { kind: 'strategic', weighs: 'economic,practice-duty' }), raised),
    scene('who-decides', here)('answer-own', as(member, 'answer', { kind: 'professional', weighs: '' }), raised),
  ];
}

function ref(name: string): TextRef {
  return { ref: name, mac: '' };
}

function seatedIn(body: string, keys: readonly string[], persons: readonly string[]): BodyState {
  const appointments = keys.map((seat, at) => ({
    id: `up${at}`,
    seat,
    person: persons[at] ?? '',
    from: '2015-01-01',
    until: null,
    deputies: [],
  }));
  return { ...emptyBody(body), channel: 'c2', appointments };
}
