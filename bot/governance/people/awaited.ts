import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate, Seat, SeatId } from '../charter/charter.ts';
import { dateAt } from '../time/calendar.ts';
import type { Ask } from '../vocabulary/ask/ask.ts';
import type { Appointment } from '../vocabulary/body.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { isAway, keyRuleOf } from './keys.ts';
import { holdings, isOfBody, runsOn } from './roles.ts';
import { daysOfSilence, silence } from './silence.ts';
import { withSecretariats } from './speaks.ts';
import { isServed, servedBy } from './two-secretaries.ts';

type AskedRole = Extract<Ask['of'], { readonly role: string }>['role'];
export type AwaitedAround = Pick<Around, 'charter' | 'now' | 'one' | 'body' | 'sectorOf'>;

/** Why somebody who would be asked is not. `disqualified`: they have answered from another seat, and nobody answers twice. */
export interface Skipped {
  readonly person: PersonKey | null;
  readonly seat: SeatId;
  readonly why: 'away' | 'left' | 'vacant' | 'disqualified';
}
/** Whom an ask falls to now. */
export interface Awaited {
  readonly now: readonly PersonKey[];
  readonly skipped: readonly Skipped[];
  readonly falls: 'holders' | 'deputies' | 'secretariat' | 'successor';
}

/** The bodies that are looked at to know whom an ask falls to. */
export function bodiesAsked(charter: Charter, { of }: Ask): readonly BodyId[] {
  return withSecretariats(charter, ['keys' in of ? of.keys : of.body]);
}

/**
 * Whom an ask falls to: those who hold it and are there; for one who is away, the deputies; where a seat is vacant, or nobody else is
 * there to answer, those who serve the body. Whoever has answered, has left or may not answer is never among them.
 */
export function awaited(ask: Ask, around: AwaitedAround): Awaited {
  const { of } = ask;
  const body = 'keys' in of ? of.keys : of.body;
  if ('persons' in of) return orServed(namedPersons(ask, of.persons, body, around), body, around);
  if ('keys' in of) return orServed(keyHolders(ask, body, around), body, around);
  return orServed(inRole(ask, of.role, body, around), body, around);
}

interface Found {
  readonly now: readonly PersonKey[];
  readonly deputies: readonly PersonKey[];
  readonly newcomers: readonly PersonKey[];
  readonly skipped: readonly Skipped[];
  /** Nobody needs to be looked for: all that is missing is an answer from somebody who cannot give it yet. */
  readonly enough: boolean;
}

function orServed({ now, deputies, newcomers, skipped, enough }: Found, body: BodyId, around: AwaitedAround): Awaited {
  const all = [...new Set([...now, ...deputies])];
  if (all.length > 0 || enough) {
    const falls = now.length === 0 && deputies.length > 0 ? 'deputies' : newcomers.length > 0 ? 'successor' : 'holders';
    return { now: all, skipped, falls };
  }
  return { now: serving(body, around), skipped, falls: 'secretariat' };
}

function keyHolders(ask: Ask, body: BodyId, around: AwaitedAround): Found {
  const { charter, now, one } = around;
  const today = dateAt(charter, now);
  const rule = keyRuleOf(charter, body, today);
  if (isServed(charter, body, today) || rule === null) return secretariesOfOtherSectors(ask, body, around);
  const turned = new Set(ask.answered.map(({ person }) => one(person)));
  const silent = daysOfSilence(charter, ask.since, now) >= silence.deputyActs;
  const seats = rule.seats.filter((seat) => !ask.answered.some((each) => each.seat === seat));
  const found = seats.map((seat) => inSeat(ask, body, seat, { turned, silent }, around));
  return { ...together(found), enough: seats.length === 0 };
}

/** Those who may answer for one seat. */
function inSeat(
  ask: Ask,
  body: BodyId,
  seat: SeatId,
  { turned, silent }: { readonly turned: ReadonlySet<PersonKey>; readonly silent: boolean },
  around: AwaitedAround,
): Omit<Found, 'enough'> {
  const { one } = around;
  const state = around.body(body);
  const today = dateAt(around.charter, around.now);
  const held = state.appointments.filter((each) => each.seat === seat && runsOn(each, today));
  const began = dateAt(around.charter, Temporal.Instant.from(ask.since));
  const left = state.appointments
    .filter((each) => each.seat === seat && each.until !== null && each.until < today && each.until >= began)
    .map((each): Skipped => ({ person: one(each.person), seat, why: 'left' }));
  if (held.length === 0) return { now: [], deputies: [], newcomers: [], skipped: [...left, { person: null, seat, why: 'vacant' }] };
  const found = held.map((each): Omit<Found, 'enough'> => {
    const person = one(each.person);
    const deputies = each.deputies.map(one).filter((deputy) => !turned.has(deputy) && !isAway(state, deputy, today, one));
    if (turned.has(person)) return { now: [], deputies, newcomers: [], skipped: [{ person, seat, why: 'disqualified' }] };
    if (isAway(state, person, today, one)) return { now: [], deputies, newcomers: [], skipped: [{ person, seat, why: 'away' }] };
    return {
      now: [person],
      deputies: silent ? deputies : [],
      newcomers: left.length > 0 && each.from > began ? [person] : [],
      skipped: [],
    };
  });
  return { ...together(found), skipped: [...left, ...found.flatMap(({ skipped }) => skipped)] };
}

