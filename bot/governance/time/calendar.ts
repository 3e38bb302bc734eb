import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { dateOf, dayOf, monthOf, weekdayOf } from './days.ts';

/** The date on the wall of the collaboration at an instant. */
export function dateAt(charter: Charter, instant: Temporal.Instant): IsoDate {
  return wall(charter, instant).toPlainDate().toString();
}

/** An instant as the collaboration's clocks show it. */
export function wall(charter: Charter, instant: Temporal.Instant): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(charter.collaboration.timeZone);
}

/** When the collaboration's clocks show this date and time. A time skipped in spring is read an hour later; one that comes twice in autumn is the first. */
export function instantOf(charter: Charter, date: IsoDate, time: string): Temporal.Instant {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: charter.collaboration.timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();
}

export function dateAfter(date: IsoDate): IsoDate {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

/** A day and what its clocks show; `24:00` is the end of the day. */
export interface DayAndTime {
  readonly date: IsoDate;
  readonly time: string;
}

/** The minutes that pass from one to the other, also where the clocks change in between; negative where the other comes first. */
export function elapsedMinutes(charter: Charter, from: DayAndTime, until: DayAndTime): number {
  return Math.round(shown(charter, from).until(shown(charter, until)).total('minutes'));
}

/** What the collaboration's clocks show when so many minutes have passed. */
export function endOf(charter: Charter, date: IsoDate, time: string, minutes: number): Temporal.ZonedDateTime {
  return wall(charter, instantOf(charter, date, time).add({ minutes }));
}

function shown(charter: Charter, { date, time }: DayAndTime): Temporal.Instant {
  if (time !== '24:00') return instantOf(charter, date, time);
  return instantOf(charter, Temporal.PlainDate.from(date).add({ days: 1 }).toString(), '00:00');
}

/** Not a weekend, nor one of the model's days off. */
export function isWorkingDay(charter: Charter, date: IsoDate): boolean {
  return weekdayOf(dayOf(date)) <= 5 && !charter.daysOff.has(date);
}

/** The n-th working day before a date, the date itself not counted. */
export function workingDaysBefore(charter: Charter, date: IsoDate, n: number): IsoDate {
  return step(charter, date, -1, n);
}

/** The n-th working day after a date, the date itself not counted. */
export function workingDaysAfter(charter: Charter, date: IsoDate, n: number): IsoDate {
  return step(charter, date, 1, n);
}

/** Prompts go out on working days within the hours of the collaboration, and never in a holiday month. */
export function mayPrompt(charter: Charter, now: Temporal.Instant): boolean {
  const here = wall(charter, now);
  const time = here.toPlainTime();
  const { promptsFrom, promptsUntil } = charter.collaboration.defaults;
  return (
    isPromptDay(charter, here.toPlainDate().toString()) &&
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(promptsFrom)) >= 0 &&
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(promptsUntil)) <= 0
  );
}

/** The next instant at which prompts go out; null: they do now. */
export function openingAfter(charter: Charter, now: Temporal.Instant): string | null {
  if (mayPrompt(charter, now)) return null;
  const { promptsFrom } = charter.collaboration.defaults;
  let day = wall(charter, now).toPlainDate();
  for (;;) {
    const opens = instantOf(charter, day.toString(), promptsFrom);
    if (isPromptDay(charter, day.toString()) && Temporal.Instant.compare(opens, now) > 0) return opens.toString();
    day = day.add({ days: 1 });
  }
}

/** A working day outside the holiday months. */
export function isPromptDay(charter: Charter, date: IsoDate): boolean {
  return isWorkingDay(charter, date) && !inHolidays(charter, date);
}

/** In one of the months in which the collaboration does not meet. */
export function inHolidays(charter: Charter, date: IsoDate): boolean {
  return charter.collaboration.calendar.holidayMonths.includes(monthOf(date));
}

function step(charter: Charter, from: IsoDate, direction: 1 | -1, n: number): IsoDate {
  let day = dayOf(from);
  for (let left = n; left > 0; ) {
    day += direction;
    if (isWorkingDay(charter, dateOf(day))) left--;
  }
  return dateOf(day);
}
