import { Temporal } from 'temporal-polyfill';
import type { PlannedDate } from '../vocabulary/year/year.ts';
import type { ReadDate } from './read-date.ts';

/** A line of a file and the meeting it is about; `beside`: one planned by itself, and not by the plan. `none`: it is new, or not known. */
export interface Pair {
  readonly date: ReadDate;
  readonly was: PlannedDate | null;
  readonly how: 'id' | 'time' | 'day' | 'nearest' | 'beside' | 'none';
}

/** Which meeting each line is about: by id, else by date and time, else the only one that day, else, in a whole list, the nearest. */
export function matched(
  dates: readonly ReadDate[],
  recorded: readonly PlannedDate[],
  beside: readonly PlannedDate[],
  whole: boolean,
): { readonly pairs: readonly Pair[]; readonly left: readonly PlannedDate[] } {
  const pairs = new Map<ReadDate, Pair>();
  const claimed = new Set<PlannedDate>();
  const open = () => dates.filter((date) => !pairs.has(date));
  const free = () => recorded.filter((each) => !each.cancelled && !claimed.has(each));
  const pair = (date: ReadDate, was: PlannedDate | undefined, how: Pair['how']) => {
    if (!was) return;
    pairs.set(date, { date, was, how });
    claimed.add(was);
  };
  for (const date of open()) pair(date, date.id === null ? undefined : recorded.find(({ id }) => id === date.id), 'id');
  const same = (date: ReadDate) => (each: PlannedDate) =>
    each.date === date.date && (date.gathering === null || each.gathering === date.gathering);
  for (const date of open()) {
    const here = free().filter(same(date));
    pair(date, date.time === null ? undefined : here.find(({ time }) => time === date.time), 'time');
  }
  for (const date of open()) {
    const other = beside.filter((each) => each.date === date.date && (date.time === null || each.time === date.time));
    if (other.length === 1 && !date.cancelled) pair(date, other[0], 'beside');
  }
  for (const date of open()) {
    const here = free().filter(same(date));
    const alone = open().filter((each) => each.date === date.date).length === 1;
    if (here.length === 1 && alone) pair(date, here[0], 'day');
  }
  if (whole)
    for (const { date, was } of nearest(
      open().filter(({ cancelled }) => !cancelled),
      free(),
    ))
      pair(date, was, 'nearest');
  return { pairs: dates.map((date) => pairs.get(date) ?? { date, was: null, how: 'none' }), left: free() };
}

/** A meeting that lies further away than this is another one. */
const mostDaysMoved = 45;

export function isDaysAway(one: Pick<PlannedDate, 'date'>, other: Pick<PlannedDate, 'date'>, days: number): boolean {
  return apart(one.date, other.date) <= days;
}

/** The nearest pairs first, each once. */
function nearest(
  dates: readonly ReadDate[],
  recorded: readonly PlannedDate[],
): readonly { readonly date: ReadDate; readonly was: PlannedDate }[] {
  const all = dates.flatMap((date) =>
    recorded
      .filter((was) => (date.gathering === null || was.gathering === date.gathering) && isDaysAway(was, date, mostDaysMoved))
      .map((was) => ({ date, was, days: apart(was.date, date.date) })),
  );
  const taken = new Set<unknown>();
  return all
    .sort((a, b) => a.days - b.days)
    .filter(({ date, was }) => {
      if (taken.has(date) || taken.has(was)) return false;
      taken.add(date).add(was);
      return true;
    });
}

function apart(one: string, other: string): number {
  return Math.abs(Temporal.PlainDate.from(one).until(other).days);
}
