import { emptyBody } from '../../../bot/governance/body/body.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import { mayDelegate, mayOrder } from '../../../bot/governance/request/may-order.ts';
import { request } from '../../../bot/governance/request/request.ts';
import type { BodyState } from '../../../bot/governance/vocabulary/body.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { CalledMeeting } from '../../../bot/governance/vocabulary/meeting.ts';
import type { RequestState } from '../../../bot/governance/vocabulary/request.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import { afterReminder, type CardScene } from './scene.ts';
import { type Cast, clustersOf, now, type Setting } from './setting.ts';
import { requestText } from './words.ts';

const since = '2015-02-20T09:00:00Z';

/** What one body orders from another: proposed, answered, handed on, reported, received. */
export function requestScenes({ charter, language }: Setting, there: Cast): readonly CardScene[] {
  const { on, body, stranger, member } = there;
  const above = termsInForce(charter, body, '2015-02-23')?.above;
  const from = above?.stated ? above.value : body;
  const seated = on.bodies?.[0] ?? emptyBody(body);
  const keys = (of: string) => termsInForce(charter, of, '2015-02-23')?.keyRule.seats ?? [];
  const holder = (state: BodyState, at: number) => state.appointments.find(({ seat }) => seat === keys(state.body)[at])?.person ?? stranger;
  const upper: BodyState = {
    ...emptyBody(from),
    appointments: keys(from).map((seat, at) => ({
      id: `u${at}`,
      seat,
      person: `p-${String(at + 200).padStart(24, '0')}`,
      from: '2015-01-01',
      until: null,
      deputies: [],
    })),
  };
  const [one, other] = [holder(seated, 0), holder(seated, 1)];
  const orderer = holder(upper, 0);
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null, picks: Readonly<Record<string, string>> = {}): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator: false,
    open,
    picks,
  });
  const base: RequestState = {
    ...request.initial('request/r1'),
    from,
    to: body,
    clause: mayOrder(charter, from, body, '2015-02-23'),
    termsOn: '2015-02-20',
    order: { title: told('title'), account: told('account'), papers: told('papers'), until: '2015-04-15' },
    edition: 2,
    since,
  };
  const turn = (person: string, yes: boolean) => ({ seat: 'key', person, judgement: { yes, reason: yes ? null : ref('why') }, at: since });
  const child = mayDelegate(charter, body, from, '2015-02-23') ? from : body;
  const clusters = clustersOf(charter, body);
  const asked: RequestState = { ...base, phase: 'asked', question: { ask: 'accept' } };
  const accepted: RequestState = {
    ...base,
    phase: 'accepted',
    delegations: [
      { child: 'request/p1', to: clusters[0] ?? child, phase: 'given', report: null },
      { child: 'request/p2', to: clusters[1] ?? child, phase: 'reported', report: told('part') },
      { child: 'request/p3', to: clusters[2] ?? child, phase: 'declined', report: null },
    ],
  };
  const free: RequestState = { ...base, phase: 'accepted' };
  const reporting: RequestState = {
    ...free,
    question: { ask: 'report', text: ref('report') },
    turns: [{ ...turn(one, true), seat: keys(body)[0] ?? '' }],
  };
  const back: RequestState = { ...base, phase: 'sent-back', turnedDown: { ask: 'accept', turns: [turn(one, false), turn(other, true)] } };
  const reported: RequestState = { ...base, phase: 'reported', report: told('report') };
  const withRequest = (state: RequestState | null, at = now): Desk =>
    desk({
      ...on,
      now: at,
      bodies: [...(on.bodies ?? []), upper],
      states: state ? { 'request/r1': state } : {},
      words: { ...on.words, ...requestText },
      names: { ...on.names, [holder(upper, 0)]: 'Ingrid Dahl', [holder(upper, 1)]: 'Bo Friis' },
    });
  const scene =
    (card: CardName, occasion: string | null = null) =>
    (state: string, viewer: Viewer, of: RequestState | null, at?: string): CardScene => ({
      card,
      state,
      about: card === 'requests' ? `body/${occasion ?? body}` : 'request/r1',
      occasion: card === 'requests' ? null : occasion,
      viewer,
      desk: withRequest(of, at),
    });
  const card = scene('request');
  const note = (occasion: string) => scene('ask', occasion);
  const part = scene('request-note', `outcome-in-${child}`);
  const down = (turnedDown: RequestState['turnedDown']): RequestState => ({ ...free, turnedDown });
  const noes = [turn(one, true), turn(other, false)];
  const toldDown = scene('turned-down', `at-${since}`);
  const list = scene('requests');
  const decided = (at: number) =>
    caseIn('returned', {
      case: `d${at}`,
      number: `IT 2015-${String(at + 1).padStart(2, '0')}`,
      body,
      at: body,
      termsOn: '2015-01-05',
      content: { title: ref(`decided-${at % 5}`), account: null, recommendations: [], papers: null, journal: null },
      since: '2015-02-16T09:00:00Z',
      result: { body, kind: 'decided', text: at % 2 === 0 ? ref('decided') : null, textsIn: 'case/d0', via: 'meeting' },
    });
  const upperMeeting: CalledMeeting = { ...there.meeting, meeting: 'u1', body: from };
  const telling = (count: number): Desk =>
    desk({
      ...on,
      bodies: [...(on.bodies ?? []), upper],
      meetings: [
        upperMeeting,
        { ...upperMeeting, meeting: 'u0', start: '2014-12-10T08:00:00Z', end: '2014-12-10T10:00:00Z', phase: 'over' },
      ],
      states: {
        'request/r1': { ...accepted, delegations: [] },
        ...Object.fromEntries(Array.from({ length: count }, (_each, at) => [`case/d${at}`, decided(at)])),
      },
      words: { ...on.words, ...requestText },
    });
  const digestScene = (state: string, viewer: Viewer, of: Desk): CardScene => ({
    card: 'digest',
    state,
    about: 'meeting/u1',
    occasion: null,
    viewer,
    desk: of,
  });
  const digests = [
    digestScene('some', everyone, telling(3)),
    digestScene('many', everyone, telling(40)),
    digestScene('person', as(member), telling(40)),
  ];
  return [
    list('none', everyone, null),
    list('some', everyone, asked),
    list('member', as(member), accepted),
    scene('requests', from)('may-order', as(orderer), asked),
    scene('requests', from)('ordering', as(orderer, 'new'), asked),
    scene('requests', from)('ordered', as(orderer, 'placed'), asked),
    card('ordering', everyone, { ...base, phase: 'ordering', question: { ask: 'order' } }),
    card('part', as(orderer), { ...asked, parent: 'request/r0' }),
    card('delegating', as(one), { ...free, question: { ask: 'delegate', child: 'p1', clause: 'parts', to: child, text: ref('part') } }),
    card('ordering-key', as(orderer), { ...base, phase: 'ordering', question: { ask: 'order' } }),
    { ...card('nobody', everyone, asked), desk: desk({ charter, now, states: { 'request/r1': asked } }) },
    card('asked', everyone, asked),
    card('asked-key', as(one), asked),
    card('asked-no', as(one, 'no'), asked),
    card('asked-member', as(stranger), asked),
    card('accepted', everyone, accepted),
    card('accepted-key', as(one), free),
    card('accepted-answering', as(one, 'report'), free),
    card('reporting-other', as(other), reporting),
    card('sent-back', as(orderer), back),
    card('sent-back-again', as(orderer, 'again'), back),
    card('sent-back-withdrawing', as(orderer, 'withdraw'), back),
    card('reported', as(orderer), reported),
    card('closed', everyone, { ...reported, phase: 'closed', receipt: orderer }),
    card('withdrawn', everyone, { ...back, phase: 'withdrawn' }),
    toldDown('report', everyone, down({ ask: 'report', turns: noes, question: { ask: 'report', text: ref('report') } })),
    toldDown('delegate', everyone, down({ ask: 'delegate', turns: noes })),
    toldDown('order', everyone, { ...down({ ask: 'order', turns: noes }), phase: 'withdrawn' }),
    card('answering-again', as(one, 'report'), down({ ask: 'report', turns: noes, question: { ask: 'report', text: ref('report') } })),
    part('answered', everyone, reported),
    part('received', everyone, { ...reported, phase: 'closed', receipt: orderer }),
    note(`request-accept-${since}`)('request-accept', everyone, asked),
    note(`request-accept-${since}`)('request-done', everyone, accepted),
    note('request-due-2015-04-15+-10')('request-due-soon', everyone, afterReminder(accepted, 'request-due-2015-04-15', -10, '2015-03-27')),
    note('request-due-2015-04-15+1')(
      'request-overdue',
      everyone,
      afterReminder(accepted, 'request-due-2015-04-15', 1, '2015-04-16'),
      '2015-04-16T08:00:00Z',
    ),
    note(`request-receipt-${since}`)('request-report', everyone, reported),
    note(`request-back-${since}`)('request-back', everyone, back),
    ...digests,
  ];
}

function ref(name: string) {
  return { ref: name, mac: '' };
}
function told(name: string) {
  return { text: ref(name), in: 'request/r1' } as const;
}
