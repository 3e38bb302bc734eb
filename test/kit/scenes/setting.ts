import { Temporal } from 'temporal-polyfill';
import { emptyBody } from '../../../bot/governance/body/body.ts';
import type { Charter, Seat } from '../../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../../bot/governance/charter/terms.ts';
import { askedToMeeting } from '../../../bot/governance/meeting/attendance.ts';
import { deadlinesOf } from '../../../bot/governance/meeting/deadlines.ts';
import type { Appointment, BodyState } from '../../../bot/governance/vocabulary/body.ts';
import type { AttendanceAnswer, MeetingWithoutMinutes } from '../../../bot/governance/vocabulary/meeting.ts';
import type { Language } from '../../../cards/text/languages.ts';
import type { OnTheDesk } from '../desk.ts';
import { meetingWith } from '../states/meeting.ts';

export interface Setting {
  readonly charter: Charter;
  readonly body: string;
  /** Names of people, given out in turn. */
  readonly names: readonly string[];
  readonly place: string;
  readonly language: Language;
}

export const now = '2015-02-23T08:00:00Z';

/** The people of a scene by what they are to the body, and what is on the desk. */
export interface Cast {
  readonly on: OnTheDesk;
  readonly body: string;
  readonly meeting: MeetingWithoutMinutes;
  readonly asked: readonly string[];
  readonly seatOf: (person: string) => Seat;
  readonly secretary: string;
  readonly member: string;
  readonly deputy: string;
  readonly stranger: string;
  readonly first: string;
  readonly freeSeat: string;
}

export function castOf({ charter, body, names, place }: Setting): Cast {
  const terms = termsInForce(charter, body, '2015-02-23');
  if (!terms) throw new Error(`${body} has no terms in force in the scene`);
  const [last] = terms.seats.filter(({ role }) => role === 'member').slice(-1);
  const places = terms.seats.flatMap((seat) => Array.from({ length: seat === last ? 0 : Math.max(1, seat.min) }, () => seat));
  const person = (at: number) => `p-${String(at).padStart(24, '0')}`;
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
  const state: BodyState = {
    ...emptyBody(body),
    channel: 'c1',
    appointments,
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
  const bare = meetingWith({ body, terms: terms.hash, place: { ref: 'place', mac: '' } });
  const plan = (at: number): MeetingWithoutMinutes => {
    const day = Temporal.PlainDate.from('2015-03-04').add({ days: 14 * at });
    const [start, end] = [`${day}T08:00:00Z`, `${day}T10:00:00Z`];
    const deadlines = deadlinesOf(charter, body, start, end, Temporal.Instant.from(now));
    const link = at % 2 === 0 ? { ref: 'link', mac: '' } : null;
    return { ...bare, meeting: `m${at}`, start, end, plannedAt: '2015-02-01T08:00:00Z', deadlines, link };
  };
  const base = plan(0);
  const whoIsAsked = askedToMeeting(charter, [state], base, (each) => each);
  const seatOf = (each: string) => places[everybody.indexOf(each)] ?? places[0] ?? terms.seats[0] ?? never();
  const there: Cast = {
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
  // Somebody sits in a seat of one sector and is known in another.
  const bySector = places.findIndex(({ sector }) => sector !== null);
  const another = charter.collaboration.sectors.find(({ id }) => id !== places[bySector]?.sector)?.id ?? '';
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
      channels: { c1: 'Sundhedssamarbejdet – It-temagruppen' },
      states: { persons: { kind: 'persons', joined: {}, sectors: { [person(bySector)]: another }, calendars: {} } },
    },
  };
}

/** The bodies that carry work out where people are treated; of an invented model, any others. */
export function clustersOf({ bodies }: Charter, body: string): readonly string[] {
  const others = bodies.filter(({ id, outside }) => id !== body && !outside);
  const clusters = others.filter(({ kind }) => kind === 'cluster-steering-group');
  return (clusters.length > 0 ? clusters : others).map(({ id }) => id);
}

/** Whom the body refers to, where its terms say so. */
export function aboveOf(charter: Charter, body: string): string {
  const above = termsInForce(charter, body, '2015-02-23')?.above;
  return above?.stated ? above.value : body;
}

export function answersOf({ asked: persons, seatOf }: Pick<Cast, 'asked' | 'seatOf'>, much: 'half' | 'all'): readonly AttendanceAnswer[] {
  const some = much === 'all' ? persons : persons.filter((_each, at) => at % 2 === 0 && at !== 2);
  return some.map((person, at): AttendanceAnswer => {
    const attendance = at === 0 ? 'deputy' : at % 4 === 3 ? 'absent' : 'coming';
    const seat = seatOf(person);
    return {
      person,
      attendance,
      deputy: at === 0 ? (persons[1] ?? null) : null,
      seat: seat.id,
      sector: seat.sector,
      recordedBy: at === 1 ? (persons[0] ?? null) : null,
    };
  });
}

function never(): never {
  throw new Error('the scene has no seats');
}
