import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate, SeatId } from '../charter/charter.ts';
import { keyRuleOf } from '../people/keys.ts';
import { runsOn } from '../people/roles.ts';
import { dateAt, instantOf, mayPrompt } from '../time/calendar.ts';
import type { BodyEvent, BodyState } from '../vocabulary/body.ts';
import type { Due } from '../vocabulary/due.ts';
import { type Notice, standingFor } from '../vocabulary/notice.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import type { SayVacancy, Vacancy, VacancySaid } from '../vocabulary/vacancy.ts';

/** The seats with a key that had somebody and stand empty on a date. One that nobody has ever held is no news. */
export function emptySeats(charter: Charter, body: BodyState, date: IsoDate): readonly Vacancy[] {
  return endings(charter, body).filter(
    ({ seat, since }) => since <= date && !isHeld(body, seat, date) && !laterEnding(body, seat, since, date),
  );
}

export function decideVacancy(state: BodyState, { since }: SayVacancy, { charter, now }: Around): readonly VacancySaid[] {
  const seats = unsaid(charter, state, dateAt(charter, now))
    .filter((each) => each.since === since)
    .map(({ seat }) => seat);
  return seats.length === 0 ? [] : [{ type: 'VacancySaid', v: 1, since, seats }];
}

export function vacancyDue(charter: Charter, state: BodyState, now: Temporal.Instant): readonly Due[] {
  if (!mayPrompt(charter, now)) return [];
  const days = new Set(unsaid(charter, state, dateAt(charter, now)).map(({ since }) => since));
  return [...days].map((since) => ({
    occasion: writeOccasion<'clock'>({ what: 'vacant', mark: since }),
    command: { type: 'SayVacancy', since },
  }));
}

/** When a seat with a key is next said to stand empty, in milliseconds; null: as it is filled now, never. */
export function nextVacancyAt(charter: Charter, state: BodyState): number | null {
  const ahead = endings(charter, state).filter((each) => !isSaid(state, each) && !isHeld(state, each.seat, each.since));
  const [first] = ahead.map(({ since }) => since).sort();
  return first === undefined ? null : instantOf(charter, first, charter.collaboration.defaults.promptsFrom).epochMilliseconds;
}

/** One card for each day on which seats came to stand empty, in the secretariat's channel. */
export function vacancyNotices(about: Stream, event: BodyEvent, charter: Charter): readonly Notice[] {
  if (event.type !== 'VacancySaid') return [];
  return [standingFor('seat-empty', about, { body: charter.collaboration.secretariat }, { what: 'vacant', mark: event.since })];
}

function unsaid(charter: Charter, state: BodyState, date: IsoDate): readonly Vacancy[] {
  return emptySeats(charter, state, date).filter((each) => !isSaid(state, each));
}

function isSaid(state: BodyState, { seat, since }: Vacancy): boolean {
  return state.vacanciesSaid.some((each) => each.seat === seat && each.since === since);
}

/** The day after each appointment to a seat that has a key on that day. */
function endings(charter: Charter, { body, appointments }: BodyState): readonly Vacancy[] {
  return appointments.flatMap(({ seat, until }) => {
    if (until === null) return [];
    const since = Temporal.PlainDate.from(until).add({ days: 1 }).toString();
    return keyRuleOf(charter, body, since)?.seats.includes(seat) ? [{ seat, since }] : [];
  });
}

function isHeld({ appointments }: BodyState, seat: SeatId, date: IsoDate): boolean {
  return appointments.some((each) => each.seat === seat && runsOn(each, date));
}

/** Whoever came after has left as well: that is the day it stands empty since. */
function laterEnding({ appointments }: BodyState, seat: SeatId, since: IsoDate, date: IsoDate): boolean {
  return appointments.some((each) => each.seat === seat && each.until !== null && each.until >= since && each.until < date);
}
