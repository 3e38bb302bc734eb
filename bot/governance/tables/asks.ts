import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import { newestTerms } from '../charter/terms.ts';
import { closesOn, stepsLeft } from '../people/ladder.ts';
import { whereAsked } from '../people/two-secretaries.ts';
import { dateAt, instantOf, mayPrompt } from '../time/calendar.ts';
import type { AskingState } from '../vocabulary/all.ts';
import { type Ask, type AskLog, askOccasion } from '../vocabulary/ask/ask.ts';
import type { Due } from '../vocabulary/due.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { rowOf } from './rows.ts';

/** What a stream asks of somebody now, also what nobody is reminded of any more. */
export function asksOf(about: Stream, state: AskingState, charter: Charter): readonly Ask[] {
  return rowOf(state.kind)
    .asks(about, state, charter)
    .map((ask) => whereAnswered(ask, charter));
}

/** The card stands where a body meets; where others hold its keys, they are asked where they meet themselves. */
function whereAnswered(ask: Ask, charter: Charter): Ask {
  if (!('keys' in ask.of)) return ask;
  const where = whereAsked(charter, ask.of.keys, newestTerms);
  return where === ask.of.keys ? ask : { ...ask, where, stands: ask.stands ?? ask.where };
}

/** What it asks and still waits for: not what has been let lie, or closed unanswered. */
export function openAsks(about: Stream, state: AskingState, charter: Charter): readonly Ask[] {
  return asksOf(about, state, charter).filter(({ id }) => !state.asks?.over.some(({ ask }) => ask === id));
}

/** What is due to be said by now of what nobody has answered; silence is an entry of the ledger. */
export function asksDue(about: Stream, charter: Charter, state: AskingState, now: Temporal.Instant): readonly Due[] {
  if (!mayPrompt(charter, now)) return [];
  const today = dateAt(charter, now);
  return openAsks(about, state, charter).flatMap((ask): readonly Due[] => {
    const closes = closesOn(charter, ask);
    if (closes <= today)
      return [{ occasion: writeOccasion<'clock'>({ what: 'close-ask', mark: ask.id }), command: { type: 'CloseAsk', ask: ask.id } }];
    const step = stepsLeft(charter, ask, state.asks).findLast(({ on }) => on <= today);
    if (!step) return [];
    return [
      {
        occasion: writeOccasion<'clock'>({ what: 'remind', mark: askOccasion(ask, step.rung) }),
        command: { type: 'RemindAsk', ask: ask.id, rung: step.rung },
      },
    ];
  });
}

/** When that is next due, in milliseconds; null: never, as it stands. */
export function asksDueAt(about: Stream, charter: Charter, state: AskingState): number | null {
  const days = openAsks(about, state, charter).flatMap((ask) => [
    ...stepsLeft(charter, ask, state.asks).map(({ on }) => on),
    closesOn(charter, ask),
  ]);
  const [first] = days.sort();
  return first === undefined ? null : instantOf(charter, first, charter.collaboration.defaults.promptsFrom).epochMilliseconds;
}

export const noLog: AskLog = { reminded: [], over: [] };
