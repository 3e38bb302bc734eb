import type { Charter } from '../bot/governance/charter/charter.ts';
import type { Handle } from '../bot/handle.ts';
import type { Store } from '../bot/store/store.ts';

export interface TickDeps {
  readonly store: Store;
  readonly charter: () => Charter;
  readonly handle: Handle;
  /** How far another replica's clock may differ from ours. */
  readonly skewMs: number;
  readonly log: TickLog;
}
export interface TickLog {
  readonly info: (what: object, message: string) => void;
  readonly error: (what: object, message: string) => void;
}
