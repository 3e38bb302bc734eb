import type { Temporal } from 'temporal-polyfill';
import type { Courier } from '../bot/courier.ts';
import type { Directory } from '../bot/directory.ts';
import type { Charter } from '../bot/governance/charter/charter.ts';
import type { Stream } from '../bot/governance/vocabulary/stream.ts';
import type { Handle } from '../bot/handle.ts';
import type { Store } from '../bot/store/store.ts';
import type { Desk } from '../cards/kit/card.ts';
import type { Timing } from './lease.ts';

export interface DeliverDeps {
  readonly store: Store;
  readonly directory: Directory;
  readonly charter: () => Charter;
  readonly handle: Handle;
  readonly courier: Courier;
  readonly pages: Pages;
  /** Where a picture is fetched. */
  readonly picture: Desk['picture'];
  /** Where a calendar is read. */
  readonly calendar: Desk['calendar'];
  readonly now: () => Temporal.Instant;
  /** Between 0 and 1; spreads retries. */
  readonly chance: () => number;
  readonly timing: Timing;
  readonly log: DeliverLog;
}
/** Where meetings are published. Writing again what is written already changes nothing. */
export interface Pages {
  readonly write: (about: Stream) => Promise<void>;
  /** Where a meeting's page is read; null: nowhere. */
  readonly address: (meeting: string) => string | null;
}
/** What the operator may read: keys, reasons and faults, never what anybody wrote. */
interface DeliverLog {
  readonly warn: (what: object, message: string) => void;
  readonly error: (what: object, message: string) => void;
}
