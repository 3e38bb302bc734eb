import type { Temporal } from 'temporal-polyfill';
import type { Store } from '../store/store.ts';

type Round = (now: Temporal.Instant) => Promise<number>;
export interface PulseLog {
  readonly info: (what: object, message: string) => void;
}

/** The same round of the clock, with one line after it that the operators' alerts read: that it ran, and what still waits to be delivered. */
export function withPulse(round: Round, store: Pick<Store, 'backlog'>, log: PulseLog): Round {
  return async (now) => {
    const handled = await round(now);
    log.info({ handled, ...(await store.backlog(now.epochMilliseconds)) }, 'tick');
    return handled;
  };
}
