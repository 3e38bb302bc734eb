import type { Movable, Packed } from '../movable.ts';
import { read } from '../outbox.ts';
import { type Entry, recordKinds, type Store } from '../store.ts';
import {
  type CauseItem,
  causeItem,
  type Draft,
  entryItem,
  headItem,
  type OutboxEntry,
  outboxId,
  outboxItem,
  type RecordEntry,
  recordId,
  recordPartition,
  type StoredItem,
  textId,
  textItem,
} from './items.ts';
import { type Wire, written } from './wire.ts';

/** Well under what one batch may hold: 100 operations and 2 MB. */
const together = { items: 90, bytes: 1_000_000 };

export function cosmosMoving(
  wire: Wire,
  ledger: Pick<Store, 'heads' | 'recall' | 'history' | 'texts'>,
  { records }: Pick<Store, 'records'>,
): Movable {
  return {
    exportAll: async function* () {
      for (const { stream } of await ledger.heads(null, Number.MAX_SAFE_INTEGER)) {
        const [head, entries, texts] = await Promise.all([ledger.recall(stream), ledger.history(stream), ledger.texts(stream)]);
        if (head) yield { kind: 'stream', stream, head, entries, texts: [...texts.values()] };
      }
      const outbox = await wire.ask<OutboxEntry>('exportAll', { partition: null, where: "c.type = 'outbox'" });
      for (const { pk, kept } of outbox) yield { kind: 'outbox', home: pk, item: read(kept) };
      for (const of of recordKinds) {
        for (const record of await records(of)) yield { kind: 'record', of, record };
      }
    },
    importItem: async (item) => {
      if (item.kind === 'stream') return putStream(wire, ledger, item);
      if (item.kind === 'outbox') return over(wire, [outboxItem(item.home, item.item)]);
      const { of: kind, record } = item;
      const { id, version, value } = record;
      const draft: Draft<RecordEntry> = { id: recordId, pk: recordPartition(kind, id), type: 'record', kind, record: id, version, value };
      return over(wire, [draft]);
    },
    discard: (item) =>
      item.kind === 'outbox'
        ? wire.erase('discard', item.home, outboxId(item.item.kind, item.item.key))
        : wire.erase('discard', recordPartition(item.of, item.record.id), recordId),
  };
}

/** The head last: a stream without one is not there yet. */
async function putStream(wire: Wire, ledger: Pick<Store, 'texts'>, packed: Extract<Packed, { kind: 'stream' }>): Promise<void> {
  const { stream, head, entries, texts } = packed;
  const kept = new Set(texts.map(({ ref }) => ref));
  for (const ref of (await ledger.texts(stream)).keys()) {
    if (!kept.has(ref)) await wire.erase('importItem', stream, textId(ref));
  }
  await over(wire, [...entries.map(entryItem), ...causesOf(entries), ...texts.map((text) => textItem(stream, text))]);
  const { version: seq, hash, state, index } = head;
  await over(wire, [headItem({ stream, state, index }, { seq, hash, at: entries.at(-1)?.at ?? '' })]);
}

function causesOf(entries: readonly Entry[]): readonly Draft<CauseItem>[] {
  const found = new Map<string, Draft<CauseItem>>();
  for (const { stream, cause, seq, hash } of entries) {
    found.set(cause, causeItem(stream, cause, { seq: found.get(cause)?.seq ?? seq, version: seq, hash }));
  }
  return [...found.values()];
}

/** Puts items of one partition over whatever stands, as many at once as a batch holds. */
async function over(wire: Wire, drafts: readonly Draft<StoredItem>[]): Promise<void> {
  let steps: { readonly item: StoredItem; readonly etag: 'any' }[] = [];
  let bytes = 0;
  const flush = async () => {
    const [first] = steps;
    const stopped = first && (await wire.batch('importItem', first.item.pk, steps));
    if (stopped) throw new Error(`${first.item.pk} could not be put in place (${stopped.status})`);
    [steps, bytes] = [[], 0];
  };
  for (const draft of drafts) {
    const item = written<StoredItem>(draft);
    const size = Buffer.byteLength(JSON.stringify(item));
    if (steps.length === together.items || bytes + size > together.bytes) await flush();
    steps.push({ item, etag: 'any' });
    bytes += size;
  }
  await flush();
}
