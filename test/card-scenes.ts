import { Temporal } from 'temporal-polyfill';
import type { Answer } from '../bot/governance/answer.ts';
import { asked } from '../bot/governance/attendance.ts';
import { type Appointment, type BodyState, emptyBody } from '../bot/governance/body.ts';
import type { Charter, Seat } from '../bot/governance/charter.ts';
import { deadlinesOf } from '../bot/governance/deadlines.ts';
import { type MeetingState, meeting as meetingRules } from '../bot/governance/meeting.ts';
import type { Stream } from '../bot/governance/model.ts';
import { termsInForce } from '../bot/governance/terms.ts';
import type { CardName, Desk, Language, Viewer } from '../cards/card.ts';
import { desk, type OnTheDesk } from './desk.ts';

/** A card in one state, as one viewer sees it. */
export interface CardScene {
  readonly card: CardName;
  readonly state: string;
  readonly about: Stream;
  readonly occasion: string | null;
  readonly viewer: Viewer;
  readonly desk: Desk;
}
export interface Setting {
  readonly charter: Charter;
  readonly body: string;
  /** Names of people, given out in turn. */
  readonly names: readonly string[];
  readonly place: string;
  readonly language: Language;
}

const now = '2015-02-23T08:00:00Z';

/** Every card, empty and full, as everyone, a member and a secretary see it, with each form open. */
export function cardScenes(setting: Setting): readonly CardScene[] {
  const { language, charter } = setting;
  const there = world(setting);
  const { on, body, secretary, member, stranger, meeting, first, deputy } = there;
  const about: Stream = `body/${body}`;
  const sitting: Stream = `meeting/${meeting.meeting}`;
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null, picks: Readonly<Record<string, string>> = {}, administrator = false): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator,
    open,
    picks,
  });
  const administrator = (open: string | null = null): Viewer => as(stranger, open, {}, true);
  const empty = desk({ charter, now });
  const full = desk(on);
  const held = desk({ ...on, meetings: [{ ...meeting, phase: 'over', answers: answersOf(there, 'all') }] });
  const answered = desk({ ...on, meetings: [{ ...meeting, answers: answersOf(there, 'all') }] });
  const unanswered = desk({ ...on, meetings: [{ ...meeting, answers: [] }], bodies: on.bodies ?? [] });
  const nobody = desk({ charter, now, meetings: [{ ...meeting, answers: [] }], words: on.words ?? {} });
  const cancelled = desk({ ...on, meetings: [{ ...meeting, phase: 'cancelled', reason: { ref: 'why', mac: '' } }] });
  const bound = desk({ ...on, states: { 'channel/c1': { kind: 'channel', channel: 'c1', installed: true, body, refusedErrands: [] } } });
  const scene =
    (card: CardName, on: Stream, occasion: string | null = null) =>
    (state: string, viewer: Viewer, from: Desk): CardScene => ({ card, state, about: on, occasion, viewer, desk: from });

  const welcome = scene('welcome', 'channel/c1');
  const help = scene('help', about);
  const organ = scene('organ', about);
  const seats = scene('seats', about);
  const meetings = scene('meetings', about);
  const newMeeting = scene('new-meeting', about);
  const standing = scene('meeting', sitting);
  const reminder = scene('reminder', sitting, 'reminder-2015-03-03');
  const parked = scene('parked', `body/${charter.collaboration.secretariat}`);
  const anchor = scene('anchor', 'anchor', '2015-02');
  const refused = scene('errand-refused', about);
  return [
    welcome('new', everyone, empty),
    welcome('new-administrator', administrator(), full),
    welcome('new-member', as(stranger), empty),
    welcome('bound', everyone, bound),
    welcome('bound-administrator', administrator('bind'), bound),
    help('words', everyone, full),
    scene('help', 'channel/c9')('no-body', everyone, empty),
    organ('today', everyone, full),
    organ('asking', as(member, 'asOf'), full),
    organ('run-out', as(member, 'asOf', { asOf: '2030-01-01' }), full),
    organ('before', as(member, 'asOf', { asOf: '1999-01-01' }), full),
    seats('empty', everyone, empty),
    seats('full', everyone, full),
    seats('member', as(member), full),
    seats('secretary', as(secretary), full),
    seats('fill', as(secretary, 'fill'), full),
    seats('fill-hits', as(secretary, 'fill-hits', { seat: there.freeSeat, search: '' }), full),
    seats('fill-no-hits', as(secretary, 'fill-hits', { seat: there.freeSeat, search: 'xyzzy' }), full),
    seats('deputy', as(secretary, 'deputy'), full),
    seats('deputy-hits', as(secretary, 'deputy-hits', { appointment: first, search: '' }), full),
    seats('undeputy', as(secretary, 'undeputy'), full),
    seats('end', as(secretary, 'end'), full),
    seats('end-nobody', administrator('end'), empty),
    seats('join-hits', as(secretary, 'join-hits', { search: '' }), full),
    seats('sector-hits', as(secretary, 'sector-hits', { search: '' }), full),
    meetings('none', everyone, empty),
    meetings('coming', everyone, full),
    newMeeting('asked', everyone, full),
    newMeeting('member', as(member), full),
    newMeeting('secretary', as(secretary), full),
    newMeeting('writing', as(secretary, 'write', { date: '2015-03-04', from: '09:00', to: '11:00', place: setting.place }), full),
    newMeeting('planned', as(secretary, 'planned', { meeting: meeting.meeting }), full),
    standing('unanswered', everyone, unanswered),
    standing('half-answered', everyone, full),
    standing('nobody-seated', everyone, nobody),
    standing('member', as(member), unanswered),
    standing('member-deputy', as(deputy), full),
    standing('member-choosing', as(member, 'deputy'), full),
    standing('secretary', as(secretary), full),
    standing('secretary-recording', as(secretary, 'record'), full),
    standing('stranger', as(stranger), full),
    standing('held', everyone, held),
    standing('cancelled', everyone, cancelled),
    reminder('missing', everyone, full),
    reminder('member', as(member), full),
    reminder('member-choosing', as(member, 'deputy'), unanswered),
    reminder('all-answered', everyone, answered),
    parked('none', everyone, empty),
    parked('some', everyone, full),
    parked('secretary', administrator(), full),
    anchor('none', everyone, empty),
    anchor('month', everyone, full),
    refused('none', everyone, empty),
    refused('some', everyone, full),
  ];
}

