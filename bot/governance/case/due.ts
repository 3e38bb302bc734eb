import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import { instantOf } from '../time/calendar.ts';
import type { CaseState } from '../vocabulary/case/case.ts';
import type { Due } from '../vocabulary/due.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';

/** A written procedure is over when its last day is: the answers are counted. */
export function caseDue(charter: Charter, state: CaseState, now: Temporal.Instant): readonly Due[] {
  const closes = caseDueAt(charter, state);
  if (state.phase !== 'written' || closes === null || now.epochMilliseconds < closes) return [];
  return [{ occasion: writeOccasion<'clock'>({ what: 'close', mark: state.written.until }), command: { type: 'CloseWritten' } }];
}

/** When that is, in milliseconds; null: nothing is dealt with in writing. */
export function caseDueAt(charter: Charter, state: CaseState): number | null {
  if (state.phase !== 'written') return null;
  return instantOf(charter, state.written.until, '00:00').add({ hours: 25 }).epochMilliseconds;
}
