import type { BodyId } from '../charter/charter.ts';
import { dateOf } from '../time/days.ts';
import type { Owed } from '../vocabulary/year/year.ts';
import { type Breach, breaksOf } from './remarks.ts';
import { daysOf } from './rules.ts';
import { type Conflict, searchYear } from './search.ts';
import { type MeetingDate, type Series, seriesOf, type YearQuestion } from './series.ts';

/** One body's ordinary meetings, or one gathering that it calls. */
export interface Laid {
  readonly body: BodyId;
  readonly gathering: string | null;
  readonly owed: Owed;
  /** Soonest first. */
  readonly meetings: readonly (Omit<MeetingDate, 'joint'> & { readonly standing: boolean; readonly breaks: readonly Breach[] })[];
  /** Why there is no layout. null: there is. */
  readonly conflict: Conflict | null;
}

/**
 * A year for every body that meets through the bot. The same question gets the same answer, whoever's part of it is read.
 * Kept: numbers, even gaps, days off and holiday months, the order of bodies that prepare for each other, nobody in two places.
 * Wished for: the weeks to avoid left free, and dates close to even.
 */
export function planYear(question: YearQuestion): readonly Laid[] {
  const { year } = question;
  const series = seriesOf(question);
  const days = daysOf(question.charter, year);
  const { placed, conflicts } = searchYear(question.charter, days, series);
  const board = { charter: question.charter, days, all: series, placed };
  return series
    .map((each) => ({
      body: each.body,
      gathering: each.gathering,
      owed: each.owed,
      meetings: (placed.get(each.key) ?? []).map((slot) => ({
        body: each.body,
        gathering: each.gathering,
        date: dateOf(slot.day),
        time: timeOf(slot.start),
        minutes: slot.end - slot.start,
        standing: stands(each, slot.day, slot.start),
        breaks: breaksOf(board, each, slot),
      })),
      conflict: conflicts.get(each.key) ?? null,
    }))
    .map((laid) => ({ ...laid, meetings: laid.meetings.filter(({ date }) => date.startsWith(`${year}-`)) }));
}

function stands(series: Series, day: number, start: number): boolean {
  return series.standing.some((slot) => slot.day === day && slot.start === start);
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
