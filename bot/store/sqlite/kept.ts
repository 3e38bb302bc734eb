import { claimableFrom, dueAt, isUnlooked, type Kept, type KeptNotice, read } from '../outbox.ts';
import type { Connection } from './connection.ts';

export interface OutboxRow {
  readonly item: string;
}

export function kept(db: Connection, key: string): Kept | null {
  const row = db.row<OutboxRow>('SELECT item FROM outbox WHERE key = ?', key);
  return row && toKept(row);
}

/** Only inside a write. The columns beside the item are what it is found by. */
export function keep(db: Connection, item: Kept): void {
  db.run(
    'INSERT OR REPLACE INTO outbox (key, about, state, due_at, claimable_from, waits_for, looked, item) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    item.key,
    item.kind === 'notice' ? item.notice.about : item.from,
    item.state,
    dueAt(item),
    claimableFrom(item),
    item.waitsFor,
    isUnlooked(item) ? 0 : 1,
    JSON.stringify(item),
  );
}

export function notices(db: Connection, sql: string, ...values: (string | number)[]): readonly KeptNotice[] {
  return db.rows<OutboxRow>(sql, ...values).flatMap((row) => {
    const item = toKept(row);
    return item.kind === 'notice' ? [item] : [];
  });
}

export function toKept({ item }: OutboxRow): Kept {
  return read(JSON.parse(item));
}
