import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Movable } from './movable.ts';
import { connect } from './sqlite/connection.ts';
import { sqliteLedger } from './sqlite/ledger.ts';
import { sqliteMoving } from './sqlite/moving.ts';
import { sqliteOutbox } from './sqlite/outbox.ts';
import { sqliteRecords } from './sqlite/records.ts';
import type { Store } from './store.ts';

export interface SqliteStore extends Store, Movable {
  /** A whole and consistent copy, taken while others write. The file must not exist yet. */
  backup(file: string): Promise<void>;
}

/** The store in one file, `:memory:` for one that is forgotten. Several processes may have it open at once. */
export function openSqlite(file: string, surviving?: Parameters<typeof connect>[1]): SqliteStore {
  const db = connect(file, surviving);
  const [ledger, records] = [sqliteLedger(db), sqliteRecords(db)];
  return {
    ...ledger,
    ...sqliteOutbox(db),
    ...records,
    ...sqliteMoving(db, ledger, records),
    backup: async (to) => {
      if (existsSync(to)) throw new Error(`${to} is there already`);
      const part = `${to}.part`;
      rmSync(part, { force: true });
      db.rows('VACUUM INTO ?', part);
      reachDisk(part);
      renameSync(part, to);
    },
    close: db.close,
  };
}

function reachDisk(file: string): void {
  const open = openSync(file, 'r+');
  fsyncSync(open);
  closeSync(open);
}
