import { Temporal } from 'temporal-polyfill';
import { isPromptDay, isWorkingDay } from './calendar.ts';
import type { Charter, IsoDate } from './charter.ts';

/** Days by the calendar before something is due on which it is asked about. */
const before = [30, 7] as const;

/** The quarter's day on a date: the first day on which prompts go out, in the quarter of the date, or in the one before while it has not come. */
export function quarterDay(charter: Charter, date: IsoDate): IsoDate {
  const here = Temporal.PlainDate.from(date);
  const begins = here.with({ month: here.month - ((here.month - 1) % 3), day: 1 });
  const day = onwards(charter, begins);
  return day <= date ? day : onwards(charter, begins.subtract({ months: 3 }));
}

/** The quarter's day that comes next after a date. */
export function nextQuarterDay(charter: Charter, after: IsoDate): IsoDate {
  const here = Temporal.PlainDate.from(after);
  const begins = here.with({ month: here.month - ((here.month - 1) % 3), day: 1 });
  const days = [0, 3, 6].map((months) => onwards(charter, begins.add({ months })));
  return days.find((day) => day > after) ?? onwards(charter, begins.add({ months: 9 }));
}

/** The day something is asked about as due: its own, or the first working day after it; one that falls in a holiday month, the last working day before that month. */
function dueDay(charter: Charter, due: IsoDate): IsoDate {
  const itself = Temporal.PlainDate.from(due);
  let day = itself;
  while (!isWorkingDay(charter, day.toString())) day = day.add({ days: 1 });
  return isHolidayMonth(charter, itself) || isHolidayMonth(charter, day) ? backwards(charter, itself) : day.toString();
}

/**
 * The next day after another on which something due is asked about because of that: 30 and 7 days before it, on the day, and each week
 * while it is overdue. Days before move back to one on which prompts go out, later ones forward; a week without such a day has none.
 */
export function nextDueAsking(charter: Charter, due: IsoDate, after: IsoDate): IsoDate {
  const day = dueDay(charter, due);
  const base = Temporal.PlainDate.from(day < due ? day : due);
  const earlier = before.map((days) => backwards(charter, base.subtract({ days }))).find((each) => each > after);
  if (earlier !== undefined) return earlier;
  if (day > after) return day;
  const weeks = Math.floor(base.until(Temporal.PlainDate.from(after), { largestUnit: 'days' }).days / 7);
  for (let week = Math.max(1, weeks); ; week++) {
    const on = base.add({ days: 7 * week });
    if (isHolidayMonth(charter, on)) continue;
    const asked = onwards(charter, on);
    if (asked > after && asked < on.add({ days: 7 }).toString()) return asked;
  }
}

/** The n-th day on which prompts go out after a date. */
export function promptDaysAfter(charter: Charter, date: IsoDate, n: number): IsoDate {
  let day = Temporal.PlainDate.from(date);
  for (let left = n; left > 0; left--) day = Temporal.PlainDate.from(onwards(charter, day.add({ days: 1 })));
  return day.toString();
}

function onwards(charter: Charter, from: Temporal.PlainDate): IsoDate {
  let day = from;
  while (!isPromptDay(charter, day.toString())) day = day.add({ days: 1 });
  return day.toString();
}

function backwards(charter: Charter, from: Temporal.PlainDate): IsoDate {
  let day = from;
  while (!isPromptDay(charter, day.toString())) day = day.subtract({ days: 1 });
  return day.toString();
}

function isHolidayMonth({ collaboration }: Charter, { month }: Temporal.PlainDate): boolean {
  return collaboration.calendar.holidayMonths.includes(month);
}
