import { createHash, createHmac } from 'node:crypto';
import type { Stream } from '../governance/vocabulary/stream.ts';
import type { Entry, Unchained } from './store.ts';

/** What the first entry of every stream names as its previous. */
export const beginning = '0'.repeat(64);

/** One text for one value: keys sorted, nothing undefined, so that a value read back from any store has the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (isPlain(each) ? sorted(each) : each));
}

function hashOf(entry: Omit<Entry, 'hash'>): string {
  const { stream, seq, at, cause, by, event, previous } = entry;
  return createHash('sha256').update(canonical({ stream, seq, at, cause, by, event, previous })).digest('hex');
}

/** What an entry keeps of a text: it proves the words to whoever has the text's key, and says nothing once that is erased. */
export function macOf(key: string, words: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(words).digest('hex');
}

/** The entries as they follow the stream's head; null: the stream is new. */
export function chain(
  stream: Stream,
  head: { readonly seq: number; readonly hash: string } | null,
  entries: readonly Unchained[],
): readonly Entry[] {
  let previous = head?.hash ?? beginning;
  return entries.map((entry, at) => {
    const { cause, by, event } = entry;
    const unhashed = { stream, seq: (head?.seq ?? 0) + at + 1, at: entry.at, cause, by, event, previous };
    const hash = hashOf(unhashed);
    previous = hash;
    return { ...unhashed, hash };
  });
}

/** `changed`: the entry is not what its hash was made from. `unlinked`: it does not follow the one before. `gap`: entries are missing before it. */
export interface Broken {
  readonly seq: number;
  readonly problem: 'changed' | 'unlinked' | 'gap';
}

/** Every entry that is not as it was written, for a whole stream from its first entry on. */
export function verify(stream: Stream, entries: readonly Entry[]): readonly Broken[] {
  return entries.flatMap((entry, at): Broken[] => {
    const before = entries[at - 1];
    const due = (before?.seq ?? 0) + 1;
    if (entry.seq !== due) return [{ seq: entry.seq, problem: 'gap' }];
    if (entry.stream !== stream || hashOf(entry) !== entry.hash) return [{ seq: entry.seq, problem: 'changed' }];
    if (entry.previous !== (before?.hash ?? beginning)) return [{ seq: entry.seq, problem: 'unlinked' }];
    return [];
  });
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
