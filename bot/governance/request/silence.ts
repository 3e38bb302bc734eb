import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { silence, silentSince } from '../people/silence.ts';
import { dateAt, instantOf, mayPrompt, workingDaysAfter, workingDaysBefore } from '../time/calendar.ts';
import type { Due } from '../vocabulary/due.ts';
import { marksOf, type OccasionText, writeOccasion } from '../vocabulary/occasion.ts';
import type { RequestPrompt, RequestState } from '../vocabulary/request.ts';

interface Occasion {
  readonly prompt: RequestPrompt;
  readonly occasion: OccasionText<'request-note'>;
  readonly at: Temporal.Instant;
}

/** What a request is due to say by now. */
export function requestDue(charter: Charter, state: RequestState, now: Temporal.Instant): readonly Due[] {
  if (!mayPrompt(charter, now)) return [];
  return occasions(charter, state)
    .filter(({ at }) => now.epochMilliseconds >= at.epochMilliseconds)
    .map(({ prompt, occasion }) => ({ occasion, command: { type: 'PromptRequest', prompt, occasion } as const }));
}

/** When it is next due to be looked at, in milliseconds; null: never. */
export function requestDueAt(charter: Charter, state: RequestState): number | null {
  const times = occasions(charter, state).map((each) => each.at.epochMilliseconds);
  return times.length === 0 ? null : Math.min(...times);
}

/** Working days before the wanted day on which it is said that it nears. Ours. */
const soonDays = 10;

function occasions(charter: Charter, state: RequestState): readonly Occasion[] {
  const on = (prompt: RequestPrompt, date: IsoDate): Occasion => ({
    prompt,
    occasion: writeOccasion<'request-note'>({ what: prompt, mark: date }),
    at: instantOf(charter, date, charter.collaboration.defaults.promptsFrom),
  });
  const silent = (prompt: RequestPrompt, days: number) => on(prompt, silentSince(charter, state.since, days));
  return due().filter((each) => !state.dealtWith.includes(each.occasion));

  /** Whoever accepts it later than that knows the day already. */
  function near(date: IsoDate): readonly Occasion[] {
    return date > dateAt(charter, Temporal.Instant.from(state.since)) ? [on('due-soon', date)] : [];
  }

  function due(): readonly Occasion[] {
    if (state.question !== null)
      return [silent('reminded', silence.reminded), silent('deputy', silence.deputyActs), silent('secretariat', silence.secretariatTold)];
    const { until } = state.order;
    if (state.phase === 'accepted')
      return until === null
        ? []
        : [...near(workingDaysBefore(charter, until, soonDays)), on('overdue', workingDaysAfter(charter, until, 1))];
    if (state.phase === 'sent-back' && state.parent === null)
      return [silent('reminded', silence.reminded), silent('secretariat', silence.secretariatTold)];
    if (state.phase !== 'reported') return [];
    const asked = marksOf('request-note', 'receipt', state.dealtWith).length;
    return [silent('receipt', silence.reminded * (asked + 1))];
  }
}
