import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { dateAt, isWorkingDay } from '../time/calendar.ts';
import type { IsoInstant } from '../vocabulary/stream.ts';

/** After this many working days without an answer: said by name, the deputy may act, the secretariat is told. Ours. */
export const silence = { reminded: 5, deputyActs: 10, secretariatTold: 15 } as const;

/** Working days from one date until another, the first not counted; days of holiday months do not count. */
export function daysOfSilence(charter: Charter, since: IsoInstant, now: Temporal.Instant): number {
  const last = Temporal.PlainDate.from(dateAt(charter, now));
  let day = Temporal.PlainDate.from(dateAt(charter, Temporal.Instant.from(since)));
  let days = 0;
  while (Temporal.PlainDate.compare(day, last) < 0) {
    day = day.add({ days: 1 });
    const holiday = charter.collaboration.calendar.holidayMonths.includes(day.month);
    if (!holiday && isWorkingDay(charter, day.toString())) days++;
  }
  return days;
}

/** The first date on which that many days of silence have passed. */
export function silentSince(charter: Charter, since: IsoInstant, days: number): IsoDate {
  let day = Temporal.PlainDate.from(dateAt(charter, Temporal.Instant.from(since)));
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    const holiday = charter.collaboration.calendar.holidayMonths.includes(day.month);
    if (!holiday && isWorkingDay(charter, day.toString())) left--;
  }
  return day.toString();
}
