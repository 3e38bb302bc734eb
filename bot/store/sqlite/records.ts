import { erasureOf, recordOf } from '../sources.ts';
import type { BesideRecord, Store } from '../store.ts';
import type { Connection } from './connection.ts';
import { touchInSqlite } from './watching.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly value: string;
}

export function sqliteRecords(db: Connection): Pick<Store, 'record' | 'records' | 'putRecord' | 'eraseRecord'> {
  return {
    record: async (kind, id) => {
      const row = db.row<Row>('SELECT id, version, value FROM records WHERE kind = ? AND id = ?', kind, id);
      return row && toRecord(row);
    },
    records: async <T>(kind: string) =>
      db.rows<Row>('SELECT id, version, value FROM records WHERE kind = ? ORDER BY id', kind).map((row) => toRecord<T>(row)),
    putRecord: (kind, id, value, expect) =>
      db.write(() => {
        const was = db.row<Row>('SELECT version FROM records WHERE kind = ? AND id = ?', kind, id);
        if ((was?.version ?? null) !== expect) return false;
        const version = db.row<{ last: number }>('UPDATE record_versions SET last = last + 1 RETURNING last')?.last ?? 0;
        db.run('INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)', kind, id, version, JSON.stringify(value));
        touchInSqlite(db, [recordOf(kind, id)], 0);
        return true;
      }),
    eraseRecord: async (kind, id) => {
      await db.write(() => {
        db.run('DELETE FROM records WHERE kind = ? AND id = ?', kind, id);
        touchInSqlite(db, [recordOf(kind, id), erasureOf(recordOf(kind, id))], 0);
      });
      db.emptyLog();
    },
  };
}

function toRecord<T>({ id, version, value }: Row): BesideRecord<T> {
  return { id, version, value: JSON.parse(value) };
}
