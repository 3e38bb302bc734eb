import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

interface HeldAlone {
  /** Tells whoever comes next on which port this process answers. */
  readonly answersOn: (port: number) => void;
}

/** Another process has the store, and answers on this port; null: it has not come so far. */
interface HeldByAnother {
  readonly port: number | null;
}

/**
 * Holds a store for this process until it ends, however it ends: the operating system lets go of the lock. Only local mode needs it, where two
 * rooms on one store would move each other's clock; replicas share a store freely, and the command line reads and writes beside it.
 */
export function holdAlone(store: string): HeldAlone | HeldByAnother {
  mkdirSync(dirname(store), { recursive: true });
  const db = new DatabaseSync(`${store}.held`);
  if (!begins(db)) {
    const port = Number(db.prepare('PRAGMA user_version').get()?.user_version);
    db.close();
    return { port: port > 0 ? port : null };
  }
  const noted = (port: number) => {
    db.exec(`PRAGMA user_version = ${Math.trunc(port)}`);
    db.exec('COMMIT');
    db.exec('BEGIN IMMEDIATE');
  };
  noted(0);
  return { answersOn: noted };
}

/** A reserved lock: others may read the port, and none may hold it too. */
function begins(db: DatabaseSync): boolean {
  try {
    db.exec('BEGIN IMMEDIATE');
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'errcode' in fault && fault.errcode === busy) return false;
    throw fault;
  }
}

const busy = 5;
