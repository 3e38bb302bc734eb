import type { Charter, IsoDate } from '../charter/charter.ts';
import { isPromptDay, isWorkingDay } from '../time/calendar.ts';

/** Days by the calendar before something is due on which it is asked about. */
const before = [30, 7] as const;

/** The quarter's day on a date: the first day on which prompts go out, in the quarter of the date, or in the one before while it has not come. */
export function quarterDay(charter: Charter, date: IsoDate): IsoDate {
  const day = onwards(charter, quarterOf(date, 0));
  return day <= date ? day : onwards(charter, quarterOf(date, -1));
}

/** The quarter's day that comes next after a date. */
export function nextQuarterDay(charter: Charter, after: IsoDate): IsoDate {
  for (let quarters = 0; ; quarters++) {
    const day = onwards(charter, quarterOf(after, quarters));
    if (day > after) return day;
  }
}

/** The day something is asked about as due: its own, or the first working day after it; one that falls in a holiday month, the last working day before that month. */
function dueDay(charter: Charter, due: IsoDate): IsoDate {
  let day = due;
  while (!isWorkingDay(charter, day)) day = shifted(day, 1);
  return isHoliday(charter, due) || isHoliday(charter, day) ? backwards(charter, due) : day;
}

/**
 * The next day after another on which something due is asked about because of that: 30 and 7 days before it, on the day, and each week
 * while it is overdue. Days before move back to one on which prompts go out, later ones forward; a week without such a day has none.
 */
export function nextDueAsking(charter: Charter, due: IsoDate, after: IsoDate): IsoDate {
  const day = dueDay(charter, due);
  const base = day < due ? day : due;
  if (after < day) {
    const earlier = before.map((days) => backwards(charter, shifted(base, -days))).find((each) => each > after);
    return earlier ?? day;
  }
  const weeks = Math.floor((Date.parse(after) - Date.parse(base)) / (7 * dayMs));
  for (let week = Math.max(1, weeks); ; week++) {
    const on = shifted(base, 7 * week);
    if (isHoliday(charter, on)) continue;
    const asked = onwards(charter, on);
    if (asked > after && asked < shifted(on, 7)) return asked;
  }
}

/** The n-th day on which prompts go out after a date. */
export function promptDaysAfter(charter: Charter, date: IsoDate, n: number): IsoDate {
  let day = date;
  for (let left = n; left > 0; left--) day = onwards(charter, shifted(day, 1));
  return day;
}

/** So many days by the calendar later. */
export function shifted(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}
const dayMs = 86_400_000;

/** The first of the quarter a date is in, or of one so many quarters later. */
function quarterOf(date: IsoDate, quarters: number): IsoDate {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - ((month - 1) % 3) + 3 * quarters, 1)).toISOString().slice(0, 10);
}

function onwards(charter: Charter, from: IsoDate): IsoDate {
  let day = from;
  while (isHoliday(charter, day) || !isPromptDay(charter, day)) day = shifted(day, 1);
  return day;
}

function backwards(charter: Charter, from: IsoDate): IsoDate {
  let day = from;
  while (isHoliday(charter, day) || !isPromptDay(charter, day)) day = shifted(day, -1);
  return day;
}

function isHoliday({ collaboration }: Charter, day: IsoDate): boolean {
  return collaboration.calendar.holidayMonths.includes(Number(day.slice(5, 7)));
}
