import type { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { silentSince } from '../people/silence.ts';
import { dateAt, instantOf, mayPrompt } from '../time/calendar.ts';
import type { Unanswered, UnansweredCommand, UnansweredEvent } from '../vocabulary/ask/unanswered.ts';
import type { BodyEvent, BodyState } from '../vocabulary/body.ts';
import type { Due } from '../vocabulary/due.ts';
import { type Notice, standing, standingFor } from '../vocabulary/notice.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';

/** Working days between two mentions of what nobody answers. Ours. */
const saidEvery = 10;

type List = Pick<BodyState, 'unanswered' | 'unansweredSaid'>;

/** The list takes what it does not have and strikes what it has; it is spoken of once on a day on which that is due. */
export function decideUnanswered(state: BodyState, command: UnansweredCommand, around: Around): readonly UnansweredEvent[] {
  const listed = 'ask' in command && state.unanswered.some((each) => isSame(each, command));
  switch (command.type) {
    case 'ListUnanswered':
      return listed ? [] : [{ type: 'UnansweredListed', v: 1, about: command.about, ask: command.ask }];
    case 'StrikeUnanswered':
      return listed ? [{ type: 'UnansweredStruck', v: 1, about: command.about, ask: command.ask }] : [];
    case 'SayUnanswered': {
      const on = dateAt(around.charter, around.now);
      return isDue(around.charter, state, on) ? [{ type: 'UnansweredSaid', v: 1, on }] : [];
    }
  }
}

export function evolveUnanswered(state: BodyState, event: UnansweredEvent): BodyState {
  switch (event.type) {
    case 'UnansweredListed':
      return { ...state, unanswered: [...state.unanswered, { about: event.about, ask: event.ask }] };
    case 'UnansweredStruck':
      return struck(state, event);
    case 'UnansweredSaid':
      return { ...state, unansweredSaid: event.on, unansweredOver: false };
  }
}

/** When the list is empty the reminder of it is over, and does not ask again when it fills. */
function struck(state: BodyState, event: Unanswered): BodyState {
  const unanswered = state.unanswered.filter((each) => !isSame(each, event));
  return { ...state, unanswered, ...(unanswered.length === 0 ? { unansweredOver: true } : {}) };
}

/** One card for all of them; and in its thread, when they are spoken of, whom it is said to. */
export function unansweredNotices(about: Stream, event: BodyEvent, { body }: BodyState): readonly Notice[] {
  const card = standing('unanswered', about, { body });
  if (event.type === 'UnansweredListed') return [card];
  if (event.type !== 'UnansweredSaid') return [];
  return [card, { ...standingFor('unanswered-note', about, { body }, { what: 'said', mark: event.on }), under: card.key }];
}

export function unansweredDue(charter: Charter, state: BodyState, now: Temporal.Instant): readonly Due[] {
  const today = dateAt(charter, now);
  if (!mayPrompt(charter, now) || !isDue(charter, state, today)) return [];
  return [{ occasion: writeOccasion<'clock'>({ what: 'unanswered', mark: today }), command: { type: 'SayUnanswered' } }];
}

/** When the list is next spoken of, in milliseconds; null: nothing stands on it. */
export function nextUnansweredAt(charter: Charter, state: BodyState): number | null {
  if (state.unanswered.length === 0) return null;
  return instantOf(charter, nextDay(charter, state) ?? '2000-01-01', charter.collaboration.defaults.promptsFrom).epochMilliseconds;
}

function isDue(charter: Charter, state: List, today: IsoDate): boolean {
  const next = nextDay(charter, state);
  return state.unanswered.length > 0 && (next === null || next <= today);
}

/** null: it has never been spoken of. */
function nextDay(charter: Charter, { unansweredSaid: said }: List): IsoDate | null {
  return said === null ? null : silentSince(charter, instantOf(charter, said, '12:00').toString(), saidEvery);
}

function isSame(a: Unanswered, b: Unanswered): boolean {
  return a.about === b.about && a.ask === b.ask;
}
