import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { samspil as command, samspilAlone } from '../kit/commands.ts';
import { recordAnchor, recordSomething } from '../kit/recorded.ts';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-'));
  file = join(directory, 'samspil.db');
});
afterEach(() => rmSync(directory, { recursive: true }));

const samspil = (...words: readonly string[]) => command({ SAMSPIL_STORE: file }, ...words);

const guid = '11111111-0000-4000-8000-000000000000';

describe('a command on an empty store', () => {
  it.each([
    [['ledger', 'show']],
    [['ledger', 'show', 'charter']],
    [['ledger', 'check']],
    [['experiences']],
    [['flags', 'it']],
    [['store', 'backup', 'copy.db']],
    [['store', 'why', 'meeting/m1']],
  ])('the command %s says that the store is empty and creates no file', async (words) => {
    const { code, out } = await samspil(...words);
    expect([code, out]).toEqual([0, expect.stringContaining('is empty: there is no such file yet.')]);
    expect(existsSync(file)).toBe(false);
    await openSqlite(file).close();
    expect(await samspil(...words)).toMatchObject({ code: 0, out: expect.stringContaining(`The store ${file} is empty.`) });
  });

  it.each([
    [['newsletter', '2015-03-01', '2015-03-31']],
    [['pages']],
    [['status', 'ssg', '--as-of', '2015-06-01']],
    [['year', '2015', '--svg', '/dev/null']],
  ])('the command %s does what it can and says in a warning that the store is empty', async (words) => {
    expect(await samspil(...words)).toMatchObject({ code: 0, err: expect.stringContaining('is empty: there is no such file yet.') });
    expect(existsSync(file)).toBe(false);
  });

  it.each([[['plan', 'all', '2015']], [['plan', 'export', 'all', '2015', '--csv']], [['seats', 'import', 'seats.csv', '--dry-run']]])(
    'the command %s answers and says in a warning that the store is empty',
    async (words) => {
      writeFileSync(
        join(directory, 'seats.csv'),
        `body;seat;name;tenant;aadObjectId;from\nit;regional-formand;A;${guid};${guid};2016-01-01\n`,
      );
      const placed = words.map((word) => (word === 'seats.csv' ? join(directory, word) : word));
      expect(await samspil(...placed)).toMatchObject({ code: 0, err: expect.stringContaining('is empty: there is no such file yet.') });
      expect(existsSync(file)).toBe(false);
    },
  );

  it('the command plan import records the first dates and says in a warning that the store was empty', async () => {
    writeFileSync(join(directory, 'plan.csv'), 'body;date;time;minutes\nsundhedsstyregruppen;2016-03-01;09:00;120\n');
    const imported = await samspil('plan', 'import', join(directory, 'plan.csv'));
    expect(imported).toMatchObject({ code: 0, err: expect.stringContaining('is empty: there is no such file yet.') });
    expect(existsSync(file)).toBe(true);
  });

  it('the command ledger anchors prints no line for an empty store and warns that it is empty', async () => {
    expect(await samspil('ledger', 'anchors')).toMatchObject({ code: 0, out: '', err: expect.stringContaining('is empty') });
  });
});

it('a file that is not a store is refused in one sentence with its name', async () => {
  writeFileSync(file, 'Kære alle');
  for (const words of [
    ['ledger', 'show'],
    ['plan', 'all', '2015'],
    ['store', 'backup', 'copy.db'],
    ['store', 'why', 'meeting/m1'],
  ])
    expect(await samspil(...words)).toEqual({ code: 1, out: '', err: `The store ${file} cannot be opened: file is not a database.\n` });
});

describe('a command on a store with a meeting in it', () => {
  beforeEach(async () => {
    const store = openSqlite(file);
    await recordSomething(store);
    await recordAnchor(store);
    await store.putRecord('person', 'p-1', { name: 'Inger Invented', identities: [], language: null }, null);
    await store.close();
  });

  it('the command ledger show lists the streams and shows one of them with names and words', async () => {
    expect((await samspil('ledger', 'show')).out.split('\n')).toContain('channel/c1  3 entries');
    const { out } = await samspil('ledger', 'show', 'meeting/m1');
    for (const part of ['MeetingPlanned  by Inger Invented', 'place: Mødelokale 4', 'cause: operator:0']) expect(out).toContain(part);
    expect(await samspil('ledger', 'show', 'meeting/none')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no stream meeting/none'),
    });
  });

  it('the command ledger check refuses an empty file of anchors', async () => {
    const anchors = join(directory, 'anchors.jsonl');
    writeFileSync(anchors, '\n');
    expect(await samspil('ledger', 'check', '--anchor', anchors)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no anchor line'),
    });
  });

  it('the command ledger check accepts an untouched ledger, with and without anchors printed before', async () => {
    const { out: lines } = await samspil('ledger', 'anchors');
    const anchors = join(directory, 'anchors.jsonl');
    writeFileSync(anchors, lines);
    expect(await samspil('ledger', 'check')).toMatchObject({ code: 0, out: expect.stringContaining('3 streams, 5 entries') });
    expect(await samspil('ledger', 'check', '--anchor', anchors)).toMatchObject({ code: 0 });
  });

  it('the command ledger check names its findings and exits with 1', async () => {
    const { out: lines } = await samspil('ledger', 'anchors');
    const anchors = join(directory, 'anchors.jsonl');
    writeFileSync(anchors, lines);
    const db = new DatabaseSync(file);
    db.exec(`DELETE FROM events WHERE stream IN ('anchor'); DELETE FROM streams WHERE stream IN ('anchor');`);
    db.close();
    expect(await samspil('ledger', 'check')).toMatchObject({ code: 0 });
    expect(await samspil('ledger', 'check', '--anchor', anchors)).toMatchObject({
      code: 1,
      out: expect.stringContaining('anchor is missing; the anchor kept outside on 2015-03-02T12:00:00.000Z'),
      err: expect.stringContaining('1 finding in 2 streams.'),
    });
  });

  it('the command ledger check refuses a file with a line that is not an anchor', async () => {
    const anchors = join(directory, 'anchors.jsonl');
    writeFileSync(anchors, '\n{"seq":0}\n');
    expect(await samspil('ledger', 'check', '--anchor', anchors)).toMatchObject({ code: 1, err: `${anchors} line 2 is no anchor line.\n` });
    expect(await samspil('ledger', 'check', '--anchor', join(directory, 'none'))).toMatchObject({ code: 1 });
  });

  it('the command store backup makes a copy that passes the check and overwrites nothing', async () => {
    const copy = join(directory, 'copy.db');
    expect(await samspil('store', 'backup', copy)).toMatchObject({ code: 0, out: expect.stringContaining('is copied to') });
    expect(await samspil('store', 'backup', copy)).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
    file = copy;
    expect(await samspil('ledger', 'check')).toMatchObject({ code: 0, out: expect.stringContaining('5 entries') });
  });
});

it('a wrong setting is named, and the command does nothing else', async () => {
  expect(await samspilAlone({ SAMSPIL_PORT: 'x' }, 'ledger', 'check')).toEqual({
    code: 1,
    out: '',
    err: 'SAMSPIL_PORT must be a port, 0 to 65535\n',
  });
});
