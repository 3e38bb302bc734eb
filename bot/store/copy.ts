import { createHash } from 'node:crypto';
import { canonical, verify } from './chain.ts';
import type { Movable, Packed } from './movable.ts';
import type { Store } from './store.ts';

export interface Copied {
  readonly streams: number;
  readonly entries: number;
  readonly outbox: number;
  readonly records: number;
}

/**
 * Makes `to` what `from` is. It may be cut off anywhere and run again: what stands already is put in place once more, and what has
 * gone meanwhile goes. Every chain is checked before it leaves and after it has arrived. `to` must be empty or an earlier copy of `from`.
 */
export async function copyStore(from: Store & Movable, to: Store & Movable): Promise<Copied> {
  await refuseForeign(from, to);
  const sent = new Map<string, string>();
  const copied = { streams: 0, entries: 0, outbox: 0, records: 0 };
  for await (const item of from.exportAll()) {
    checkChain(item, 'to be copied');
    await to.importItem(item);
    sent.set(nameOf(item), digest(item));
    if (item.kind === 'stream') {
      copied.streams++;
      copied.entries += item.entries.length;
    } else copied[item.kind === 'outbox' ? 'outbox' : 'records']++;
  }
  await checkArrived(to, sent);
  return copied;
}

export class CopyRefused extends Error {
  readonly code = 'copy-refused';
}

async function refuseForeign(from: Store, to: Store): Promise<void> {
  for (const { stream, seq, hash } of await to.heads(null, Number.MAX_SAFE_INTEGER)) {
    const [same] = await from.history(stream, { after: seq - 1, limit: 1 });
    if (same?.hash !== hash) throw new CopyRefused(`${stream} stands in the store to copy to, and is no earlier copy`);
  }
}

async function checkArrived(to: Movable, sent: ReadonlyMap<string, string>): Promise<void> {
  const missing = new Set(sent.keys());
  for await (const item of to.exportAll()) {
    const name = nameOf(item);
    if (!missing.delete(name) && item.kind !== 'stream') await to.discard(item);
    else if (sent.get(name) !== digest(item)) throw new CopyRefused(`${name} did not arrive as it was sent`);
    else checkChain(item, 'that arrived');
  }
  const [lost] = missing;
  if (lost) throw new CopyRefused(`${lost} did not arrive`);
}

function checkChain(item: Packed, which: string): void {
  if (item.kind !== 'stream') return;
  const [broken] = verify(item.stream, item.entries);
  if (broken) throw new CopyRefused(`the chain of ${item.stream} ${which} is broken at entry ${broken.seq} (${broken.problem})`);
  const newest = item.entries.at(-1);
  if (newest?.seq !== item.head.version || newest.hash !== item.head.hash) {
    throw new CopyRefused(`the head of ${item.stream} ${which} is not its newest entry`);
  }
}

function nameOf(item: Packed): string {
  if (item.kind === 'stream') return item.stream;
  return item.kind === 'outbox' ? `${item.item.kind} ${item.item.key}` : `record ${item.of} ${item.record.id}`;
}

function digest(item: Packed): string {
  const told = item.kind === 'stream' ? { ...item, texts: item.texts.toSorted((a, b) => (a.ref < b.ref ? -1 : 1)) } : besides(item);
  return createHash('sha256').update(canonical(told)).digest('base64');
}

/** Where an outbox item stands is each store's own affair. */
function besides(item: Exclude<Packed, { readonly kind: 'stream' }>) {
  return item.kind === 'outbox' ? item.item : item.record;
}
