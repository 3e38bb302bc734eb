import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Movable } from './movable.ts';
import { connect } from './sqlite/connection.ts';
import { ledgerIn } from './sqlite/ledger.ts';
import { movingIn } from './sqlite/moving.ts';
import { outboxIn } from './sqlite/outbox.ts';
import { recordsIn } from './sqlite/records.ts';
import type { Store } from './store.ts';

export interface SqliteStore extends Store, Movable {
  /** A whole and consistent copy, taken while others write. The file must not exist yet. */
  backup(file: string): Promise<void>;
}

/** The store in one file, `:memory:` for one that is forgotten. Several processes may have it open at once. */
export function openSqlite(file: string): SqliteStore {
  const db = connect(file);
  const [ledger, records] = [ledgerIn(db), recordsIn(db)];
  return {
    ...ledger,
    ...outboxIn(db),
    ...records,
    ...movingIn(db, ledger, records),
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
