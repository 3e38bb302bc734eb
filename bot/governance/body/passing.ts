import type { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { dateAt, instantOf, mayPrompt } from '../time/calendar.ts';
import type { AsksPassed } from '../vocabulary/ask/passing.ts';
import type { BodyState } from '../vocabulary/body.ts';
import type { Due } from '../vocabulary/due.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';
import type { Around } from '../vocabulary/subject.ts';

/** Seats and absences may change on a day that was written down before: on it, what is asked falls to whoever is there then. */
export function decidePassing({ changesOn }: BodyState, { charter, now }: Around): readonly AsksPassed[] {
  const on = dateAt(charter, now);
  const [since] = changesOn.filter((day) => day <= on).toSorted();
  return since === undefined ? [] : [{ type: 'AsksPassed', v: 1, since, on }];
}

export function passingDue(charter: Charter, { changesOn }: BodyState, now: Temporal.Instant): readonly Due[] {
  const today = dateAt(charter, now);
  if (!mayPrompt(charter, now) || !changesOn.some((day) => day <= today)) return [];
  return [{ occasion: writeOccasion<'clock'>({ what: 'passes', mark: today }), command: { type: 'PassAsks' } }];
}

/** When that is next due, in milliseconds; null: no change is ahead. */
export function nextPassingAt(charter: Charter, { changesOn }: BodyState): number | null {
  const [first] = changesOn.toSorted();
  return first === undefined ? null : instantOf(charter, first, charter.collaboration.defaults.promptsFrom).epochMilliseconds;
}

/** What was written down of a later day; what is of one that has come is no change ahead. */
export function withChange(state: BodyState, later: IsoDate | undefined): BodyState {
  return later === undefined ? state : { ...state, changesOn: [...new Set([...state.changesOn, later])] };
}
