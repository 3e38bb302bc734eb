import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../charter/charter.ts';
import type { Frequency, Indicator, Reported } from '../vocabulary/initiative.ts';

/** What one value is of: a quarter, a half-year or a year, from its first day to its last. */
export interface Period {
  readonly from: IsoDate;
  readonly until: IsoDate;
}
const months: Readonly<Record<Frequency, number>> = { quarter: 3, 'half-year': 6, year: 12 };
/** So many that are over may be reported at once. */
const mostPast = 4;

/** The period a day lies in. */
export function periodOf(every: Frequency, day: IsoDate): Period {
  const { year, month } = Temporal.PlainDate.from(day);
  const first = Temporal.PlainDate.from({ year, month: month - ((month - 1) % months[every]), day: 1 });
  return { from: first.toString(), until: first.add({ months: months[every] }).subtract({ days: 1 }).toString() };
}

/** The period before another. */
export function periodBefore(every: Frequency, { from }: Period): Period {
  return periodOf(every, Temporal.PlainDate.from(from).subtract({ days: 1 }).toString());
}

/** What is reported of a period; null: nothing yet. A value counts in the one period that its day lies in. */
export function reportedFor({ values }: Pick<Indicator, 'values'>, { from, until }: Period): Reported | null {
  return values.findLast(({ of }) => of >= from && of <= until) ?? null;
}

/** The day a value of a period is of: its last, or today while it runs. */
export function dayIn({ until }: Period, today: IsoDate): IsoDate {
  return until < today ? until : today;
}

/** Periods a value may be reported of: those over since the indicator is here, those without a value first, and the running one. */
export function periodsToReport(indicator: Indicator, today: IsoDate): readonly Period[] {
  const running = periodOf(indicator.every, today);
  const past: Period[] = [];
  for (let each = periodBefore(indicator.every, running); past.length < mostPast && each.until >= indicator.since; ) {
    past.push(each);
    each = periodBefore(indicator.every, each);
  }
  const missing = past.filter((each) => reportedFor(indicator, each) === null).reverse();
  return [...missing, ...past.filter((each) => !missing.includes(each)), running];
}
