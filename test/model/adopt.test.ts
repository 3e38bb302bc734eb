import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { afterAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../../bot/handle.ts';
import { openStore } from '../../bot/store/open.ts';
import { adoptTerms } from '../../scheduler/adopt.ts';
import { samspil } from '../kit/commands.ts';
import { readOnce } from '../kit/read-once.ts';

const seeds = join(import.meta.dirname, '..', '..', 'seeds');
const root = mkdtempSync(join(tmpdir(), 'samspil-adopt-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A copy of the real model, a draft of the IT group's next terms for it, and a store in which its case has been decided on a day. */
async function decided(name: string, on: string): Promise<{ readonly dir: string; readonly stream: Stream; readonly run: typeof run }> {
  const dir = join(root, name);
  cpSync(seeds, dir, { recursive: true });
  const [store, draft] = [join(root, `${name}.db`), join(root, `${name}.yaml`)];
  const run = (...words: readonly string[]) => samspil({ SAMSPIL_SEEDS: dir, SAMSPIL_STORE: store }, ...words);
  writeFileSync(draft, nextTerms(join(dir, 'it-temagruppen.yaml')));
  expect(await run('model', 'propose', draft)).toMatchObject({ code: 0 });
  const open = await openStore(store);
  const read = readOnce(dir);
  if (!('charter' in read)) throw new Error('the model cannot be read');
  const handle = openHandle(open, () => read.charter, setTimeout);
  const now = Temporal.Instant.from(`${on}T12:00:00Z`);
  await adoptTerms(open, handle, read.charter, now);
  const [stream] = await open.ofKind('case');
  const state = stream && begun((await open.recall(stream))?.state, 'case');
  if (!stream || !state?.terms) throw new Error('no case lays terms before the group');
  const texts = [...(await open.texts(stream)).values()].filter(({ ref }) => ref === state.terms?.text.ref);
  const command = { type: 'AdoptDecided', body: state.body, terms: state.terms, case: stream } as const;
  await handle({ stream: 'charter', command, by: { kind: 'operator' }, cause: 'operator:decided', texts, now });
  await open.close();
  return { dir, stream, run };
}

/** The version that stands, for the years after it, in a document of its own: every third clause is read from its lines. */
function nextTerms(file: string, changed: object = {}, document: object = { short: 'U9', title: 'Udkast til kommissorium' }): string {
  const [group] = parse(readFileSync(file, 'utf8')).bodies;
  const terms = group.terms[0];
  const clauses = terms.clauses.map((each: object, at: number) =>
    at % 3 === 0 ? { ...each, source: `U9 §${at}, lines ${at + 1}-${at + 2}` } : each,
  );
  const next = {
    ...terms,
    from: '2019-01-01',
    until: '2022-12-31',
    document: 'U9',
    prefix: 'it-2019',
    period: 'U9 §1, line 1',
    clauses,
    ...changed,
  };
  return stringify({ document, bodies: [{ id: group.id, terms: next }] });
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

test('a file that says something else than was decided stops the start, and is named with its line', async () => {
  const { dir, stream, run } = await decided('other', '2018-11-01');
  await run('model', 'adopt', stream);
  const path = join(dir, 'it-temagruppen.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('until: 2022-12-31', 'until: 2023-12-31'));
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
  writeFileSync(
    draft,
    nextTerms(join(dir, 'it-temagruppen.yaml'), { from: '2018-12-15', prefix: 'it-2018' }, { short: 'U8', title: 'Udkast' }).replaceAll(
      'U9',
      'U8',
    ),
  );
  expect((await run('model', 'draft', draft)).out).toContain('would be in force from 2018-12-15');
  expect((await run('model', 'propose', draft)).out).toContain('the case is drafted');
});
