import type { Temporal } from 'temporal-polyfill';
import type { Claim, Store } from '../bot/store/store.ts';

/** How long replicas of the bot wait for Teams and for each other. */
export interface Timing {
  /** How long what a replica has taken from the outbox is nobody else's. */
  readonly leaseMs: number;
  /** How long one try to send a card may take, waiting for its turn included. */
  readonly sendMs: number;
  /** How long Teams may take to answer one call. */
  readonly answerMs: number;
  /** How far the clocks of two replicas may differ. */
  readonly skewMs: number;
}

interface Leasing {
  readonly store: Pick<Store, 'renew'>;
  readonly now: () => Temporal.Instant;
  readonly timing: Timing;
  readonly log: { readonly warn: (what: object, message: string) => void };
}

/** How often the lease is looked at while one card is sent. */
const looks = 4;

/**
 * Work on a claim, called off before anybody whose clock differs by no more than the skew may take it over, and at once when somebody has.
 * The lease is renewed while the work lasts, so that work that may not be called off is not done by two.
 */
export async function whileLeased<T>(leasing: Leasing, claim: Claim, work: (calledOff: AbortSignal) => Promise<T>): Promise<T> {
  const { store, now, timing, log } = leasing;
  const lost = new AbortController();
  const look = async () => {
    try {
      if ((await store.renew(claim, now().epochMilliseconds, timing.leaseMs)) === null) lost.abort(new Error('the lease was lost'));
    } catch (fault) {
      log.warn({ key: claim.key, err: fault }, 'the lease could not be renewed');
    }
  };
  const ours = claim.leaseUntil - timing.skewMs - now().epochMilliseconds;
  const timeIsUp = AbortSignal.timeout(Math.max(0, Math.min(timing.sendMs, ours)));
  const looking = setInterval(() => void look(), timing.sendMs / looks);
  try {
    return await work(AbortSignal.any([lost.signal, timeIsUp]));
  } finally {
    clearInterval(looking);
  }
}
