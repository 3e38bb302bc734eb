import type { Temporal } from 'temporal-polyfill';
import { dueNow } from '../bot/governance/tables/dues.ts';
import { dateAt } from '../bot/governance/time/calendar.ts';
import type { Stream } from '../bot/governance/vocabulary/stream.ts';
import { clockCause } from '../bot/store/cause.ts';
import { anchorHeads } from './anchor.ts';
import type { TickDeps } from './ticking.ts';

/** Does what is due by now. Late, twice or on two machines gives the same. Resolves with how many occurrences were handled. */
export type Tick = (now: Temporal.Instant) => Promise<number>;

const streamsAtOnce = 10_000;
/** Cards from before cards were watched, a minute: each is sent once, and people come first. */
const looksAtOnce = 50;

export function openTick(deps: TickDeps): Tick {
  let anchoredOn: string | null = null;

  return async (now) => {
    let handled = 0;
    for (const stream of await deps.store.due(now.epochMilliseconds, streamsAtOnce)) {
      handled += await guarded(deps, { stream }, () => issueDue(deps, stream, now));
    }
    await guarded(deps, { sweep: true }, async () => {
      await deps.store.sweep(now.epochMilliseconds, looksAtOnce);
      return 0;
    });
    const today = dateAt(deps.charter(), now);
    if (anchoredOn !== today) {
      await guarded(deps, { stream: 'anchor' }, async () => {
        await anchorHeads(deps, now);
        anchoredOn = today;
        return 0;
      });
    }
    return handled;
  };
}

async function issueDue({ store, charter, handle, log }: TickDeps, stream: Stream, now: Temporal.Instant): Promise<number> {
  const recalled = await store.recall(stream);
  const due = recalled ? dueNow(stream, charter(), recalled.state, now) : [];
  for (const { occasion, command } of due) {
    const handled = await handle({ stream, command, by: { kind: 'clock' }, cause: clockCause(stream, occasion), now });
    if (handled.result === 'refused') log.error({ stream, occasion, refused: handled.refusal.refused }, 'what was due was refused');
  }
  return due.length;
}

/** One stream that fails does not keep the others waiting; it is tried again at the next tick. */
async function guarded({ log }: TickDeps, what: object, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (fault) {
    log.error({ ...what, err: fault }, 'what was due could not be done');
    return 0;
  }
}
