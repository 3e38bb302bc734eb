import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { wall } from '../bot/governance/time/calendar.ts';
import type { Head } from '../bot/governance/vocabulary/anchor.ts';
import { clockCause } from '../bot/store/cause.ts';
import type { TickDeps } from './ticking.ts';

/** Heads in one event, so that an entry stays readable and far below what an append may hold. */
const headsAtOnce = 2_000;

/**
 * Writes the heads that moved before last midnight into the anchor, once a night; late or twice gives the same.
 * Only the last part makes the night anchored, so a night cut short is begun again. A part with other heads in it has
 * another cause: whatever moved between two tries is anchored twice rather than not at all. So is what moved in the last minutes before
 * the last anchor: a replica whose clock is slow may have written it after.
 */
export async function anchorHeads(deps: TickDeps, now: Temporal.Instant): Promise<void> {
  const midnight = wall(deps.charter(), now).startOfDay();
  const until = midnight.toInstant();
  const last = await lastAnchored(deps);
  if (last !== null && Date.parse(last) >= until.epochMilliseconds) return;

  const heads = await deps.store.heads(last === null ? null : Date.parse(last) - deps.skewMs, until.epochMilliseconds);
  const moved = heads.filter((head) => head.stream !== 'anchor');
  const parts = Math.ceil(moved.length / headsAtOnce);
  for (let part = 0; part < parts; part++) {
    const some = moved.slice(part * headsAtOnce, (part + 1) * headsAtOnce);
    const cause = clockCause('anchor', `${midnight.toPlainDate()}/${fingerprint(some)}`);
    const handled = await deps.handle({
      stream: 'anchor',
      command: { type: 'AnchorHeads', heads: some, until: until.toString(), more: part < parts - 1 },
      by: { kind: 'clock' },
      cause,
      now,
    });
    if (handled.result === 'refused') throw new Error(`the heads could not be anchored: ${handled.refusal.refused}`);
  }
  const anchor = parts > 0 ? await deps.store.recall('anchor') : null;
  if (anchor) deps.log.info({ at: until.toString(), seq: anchor.version, hash: anchor.hash }, 'the heads of the ledger are anchored');
}

async function lastAnchored({ store }: TickDeps): Promise<string | null> {
  const state = (await store.recall('anchor'))?.state;
  return state?.kind === 'anchor' ? state.last : null;
}

function fingerprint(heads: readonly Head[]): string {
  return createHash('sha256').update(JSON.stringify(heads)).digest('hex').slice(0, 16);
}