interface World {
  readonly on: OnTheDesk;
  readonly body: string;
  readonly meeting: MeetingState;
  readonly asked: readonly string[];
  readonly seatOf: (person: string) => Seat;
  readonly secretary: string;
  readonly member: string;
  readonly deputy: string;
  readonly stranger: string;
  readonly first: string;
  readonly freeSeat: string;
}

function world({ charter, body, names, place }: Setting): World {
  const terms = termsInForce(charter, body, '2015-02-23');
  if (!terms) throw new Error(`${body} has no terms in force in the scene`);
  const [last] = terms.seats.filter(({ role }) => role === 'member').slice(-1);
  const places = terms.seats.flatMap((seat) => Array.from({ length: seat === last ? 0 : Math.max(1, seat.min) }, () => seat));
  const person = (at: number) => `p-${String(at).padStart(2, '0')}`;
  const appointments = places.map(
    (seat, at): Appointment => ({
      id: `a${at}`,
      seat: seat.id,
      person: person(at),
      from: '2015-01-01',
      until: null,
      deputies: at < 3 ? [person(places.length + at)] : [],
    }),
  );
  const everybody = Array.from({ length: places.length + 6 }, (_each, at) => person(at));
  const called = Object.fromEntries(everybody.map((each, at) => [each, names[at % names.length] ?? each]));
  const secretaryAt = places.findIndex(({ role }) => role === 'secretary');
  const secretary = appointments[secretaryAt] ?? { person: person(places.length + 4) };
  const runsIt: readonly Appointment[] = [];
  const state: BodyState = {
    ...emptyBody(body),
    channel: 'c1',
    appointments: [...appointments, ...runsIt],
    refusedErrands: [
      {
        type: 'ErrandRefused',
        v: 1,
        errand: `body/${body}#3/seat-states-sector`,
        rule: 'seat-states-sector',
        refusal: { refused: 'two-sectors' },
      },
      { type: 'ErrandRefused', v: 1, errand: 'channel/c1#2/body-meets-here', rule: 'body-meets-here', refusal: { refused: 'try-again' } },
    ],
  };
  const bare = {
    ...meetingRules.initial('meeting/m0'),
    body,
    terms: terms.hash,
    phase: 'planned' as const,
    place: { ref: 'place', mac: '' },
  };
  const plan = (at: number): MeetingState => {
    const day = Temporal.PlainDate.from('2015-03-04').add({ days: 14 * at });
    const [start, end] = [`${day}T08:00:00Z`, `${day}T10:00:00Z`];
    const deadlines = deadlinesOf(charter, start, end, Temporal.Instant.from(now));
    const link = at % 2 === 0 ? { ref: 'link', mac: '' } : null;
    return { ...bare, meeting: `m${at}`, start, end, plannedAt: '2015-02-01T08:00:00Z', deadlines, link };
  };
  const base = plan(0);
  const whoIsAsked = asked(charter, [state], base, (each) => each);
  const seatOf = (each: string) => places[everybody.indexOf(each)] ?? places[0] ?? terms.seats[0] ?? never();
  const there: World = {
    on: {},
    body,
    meeting: base,
    asked: whoIsAsked,
    seatOf,
    secretary: secretary.person,
    member: whoIsAsked[2] ?? person(0),
    deputy: whoIsAsked[0] ?? person(0),
    stranger: person(places.length + 5),
    first: appointments[0]?.id ?? '',
    freeSeat: last?.id ?? '',
  };
  const meeting = { ...base, answers: answersOf(there, 'half') };
  return {
    ...there,
    meeting,
    on: {
      charter,
      now,
      bodies: [state],
      meetings: [meeting, ...Array.from({ length: 13 }, (_each, at) => plan(at + 1))],
      names: called,
      roster: everybody.map((each, at) => ({ person: each, name: called[each] ?? each, guest: at % 7 === 3 })),
      words: { place, link: 'https://meet.example/abc', why: 'Sne og is på vejene' },
      parked: Array.from({ length: 24 }, (_each, at) => ({
        key: `meeting/m${at}:meeting`,
        card: at % 2 === 0 ? 'meeting' : 'reminder',
        to: at % 5 === 4 ? null : body,
        error: at % 3 === 0 ? 'not-in-channel: forbidden' : at % 3 === 1 ? 'too-large: 413' : 'something else',
      })),
      nights: Array.from({ length: 22 }, (_each, at) => ({
        at: `2015-02-${String(at + 1).padStart(2, '0')}T23:00:00Z`,
        hash: (at + 11).toString(16).padStart(2, '0').repeat(32),
        streams: at,
      })),
      channels: { c1: `${names[0]} – ${place}` },
    },
  };
}

function answersOf({ asked: persons, seatOf, on: _on }: World, much: 'half' | 'all'): readonly Answer[] {
  const some = much === 'all' ? persons : persons.filter((_each, at) => at % 2 === 0 && at !== 2);
  return some.map((person, at): Answer => {
    const attendance = at === 0 ? 'deputy' : at % 4 === 3 ? 'absent' : 'coming';
    const seat = seatOf(person);
    return {
      person,
      attendance,
      deputy: at === 0 ? (persons[1] ?? null) : null,
      seat: seat.id,
      sector: seat.sector,
      recordedBy: at === 1 ? 'p-01' : null,
    };
  });
}

function never(): never {
  throw new Error('the scene has no seats');
}
