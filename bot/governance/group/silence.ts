import type { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { silence, silentSince } from '../people/silence.ts';
import { instantOf, mayPrompt, workingDaysAfter, workingDaysBefore } from '../time/calendar.ts';
import type { Due } from '../vocabulary/due.ts';
import type { GroupPrompt, GroupState } from '../vocabulary/group.ts';
import { marksOf, type OccasionText, writeOccasion } from '../vocabulary/occasion.ts';

interface Occasion {
  readonly prompt: GroupPrompt;
  readonly occasion: OccasionText<'group-note'>;
  readonly at: Temporal.Instant;
}

/** What a group is due to say by now. */
export function groupDue(charter: Charter, state: GroupState, now: Temporal.Instant): readonly Due[] {
  if (!mayPrompt(charter, now)) return [];
  return occasions(charter, state)
    .filter(({ at }) => now.epochMilliseconds >= at.epochMilliseconds)
    .map(({ prompt, occasion }) => ({ occasion, command: { type: 'PromptGroup', prompt, occasion } as const }));
}

/** When it is next due to be looked at, in milliseconds; null: never. */
export function groupDueAt(charter: Charter, state: GroupState): number | null {
  const times = occasions(charter, state).map((each) => each.at.epochMilliseconds);
  return times.length === 0 ? null : Math.min(...times);
}

/** Working days before its end on which that is said, and after it between one reminder and the next. Ours. */
const endingDays = 10;
const againDays = 5;

/** It ends with a report or goes on by agreement; one that has done neither is said again and again. */
function occasions(charter: Charter, state: GroupState): readonly Occasion[] {
  const on = (prompt: GroupPrompt, date: IsoDate): Occasion => ({
    prompt,
    occasion: writeOccasion<'group-note'>({ what: prompt, mark: date }),
    at: instantOf(charter, date, charter.collaboration.defaults.promptsFrom),
  });
  const silent = (prompt: GroupPrompt, days: number) => on(prompt, silentSince(charter, state.since, days));
  const asked =
    state.question === null
      ? []
      : [silent('reminded', silence.reminded), silent('deputy', silence.deputyActs), silent('secretariat', silence.secretariatTold)];
  return [...asked, ...ends()].filter((each) => !state.dealtWith.includes(each.occasion));

  function ends(): readonly Occasion[] {
    if (state.phase === 'reported') {
      const said = marksOf('group-note', 'receipt', state.dealtWith).length;
      return [silent('receipt', silence.reminded * (said + 1))];
    }
    if (state.phase !== 'running') return [];
    const { until } = state.mandate;
    const said = marksOf('group-note', 'overdue', state.dealtWith).filter((day) => day > until).length;
    return [
      on('ending', workingDaysBefore(charter, until, endingDays)),
      on('overdue', workingDaysAfter(charter, until, 1 + againDays * said)),
    ];
  }
}
