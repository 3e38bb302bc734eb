import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate, SectorId } from '../charter/charter.ts';
import type { Partakers } from '../charter/gathering.ts';
import { type Holding, holdings, seatsHeld } from '../people/roles.ts';
import { dateAt } from '../time/calendar.ts';
import type { BodyState } from '../vocabulary/body.ts';
import type { AttendanceAnswer, CalledMeeting } from '../vocabulary/meeting.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import { partakers, partaking } from './partaking.ts';

type One = (person: PersonKey) => PersonKey;

/** Who is asked whether they come: whoever takes part by a seat held on that day, secretaries excepted. Each person once, chairs first. */
export function askedToMeeting(charter: Charter, bodies: readonly BodyState[], meeting: CalledMeeting, one: One): readonly PersonKey[] {
  const seated = seatedAt(charter, bodies, meeting).filter(({ seat }) => seat.role !== 'secretary');
  return [...new Set(seated.map(({ appointment }) => one(appointment.person)))];
}

/** Who is asked and has not answered. */
export function unansweredAt(charter: Charter, bodies: readonly BodyState[], meeting: CalledMeeting, one: One): readonly PersonKey[] {
  return askedToMeeting(charter, bodies, meeting, one).filter((person) => !answerOf(meeting, person, one));
}

/** A person's answer, under whichever of their joined identities it was given; the newest counts. */
export function answerOf(meeting: CalledMeeting, person: PersonKey, one: One): AttendanceAnswer | null {
  return meeting.answers.findLast((each) => one(each.person) === one(person)) ?? null;
}

export interface Tally {
  /** null: the seat belongs to no sector, and the person has stated none. */
  readonly sector: SectorId | null;
  readonly coming: number;
  readonly deputy: number;
  readonly absent: number;
  readonly silent: number;
}

/** Answers by sector, sectors in the collaboration's order. An answer given in a seat that has changed hands still counts. */
export function tally(
  charter: Charter,
  bodies: readonly BodyState[],
  meeting: CalledMeeting,
  sectorOf: (person: PersonKey) => SectorId | null,
  one: One,
): readonly Tally[] {
  const seated = seatedAt(charter, bodies, meeting);
  const sectorOfSilent = (person: PersonKey) =>
    seated.find(({ appointment }) => one(appointment.person) === person)?.seat.sector ?? sectorOf(person);
  const given = [...new Map(meeting.answers.map((each) => [one(each.person), each])).values()];
  const rows = [
    ...given.map((each) => ({ sector: each.sector, as: each.attendance })),
    ...unansweredAt(charter, bodies, meeting, one).map((person) => ({ sector: sectorOfSilent(person), as: 'silent' as const })),
  ];
  const order = [...charter.collaboration.sectors.map((each) => each.id as SectorId | null), null];
  return order.flatMap((sector) => {
    const mine = rows.filter((row) => row.sector === sector);
    const count = (as: (typeof rows)[number]['as']) => mine.filter((row) => row.as === as).length;
    return mine.length === 0
      ? []
      : [{ sector, coming: count('coming'), deputy: count('deputy'), absent: count('absent'), silent: count('silent') }];
  });
}

/** The seat a person answers for: one held on the day of the meeting, or held now. */
export function seatToAnswerFor(
  charter: Charter,
  bodies: readonly BodyState[],
  meeting: CalledMeeting,
  person: PersonKey,
  now: Temporal.Instant,
  one: One,
): Holding | null {
  const on = (date: IsoDate) => bodies.flatMap((body) => partaking(meeting, body.body, seatsHeld(charter, body, person, date, one)))[0];
  return on(dayOf(charter, meeting)) ?? on(dateAt(charter, now)) ?? null;
}

function seatedAt(charter: Charter, bodies: readonly BodyState[], meeting: CalledMeeting): readonly Holding[] {
  return bodies.flatMap((body) => partaking(meeting, body.body, holdings(charter, body, dayOf(charter, meeting))));
}

export interface FromBody extends Partakers {
  readonly asked: number;
  readonly answered: number;
}

/** How many are expected from each body, and how many of them have answered. */
export function expectedFrom(charter: Charter, bodies: readonly BodyState[], meeting: CalledMeeting, one: One): readonly FromBody[] {
  return partakers(meeting).map(({ body, seats }) => {
    const asked = askedToMeeting(
      charter,
      bodies.filter((each) => each.body === body),
      meeting,
      one,
    );
    return { body, seats, asked: asked.length, answered: asked.filter((person) => answerOf(meeting, person, one)).length };
  });
}

function dayOf(charter: Charter, meeting: CalledMeeting): IsoDate {
  return dateAt(charter, Temporal.Instant.from(meeting.start));
}
