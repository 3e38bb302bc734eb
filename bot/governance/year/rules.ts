import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import { isCrowded, settingsOf } from '../meeting/deadlines.ts';
import { inHolidays, isWorkingDay } from '../time/calendar.ts';
import { dateOf, dayOf, monthOf } from '../time/days.ts';
import { minutesOf, type Series, type Slot } from './series.ts';

/** What a year must keep besides its numbers. Where it cannot, these are named. */
export type Rule = 'days-off' | 'holiday-months' | 'even-gaps' | 'order' | 'nobody-in-two-places' | 'first-meeting';
export const everyRule: ReadonlySet<Rule> = new Set([
  'first-meeting',
  'nobody-in-two-places',
  'order',
  'even-gaps',
  'holiday-months',
  'days-off',
]);

/** What a layout is held against: the calendar's answers, and what has been laid out so far, by series. */
export interface Board {
  readonly charter: Charter;
  readonly days: readonly YearDay[];
  readonly all: readonly Series[];
  readonly placed: ReadonlyMap<string, readonly Slot[]>;
}
export interface YearDay {
  readonly day: number;
  readonly off: boolean;
  readonly holidays: boolean;
  readonly avoided: boolean;
  /** Bodies whose deadlines before it the holidays push together. */
  readonly rushed: ReadonlySet<BodyId>;
}
export interface Candidate extends Slot {
  /** In one of the weeks to leave free. */
  readonly avoided: boolean;
  readonly rushed: boolean;
  /** How many others meet that day. */
  readonly others: number;
}

/** The days of the series' year on which it may meet, each at the first time that fits, or at every time that fits. */
export function candidates(board: Board, series: Series, rules: ReadonlySet<Rule>, which: 'first' | 'every'): readonly Candidate[] {
  const days = openDays(board, series, rules);
  const taken = others(board, series);
  const times = starts(board.charter, series);
  return days.flatMap(({ day, avoided, rushed }) => {
    if (rules.has('order') && breaksOrder(board, series, day)) return [];
    const here = taken.get(day) ?? [];
    const fitting = times
      .map((start) => ({ day, start, end: start + series.minutes, avoided, rushed: rushed.has(series.body), others: here.length }))
      .filter(
        (slot) => !rules.has('nobody-in-two-places') || !here.some((other) => other.shared && clash(board.charter, slot, other.slot)),
      );
    return which === 'first' ? fitting.slice(0, 1) : fitting;
  });
}

/** The last day on which the year's first meeting may fall: in the month the terms name, and so early that it prepares for the first above. */
export function firstNoLaterThan(board: Board, series: Series, rules: ReadonlySet<Rule>): number {
  const byTerms = rules.has('first-meeting') && series.owed.firstBy ? dayOf(series.owed.firstBy.date) : Number.POSITIVE_INFINITY;
  const byOrder = rules.has('order') ? preparedBy(board, series).map((upper) => latestFor(board, series, upper)) : [];
  return Math.min(byTerms, ...byOrder);
}

/** Whether those who prepare for this one have met before its first meeting, as it is now placed. */
export function wasPreparedFor(board: Board, upper: Series): boolean {
  return board.all.every((lower) => {
    const first = board.placed.get(lower.key)?.[0];
    return !first || !lower.prepares.includes(upper.key) || first.day <= latestFor(board, lower, upper);
  });
}

/**
 * A body that meets at least as often as the one it prepares for has met before that one's first meeting, where the year has a
 * working day for it.
 */
function latestFor(board: Board, lower: Series, upper: Series): number {
  const paper = paperDays(board.charter, upper.body);
  const firstOpen = openDays(board, lower, everyRule)[0]?.day ?? Number.POSITIVE_INFINITY;
  const inReach = (board.placed.get(upper.key) ?? []).filter((slot) => slot.day - paper >= firstOpen);
  const first = inReach[0];
  return first && lower.count >= inReach.length ? first.day - paper : Number.POSITIVE_INFINITY;
}

/** A day just before a meeting above is too late to prepare for it; and the other way round for the one above. */
function breaksOrder(board: Board, series: Series, day: number): boolean {
  const { charter } = board;
  const above = preparedBy(board, series);
  if (above.some((upper) => around(board, upper).some((slot) => isTooLate(charter, day, upper, slot.day)))) return true;
  const below = board.all.filter((each) => each.prepares.includes(series.key));
  return below.some((lower) => around(board, lower).some((slot) => isTooLate(charter, slot.day, series, day)));
}

