import { randomUUID } from 'node:crypto';
import type { Head as StreamHead } from '../../governance/vocabulary/anchor.ts';
import type { Stream } from '../../governance/vocabulary/stream.ts';
import { chain } from '../chain.ts';
import { checkAppend, checkSnapshot } from '../limits.ts';
import { asked, type Kept, newErrand, read } from '../outbox.ts';
import { erasureOf, parkedItems, textsOf } from '../sources.ts';
import type { Append, Appended, Store } from '../store.ts';
import {
  type CauseItem,
  causeId,
  causeItem,
  type Draft,
  type EntryItem,
  entryItem,
  type HeadItem,
  headId,
  headItem,
  type OutboxEntry,
  outboxId,
  outboxItem,
  type TextItem,
  textId,
  textItem,
  toRecalled,
} from './items.ts';
import { findNotice } from './outbox.ts';
import type { Touches } from './watching.ts';
import { type Step, type Stored, type Wire, written } from './wire.ts';

type Ledger = Pick<
  Store,
  'recall' | 'seen' | 'append' | 'history' | 'texts' | 'eraseText' | 'due' | 'ofBody' | 'ofKind' | 'waitingOn' | 'heads' | 'reindex'
>;
interface Named {
  readonly stream: Stream;
  readonly dueAt: number | null;
}

export function cosmosLedger(wire: Wire, touches: Touches): Ledger {
  const heads = (call: string, where: string, given: Readonly<Record<string, string | number>>) =>
    wire.ask<Named>(call, { partition: null, select: 'c.stream, c.dueAt', where: `c.type = 'head' AND ${where}`, given });
  return {
    recall: async (stream) => {
      const head = await wire.read<HeadItem>('recall', stream, headId);
      return head && toRecalled(head);
    },
    seen: async (stream, cause) => {
      const marker = await wire.read<CauseItem>('seen', stream, causeId(cause));
      return marker && { seq: marker.seq };
    },
    append: async (append) => {
      checkAppend(append);
      return appendTo(wire, touches, append);
    },
    history: async (stream, { after = 0, limit } = {}) => {
      const rows = await wire.ask<EntryItem>('history', {
        partition: stream,
        where: "c.type = 'entry' AND c.seq > @after",
        given: { after },
        orderBy: 'c.seq',
        ...(limit === undefined ? {} : { top: limit }),
      });
      return rows.map(({ entry }) => entry);
    },
    texts: async (stream) => {
      const rows = await wire.ask<TextItem>('texts', { partition: stream, where: "c.type = 'text'" });
      return new Map(rows.map(({ text }) => [text.ref, text]));
    },
    eraseText: (stream, ref) =>
      touches.touching(stream, [textsOf(stream), erasureOf(textsOf(stream))], () => wire.erase('eraseText', stream, textId(ref))),

    due: async (now, limit) => {
      const rows = await wire.ask<Named>('due', {
        partition: null,
        select: 'c.stream, c.dueAt',
        where: "c.type = 'head' AND c.dueAt <= @now",
        given: { now },
        orderBy: 'c.dueAt',
        top: limit,
      });
      return named(rows);
    },
    ofBody: async (kind, body, { openOnly }) => {
      const where = `c.kind = @kind AND c.body = @body${openOnly ? ' AND c.open = true' : ''}`;
      return named(await heads('ofBody', where, { kind, body }));
    },
    ofKind: async (kind) => byName(await heads('ofKind', 'c.kind = @kind', { kind })),
    waitingOn: async (person) => byName(await heads('waitingOn', 'ARRAY_CONTAINS(c.waitingOn, @person)', { person })),
    heads: async (since, until, kind) => {
      const rows = await wire.ask<StreamHead>('heads', {
        partition: null,
        select: 'c.stream, c.version AS seq, c.hash',
        where: `c.type = 'head' AND c.writtenAt > @since AND c.writtenAt <= @until${kind ? ' AND c.kind = @kind' : ''}`,
        given: { since: since ?? Number.MIN_SAFE_INTEGER, until, ...(kind && { kind }) },
      });
      return rows.toSorted((a, b) => compare(a.stream, b.stream));
    },
    reindex: async (stream, expect, state, index) => {
      checkSnapshot(stream, state);
      const done = await wire.swap<HeadItem>('reindex', stream, headId, (was) =>
        was?.version === expect ? headItem({ stream, state, index }, lastOf(was)) : null,
      );
      return done !== null;
    },
  };
}

const rounds = 6;

