import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { isWorkingDay } from '../../bot/governance/time/calendar.ts';

/** Reads the calendar a day at a time, and gives the days until `last` on which something due is asked about. */
export function daysAskedAsDue(model: Charter, due: string, last: string): ReadonlySet<string> {
  const workday = walk(due, 1, (day) => isWorkingDay(model, day));
  const inHoliday = isHoliday(model, due) || isHoliday(model, workday);
  const asked = inHoliday ? walk(due, -1, (day) => isOpen(model, day)) : workday;
  const base = inHoliday ? asked : due;
  const before = [30, 7].map((days) => walk(shifted(base, -days), -1, (day) => isOpen(model, day)));
  const days = new Set([...before, asked].filter((day) => day <= last));
  for (let week = shifted(base, 7); week <= last; week = shifted(week, 7)) {
    // These are the days of this week, until the next one begins.
    for (let day = week; !isHoliday(model, week) && day < shifted(week, 7); day = shifted(day, 1)) {
      if (!isOpen(model, day)) continue;
      if (day <= last) days.add(day);
      break;
    }
  }
  return days;
}

/** Gives the first open day from the first of each quarter on. */
export function quartersOf(model: Charter, years: readonly number[]): ReadonlySet<string> {
  const first = years.flatMap((year) => ['01', '04', '07', '10'].map((month) => `${year}-${month}-01`));
  return new Set(first.map((day) => walk(day, 1, (each) => isOpen(model, each))));
}

export function shifted(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function isHoliday(model: Charter, day: string): boolean {
  return model.collaboration.calendar.holidayMonths.includes(Number(day.slice(5, 7)));
}

function isOpen(model: Charter, day: string): boolean {
  return isWorkingDay(model, day) && !isHoliday(model, day);
}

function walk(from: string, step: 1 | -1, good: (day: string) => boolean): string {
  let day = from;
  while (!good(day)) day = shifted(day, step);
  return day;
}
