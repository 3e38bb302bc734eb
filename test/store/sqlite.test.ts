import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../bot/store/chain.ts';
import { connect } from '../../bot/store/sqlite/connection.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { type Store, StoreUnavailable } from '../../bot/store/store.ts';
import { append, ask, noon, notice, stream, text } from './contract/appends.ts';
import { storeContract } from './contract.ts';

storeContract('the embedded store', async () => {
  const at = mkdtempSync(join(tmpdir(), 'samspil-'));
  const open: Store[] = [];
  const another = () => {
    const store = openSqlite(join(at, 'samspil.db'));
    open.push(store);
    return store;
  };
  return {
    store: another(),
    another: async () => another(),
    close: async () => {
      for (const store of open) await store.close();
      rmSync(at, { recursive: true });
    },
  };
});

const writing = fileURLToPath(new URL('./contract/writer.ts', import.meta.url));

describe('one file', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'samspil-'));
    file = join(directory, 'deep', 'samspil.db');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('every connection waits for the disk, uses a write-ahead log and overwrites what is deleted', async () => {
    for (const time of ['new', 'again']) {
      const db = connect(file);
      const pragma = (name: string) => Object.values(db.row<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0];
      expect([time, pragma('journal_mode'), pragma('synchronous'), pragma('secure_delete')]).toEqual([time, 'wal', 2, 1]);
      await db.close();
    }
  });

  it('a store that was closed and opened again remembers everything', async () => {
    const store = openSqlite(file);
    await store.append(append({ notices: [notice('n')] }));
    const left = await store.recall(stream);
    await store.close();
    const later = openSqlite(file);
    expect(await later.recall(stream)).toEqual(left);
    expect(await later.notice('n')).not.toBeNull();
    await later.close();
  });

  it('a killed process loses no acknowledged append and leaves none half-written', async () => {
    let acknowledged = 0;
    for (const enough of [1, 3, 20, 77, 150]) {
      acknowledged = await killedAfter(enough);
      const store = openSqlite(file);
      const entries = await store.history('channel/one');
      expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
      expect(verify('channel/one', entries)).toEqual([]);
      expect((await store.recall('channel/one'))?.version).toBe(entries.length);
      expect(await store.noticesAbout('channel/one')).toHaveLength(entries.length);
      await store.close();
    }
    expect(acknowledged).toBeGreaterThan(240);
  });

  it('several processes may open and write one file at once, and each stream stays whole', async () => {
    const writers = ['one', 'one', 'two'].map((name) => writer(name, '60'));
    const codes = await Promise.all(writers.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0]);
    const store = openSqlite(file);
    for (const [on, count] of [['channel/one', 120] as const, ['channel/two', 60] as const]) {
      const entries = await store.history(on);
      expect(entries).toHaveLength(count);
      expect(verify(on, entries)).toEqual([]);
    }
    await store.close();
  });

  it('a store whose file is locked by another process says that nothing was written', async () => {
    const store = openSqlite(file);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const fault = await store.append(append()).catch((each: unknown) => each);
    expect(fault).toBeInstanceOf(StoreUnavailable);
    expect(fault).toMatchObject({ code: 'store-unavailable', written: 'no' });
    other.close();
    expect(await store.append(append())).toMatchObject({ result: 'appended' });
    await store.close();
  });

  it('the appends of one turn share a commit', async () => {
    const store = openSqlite(file);
    const turn = Array.from({ length: 40 }, (_, at) => store.append(append({ stream: `channel/${at}` })));
    expect((await Promise.all(turn)).every((each) => each.result === 'appended')).toBe(true);
    expect(pagesInLog(file)).toBeLessThan(80);
    await store.close();
  });

  it('an append that fails in the middle is undone, and those beside it are kept', async () => {
    const store = openSqlite(file);
    const [before, broken, after] = await Promise.allSettled([
      store.append(append({ stream: 'channel/before' })),
      store.append(append({ texts: [text('t'), text('t')] })),
      store.append(append({ stream: 'channel/after' })),
    ]);
    expect([before.status, broken.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.recall(stream)).toBeNull();
    expect(await store.history(stream)).toEqual([]);
    expect(await store.history('channel/after')).toHaveLength(1);
    await store.close();
  });

  it('nothing of an erased text remains anywhere in the file', async () => {
    const store = openSqlite(file);
    await store.append(append({ texts: [text('t', 'et fortroligt sted')] }));
    await store.putRecord('person', 'p-1', { name: 'Fortrolig Person' }, null);
    await store.eraseText(stream, 't');
    await store.eraseRecord('person', 'p-1');
    for (const name of readdirSync(join(directory, 'deep'))) {
      expect([name, /fortrolig/i.test(readFileSync(join(directory, 'deep', name), 'latin1'))]).toEqual([name, false]);
    }
    await store.close();
  });

  it('the events table holds the events and nothing that can be erased', async () => {
    const store = openSqlite(file);
    await store.append(append({ texts: [text('t', 'Rådhuset')], by: 'p-1' }));
    await store.putRecord('person', 'p-1', { name: 'Inger Invented' }, null);
    await store.close();
    const db = new DatabaseSync(file);
    expect(db.prepare('SELECT * FROM events').all()).toEqual([
      {
        stream,
        seq: 1,
        at: new Date(noon).toISOString(),
        cause: 'press:1',
        by: 'p-1',
        event: '{"type":"BotInstalled","v":1}',
        previous: expect.any(String),
        hash: expect.any(String),
      },
    ]);
    db.close();
  });

  it('a backup made during writing is a whole store', async () => {
    const child = writer('one', '400');
    await said(child, (line) => Number(line) > 10);
    const store = openSqlite(file);
    await store.backup(join(directory, 'copy.db'));
    await once(child, 'exit');
    await expect(store.backup(join(directory, 'copy.db'))).rejects.toThrow('is there already');
    await store.close();

    const copy = openSqlite(join(directory, 'copy.db'));
    const entries = await copy.history('channel/one');
    expect(entries.length).toBeGreaterThan(10);
    expect(verify('channel/one', entries)).toEqual([]);
    expect((await copy.recall('channel/one'))?.version).toBe(entries.length);
    await copy.close();
    expect(existsSync(join(directory, 'copy.db.part'))).toBe(false);
  });

  it('a file written by a newer version is left alone', async () => {
    await openSqlite(file).close();
    const db = new DatabaseSync(file);
    db.exec('INSERT INTO schema_versions VALUES (99)');
    db.close();
    expect(() => openSqlite(file)).toThrow('written by a newer Samspil');
  });

  it('a store answers what was requested before it was closed', async () => {
    const store = openSqlite(file);
    const asked = ask(store, [notice('n')]);
    const appending = store.append(append());
    await store.close();
    expect(await appending).toMatchObject({ result: 'appended' });
    await expect(asked).resolves.toBeUndefined();
  });

  function writer(name: string, most: string): ChildProcess {
    return spawn(process.execPath, [writing, file, name, most], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  /** Returns the last version a process had printed when it was killed while writing more. */
  async function killedAfter(enough: number): Promise<number> {
    const child = writer('one', '1000000');
    let count = 0;
    const last = await said(child, () => {
      count++;
      if (count === enough) child.kill('SIGKILL');
      return false;
    });
    return Number(last);
  }
});

/** Returns the first line a process prints that fits, or else its last. */
function said(child: ChildProcess, isIt: (line: string) => boolean): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('it says nothing');
  return new Promise((resolve) => {
    let last = '';
    const lines = createInterface(stdout);
    lines.on('close', () => resolve(last));
    lines.on('line', (line) => {
      if (line === 'open') return;
      last = line;
      if (isIt(line)) resolve(line);
    });
  });
}

/** Counts the pages in the write-ahead log, to which each commit writes every page it touched anew. */
function pagesInLog(file: string): number {
  return Math.floor(readFileSync(`${file}-wal`).length / 4096);
}
