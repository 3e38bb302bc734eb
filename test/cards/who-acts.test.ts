import { describe, expect, test } from 'vitest';
import { group } from '../../bot/governance/group/group.ts';
import { request } from '../../bot/governance/request/request.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import type { GroupState } from '../../bot/governance/vocabulary/group.ts';
import type { RequestState } from '../../bot/governance/vocabulary/request.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { WorkPlanState } from '../../bot/governance/vocabulary/work-plan.ts';
import { workPlanStream } from '../../bot/governance/vocabulary/year/streams.ts';
import { workPlan } from '../../bot/governance/work-plan/work-plan.ts';
import { deck } from '../../cards/deck.ts';
import type { Viewer } from '../../cards/kit/card.ts';
import { fill } from '../../cards/kit/fill.ts';
import { fjord, seats } from '../case/panel-case.ts';
import { desk, type OnTheDesk } from '../kit/desk.ts';
import { caseIn } from '../kit/states/case.ts';
import { itemIn, meetingWith, minuted } from '../kit/states/meeting.ts';
import { nodes, texts } from './read.ts';

const everyone: Viewer = { kind: 'everyone', language: 'da' };
const as = (person: string): Viewer => ({ kind: 'person', language: 'da', person, administrator: false, open: null, picks: {} });

/** The words that stand on a card, and its buttons as verb and form. */
async function drawn(card: CardName, about: Stream, on: OnTheDesk, viewer: Viewer) {
  const face = await deck[card].show(desk({ charter: fjord, now: '2015-04-01T08:00:00Z', bodies: seats, ...on }), about, null, viewer);
  if (!face) throw new Error(`${card} shows nothing`);
  const paper = { about, occasion: null, form: 'f', version: 1, language: 'da', viewer: viewer.kind, viewers: [], mentions: [] } as const;
  const { card: whole } = fill(deck[card], face, paper);
  const verbs = nodes(whole).flatMap(({ verb, data }) =>
    verb ? [[verb, (data as { open?: string }).open].filter(Boolean).join(' ')] : [],
  );
  return { words: texts(whole).join('\n'), verbs };
}

const item = itemIn({ id: 'case-k1', about: 'case/k1' });
const held = meetingWith({ phase: 'over', items: [item] });
const aim = { meeting: 'meeting/m1', start: held.start, papersBy: null } as const;
const written = { until: '2015-02-13', answers: [{ person: 'gudrun', answer: 'for', reason: null }] } as const;
/** It has been looked for a meeting, and there is none. */
const unreached = caseIn('waiting', { dealtWith: ['no-meeting-panel'] });
const approved = { ...written, missing: [] } as const;
const asking = { ...written, answers: [{ person: 'gudrun', answer: 'meeting', reason: null }] } as const;
const refusal = { refused: 'not-ours-to-decide', clause: null } as const;
const refused = { type: 'ErrandRefused', v: 1, errand: 'meeting/m1#9/result-case-k1', rule: 'result-case-k1', refusal } as const;
const result = { body: 'panel', kind: 'decided', text: null, textsIn: 'meeting/m1', via: 'meeting' } as const;
const wrong = { seat: 'regional-chair', person: 'rita', judgement: { says: 'wrong', reason: null }, at: '2015-03-20T09:00:00Z' } as const;
const decided = { ...item, outcome: { kind: 'decided', text: null } } as const;
const duty = { kind: 'professional', weighs: ['practice-duty'] } as const;
const chairless = seats.map(
  (each): BodyState =>
    each.body === 'panel' ? { ...each, appointments: each.appointments.filter(({ seat }) => !seat.endsWith('chair')) } : each,
);
const inCase = (state: ReturnType<typeof caseIn>, ...meetings: NonNullable<OnTheDesk['meetings']>): OnTheDesk => ({
  meetings,
  states: { 'case/k1': state },
});
const since = '2015-03-20T09:00:00Z';
const title = { text: { ref: '', mac: '' }, in: 'request/r1' } as const;
const ordered: RequestState = {
  ...request.initial('request/r1'),
  from: 'forum',
  to: 'panel',
  termsOn: '2015-02-20',
  phase: 'asked',
  question: { ask: 'accept' },
  order: { title, account: title, papers: null, until: null },
  since,
};
const setUp: GroupState = {
  ...group.initial('group/g1'),
  bodies: ['panel'],
  termsOn: '2015-02-20',
  phase: 'proposed',
  question: { ask: 'set-up' },
  mandate: { purpose: { ref: '', mac: '' }, whoDoesWhat: null, persons: [], until: '2015-12-01', serves: null },
  since,
};
const planned = workPlanStream('panel', 2015);
const proposed: WorkPlanState = { ...workPlan.initial(planned), phase: 'asked', since };

