import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import { silence, silentSince } from '../people/silence.ts';
import { instantOf, mayPrompt } from '../time/calendar.ts';
import type { Due } from '../vocabulary/due.ts';
import type { MilestonePlanState } from '../vocabulary/milestone/plan.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';

/** What a plan is due to say by now. */
export function planDue(charter: Charter, state: MilestonePlanState, now: Temporal.Instant): readonly Due[] {
  if (!mayPrompt(charter, now)) return [];
  return occasions(charter, state)
    .filter(({ at }) => Temporal.Instant.compare(now, at) >= 0)
    .map(({ prompt, occasion }) => ({ occasion, command: { type: 'PromptPlan', prompt, occasion } as const }));
}

/** When it is next due to be looked at, in milliseconds; null: never. */
export function planDueAt(charter: Charter, state: MilestonePlanState): number | null {
  const times = occasions(charter, state).map((each) => each.at.epochMilliseconds);
  return times.length === 0 ? null : Math.min(...times);
}

function occasions(charter: Charter, state: MilestonePlanState) {
  if (state.phase !== 'asked') return [];
  const days = [
    ['reminded', silence.reminded],
    ['deputy', silence.deputyActs],
    ['secretariat', silence.secretariatTold],
  ] as const;
  return days
    .map(([prompt, after]) => {
      const date = silentSince(charter, state.since, after);
      return {
        prompt,
        occasion: writeOccasion<'milestone-note'>({ what: prompt, mark: date }),
        at: instantOf(charter, date, charter.collaboration.defaults.promptsFrom),
      };
    })
    .filter(({ occasion }) => !state.dealtWith.includes(occasion));
}
