import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { isPromptDay } from './calendar.ts';

/** `2015-H1`; later ones compare as greater. */
export type HalfYear = `${number}-H${number}`;

export function halfOf(date: IsoDate): HalfYear {
  const { year, month } = Temporal.PlainDate.from(date);
  return `${year}-H${month <= 6 ? 1 : 2}`;
}

/** The day after a half-year or a quarter. */
export function dayAfter(period: HalfYear | Quarter): IsoDate {
  const [year, number] = period.split(/-[HQ]/).map(Number);
  const months = period.includes('H') ? 6 : 3;
  return Temporal.PlainDate.from({ year: year ?? 0, month: 1, day: 1 })
    .add({ months: months * (number ?? 0) })
    .toString();
}

/** The first day of a quarter. */
export function firstDayOf(quarter: Quarter): IsoDate {
  return Temporal.PlainDate.from(dayAfter(quarter)).subtract({ months: 3 }).toString();
}

/** The quarters after one, up to the one a date lies in; the newest last. */
export function quartersSince(last: Quarter, date: IsoDate): readonly Quarter[] {
  const until = quarterOf(date);
  const quarters: Quarter[] = [];
  for (let next = quarterOf(dayAfter(last)); next <= until; next = quarterOf(dayAfter(next))) quarters.push(next);
  return quarters;
}

/** The date itself, or the first working day after it outside the holiday months. */
export function promptDayFrom(charter: Charter, date: IsoDate): IsoDate {
  let day = Temporal.PlainDate.from(date);
  for (let ahead = 0; ahead < 366 && !isPromptDay(charter, day.toString()); ahead++) day = day.add({ days: 1 });
  return day.toString();
}

/** `2019-Q1`; later ones compare as greater. */
export type Quarter = `${number}-Q${number}`;

export function quarterOf(date: IsoDate): Quarter {
  const { year, month } = Temporal.PlainDate.from(date);
  return `${year}-Q${Math.ceil(month / 3)}`;
}
