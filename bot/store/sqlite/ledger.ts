import type { Head } from '../../governance/vocabulary/anchor.ts';
import type { Index, Stream } from '../../governance/vocabulary/stream.ts';
import type { Cause } from '../cause.ts';
import { canonical, chain } from '../chain.ts';
import { checkAppend, checkSnapshot } from '../limits.ts';
import { asked, newErrand } from '../outbox.ts';
import { erasureOf, parkedItems, textsOf } from '../sources.ts';
import type { Append, Appended, Entry, SealedText, Store } from '../store.ts';
import type { Connection } from './connection.ts';
import { keep, kept } from './kept.ts';
import { touchInSqlite } from './watching.ts';

type Ledger = Pick<
  Store,
  'recall' | 'seen' | 'append' | 'history' | 'texts' | 'eraseText' | 'due' | 'ofBody' | 'ofKind' | 'waitingOn' | 'heads' | 'reindex'
>;
interface StreamRow {
  readonly version: number;
  readonly hash: string;
  readonly state: string;
  readonly kind: Index['kind'];
  readonly body: string | null;
  readonly due_at: number | null;
  readonly open: number;
  readonly waiting_on: string;
}
interface Named {
  readonly stream: Stream;
}

export function sqliteLedger(db: Connection): Ledger {
  const named = (sql: string, ...values: (string | number | null)[]) => db.rows<Named>(sql, ...values).map((row) => row.stream);
  return {
    recall: async (stream) => {
      const row = db.row<StreamRow>('SELECT * FROM streams WHERE stream = ?', stream);
      return row && { version: row.version, hash: row.hash, state: JSON.parse(row.state), index: toIndex(row) };
    },
    seen: async (stream, cause) => seen(db, stream, cause),
    append: async (append) => {
      checkAppend(append);
      return db.write(() => write(db, append));
    },
    history: async (stream, { after = 0, limit = -1 } = {}) =>
      db
        .rows<EntryRow>('SELECT * FROM events WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?', stream, after, limit)
        .map((row): Entry => ({ ...row, event: JSON.parse(row.event) })),
    texts: async (stream) =>
      new Map(db.rows<SealedText>('SELECT ref, key, words FROM texts WHERE stream = ?', stream).map((text) => [text.ref, { ...text }])),
    eraseText: async (stream, ref) => {
      await db.write(() => {
        db.run('DELETE FROM texts WHERE stream = ? AND ref = ?', stream, ref);
        touchInSqlite(db, [textsOf(stream), erasureOf(textsOf(stream))], 0);
      });
      db.emptyLog();
    },

    due: async (now, limit) => named('SELECT stream FROM streams WHERE due_at <= ? ORDER BY due_at, stream LIMIT ?', now, limit),
    ofBody: async (kind, body, { openOnly }) =>
      named(
        'SELECT stream FROM streams WHERE kind = ? AND body = ? AND open >= ? ORDER BY due_at IS NULL, due_at, stream',
        kind,
        body,
        openOnly ? 1 : 0,
      ),
    ofKind: async (kind) => named('SELECT stream FROM streams WHERE kind = ? ORDER BY stream', kind),
    waitingOn: async (person) => named('SELECT stream FROM waiting WHERE person = ? ORDER BY stream', person),
    heads: async (since, until, kind) =>
      db
        .rows<Head>(
          'SELECT stream, version AS seq, hash FROM streams WHERE at > ? AND at <= ? AND kind = coalesce(?, kind) ORDER BY stream',
          since ?? Number.MIN_SAFE_INTEGER,
          until,
          kind ?? null,
        )
        .map((head) => ({ ...head })),
    reindex: async (stream, expect, state, index) => {
      checkSnapshot(stream, state);
      return db.write(() => {
        const row = db.row<StreamRow>('SELECT version FROM streams WHERE stream = ?', stream);
        if (row?.version !== expect) return false;
        db.run('UPDATE streams SET state = ? WHERE stream = ?', JSON.stringify(state), stream);
        putIndex(db, stream, index);
        return true;
      });
    },
  };
}

type EntryRow = Omit<Entry, 'event'> & { readonly event: string };

function seen(db: Connection, stream: Stream, cause: Cause | string): { readonly seq: number } | null {
  const row = db.row<{ seq: number | null }>('SELECT min(seq) AS seq FROM events WHERE stream = ? AND cause = ?', stream, cause);
  return row === null || row.seq === null ? null : { seq: row.seq };
}

function write(db: Connection, append: Append): Appended {
  const { stream } = append;
  const before = seen(db, stream, append.cause);
  if (before) return { result: 'seen', seq: before.seq };
  const head = db.row<{ seq: number; hash: string }>('SELECT version AS seq, hash FROM streams WHERE stream = ?', stream);
  if ((head?.seq ?? 0) !== append.expect) return { result: 'conflict' };

  const entries = chain(stream, head, append.entries);
  for (const { seq, at, cause, by, event, previous, hash } of entries) {
    db.run('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)', stream, seq, at, cause, by, canonical(event), previous, hash);
  }
  const newest = entries.at(-1);
  if (!newest) throw new RangeError(`an append to ${stream} has no entry`);
  const now = Date.parse(newest.at);
  db.run(
    `INSERT INTO streams (stream, version, hash, at, state, kind, open, waiting_on) VALUES (?, ?, ?, ?, ?, '', 0, '[]')
     ON CONFLICT (stream) DO UPDATE SET version = excluded.version, hash = excluded.hash, at = excluded.at, state = excluded.state`,
    stream,
    newest.seq,
    newest.hash,
    now,
    JSON.stringify(append.state),
  );
  putIndex(db, stream, append.index);
  for (const { ref, key, words } of append.texts) db.run('INSERT INTO texts VALUES (?, ?, ?, ?)', stream, ref, key, words);
  for (const notice of append.notices) {
    const was = kept(db, notice.key);
    keep(db, asked(was, notice, now));
    if (was?.state === 'parked') touchInSqlite(db, [parkedItems], now);
  }
  touchInSqlite(db, append.touches, now);
  for (const errand of append.errands) keep(db, newErrand(errand, stream, now));
  return { result: 'appended', version: newest.seq, hash: newest.hash };
}

/** Only inside a write. */
export function putIndex(db: Connection, stream: Stream, { kind, body, dueAt, open, waitingOn }: Index): void {
  db.run(
    'UPDATE streams SET kind = ?, body = ?, due_at = ?, open = ?, waiting_on = ? WHERE stream = ?',
    kind,
    body,
    dueAt,
    open ? 1 : 0,
    JSON.stringify(waitingOn),
    stream,
  );
  db.run('DELETE FROM waiting WHERE stream = ?', stream);
  for (const person of new Set(waitingOn)) db.run('INSERT INTO waiting VALUES (?, ?)', person, stream);
}

function toIndex(row: StreamRow): Index {
  return { kind: row.kind, body: row.body, dueAt: row.due_at, open: row.open === 1, waitingOn: JSON.parse(row.waiting_on) };
}
