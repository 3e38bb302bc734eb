import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import type { ChannelState, WhyAway } from '../vocabulary/channel.ts';
import type { Due } from '../vocabulary/due.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';

/** A slip is put right by then, and nobody is told. */
const slip = { minutes: 10 };
/** Teams keeps what is deleted for 30 days. */
const restorable = { hours: 30 * 24 };
const deleted: readonly WhyAway[] = ['channel-deleted', 'team-deleted'];

/** When a channel the bot cannot write in is next spoken of; null: never, as things stand. */
export function nextAwayAt(state: ChannelState): number | null {
  const { away, body } = state;
  if (state.installed || body === null || !away?.since) return null;
  const since = Temporal.Instant.from(away.since);
  if (!away.said) return since.add(slip).epochMilliseconds;
  return deleted.includes(away.why) ? since.add(restorable).epochMilliseconds : null;
}

/** What is due to be said, or given up, of a channel the bot cannot write in. */
export function channelDue(_charter: Charter, state: ChannelState, now: Temporal.Instant): readonly Due[] {
  const next = nextAwayAt(state);
  const since = state.away?.since;
  if (next === null || !since || next > now.epochMilliseconds) return [];
  return state.away.said
    ? [{ occasion: writeOccasion<'clock'>({ what: 'lost', mark: since }), command: { type: 'GiveUpChannel' } }]
    : [{ occasion: writeOccasion<'clock'>({ what: 'away', mark: since }), command: { type: 'SayAway' } }];
}
