import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { afterAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../../bot/handle.ts';
import { noteLocalClock, openLocalTime } from '../../bot/local-time.ts';
import { openStore } from '../../bot/store/open.ts';
import { adoptTerms } from '../../scheduler/adopt.ts';
import { samspil } from '../kit/commands.ts';
import { readOnce } from '../kit/read-once.ts';

const seeds = join(import.meta.dirname, '..', '..', 'seeds');
const root = mkdtempSync(join(tmpdir(), 'samspil-adopt-'));
afterAll(() => rmSync(root, { recursive: true }));

interface Decided {
  readonly dir: string;
  readonly stream: Stream;
  readonly run: (...words: readonly string[]) => ReturnType<typeof samspil>;
  /** Proposes another draft, and decides its case too. */
  readonly decides: (draft: string, text: string, on: string) => Promise<Stream>;
}

/** A copy of the real model, a draft of the IT group's next terms for it, and a store in which its case has been decided on a day. */
async function decided(name: string, on: string, draft?: (file: string) => string): Promise<Decided> {
  const dir = join(root, name);
  cpSync(seeds, dir, { recursive: true });
  const store = join(root, `${name}.db`);
  const run = (...words: readonly string[]) => samspil({ SAMSPIL_SEEDS: dir, SAMSPIL_STORE: store }, ...words);
  const decides = async (file: string, text: string, day: string): Promise<Stream> => {
    writeFileSync(join(root, file), text);
    const proposed = await run('model', 'propose', join(root, file));
    expect(proposed).toMatchObject({ code: 0 });
    const stream = /as (case\/\S+)\. Its card/.exec(proposed.out)?.[1] as Stream | undefined;
    if (!stream) throw new Error('no case lays terms before the group');
    await adopted(dir, store, stream, day);
    return stream;
  };
  const stream = await decides(`${name}.yaml`, (draft ?? nextTerms)(join(dir, 'it-temagruppen.yaml')), on);
  return { dir, stream, run, decides };
}

/** The ledger takes what a case carries as decided. */
async function adopted(dir: string, store: string, stream: Stream, on: string): Promise<void> {
  const open = await openStore(store);
  const read = readOnce(dir);
  if (!('charter' in read)) throw new Error('the model cannot be read');
  const handle = openHandle(open, () => read.charter, setTimeout);
  const now = Temporal.Instant.from(`${on}T12:00:00Z`);
  await adoptTerms(open, handle, read.charter, now);
  const state = begun((await open.recall(stream))?.state, 'case');
  if (!state?.terms) throw new Error('no case lays terms before the group');
  const texts = [...(await open.texts(stream)).values()].filter(({ ref }) => ref === state.terms?.text.ref);
  const command = { type: 'AdoptDecided', body: state.body, terms: state.terms, case: stream } as const;
  await handle({ stream: 'charter', command, by: { kind: 'operator' }, cause: `operator:decided.${stream}`, texts, now });
  await open.close();
}

/** The version that stands, for the years after it, in a document of its own: every third clause is read from its lines. */
function nextTerms(file: string, changed: object = {}, { short = 'U9', shared }: { short?: string; shared?: object } = {}): string {
  const [group] = parse(readFileSync(file, 'utf8')).bodies;
  const terms = group.terms[0];
  const clauses = terms.clauses.map((each: object, at: number) =>
    at % 3 === 0 ? { ...each, source: `${short} §${at}, lines ${at + 1}-${at + 2}` } : each,
  );
  const next = {
    ...terms,
    from: '2019-01-01',
    until: '2022-12-31',
    document: short,
    prefix: 'it-2019',
    period: `${short} §1, line 1`,
    clauses,
    ...changed,
  };
  return stringify({
    document: { short, title: 'Udkast til kommissorium' },
    ...(shared ? { shared: [shared] } : {}),
    bodies: [{ id: group.id, terms: next }],
  });
}

test('terms that a case has decided are seen by every command, and are written into the files with their coverage', {
  timeout: 120_000,
}, async () => {
  const { dir, stream, run } = await decided('in-time', '2018-11-01');
  expect((await run('model', 'show', 'it', '--as-of', '2020-01-01')).out).toContain('2019-01-01 to 2022-12-31');
  const check = await run('model', 'check');
  expect(check.code).toBe(0);
  expect(check.out).toContain(`it-temagruppen@2019-01-01 was decided in ${stream} and is in no file.`);

  const before = Object.fromEntries(readdirSync(dir).map((file) => [file, readFileSync(join(dir, file), 'utf8')]));
  const adopted = await run('model', 'adopt', stream);
  expect(adopted).toMatchObject({ code: 0, err: '' });
  const after = await run('model', 'check');
  expect(after).toMatchObject({ code: 0, err: '' });
  expect(after.out).not.toContain('is in no file');
  for (const [file, text] of Object.entries(before)) {
    const lines = new Set(readFileSync(join(dir, file), 'utf8').split('\n'));
    const gone = text.split('\n').filter((line) => !lines.has(line));
    expect(gone.every((line) => file === 'coverage.yaml' && /clauses: \[|nothing: true/.test(line))).toBe(true);
  }
  expect((await run('model', 'adopt', stream)).out).toContain('is in the files already');
  const kept = readdirSync(join(dir, 'decided'));
  expect(kept).toEqual(['in-time.yaml']);
});

test('a decision that comes after the day it names puts the terms in force the day after, and the file says so', async () => {
  const { dir, stream, run } = await decided('late', '2019-01-15');
  expect((await run('model', 'adopt', stream)).code).toBe(0);
  const file = readFileSync(join(dir, 'it-temagruppen.yaml'), 'utf8');
  expect(file).toContain('from: 2019-01-16');
  expect(file).toContain('drafted: 2019-01-01');
  const [read, open] = [readOnce(dir), await openStore(join(root, 'late.db'))];
  if (!('charter' in read)) throw new Error('the model cannot be read');
  const { charter } = read;
  const handle = openHandle(open, () => charter, setTimeout);
  await adoptTerms(open, handle, charter, Temporal.Instant.from('2019-02-01T12:00:00Z'));
  await open.close();
});

test('a file that says something else than was decided stops the start, and every command names its line', async () => {
  const { dir, stream, run } = await decided('other', '2018-11-01');
  await run('model', 'adopt', stream);
  const path = join(dir, 'it-temagruppen.yaml');
  const written = readFileSync(path, 'utf8').replace('until: 2022-12-31', 'until: 2023-12-31');
  writeFileSync(path, written);
  const names = /it-temagruppen\.yaml:\d+: The terms it-temagruppen@2019-01-01 are not those that were decided/;
  expect((await run('model', 'check')).out).toMatch(names);
  const again = await run('model', 'adopt', stream);
  expect(again).toMatchObject({ code: 1, err: expect.stringMatching(names) });
  expect(readFileSync(path, 'utf8')).toBe(written);
  const [read, open] = [readOnce(dir), await openStore(join(root, 'other.db'))];
  if (!('charter' in read)) throw new Error('the model cannot be read');
  const { charter } = read;
  const handle = openHandle(open, () => charter, setTimeout);
  const start = adoptTerms(open, handle, charter, Temporal.Instant.from('2018-12-01T12:00:00Z'));
  await expect(start).rejects.toThrow(/^it-temagruppen\.yaml:\d+: .* are not those that were decided/);
  await open.close();
});

test('a draft that begins before terms that have been decided is the one that is shown and proposed', async () => {
  const { dir, run } = await decided('before', '2018-11-01');
  const draft = join(root, 'sooner.yaml');
  writeFileSync(draft, nextTerms(join(dir, 'it-temagruppen.yaml'), { from: '2018-12-15', prefix: 'it-2018' }, { short: 'U8' }));
  expect((await run('model', 'draft', draft)).out).toContain('would be in force from 2018-12-15');
  expect((await run('model', 'propose', draft)).out).toContain('the case is drafted');
});

test('the draft that is kept takes no other draft’s place, and the file names it by what it is kept as', async () => {
  const { dir, stream, run } = await decided('kept', '2018-11-01');
  mkdirSync(join(dir, 'decided'));
  writeFileSync(join(dir, 'decided', 'kept.yaml'), 'another draft\n');
  expect(await run('model', 'adopt', stream)).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(dir, 'decided', 'kept.yaml'), 'utf8')).toBe('another draft\n');
  const own = 'it-temagruppen-2019-01-01-kept.yaml';
  expect(readFileSync(join(dir, 'decided', own), 'utf8')).toBe(readFileSync(join(root, 'kept.yaml'), 'utf8'));
  expect(readFileSync(join(dir, 'collaboration.yaml'), 'utf8')).toContain(`file: ${own}`);
});

