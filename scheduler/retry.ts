import type { Temporal } from 'temporal-polyfill';
import type { SettleOutcome } from '../bot/store/store.ts';

const firstMs = 1_000;
const longestMs = 5 * 60_000;

interface Chances {
  readonly now: () => Temporal.Instant;
  readonly chance: () => number;
}
interface Circumstances {
  /** What the other side asked us to wait at least. */
  readonly atLeastMs: number | null;
  /** The try may have arrived. */
  readonly uncertain: boolean;
  readonly forgetPlace: boolean;
}

/** Later: twice as long each time, up to five minutes, spread so that many do not come back at once, and never sooner than was asked. */
export function retry(
  { now, chance }: Chances,
  attempts: number,
  error: string,
  circumstances: Partial<Circumstances> = {},
): Extract<SettleOutcome, { kind: 'retry' }> {
  const { atLeastMs = null, uncertain = false, forgetPlace = false } = circumstances;
  const backoff = Math.min(longestMs, firstMs * 2 ** Math.min(attempts, 20));
  const wait = Math.max(atLeastMs ?? 0, backoff / 2) + (backoff / 2) * chance();
  return { kind: 'retry', at: now().epochMilliseconds + Math.ceil(wait), error, uncertain, forgetPlace };
}
