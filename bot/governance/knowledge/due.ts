import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import { askedDue } from '../people/silence.ts';
import type { Due } from '../vocabulary/due.ts';
import type { ExperienceState } from '../vocabulary/knowledge/experience.ts';
import type { FlagState } from '../vocabulary/knowledge/flag.ts';

/** What those who are to read an experience are due to be reminded of by now. */
export function experienceDue(charter: Charter, state: ExperienceState, now: Temporal.Instant): readonly Due[] {
  if (state.phase !== 'told') return [];
  return askedDue(charter, state, now).map((each) => ({ occasion: each.occasion, command: { type: 'PromptExperience', ...each } }));
}

/** What the chairs who are asked about a flag are due to be reminded of by now. */
export function flagDue(charter: Charter, state: FlagState, now: Temporal.Instant): readonly Due[] {
  if (state.phase !== 'open') return [];
  return askedDue(charter, state, now).map((each) => ({ occasion: each.occasion, command: { type: 'PromptFlag', ...each } }));
}
