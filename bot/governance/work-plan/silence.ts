import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import { silence, silentSince } from '../people/silence.ts';
import { instantOf, mayPrompt } from '../time/calendar.ts';
import type { Due } from '../vocabulary/due.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';
import type { WorkPlanPrompt, WorkPlanState } from '../vocabulary/work-plan.ts';

const days: Readonly<Record<WorkPlanPrompt, number>> = {
  reminded: silence.reminded,
  deputy: silence.deputyActs,
  secretariat: silence.secretariatTold,
};
const prompts: readonly WorkPlanPrompt[] = ['reminded', 'deputy', 'secretariat'];

/** What a work plan is due to say by now. */
export function workPlanDue(charter: Charter, state: WorkPlanState, now: Temporal.Instant): readonly Due[] {
  if (!mayPrompt(charter, now)) return [];
  return occasions(charter, state)
    .filter(({ at }) => Temporal.Instant.compare(now, at) >= 0)
    .map(({ prompt, occasion }) => ({ occasion, command: { type: 'PromptWorkPlan', prompt, occasion } as const }));
}

/** When it is next due to be looked at, in milliseconds; null: never. */
export function workPlanDueAt(charter: Charter, state: WorkPlanState): number | null {
  const times = occasions(charter, state).map(({ at }) => at.epochMilliseconds);
  return times.length === 0 ? null : Math.min(...times);
}

function occasions(charter: Charter, { phase, since, dealtWith }: WorkPlanState) {
  if (phase !== 'asked') return [];
  return prompts
    .map((prompt) => {
      const date = silentSince(charter, since, days[prompt]);
      return {
        prompt,
        occasion: writeOccasion<'work-plan-note'>({ what: prompt, mark: date }),
        at: instantOf(charter, date, charter.collaboration.defaults.promptsFrom),
      };
    })
    .filter(({ occasion }) => !dealtWith.includes(occasion));
}
