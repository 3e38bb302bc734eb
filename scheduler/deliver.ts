import type { Claim, SettleOutcome } from '../bot/store/store.ts';
import type { DeliverDeps } from './delivering.ts';
import { carryOut } from './errands.ts';
import { whileLeased } from './lease.ts';
import { openLifting } from './lift.ts';
import { retry } from './retry.ts';
import { letOthersGo } from './say-together.ts';
import { type Lately, send } from './send.ts';
import { wakeIfServed } from './wake.ts';

export interface Deliver {
  /** Empties what is due from the outbox, several at once; what is asked for meanwhile goes too. Resolves with how many it took. */
  readonly empty: () => Promise<number>;
  /** Takes nothing more; what is in hand is finished. */
  readonly stop: () => void;
}

const atOnce = 16;
/** A fault of ours that comes back this often is shown to people instead of tried again. */
const faultsBeforePark = 6;

export function openDeliver(deps: DeliverDeps): Deliver {
  const lately: Lately = new Map();
  const lifting = openLifting(deps.store);
  let stopped = false;

  /** Never throws: what could not be settled comes back when its lease has ended. */
  async function carry(claim: Claim): Promise<void> {
    const outcome = await whileLeased(deps, claim, (calledOff) => attempt(claim, calledOff));
    try {
      if (outcome.kind === 'park') await letOthersGo(deps, claim.key);
      if (!(await deps.store.settle(claim, outcome))) deps.log.warn({ key: claim.key, outcome: outcome.kind }, 'the lease was lost');
      if (outcome.kind === 'park') deps.log.error({ key: claim.key, problem: outcome.error }, 'parked: it waits until somebody lifts it');
      if (outcome.kind === 'park') lifting.parked(claim, outcome.error);
      if (outcome.kind === 'looked' && outcome.sent) await lifting.gotThrough(claim, deps.now().epochMilliseconds);
      if (outcome.kind === 'wait') await wakeIfServed(deps, outcome);
    } catch (fault) {
      deps.log.error({ key: claim.key, outcome: outcome.kind, err: fault }, 'could not be settled');
    }
  }

  async function attempt(claim: Claim, signal: AbortSignal): Promise<SettleOutcome> {
    try {
      return claim.kind === 'errand' ? await carryOut(deps, claim) : await send(deps, lately, claim, signal);
    } catch (fault) {
      deps.log.error({ key: claim.key, attempts: claim.attempts, err: fault }, 'could not be delivered');
      const error = fault instanceof Error ? fault.message : String(fault);
      return claim.attempts >= faultsBeforePark && claim.kind === 'notice'
        ? { kind: 'park', error: `fault: ${error}` }
        : retry(deps, claim.attempts, error);
    }
  }

  return {
    empty: async () => {
      await lifting.atStart(deps.now().epochMilliseconds);
      const inHand = new Set<Promise<void>>();
      let taken = 0;
      for (;;) {
        const limit = stopped ? 0 : atOnce - inHand.size;
        const claims =
          limit === 0 ? [] : await deps.store.claim({ now: deps.now().epochMilliseconds, leaseMs: deps.timing.leaseMs, limit });
        taken += claims.length;
        for (const claim of claims) {
          const carried: Promise<void> = carry(claim).finally(() => inHand.delete(carried));
          inHand.add(carried);
        }
        if (inHand.size === 0) return taken;
        await Promise.race(inHand);
      }
    },
    stop: () => {
      stopped = true;
    },
  };
}
