import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setImmediate } from 'node:timers';
import { StoreUnavailable } from '../store.ts';
import { schema } from './schema.ts';

type Values = readonly SQLInputValue[];

/** One connection. Reads see what is committed; writes of one turn of the event loop share a commit, each answered after it. */
export interface Connection {
  readonly row: <Row>(sql: string, ...values: Values) => Row | null;
  readonly rows: <Row>(sql: string, ...values: Values) => readonly Row[];
  /** Only inside `write`. Returns how many rows it changed. */
  readonly run: (sql: string, ...values: Values) => number;
  /** All of `work` or nothing, whatever becomes of the others in the same commit. */
  readonly write: <T>(work: () => T) => Promise<T>;
  /** Empties the write-ahead log, so that what was deleted is in no file any more. */
  readonly emptyLog: () => void;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly attempt: () => void;
  readonly answer: () => void;
  readonly fail: (fault: unknown) => void;
}

/** How long another process may hold the file before this one gives up; it waits with the event loop stopped. */
const busyMs = 2_000;
/** Writes in one commit, so that a long queue does not hold up the event loop. */
const atOnce = 200;

/** `surviving`: what of an answered write must outlast. Where only the process may die, the disk is not waited for at each commit. */
export function connect(file: string, surviving: 'a power cut' | 'the process' = 'a power cut'): Connection {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: busyMs });
  const statements = new Map<string, StatementSync>();
  let queue: Waiting[] = [];
  let flushing: Promise<void> | null = null;
  prepareFile(db, file, surviving === 'a power cut' ? 'FULL' : 'NORMAL');

  function statement(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known) return known;
    const prepared = db.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  }

  function flush(): void {
    const now = queue.slice(0, atOnce);
    queue = queue.slice(atOnce);
    try {
      transaction(db, () => {
        for (const each of now) each.attempt();
      });
    } catch (fault) {
      for (const each of now) each.fail(unavailable(fault) ?? fault);
      return;
    }
    for (const each of now) each.answer();
  }

  function flushSoon(): Promise<void> {
    flushing ??= new Promise((done) => {
      setImmediate(() => {
        flushing = null;
        flush();
        done(queue.length > 0 ? flushSoon() : undefined);
      });
    });
    return flushing;
  }

  return {
    row: (sql, ...values) => asking(() => (statement(sql).get(...values) as never) ?? null),
    rows: (sql, ...values) => asking(() => statement(sql).all(...values) as never),
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
    write: (work) =>
      new Promise((resolve, reject) => {
        let answer: () => void = () => reject(new Error('not attempted'));
        queue.push({
          attempt: () => {
            answer = attempt(db, work, resolve, reject);
          },
          answer: () => answer(),
          fail: reject,
        });
        void flushSoon();
      }),
    emptyLog: () => asking(() => db.exec('PRAGMA wal_checkpoint(TRUNCATE)')),
    close: async () => {
      await flushing;
      db.close();
    },
  };
}

function prepareFile(db: DatabaseSync, file: string, synchronous: 'FULL' | 'NORMAL'): void {
  asking(() => {
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;`);
    transaction(db, () => {
      db.exec('CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER PRIMARY KEY) STRICT');
      const known = Number(db.prepare('SELECT coalesce(max(version), 0) AS version FROM schema_versions').get()?.version);
      if (known > schema.length)
        throw new Error(`${file} was written by a newer Samspil (schema ${known}; this one knows ${schema.length})`);
      for (const [at, text] of schema.entries()) {
        if (at < known) continue;
        db.exec(text);
        db.prepare('INSERT INTO schema_versions VALUES (?)').run(at + 1);
      }
    });
  });
}

function transaction(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (fault) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw fault;
  }
}

/** What to say once the commit has happened. A fault of the work undoes that work alone. */
function attempt<T>(db: DatabaseSync, work: () => T, resolve: (value: T) => void, reject: (fault: unknown) => void): () => void {
  db.exec('SAVEPOINT one');
  try {
    const value = work();
    db.exec('RELEASE one');
    return () => resolve(value);
  } catch (fault) {
    if (unavailable(fault)) throw fault;
    db.exec('ROLLBACK TO one');
    db.exec('RELEASE one');
    return () => reject(fault);
  }
}

function asking<T>(question: () => T): T {
  try {
    return question();
  } catch (fault) {
    throw unavailable(fault) ?? fault;
  }
}

/** Primary result codes of SQLite after which the same write may be tried again: busy and locked, before anything was written ... */
const held = [5, 6];
/** ... and no memory, an I/O error, a full disk, a file that cannot be opened. */
const failing = [7, 10, 13, 14];

function unavailable(fault: unknown): StoreUnavailable | null {
  if (!(fault instanceof Error) || !('errcode' in fault) || typeof fault.errcode !== 'number') return null;
  const code = fault.errcode & 0xff;
  if (!held.includes(code) && !failing.includes(code)) return null;
  return new StoreUnavailable(`the store did not answer: ${fault.message}`, held.includes(code) ? 'no' : 'unknown', null, fault);
}
