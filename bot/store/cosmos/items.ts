import { createHash } from 'node:crypto';
import type { State } from '../../governance/vocabulary/all.ts';
import type { Index, PersonKey, Stream } from '../../governance/vocabulary/stream.ts';
import { claimableFrom, dueAt, isUnlooked, type Kept } from '../outbox.ts';
import type { Append, CardSource, Entry, Recalled, RecordKind, SealedText } from '../store.ts';

/** Everything in the container. `write` names the write that left the item so, and tells a lost answer from somebody else's work. */
export type StoredItem = HeadItem | CauseItem | EntryItem | TextItem | OutboxEntry | TouchItem | RecordEntry | Gone;
interface Base {
  readonly id: string;
  readonly pk: string;
  readonly write: string;
}
export interface HeadItem extends Base, Index {
  readonly type: 'head';
  readonly stream: Stream;
  readonly version: number;
  readonly hash: string;
  readonly writtenAt: number;
  readonly state: State;
}
export interface CauseItem extends Base, Touched {
  readonly type: 'cause';
  readonly seq: number;
  readonly version: number;
  readonly hash: string;
}
export interface EntryItem extends Base {
  readonly type: 'entry';
  readonly seq: number;
  readonly entry: Entry;
}
export interface TextItem extends Base {
  readonly type: 'text';
  readonly text: SealedText;
}
/** `sendAt` and `claimFrom` are null where nothing can be claimed as things stand. */
export interface OutboxEntry extends Base {
  readonly type: 'outbox';
  readonly kind: Kept['kind'];
  readonly key: string;
  readonly about: Stream;
  readonly state: Kept['state'];
  readonly waitsFor: string | null;
  readonly sendAt: number | null;
  readonly claimFrom: number | null;
  /** What the card was drawn from: the container's index is the way back to it. */
  readonly watch: readonly CardSource[];
  /** An older Samspil writes neither this nor `watch`. */
  readonly looked: boolean;
  readonly kept: Kept;
}
/** What a write has changed for those who have read it, and when: at 0, at no time in particular. */
export interface Touched {
  readonly touchedAt: number;
  readonly touches: readonly CardSource[];
}
/** The note of a write that is no append; it goes when all who have read it have been asked to be looked at again. */
export interface TouchItem extends Base, Touched {
  readonly type: 'touch';
}
export interface RecordEntry extends Base {
  readonly type: 'record';
  readonly kind: RecordKind;
  readonly record: string;
  readonly version: number;
  readonly value: unknown;
}
/** An errand that is done, until Cosmos clears it away: it tells whose answer was lost. */
export interface Gone extends Base {
  readonly type: 'gone';
  readonly ttl: number;
}
export type Draft<T extends StoredItem> = Omit<T, 'write'>;

export const headId = 'head';
export const recordId = 'record';
export const causeId = (cause: string): string => `cause~${escapedId(cause)}`;
const entryId = (seq: number): string => `entry~${String(seq).padStart(12, '0')}`;
export const textId = (ref: string): string => `text~${escapedId(ref)}`;
export const outboxId = (kind: Kept['kind'], key: string): string => `${kind}~${escapedId(key)}`;
const touchId = (write: string): string => `touch~${write}`;
export const recordPartition = (kind: RecordKind, id: string): string => `record/${kind}/${id}`;

/** No two texts escape alike. Cosmos forbids `/ \ ? #` in ids and more than 1023 bytes. */
export function escapedId(text: string): string {
  const short = text.replace(/[^A-Za-z0-9.:@-]/gu, (each) => `_${Buffer.from(each).toString('hex')}_`);
  return short.length <= 400 ? short : `~${createHash('sha256').update(text).digest('hex')}`;
}

export function headItem(
  { stream, state, index }: Pick<Append, 'stream' | 'state' | 'index'>,
  last: Pick<Entry, 'seq' | 'hash' | 'at'>,
): Draft<HeadItem> {
  const { kind, body, dueAt: due, waitingOn, open } = index;
  const { seq: version, hash, at } = last;
  const indexed = { kind, body, dueAt: due, waitingOn: unique(waitingOn), open };
  return { id: headId, pk: stream, type: 'head', stream, version, hash, writtenAt: Date.parse(at), ...indexed, state };
}

export function toRecalled({ version, hash, state, kind, body, dueAt: due, waitingOn, open }: HeadItem): Recalled {
  return { version, hash, state, index: { kind, body, dueAt: due, waitingOn, open } };
}

export function entryItem(entry: Entry): Draft<EntryItem> {
  return { id: entryId(entry.seq), pk: entry.stream, type: 'entry', seq: entry.seq, entry };
}

export function causeItem(
  stream: Stream,
  cause: string,
  wrote: Pick<CauseItem, 'seq' | 'version' | 'hash'>,
  touched: Touched = { touchedAt: 0, touches: [] },
): Draft<CauseItem> {
  return { id: causeId(cause), pk: stream, type: 'cause', ...wrote, ...touched };
}

export function textItem(stream: Stream, text: SealedText): Draft<TextItem> {
  return { id: textId(text.ref), pk: stream, type: 'text', text };
}

/** An item stands in the partition of the stream that first asked for it. */
export function outboxItem(home: string, kept: Kept): Draft<OutboxEntry> {
  const { kind, key, state, waitsFor } = kept;
  const claimFrom = claimableFrom(kept);
  const found = {
    kind,
    key,
    about: kept.kind === 'notice' ? kept.notice.about : kept.from,
    state,
    waitsFor,
    sendAt: claimFrom === null ? null : dueAt(kept),
    claimFrom,
    watch: kept.kind === 'notice' ? kept.watch : [],
    looked: !isUnlooked(kept),
  };
  return { id: outboxId(kind, key), pk: home, type: 'outbox', ...found, kept };
}

export function touchItem(pk: string, write: string, touches: readonly CardSource[]): Draft<TouchItem> {
  return { id: touchId(write), pk, type: 'touch', touchedAt: 0, touches };
}

function unique(persons: readonly PersonKey[]): readonly PersonKey[] {
  return [...new Set(persons)];
}
