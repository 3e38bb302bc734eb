import type { Place } from './store/store.ts';

/** A card ready to leave: its JSON, what the activity feed says, and who is mentioned in it. */
export interface Drawn {
  readonly card: Readonly<Record<string, unknown>>;
  readonly summary: string;
}

/** Where a channel is in Teams. Kept beside the ledger; the service URL is the newest one heard. */
export interface Address {
  readonly channel: string;
  readonly conversation: string;
  readonly tenant: string;
  readonly team: string;
  readonly teamName: string;
  readonly name: string;
  readonly serviceUrl: string;
  readonly bot: string;
}

/** Carries cards out to Teams, within Teams' limits. Never retries by itself beyond what keeps those limits. */
export interface Courier {
  /** A new post in the channel, or a reply in the thread of a card that stands. Throws `PostFailed`. */
  readonly post: (to: Address, drawn: Drawn, under: Place | null, signal: AbortSignal) => Promise<Place>;
  /** Replaces a standing card; tells nobody. Throws `PostFailed`. */
  readonly replace: (to: Address, drawn: Drawn, at: Place, signal: AbortSignal) => Promise<void>;
}

/** A courier that can speak to one person alone. */
export interface Whisperer extends Courier {
  /** A reply that only one person sees, for a day; `only`: whom Teams knows by that id. Throws `PostFailed`, also where a tenant does not take such. */
  readonly whisper: (to: Address, drawn: Drawn, under: Place, only: string, signal: AbortSignal) => Promise<void>;
}

/**
 * `busy`: nothing was accepted, try again at or after `retryAfterMs`. `unsure`: it may have arrived (no answer came).
 * `broke-off`: Teams failed while it took the card, which may have arrived; it is tried once more and no further.
 * `not-in-channel`: the bot is not there, or the channel is gone. `may-not-write`: it is there and may not post. `no-such-card`: the card to replace is gone. `too-large`: smaller, please.
 * `rejected`: Teams will not have it, whatever we do.
 */
export type PostProblem = 'busy' | 'unsure' | 'broke-off' | 'not-in-channel' | 'may-not-write' | 'no-such-card' | 'too-large' | 'rejected';
export class PostFailed extends Error {
  readonly code = 'post-failed';
  readonly problem: PostProblem;
  readonly retryAfterMs: number | null;
  constructor(problem: PostProblem, detail: string, retryAfterMs: number | null = null, cause?: unknown) {
    super(`${problem}: ${detail}`, { cause });
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}