test('a draft may not go by the short name of a document that the model or the ledger has', async () => {
  const { dir, run } = await decided('short', '2018-11-01');
  const terms = join(dir, 'it-temagruppen.yaml');
  for (const short of ['D0', 'U9']) {
    const draft = join(root, `named-${short}.yaml`);
    writeFileSync(draft, nextTerms(terms, { from: '2020-01-01', prefix: 'it-2020' }, { short }));
    for (const command of ['draft', 'propose'])
      expect(await run('model', command, draft)).toMatchObject({ code: 1, err: expect.stringContaining('needs a short name of its own') });
  }
});

test('a version that would be read otherwise with the files as they are is not written', async () => {
  const clause = (of: string) => ({
    id: of,
    kind: 'task',
    text: { da: of, en: of },
    source: 'D1 §2, lines 45-47',
    notAutomated: 'people judge it',
  });
  const set = (...of: readonly string[]) => ({ prefix: 'ny-2019', clauses: of.map(clause) });
  const { dir, stream, run } = await decided('sets', '2018-11-01', (file) =>
    nextTerms(file, { shared: ['temagrupper-2015', 'ny-2019'] }, { shared: set('one') }),
  );
  writeFileSync(join(dir, 'more.yaml'), stringify({ shared: [set('one', 'two')] }));
  const before = readFileSync(join(dir, 'it-temagruppen.yaml'), 'utf8');
  expect(await run('model', 'adopt', stream)).toMatchObject({
    code: 1,
    err: expect.stringContaining('read otherwise than it was decided'),
  });
  expect(readFileSync(join(dir, 'it-temagruppen.yaml'), 'utf8')).toBe(before);
});

