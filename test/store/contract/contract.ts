import type { Store } from '../../../bot/store/store.ts';

/** An empty store, and further connections to the same one, as another process has them. */
export interface Opened {
  readonly store: Store;
  readonly another: () => Promise<Store>;
  readonly close: () => Promise<void>;
}
/** One promise of the port: a sentence, and how it is seen to be kept. */
export type Keeps = (promise: string, check: (opened: Opened) => Promise<void>) => void;
