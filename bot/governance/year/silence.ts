import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { keyRuleOf } from '../people/keys.ts';
import { silence, silentSince } from '../people/silence.ts';
import { instantOf, mayPrompt } from '../time/calendar.ts';
import type { Due } from '../vocabulary/due.ts';
import { type Occasion, type OccasionText, writeOccasion } from '../vocabulary/occasion.ts';
import type { YearPrompt, YearState } from '../vocabulary/year/year.ts';

interface Asking {
  readonly prompt: YearPrompt;
  readonly occasion: OccasionText<'year-note'>;
  readonly date: IsoDate;
  readonly at: Temporal.Instant;
}

/** What a proposed year is due to say by now. Silence never confirms it. */
export function yearDue(charter: Charter, state: YearState, now: Temporal.Instant): readonly Due[] {
  return occasions(charter, state)
    .filter(({ at }) => Temporal.Instant.compare(now, at) >= 0 && mayPrompt(charter, now))
    .map(({ prompt, occasion }) => ({ occasion, command: { type: 'PromptYear', prompt, occasion } }));
}

/** When it is next due to be looked at, in milliseconds; null: never. */
export function yearDueAt(charter: Charter, state: YearState): number | null {
  const times = occasions(charter, state).map(({ at }) => at.epochMilliseconds);
  return times.length === 0 ? null : Math.min(...times);
}

/** The prompt of an occasion is still about these dates: the chairs have been asked since the same day, and not all have confirmed. */
export function yearStillSilent(charter: Charter, state: YearState, on: Occasion<'year-note'>): boolean {
  return state.phase === 'proposed' && asking(charter, state).some(({ prompt, date }) => prompt === on.what && date === on.mark);
}

function occasions(charter: Charter, state: YearState): readonly Asking[] {
  if (state.phase !== 'proposed') return [];
  return asking(charter, state).filter(
    ({ occasion, date }) => keyRuleOf(charter, state.body, date) !== null && !state.prompted.some((each) => each.occasion === occasion),
  );
}

function asking(charter: Charter, { askedAt }: YearState): readonly Asking[] {
  const after = (prompt: YearPrompt, days: number): Asking => {
    const date = silentSince(charter, askedAt, days);
    return {
      prompt,
      occasion: writeOccasion<'year-note'>({ what: prompt, mark: date }),
      date,
      at: instantOf(charter, date, charter.collaboration.defaults.promptsFrom),
    };
  };
  return [after('reminded', silence.reminded), after('secretariat', silence.secretariatTold)];
}
