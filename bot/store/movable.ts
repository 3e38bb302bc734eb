import type { Stream } from '../governance/vocabulary/stream.ts';
import type { Kept } from './outbox.ts';
import type { BesideRecord, Entry, Recalled, RecordKind, SealedText } from './store.ts';

/** What a copy to another store needs. Nobody may write to either store meanwhile. */
export interface Movable {
  /** Everything remembered: streams, then the outbox, then records. */
  exportAll(): AsyncIterable<Packed>;
  /** Puts it as it was exported, over whatever part of it stands; again is harmless. */
  importItem(item: Packed): Promise<void>;
  /** Only what is not of the ledger can be discarded. */
  discard(item: Exclude<Packed, { readonly kind: 'stream' }>): Promise<void>;
}
export type Packed =
  | {
      readonly kind: 'stream';
      readonly stream: Stream;
      readonly head: Recalled;
      readonly entries: readonly Entry[];
      readonly texts: readonly SealedText[];
    }
  | { readonly kind: 'outbox'; readonly home: string; readonly item: Kept }
  | { readonly kind: 'record'; readonly of: RecordKind; readonly record: BesideRecord<unknown> };