/** A meeting on the one day comes after the papers for the other were due, and not after it. */
export function isTooLate(charter: Charter, lower: number, { body }: Series, upper: number): boolean {
  return upper - paperDays(charter, body) < lower && lower <= upper;
}

/** The series that it prepares for. */
export function preparedBy({ all }: Board, { prepares }: Series): readonly Series[] {
  return all.filter(({ key }) => prepares.includes(key));
}

/** Both at once, or with no time to get from one to the other; a meeting may last into another day. */
export function clash(charter: Charter, one: Slot, other: Slot): boolean {
  const apart = charter.collaboration.defaults.planning.betweenPlacesMinutes;
  const later = (other.day - one.day) * 24 * 60;
  return one.start < later + other.end + apart && later + other.start < one.end + apart;
}

/** How far apart two meetings that follow each other may lie, in days: half to 1.7 times an even share of the year. */
export function gapLimits({ owed, count }: Series): { readonly least: number; readonly most: number } {
  if (owed.propose === 0) return { least: 0, most: Number.POSITIVE_INFINITY };
  const even = 365.25 / (owed.yearly * Math.max(1, count / owed.propose));
  return { least: Math.ceil(0.5 * even), most: Math.floor(1.7 * even) };
}

/** Calendar days before a body's meeting by which its papers are in. */
export function paperDays(charter: Charter, body: BodyId): number {
  return settingsOf(charter, body).itemsDays;
}

function around({ placed }: Board, { key, standing, beside }: Series): readonly Slot[] {
  return [...(placed.get(key) ?? standing), ...beside];
}

function others(board: Board, series: Series): ReadonlyMap<number, readonly { readonly slot: Slot; readonly shared: boolean }[]> {
  const taken = new Map<number, { slot: Slot; shared: boolean }[]>();
  for (const other of board.all) {
    if (other.key === series.key) continue;
    for (const slot of board.placed.get(other.key) ?? other.standing) {
      const last = slot.day + Math.floor(Math.max(0, slot.end - 1) / (24 * 60));
      for (let day = slot.day; day <= last; day++)
        taken.set(day, [...(taken.get(day) ?? []), { slot, shared: series.shares.has(other.key) }]);
    }
  }
  return taken;
}

function starts(charter: Charter, series: Series): readonly number[] {
  const latest = 24 * 60 - series.minutes;
  return charter.collaboration.defaults.planning.startTimes.map(minutesOf).filter((start) => start <= latest);
}

const known = new WeakMap<Charter, Map<number, readonly YearDay[]>>();

/** Every day of a year, and what speaks against meeting on it. Looked up once for all bodies, and for all the times a year is laid out. */
export function daysOf(charter: Charter, year: number): readonly YearDay[] {
  const years = known.get(charter) ?? new Map<number, readonly YearDay[]>();
  known.set(charter, years);
  const days = years.get(year) ?? lookedUp(charter, year);
  years.set(year, days);
  return days;
}

function lookedUp(charter: Charter, year: number): readonly YearDay[] {
  const { avoidWeeks } = charter.collaboration.defaults.planning;
  const bodies = charter.bodies.filter(({ outside }) => !outside).map(({ id }) => id);
  const first = dayOf(`${year}-01-01`);
  return Array.from({ length: dayOf(`${year + 1}-01-01`) - first }, (_, at) => {
    const date = dateOf(first + at);
    const works = isWorkingDay(charter, date);
    return {
      day: first + at,
      off: !works,
      holidays: inHolidays(charter, date),
      avoided: avoidWeeks.includes(Temporal.PlainDate.from(date).weekOfYear ?? 0),
      rushed: works && afterHolidays(charter, date) ? new Set(bodies.filter((id) => isCrowded(charter, id, date))) : none,
    };
  });
}

const none: ReadonlySet<BodyId> = new Set();

/** So soon after a holiday month that deadlines may fall into it. */
function afterHolidays(charter: Charter, date: IsoDate): boolean {
  const before = monthOf(date) - 1;
  return !inHolidays(charter, date) && charter.collaboration.calendar.holidayMonths.includes(before === 0 ? 12 : before);
}

function openDays({ days }: Board, series: Series, rules: ReadonlySet<Rule>): readonly YearDay[] {
  const [from, until] = [series.from, dayOf(series.owed.until)];
  return days.filter(
    ({ day, off, holidays }) =>
      day >= from && day <= until && !(off && rules.has('days-off')) && !(holidays && rules.has('holiday-months')),
  );
}
