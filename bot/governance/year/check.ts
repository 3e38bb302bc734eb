import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import { bodyOf } from '../charter/terms.ts';
import { dateAt, instantOf, isPromptDay, mayPrompt } from '../time/calendar.ts';
import type { BodyEvent, BodyState } from '../vocabulary/body.ts';
import type { Around } from '../vocabulary/subject.ts';
import type { CheckYears, YearShort } from '../vocabulary/year/year.ts';
import { shortfalls } from './shortfall.ts';

/** The day of the check that is due now; null: none is. Of several that were missed, the last. */
export function yearCheckDue(charter: Charter, body: BodyState, now: Temporal.Instant): IsoDate | null {
  if (!isChecked(charter, body) || !mayPrompt(charter, now)) return null;
  const today = dateAt(charter, now);
  const year = Number(today.slice(0, 4));
  const last = [...checkDays(charter, year - 1), ...checkDays(charter, year)].findLast((day) => day <= today);
  return last !== undefined && (body.yearsChecked === null || body.yearsChecked < last) ? last : null;
}

/** When the next check may be due, in milliseconds; null: never, as things stand. */
export function nextYearCheckAt(charter: Charter, body: BodyState): number | null {
  if (!isChecked(charter, body)) return null;
  const day = body.yearsChecked === null ? bodyOf(charter, body.body)?.terms[0]?.from : dayAfter(charter, body.yearsChecked);
  return day === undefined ? null : instantOf(charter, day, charter.collaboration.defaults.promptsFrom).epochMilliseconds;
}

export function checkYears(state: BodyState, { day }: CheckYears, around: Around): readonly BodyEvent[] {
  if (state.channel === null || (state.yearsChecked !== null && state.yearsChecked >= day)) return [];
  const short = state.yearsChecked === null ? [] : yearsAround(day).flatMap((year) => shortIn(state.body, year, day, around));
  return [{ type: 'YearsChecked', v: 1, day, short }];
}

/** The years a check looks at: this one, the next, and in the first quarter the one that is over. */
export function yearsAround(day: IsoDate): readonly number[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return [...(month <= 3 ? [year - 1] : []), year, year + 1];
}

/** A past year of which nothing at all is recorded is not known to have fallen short. */
function shortIn(body: BodyId, year: number, day: IsoDate, { charter, dates }: Around): readonly YearShort[] {
  const known = dates(body, year);
  const live = known.filter(({ cancelled }) => !cancelled).map((each) => ({ ...each, body }));
  return shortfalls(charter, body, year, live, day)
    .filter(({ how }) => how !== 'fell-short' || known.length > 0)
    .map(({ gathering, how, has, owes }) => ({ year, gathering, how, has, owes }));
}

function dayAfter(charter: Charter, checked: IsoDate): IsoDate | undefined {
  const year = Number(checked.slice(0, 4));
  return [...checkDays(charter, year), ...checkDays(charter, year + 1)].find((day) => day > checked);
}

/** A body that meets in a channel, and at some time owes meetings by its terms or by a setting. */
function isChecked({ bodies, gatherings, collaboration }: Charter, { body: id, channel }: BodyState): boolean {
  const body = bodies.find((each) => each.id === id);
  if (channel === null || !body || body.outside) return false;
  const { cadences } = collaboration.defaults.planning;
  return (
    gatherings.some(({ host, least }) => host === id && least > 0) ||
    cadences.some((each) => each.body === id || each.kind === body.kind) ||
    body.terms.some(({ cadence }) => cadence.stated && cadence.value.least !== null)
  );
}

/** In order: the first prompt day from the beginning of each quarter, and from the day by which the next year is planned. */
function checkDays(charter: Charter, year: number): readonly IsoDate[] {
  const from = ['01-01', '04-01', '07-01', '10-01', charter.collaboration.defaults.planning.plannedBy];
  const days = from.map((each) => promptDayFrom(charter, `${year}-${each}`));
  return [...new Set(days)].sort();
}

function promptDayFrom(charter: Charter, date: IsoDate): IsoDate {
  const first = Temporal.PlainDate.from(date);
  for (let ahead = 0; ahead < 366; ahead++) {
    const day = first.add({ days: ahead }).toString();
    if (isPromptDay(charter, day)) return day;
  }
  return date;
}
