import type { State } from '../governance/vocabulary/all.ts';
import { type Append, AppendTooLarge } from './store.ts';

/** What fits one transaction of every store, however small the store's own limits are. */
export const limits = { entries: 30, notices: 30, errands: 30, inAll: 90, bytes: 1_500_000, snapshotBytes: 100_000 } as const;

/** The one check before any I/O, shared by all stores. */
export function checkAppend(append: Append): void {
  if (append.entries.length === 0) throw new RangeError(`an append to ${append.stream} has no entry`);
  if (append.entries.some((entry) => entry.cause !== append.cause))
    throw new RangeError(`an entry of ${append.stream} has another cause than its append`);
  const foreign = append.notices.find(({ about }) => about !== append.stream);
  if (foreign) throw new RangeError(`${append.stream} asks for the notice ${foreign.key}, which is about ${foreign.about}`);
  most(append, 'entries', append.entries.length, limits.entries);
  most(append, 'notices', append.notices.length, limits.notices);
  most(append, 'errands', append.errands.length, limits.errands);
  most(append, 'parts', append.entries.length + append.notices.length + append.errands.length + append.texts.length, limits.inAll);
  checkSnapshot(append.stream, append.state);
  most(append, 'bytes', bytes(append), limits.bytes);
}

export function checkSnapshot(stream: string, state: State): void {
  most({ stream }, 'bytes of snapshot', bytes(state), limits.snapshotBytes);
}

function most({ stream }: { readonly stream: string }, what: string, count: number, limit: number): void {
  if (count > limit) throw new AppendTooLarge(`an append to ${stream} has ${count} ${what}; the most is ${limit}`);
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
