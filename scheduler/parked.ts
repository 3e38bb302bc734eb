import { parkedNotice } from '../bot/governance/vocabulary/notice.ts';
import type { Claim } from '../bot/store/store.ts';
import type { DeliverDeps } from './delivering.ts';

/** What could not be delivered is shown in the secretariat's channel. That the showing itself is parked stands in the log only. */
export async function showParked({ store, charter, now, log }: DeliverDeps, claim: Claim, error: string): Promise<void> {
  log.error({ key: claim.key, problem: error }, 'parked: it waits until somebody lifts it');
  const parked = parkedNotice(charter());
  if (claim.key !== parked.key) await store.redraw(parked.key, now().epochMilliseconds);
}
