import { canonical } from '../chain.ts';
import type { Movable, Packed } from '../movable.ts';
import { read } from '../outbox.ts';
import { recordKinds, type Store } from '../store.ts';
import type { Connection } from './connection.ts';
import { keep } from './kept.ts';
import { putIndex } from './ledger.ts';
import { watches } from './watching.ts';

export function sqliteMoving(
  db: Connection,
  ledger: Pick<Store, 'heads' | 'recall' | 'history' | 'texts'>,
  { records }: Pick<Store, 'records'>,
): Movable {
  return {
    exportAll: async function* () {
      for (const { stream } of await ledger.heads(null, Number.MAX_SAFE_INTEGER)) {
        const [head, entries, texts] = [await ledger.recall(stream), await ledger.history(stream), await ledger.texts(stream)];
        if (head) yield { kind: 'stream', stream, head, entries, texts: [...texts.values()] };
      }
      for (const row of db.rows<{ item: string }>('SELECT item FROM outbox ORDER BY key')) {
        const item = read(JSON.parse(row.item));
        yield { kind: 'outbox', home: item.kind === 'notice' ? item.notice.about : item.from, item };
      }
      for (const of of recordKinds) {
        for (const record of await records(of)) yield { kind: 'record', of, record };
      }
    },
    importItem: (item) => db.write(() => put(db, item)),
    discard: async (item) => {
      await db.write(() => {
        if (item.kind === 'outbox')
          for (const table of ['outbox', 'drawn_from']) db.run(`DELETE FROM ${table} WHERE key = ?`, item.item.key);
        else db.run('DELETE FROM records WHERE kind = ? AND id = ?', item.of, item.record.id);
      });
    },
  };
}

function put(db: Connection, item: Packed): void {
  if (item.kind === 'stream') putStream(db, item);
  else if (item.kind === 'outbox') {
    keep(db, item.item);
    watches(db, item.item);
  } else {
    const { id, version, value } = item.record;
    db.run('INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)', item.of, id, version, JSON.stringify(value));
    db.run('UPDATE record_versions SET last = max(last, ?)', version);
  }
}

function putStream(db: Connection, { stream, head, entries, texts }: Extract<Packed, { kind: 'stream' }>): void {
  for (const table of ['events', 'streams', 'texts']) db.run(`DELETE FROM ${table} WHERE stream = ?`, stream);
  for (const { seq, at, cause, by, event, previous, hash } of entries) {
    db.run('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)', stream, seq, at, cause, by, canonical(event), previous, hash);
  }
  db.run(
    "INSERT INTO streams (stream, version, hash, at, state, kind, open, waiting_on) VALUES (?, ?, ?, ?, ?, '', 0, '[]')",
    stream,
    head.version,
    head.hash,
    Date.parse(entries.at(-1)?.at ?? ''),
    JSON.stringify(head.state),
  );
  putIndex(db, stream, head.index);
  for (const { ref, key, words } of texts) db.run('INSERT INTO texts VALUES (?, ?, ?, ?)', stream, ref, key, words);
}
