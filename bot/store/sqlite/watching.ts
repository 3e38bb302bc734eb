import { isUnlooked, type Kept, redrawn, touched } from '../outbox.ts';
import type { CardSource } from '../store.ts';
import type { Connection } from './connection.ts';
import { keep, kept, notices } from './kept.ts';

/** Only inside a write: what an item watches from now on. */
export function watches(db: Connection, item: Kept): void {
  if (item.kind !== 'notice') return;
  db.run('DELETE FROM drawn_from WHERE key = ?', item.key);
  for (const source of new Set(item.watch)) db.run('INSERT INTO drawn_from VALUES (?, ?)', source, item.key);
}

/** Only inside a write. At 0 it is asked for at no time in particular. */
export function touchInSqlite(db: Connection, sources: readonly CardSource[], at: number): void {
  const found = db.rows<{ key: string }>(
    'SELECT DISTINCT key FROM drawn_from WHERE source IN (SELECT value FROM json_each(?))',
    JSON.stringify(sources),
  );
  for (const { key } of found) {
    const was = kept(db, key);
    const next = was?.kind === 'notice' ? touched(was, at) : null;
    if (next) keep(db, next);
  }
}

/** Only inside a write. */
export function sweepSqlite(db: Connection, now: number, most: number): void {
  const unlooked = notices(db, "SELECT item FROM outbox WHERE state = 'sent' AND looked = 0 ORDER BY key LIMIT ?", most);
  for (const was of unlooked) keep(db, isUnlooked(was) ? redrawn(was, now) : was);
}
