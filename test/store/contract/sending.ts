import type { Claim, Place, SettleOutcome, Store } from '../../../bot/store/store.ts';
import { ask, minute, noon, notice } from './appends.ts';

export const place: Place = { channel: 'c1', conversation: '19:x', activity: '1' };
export const done: SettleOutcome = { kind: 'done', place };
export const retry = (
  at: number,
  over: Partial<Extract<SettleOutcome, { kind: 'retry' }>> = {},
): Extract<SettleOutcome, { kind: 'retry' }> => ({
  kind: 'retry',
  at,
  error: 'busy',
  uncertain: false,
  forgetPlace: false,
  ...over,
});

export function claim(store: Store, now: number = noon, limit = 50): Promise<readonly Claim[]> {
  return store.claim({ now, leaseMs: minute, limit });
}

export function keys(claims: readonly Claim[]): string[] {
  return claims.map((each) => each.key);
}

/** Puts a card up in its place. */
export async function standing(store: Store, key: string): Promise<void> {
  await ask(store, [notice(key)]);
  for (const each of await claim(store)) await store.settle(each, done);
}