test('of two decisions for one day only the newest is written into the files', async () => {
  const { dir, stream, run, decides } = await decided('twice', '2018-11-01');
  const terms = join(dir, 'it-temagruppen.yaml');
  const newest = await decides('newer.yaml', nextTerms(terms, { until: '2021-12-31' }, { short: 'U8' }), '2018-11-02');
  const older = await run('model', 'adopt', stream);
  expect(older).toMatchObject({ code: 1, err: expect.stringContaining(`replaced by those decided in ${newest}`) });
  expect(await run('model', 'adopt', newest)).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(terms, 'utf8')).toContain('until: 2021-12-31');
  expect((await run('model', 'check')).out).not.toContain('not those that were decided');
});

test('in local mode a draft is proposed on the day that the bot has, not on the machine’s', async () => {
  const [dir, store, draft] = [join(root, 'clock'), join(root, 'clock.db'), join(root, 'clock.yaml')];
  cpSync(seeds, dir, { recursive: true });
  writeFileSync(draft, nextTerms(join(dir, 'it-temagruppen.yaml')));
  const begun2018 = await openStore(store);
  const wall = () => Temporal.Now.instant();
  await noteLocalClock(begun2018, openLocalTime(Temporal.Instant.from('2018-10-01T07:00:00Z'), wall, 'Europe/Copenhagen'), wall);
  await begun2018.close();
  expect(await samspil({ SAMSPIL_SEEDS: dir, SAMSPIL_STORE: store }, 'model', 'propose', draft)).toMatchObject({ code: 0 });
  const after = await openStore(store);
  const [stream] = await after.ofKind('case');
  expect(stream && (await after.history(stream))[0]?.at).toMatch(/^2018-10-01/);
  await after.close();
});