/** Two secretaries of different sectors answer together: those of a sector that has answered are done. */
function secretariesOfOtherSectors(ask: Ask, body: BodyId, around: AwaitedAround): Found {
  const turned = new Set(ask.answered.map(({ person }) => around.one(person)));
  const sectors = new Set([...turned].map((person) => around.sectorOf(person)));
  const now = serving(body, around).filter((person) => !turned.has(person) && !sectors.has(around.sectorOf(person)));
  return { now, deputies: [], newcomers: [], skipped: [], enough: true };
}

function inRole(ask: Ask, role: AskedRole, body: BodyId, around: AwaitedAround): Found {
  const { charter, one } = around;
  const today = dateAt(charter, around.now);
  const answered = new Set(ask.answered.map(({ person }) => one(person)));
  const wanted = holdings(charter, around.body(body), today)
    .filter(({ seat }) => sitsIn(role).includes(seat.role))
    .map(({ appointment }) => appointment)
    .filter(({ person }) => !answered.has(one(person)));
  const found = wanted.map((each) => orDeputy(each, body, around));
  return { ...together(found), enough: role === 'seat' || role === 'chairs-too' };
}

function sitsIn(role: AskedRole): readonly Seat['role'][] {
  switch (role) {
    case 'seat':
      return ['chair', 'member', 'ad-hoc'];
    case 'runs':
      return ['chair', 'secretary'];
    case 'chairs-too':
      return ['chair'];
    default:
      return [role];
  }
}

function orDeputy({ person, seat, deputies }: Appointment, body: BodyId, around: AwaitedAround): Omit<Found, 'enough'> {
  const today = dateAt(around.charter, around.now);
  const away = (each: PersonKey) => isAway(around.body(body), each, today, around.one);
  const who = around.one(person);
  if (!away(who)) return { now: [who], deputies: [], newcomers: [], skipped: [] };
  const acting = deputies.map(around.one).filter((each) => !away(each));
  return { now: [], deputies: acting, newcomers: [], skipped: [{ person: who, seat, why: 'away' }] };
}

/** Somebody who was asked by name and is away is waited for; one who no longer sits in the body is not. */
function namedPersons(ask: Ask, persons: readonly PersonKey[], body: BodyId, around: AwaitedAround): Found {
  const { charter, one } = around;
  const today = dateAt(charter, around.now);
  const state = around.body(body);
  const answered = new Set(ask.answered.map(({ person }) => one(person)));
  const found = persons
    .map(one)
    .filter((person) => !answered.has(person))
    .map((person): Omit<Found, 'enough'> => {
      const why = state.appointments.some((each) => one(each.person) === person) && !isOfBody(charter, state, person, today, one);
      if (why) return { now: [], deputies: [], newcomers: [], skipped: [{ person, seat: '', why: 'left' }] };
      if (!isAway(state, person, today, one)) return { now: [person], deputies: [], newcomers: [], skipped: [] };
      const held = holdings(charter, state, today).filter(({ appointment }) => one(appointment.person) === person);
      return together(held.map(({ appointment }) => orDeputy(appointment, body, around)));
    });
  return { ...together(found), enough: false };
}

/** Who runs a body's errands today: its secretaries, else those who serve it, else its chairs. Nobody who is away. */
function serving(body: BodyId, around: AwaitedAround): readonly PersonKey[] {
  const { charter, one } = around;
  const today: IsoDate = dateAt(charter, around.now);
  const of = (id: BodyId, role: 'secretary' | 'chair') =>
    holdings(charter, around.body(id), today)
      .filter(({ seat }) => seat.role === role)
      .flatMap(({ appointment }) => {
        const { now, deputies } = orDeputy(appointment, id, around);
        return [...now, ...deputies];
      });
  const own = of(body, 'secretary');
  const theirs = own.length > 0 && !isServed(charter, body, today) ? own : [...own, ...of(servedBy(charter, body, today), 'secretary')];
  const found = theirs.length > 0 ? theirs : of(charter.collaboration.secretariat, 'secretary');
  return [...new Set((found.length > 0 ? found : of(body, 'chair')).map(one))];
}

function together(found: readonly Omit<Found, 'enough'>[]): Omit<Found, 'enough'> {
  return {
    now: found.flatMap(({ now }) => now),
    deputies: found.flatMap(({ deputies }) => deputies),
    newcomers: found.flatMap(({ newcomers }) => newcomers),
    skipped: found.flatMap(({ skipped }) => skipped),
  };
}
