import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { canonical, chain } from '../../bot/store/chain.ts';
import { openSqlite, type SqliteStore } from '../../bot/store/sqlite.ts';
import { type AnchorLine, anchorLines, checkLedger } from '../../bot/view/ledger/ledger.ts';
import { erased, showStream } from '../../bot/view/ledger/show.ts';
import { place, record, recordAnchor, recordSomething } from '../kit/recorded.ts';

let directory: string;
let store: SqliteStore;
let db: DatabaseSync;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-'));
  store = openSqlite(join(directory, 'samspil.db'));
  db = new DatabaseSync(join(directory, 'samspil.db'));
});
afterEach(async () => {
  db.close();
  await store.close();
  rmSync(directory, { recursive: true });
});

describe('a check of the ledger', () => {
  let lines: readonly AnchorLine[];
  beforeEach(async () => {
    await recordSomething(store);
    await recordAnchor(store);
    await record(store, 'channel/c1', [{ type: 'BodyBound', v: 2, body: 'sam', by: null }]);
    lines = await anchorLines(store);
  });

  async function findings(outside: readonly AnchorLine[] = lines) {
    return (await checkLedger(store, outside)).findings.map(({ stream, seq, problem }) => [stream, seq, problem]);
  }

  it('a check of an untouched ledger finds nothing', async () => {
    expect(await checkLedger(store, lines)).toEqual({ streams: 3, entries: 6, findings: [] });
  });

  it('a check of an empty store finds nothing', async () => {
    const empty = openSqlite(':memory:');
    expect(await checkLedger(empty, [])).toEqual({ streams: 0, entries: 0, findings: [] });
    await empty.close();
  });

  it('a check finds a changed entry and says which one', async () => {
    db.exec(`UPDATE events SET event = replace(event, '"it"', '"sam"') WHERE stream = 'channel/c1' AND seq = 2`);
    expect((await checkLedger(store, [])).findings).toEqual([
      {
        stream: 'channel/c1',
        seq: 2,
        problem: 'changed',
        sentence: 'channel/c1 entry 2 has been changed: its hash is not made from what it says.',
      },
    ]);
  });

  it('a check finds a changed author, time or cause of an entry', async () => {
    for (const change of ["by = 'p-2'", "at = '2014-01-01T00:00:00.000Z'", "cause = 'operator:x'"]) {
      db.exec('SAVEPOINT one');
      db.exec(`UPDATE events SET ${change} WHERE stream = 'channel/c1' AND seq = 2`);
      db.exec('RELEASE one');
      expect(await findings([])).toContainEqual(['channel/c1', 2, 'changed']);
    }
  });

  it('a check finds a missing entry in the middle of a stream', async () => {
    db.exec(`DELETE FROM events WHERE stream = 'channel/c1' AND seq = 2`);
    expect(await findings()).toContainEqual(['channel/c1', 3, 'gap']);
  });

  it('a check finds an end that was cut off without changing the head', async () => {
    db.exec(`DELETE FROM events WHERE stream = 'channel/c1' AND seq = 4`);
    expect(await findings([])).toEqual([
      ['channel/c1', 3, 'other-head'],
      ['channel/c1', 4, 'other-snapshot'],
    ]);
  });

  it('an anchor reveals an end that was cut off together with its head', async () => {
    rewrite('channel/c1', (events) => events.slice(0, 2));
    expect((await checkLedger(store, [])).findings.map((each) => each.sentence)).toEqual([
      'channel/c1 has lost its end: it stops at entry 2, and anchor entry 1 has 3 entries.',
    ]);
  });

  it('an anchor reveals a missing stream', async () => {
    for (const table of ['events', 'streams', 'texts']) db.exec(`DELETE FROM ${table} WHERE stream = 'meeting/m1'`);
    expect((await checkLedger(store, [])).findings.map((each) => each.sentence)).toEqual([
      'meeting/m1 is missing; anchor entry 1 has it with 1 entries.',
    ]);
  });

  it('an anchor reveals a chain that was rebuilt after a change', async () => {
    rewrite('channel/c1', (events) => events.map((event) => JSON.parse(JSON.stringify(event).replaceAll('"it"', '"other"'))));
    expect(await findings([])).toEqual([['channel/c1', 3, 'rewritten']]);
  });

  it('only an anchor kept outside reveals a chain that was rebuilt together with its anchor', async () => {
    rewrite('channel/c1', (events) => events.map((event) => JSON.parse(JSON.stringify(event).replaceAll('"it"', '"other"'))));
    const third = (await store.history('channel/c1')).find((entry) => entry.seq === 3);
    rewrite('anchor', (events) =>
      events.map((event) => ({
        ...event,
        heads: event.heads.map((head) => (head.stream === 'channel/c1' ? { ...head, hash: third?.hash } : head)),
      })),
    );
    expect(await findings([])).toEqual([]);
    expect(await findings()).toEqual([['anchor', 1, 'rewritten']]);
  });

  it('an anchor kept outside reveals that the whole ledger is gone', async () => {
    db.exec('DELETE FROM events; DELETE FROM streams;');
    expect(await findings([])).toEqual([]);
    expect(await findings()).toEqual([['anchor', null, 'missing']]);
  });

  it('a check finds a snapshot that differs from the entries', async () => {
    db.exec(`UPDATE streams SET state = replace(state, '"sam"', '"it"') WHERE stream = 'channel/c1'`);
    expect(await findings()).toEqual([['channel/c1', 4, 'other-snapshot']]);
  });

  it('a check finds a head that is not the newest entry', async () => {
    db.exec(`UPDATE streams SET hash = '${'1'.repeat(64)}' WHERE stream = 'channel/c1'`);
    expect(await findings()).toEqual([['channel/c1', 4, 'other-head']]);
  });

  it('a check finds words that replaced the original ones, but accepts erased words', async () => {
    db.exec(`UPDATE texts SET words = 'Mødelokale 5'`);
    expect(await findings()).toEqual([['meeting/m1', 1, 'other-words']]);
    await store.eraseText('meeting/m1', place.ref);
    expect(await findings()).toEqual([]);
  });

  /** Rewrites the events as anyone with the whole file could, and makes chain, head and snapshot fit. */
  function rewrite(stream: Stream, change: (events: { heads: { stream: string }[] }[]) => unknown[]): void {
    const rows = db.prepare('SELECT at, cause, by, event FROM events WHERE stream = ? ORDER BY seq').all(stream);
    const changed = change(rows.map((row) => JSON.parse(String(row.event))));
    const entries = chain(
      stream,
      null,
      changed.map((event, at) => ({ ...JSON.parse(JSON.stringify(rows[at])), event })),
    );
    db.prepare('DELETE FROM events WHERE stream = ?').run(stream);
    const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    for (const { seq, at, cause, by, event, previous, hash } of entries)
      insert.run(stream, seq, at, cause, by, canonical(event), previous, hash);
    const subject = subjectOf(stream);
    const state = entries.reduce((each, { event }) => subject.evolve(each, event), subject.initial(stream));
    const newest = entries.at(-1);
    db.prepare('UPDATE streams SET version = ?, hash = ?, state = ? WHERE stream = ?').run(
      newest?.seq ?? 0,
      newest?.hash ?? '',
      JSON.stringify(state),
      stream,
    );
  }
});

describe('a stream shown', () => {
  it('a shown stream has names for keys and words for references', async () => {
    await recordSomething(store);
    const shown = await showStream(store, 'meeting/m1', (person) => (person === 'p-1' ? 'Inger Invented' : null));
    expect(shown).toMatchObject([
      { seq: 1, at: '2015-03-02T12:00:00.000Z', by: 'Inger Invented', type: 'MeetingPlanned', details: { place: place.words, link: null } },
    ]);
    expect(Object.keys(shown[0]?.details ?? {})).not.toContain('v');
  });

  it('a shown stream has names inside the details too', async () => {
    await record(store, 'persons', [{ type: 'SectorStated', v: 1, person: 'p-2', sector: 'region' }]);
    const shown = await showStream(store, 'persons', (person) => (person === 'p-2' ? 'Bo Invented' : null));
    expect(shown).toMatchObject([{ by: 'p-1', details: { person: 'Bo Invented', sector: 'region' } }]);
  });

  it('a shown stream has keys for unknown names and a mark for erased words', async () => {
    await recordSomething(store);
    await store.eraseText('meeting/m1', place.ref);
    expect(await showStream(store, 'meeting/m1', () => null)).toMatchObject([{ by: 'p-1', details: { place: erased } }]);
  });
});