/** One batch. Told apart by the step that stops it: this cause was here before, somebody else wrote, or a notice moved and it is tried again. */
async function appendTo(wire: Wire, { afterAppend }: Touches, append: Append): Promise<Appended> {
  const { stream, expect, cause } = append;
  const write = randomUUID();
  let touches = append.touches;
  const told = async (appended: Appended) => {
    const at = Date.parse(append.entries.at(-1)?.at ?? '');
    if (appended.result === 'appended') await afterAppend({ pk: stream, id: causeId(cause), at }, touches);
    return appended;
  };
  for (let round = 0; round < rounds; round++) {
    if (round > 0) await wire.pause(round);
    const [head, standing] = await Promise.all([wire.read<HeadItem>('append', stream, headId), notices(wire, append)]);
    if ((head?.version ?? 0) !== expect) return told((await before(wire, append, write)) ?? { result: 'conflict' });

    if (standing.some((item) => item?.state === 'parked')) touches = [...append.touches, parkedItems];
    const { steps, appended, settles } = plan({ ...append, touches }, head, standing, write);
    const stopped = await wire.batch('append', stream, steps);
    if (!stopped) return told(appended);
    if (stopped.at === 0) {
      const earlier = await before(wire, append, write);
      if (earlier) return told(earlier);
    } else if (stopped.at < settles) return { result: 'conflict' };
    else if (!steps[stopped.at]?.item.id.startsWith('notice~')) {
      throw new Error(`${stream}: ${steps[stopped.at]?.item.id} of ${cause} is there already (${stopped.status})`);
    }
  }
  return { result: 'conflict' };
}

/** What this cause wrote here: by this very append, whose answer was lost, or earlier. */
async function before(wire: Wire, { stream, cause }: Append, write: string): Promise<Appended | null> {
  const marker = await wire.read<CauseItem>('append', stream, causeId(cause));
  if (!marker) return null;
  const { seq, version, hash } = marker;
  return marker.write === write ? { result: 'appended', version, hash } : { result: 'seen', seq };
}

function notices(wire: Wire, { stream, notices }: Append): Promise<readonly (Stored<OutboxEntry> | null)[]> {
  const keys = [...new Set(notices.map(({ key }) => key))];
  return Promise.all(
    keys.map(async (key) => {
      const item = await wire.read<OutboxEntry>('append', stream, outboxId('notice', key));
      if (item === null && !key.startsWith(`${stream}:`)) await checkNowhereElse(wire, stream, key);
      return item;
    }),
  );
}

/** One batch cannot reach two partitions: a notice belongs to the stream that first asked for it. A key that begins with its stream is safe. */
async function checkNowhereElse(wire: Wire, stream: Stream, key: string): Promise<void> {
  const [other] = await findNotice(wire, 'append', key);
  if (other && other.pk !== stream) throw new RangeError(`${stream} asks for the notice ${key}, which belongs to ${other.pk}`);
}

/** `settles`: the first step whose failure does not settle what became of the append. */
function plan(append: Append, head: Stored<HeadItem> | null, standing: readonly (Stored<OutboxEntry> | null)[], write: string) {
  const { stream, cause } = append;
  const entries = chain(stream, head && { seq: head.version, hash: head.hash }, append.entries);
  const [first] = entries;
  const newest = entries.at(-1);
  if (!first || !newest) throw new RangeError(`an append to ${stream} has no entry`);
  const now = Date.parse(newest.at);

  const etags = new Map(standing.flatMap((item) => (item ? [[item.id, item._etag]] : [])));
  const outbox = new Map<string, Kept>(standing.flatMap((item) => (item ? [[item.kept.key, read(item.kept)]] : [])));
  for (const notice of append.notices) outbox.set(notice.key, asked(outbox.get(notice.key) ?? null, notice, now));

  const create = (draft: Draft<CauseItem | EntryItem | TextItem | OutboxEntry>): Step => ({
    item: written(draft, write),
    etag: null,
  });
  const ledger: Step[] = [
    create(
      causeItem(stream, cause, { seq: first.seq, version: newest.seq, hash: newest.hash }, { touchedAt: now, touches: append.touches }),
    ),
    { item: written(headItem(append, newest), write), etag: head?._etag ?? null },
    ...entries.map((entry) => create(entryItem(entry))),
  ];
  const steps: Step[] = [
    ...ledger,
    ...append.texts.map((text) => create(textItem(stream, text))),
    ...[...outbox.values()].map((kept) => {
      const item = written(outboxItem(stream, kept), write);
      return { item, etag: etags.get(item.id) ?? null };
    }),
    ...append.errands.map((errand) => create(outboxItem(stream, newErrand(errand, stream, now)))),
  ];
  const appended: Appended = { result: 'appended', version: newest.seq, hash: newest.hash };
  return { steps, appended, settles: ledger.length };
}

function lastOf(head: HeadItem) {
  return { seq: head.version, hash: head.hash, at: new Date(head.writtenAt).toISOString() };
}

/** In order of what is due, nothing due last, then by name. */
function named(rows: readonly Named[]): readonly Stream[] {
  const due = ({ dueAt }: Named) => dueAt ?? Number.POSITIVE_INFINITY;
  return rows.toSorted((a, b) => compare(due(a), due(b)) || compare(a.stream, b.stream)).map(({ stream }) => stream);
}

function byName(rows: readonly Named[]): readonly Stream[] {
  return rows.map(({ stream }) => stream).toSorted(compare);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
