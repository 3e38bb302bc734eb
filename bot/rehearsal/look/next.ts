import { Temporal } from 'temporal-polyfill';
import { isOver } from '../../governance/case/phases.ts';
import type { BodyId } from '../../governance/charter/charter.ts';
import { asksOf } from '../../governance/tables/asks.ts';
import { dueNow } from '../../governance/tables/dues.ts';
import { openingAfter } from '../../governance/time/calendar.ts';
import type { AskingState, Command } from '../../governance/vocabulary/all.ts';
import { idIn, type Stream } from '../../governance/vocabulary/stream.ts';
import { nextWords } from '../words/next.ts';
import type { Remembered } from './remembered.ts';

/** What time alone will bring next: when, and what it is, in words. */
export interface NextOccasion {
  readonly at: Temporal.Instant;
  readonly says: readonly { readonly words: string; readonly body: BodyId | null }[];
}

/** The first moment at which anything is due, and everything that is due then. null: nothing is. */
export function nextOccasion(remembered: Remembered, language: string, short: (body: BodyId) => string): NextOccasion | null {
  const { streams, around } = remembered;
  const { charter, now } = around;
  const due = [...streams].flatMap(([stream, { state, index }]) => {
    const found = index.dueAt === null ? null : firstDue(stream, state, Math.max(index.dueAt, now.epochMilliseconds + 1));
    return found === null ? [] : [{ stream, state, ...found }];
  });
  const [first] = due.sort((one, other) => Temporal.Instant.compare(one.at, other.at));
  if (!first) return null;
  const says = due
    .filter(({ at }) => at.equals(first.at))
    .flatMap(({ stream, state, commands }) => commands.map((command) => said(stream, state, command)));
  return { at: first.at, says: [...new Map(says.map((each) => [each.words, each])).values()] };

  /** What is due on a day on which nobody is written to is due when somebody is again. */
  function firstDue(stream: Stream, state: AskingState, from: number) {
    let at = Temporal.Instant.fromEpochMilliseconds(from);
    for (let tries = 0; tries < 3; tries++) {
      const commands = dueNow(stream, charter, state, at).map(({ command }) => command);
      if (commands.length > 0) return { at, commands };
      const opening = openingAfter(charter, at);
      if (opening === null) return null;
      at = Temporal.Instant.from(opening);
    }
    return null;
  }

  function said(stream: Stream, state: AskingState, command: Command) {
    const words = nextWords(language);
    const body = bodyOfState(stream, state);
    const name = body === null ? '' : short(body);
    if (command.type === 'RemindAsk' || command.type === 'CloseAsk') {
      const ask = asksOf(stream, state, charter).find(({ id }) => id === command.ask);
      return { words: ask ? words.reminder(ask.what, short(ask.where)) : words.other(name), body: ask?.where ?? body };
    }
    if (command.type === 'Prompt') return { words: words.prompts[command.card](name), body };
    return { words: (words.commands[command.type] ?? words.other)(name), body };
  }
}

/** Whoever has it now; a case that is over belongs to the body that raised it. */
export function bodyOfState(stream: Stream, state: AskingState): BodyId | null {
  const held = state.kind === 'case' && 'at' in state && !isOver(state) ? state.at : 'body' in state ? state.body : null;
  const named = idIn(stream, 'body', 'follow-up', 'milestone-plan', 'portfolio', 'work-plan');
  return typeof held === 'string' ? held : named === '' ? null : named;
}