/** By hand: the card, what is on the desk, the sentence that asks somebody to act, who that is, and the button they find for it. */
const table: readonly (readonly [sentence: string, CardName, Stream, OnTheDesk, who: string, verb: string])[] = [
  ['Sekretæren skal indkalde', 'case', 'case/k1', inCase(unreached), 'sigrid', 'call-meeting'],
  [
    'har bedt om et møde. Sekretæren skal indkalde',
    'case',
    'case/k1',
    inCase(caseIn('waiting', { written: asking })),
    'sigrid',
    'call-meeting',
  ],
  [
    'Sekretæren skal indkalde til et nyt møde',
    'case',
    'case/k1',
    inCase(caseIn('waiting', { aim }), { ...held, items: [] }),
    'sigrid',
    'call-meeting',
  ],
  ['eller registrere resultatet', 'case', 'case/k1', inCase(caseIn('waiting', { aim }), { ...held, items: [] }), 'sigrid', 'open report'],
  ['Sekretæren skal udsende det', 'case', 'case/k1', inCase(caseIn('waiting', { aim }), held), 'sigrid', 'minutes'],
  [
    'Sekretæren skal registrere et andet resultat',
    'case',
    'case/k1',
    inCase(caseIn('waiting', { aim }), minuted({ ...held, items: [decided], refusedErrands: [refused] })),
    'sigrid',
    'open report',
  ],
  ['Sekretæren skal registrere resultatet', 'case', 'case/k1', inCase(caseIn('waiting', { written: approved })), 'sigrid', 'open report'],
  ['Sekretæren skal registrere resultatet eller', 'case', 'case/k1', inCase(caseIn('waiting', { written })), 'sigrid', 'open report'],
  ['eller indkalde til et møde', 'case', 'case/k1', inCase(caseIn('waiting', { written })), 'sigrid', 'call-meeting'],
  ['Sekretæren skal rette det', 'case', 'case/k1', inCase(caseIn('confirming', { result, turns: [wrong] })), 'sigrid', 'open report'],
  ['En sekretær registrerer resultatet', 'case', 'case/k1', inCase(caseIn('waiting', { at: 'board' })), 'bente', 'open outside'],
  [
    'en sekretær fra en anden sektor',
    'case',
    'case/k1',
    inCase(caseIn('confirming', { at: 'board', result: { ...result, via: 'outside' }, recordedBy: 'bente' })),
    'bo',
    'confirm-outside',
  ],
  ['Sekretæren skal udpege', 'case', 'case/k1', { ...inCase(caseIn('judging')), bodies: chairless }, 'sigrid', 'seats'],
  [
    'Ret sagen, og send den igen',
    'case',
    'case/k1',
    inCase(
      caseIn('draft', {
        by: 'gudrun',
        content: { ...caseIn('draft').content, recommendations: [{ ref: 'r', mac: '' }] },
        sentBack: { body: 'forum', reasons: [], result: null },
      }),
    ),
    'gudrun',
    'send',
  ],
  [
    'Skriv, hvor i praksisplanen',
    'case',
    'case/k1',
    inCase(caseIn('returned', { matter: duty, receipt: 'rita' })),
    'sigrid',
    'open practice',
  ],
  ['Afventer kvittering', 'case', 'case/k1', inCase(caseIn('returned', { at: 'forum', body: 'panel' })), 'rita', 'receipt'],
  ['Afventer formandskabet', 'case', 'case/k1', inCase(caseIn('judging')), 'mona', 'back'],
  ['En sekretær kan indkalde', 'meetings', 'body/panel', {}, 'sigrid', 'call-meeting'],
  ['En sekretær kan indkalde', 'agenda', 'body/panel', {}, 'sigrid', 'call-meeting'],
  [
    'Sekretæren offentliggør referatet',
    'minutes',
    'meeting/m1',
    { meetings: [minuted({ ...held, items: [decided] })] },
    'sigrid',
    'open publish',
  ],
  ['En sekretær kan udpege', 'request', 'request/r1', { bodies: chairless, states: { 'request/r1': ordered } }, 'sigrid', 'seats'],
  ['En sekretær kan udpege', 'group', 'group/g1', { bodies: chairless, states: { 'group/g1': setUp } }, 'sigrid', 'seats'],
  ['En sekretær kan udpege', 'work-plan', planned, { bodies: chairless, states: { [planned]: proposed } }, 'sigrid', 'seats'],
];

describe('whoever must act', () => {
  test.each(table)('"%s" on the card %s: the one who is asked finds the button', async (sentence, card, about, on, who, verb) => {
    const said = await Promise.all([everyone, as(who)].map(async (viewer) => (await drawn(card, about, on, viewer)).words));
    expect(said.join('\n').replaceAll('\n', ' ')).toContain(sentence);
    expect((await drawn(card, about, on, as(who))).verbs).toContain(verb);
    expect((await drawn(card, about, on, as('stranger'))).verbs).not.toContain(verb);
  });

  test('a case that everybody has approved in writing needs no meeting, and none is offered', async () => {
    const { words, verbs } = await drawn('case', 'case/k1', inCase(caseIn('waiting', { written: approved })), as('sigrid'));
    expect(words).toContain('Sekretæren skal registrere resultatet.');
    expect(verbs).not.toContain('call-meeting');
  });

  test('a body without a channel or a secretary is said on the card of the case that waits there', async () => {
    const bare = seats.map((each): BodyState => (each.body === 'panel' ? { ...each, appointments: [] } : { ...each, channel: 'c' }));
    const { words } = await drawn('case', 'case/k1', { ...inCase(unreached), bodies: bare }, everyone);
    expect(words).toContain('panel har ingen kanal i Teams. Opslagene sendes til sekretariatet');
    expect(words).toContain('panel har ingen sekretær. Sekretariatet træder i stedet og kan udpege en.');
    const stepsIn = await drawn('case', 'case/k1', { ...inCase(unreached), bodies: bare }, as('bo'));
    expect(stepsIn.verbs).toEqual(expect.arrayContaining(['call-meeting', 'seats']));
    const form = await drawn('new-meeting', 'body/panel', { bodies: bare }, as('bo'));
    expect(form.verbs).toContain('open write');
    const served = await drawn('case', 'case/k1', { ...inCase(caseIn('waiting', { at: 'forum', body: 'forum' })), bodies: bare }, everyone);
    expect(served.words).not.toContain('har ingen');
  });
});
