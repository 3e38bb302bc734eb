import type { Charter, IsoDate } from '../charter/charter.ts';
import type { Attention, FollowUpRow, RowAnswer, Status } from '../vocabulary/milestone/follow-up.ts';
import { quarterDay, shifted } from './check-in-dates.ts';

/** Where a milestone stands. Only what somebody said of it since it was asked about is its status. */
export type Standing = Status | 'no-answer' | 'not-asked' | 'withdrawn';

/** Where a row stands on a date. What was said in an earlier quarter is nothing said of this one, except that it is done. */
export function rowStanding(charter: Charter, row: FollowUpRow, date: IsoDate): Standing {
  if (row.withdrawn) return 'withdrawn';
  if (row.answer?.status === 'done') return 'done';
  if (hasNoAnswer(row)) return 'no-answer';
  if (row.answer === null) return 'not-asked';
  return answeredFor(row, quarterDay(charter, date)) ? row.answer.status : 'not-asked';
}

/** It has been asked about, and nobody has answered since. */
export function hasNoAnswer(row: FollowUpRow): boolean {
  if (row.withdrawn || row.askedOn === null || row.answer?.status === 'done') return false;
  return row.answer === null || row.answer.on < row.askedOn;
}

/** The check-in from which the answer of one that has none has been waited for. */
export function waitsSince({ waitsSince: since, askedOn }: Pick<FollowUpRow, 'waitsSince' | 'askedOn'>): IsoDate | null {
  return since ?? askedOn;
}

/** Answered on the day of an occasion or shortly before it, so that it need not be asked. */
export function answeredFor({ answer }: Pick<FollowUpRow, 'answer'>, occasion: IsoDate): boolean {
  return answer !== null && answer.on >= shifted(occasion, -freshDays);
}
/** So many days an answer is fresh. Ours. */
const freshDays = 6;

/** What an answer, or its absence, tells the chairs; null: nothing. */
export function attentionOf(
  { due, neededBy }: Pick<FollowUpRow, 'due' | 'neededBy'>,
  { status, expected }: Pick<RowAnswer, 'status' | 'expected'>,
): Attention | null {
  if (status === 'done') return null;
  if (status === 'late' && (expected === null || expected > due)) return 'late';
  return expected !== null && neededBy !== null && expected > neededBy ? 'dependant' : null;
}
