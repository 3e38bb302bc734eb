import type { Store } from '../../../bot/store/store.ts';

/** An empty store opens with further connections to it, such as another process has. */
export interface Opened {
  readonly store: Store;
  readonly another: () => Promise<Store>;
  readonly close: () => Promise<void>;
}
/** A promise of the store is a sentence and a check that it is kept. */
export type Keeps = (promise: string, check: (opened: Opened) => Promise<void>) => void;
