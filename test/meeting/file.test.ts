import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../../bot/handle.ts';
import { macOf, verify } from '../../bot/store/chain.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Entry } from '../../bot/store/store.ts';
import { samspil as command, samspilAlone } from '../kit/commands.ts';
import { documentsCharter } from '../kit/read-once.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'samspil-file-'));
const file = join(folder, 'samspil.db');
const charter = documentsCharter();
const date = '2015-06-16';
const body = charter.bodies.find(
  ({ outside, terms: [first] }) => !outside && first?.seats.some(({ role, max }) => role === 'member' && max !== 1),
);
const seat = body?.terms[0]?.seats.find(({ role, max }) => role === 'member' && max !== 1);
const meeting: Stream = 'meeting/m1';
const key = 'a0'.repeat(32);

/** A published meeting with a decision, a dissent and a closed item. */
beforeAll(async () => {
  const store = openSqlite(file);
  const handle = openHandle(
    store,
    () => charter,
    async () => undefined,
  );
  let now = Temporal.Instant.from('2015-05-01T08:00:00Z');
  let acts = 0;
  const does = async (stream: Stream, command: Command, words: Readonly<Record<string, string>> = {}) => {
    const texts = Object.entries(words).map(([ref, each]) => ({ ref, key, words: each }));
    const cause = `operator:${++acts}` as const;
    const handled = await handle({ stream, command, by: { kind: 'operator' }, cause, texts, now });
    if (handled.result === 'refused') throw new Error(`${command.type}: ${handled.refusal.refused}`);
  };
  const ref = (name: string, words: string) => ({ ref: name, mac: macOf(key, words) });
  const item = (id: string, title: string, closed: boolean): Command => ({
    type: 'ProposeItem',
    item: id,
    proposal: {
      kind: 'decision',
      title: ref(id, title),
      recommendations: [],
      case: '15/77',
      papers: id === 'i1' ? ref('papers', 'https://dokumenter.example/plan') : null,
      closed,
    },
  });
  await store.putRecord('person', 'p-1', { name: 'Inger Invented', identities: [], language: null }, null);
  await does(`body/${body?.id}`, { type: 'FillSeat', appointment: 'a1', seat: seat?.id ?? '', person: 'p-1', from: '2015-05-01' });
  const plan = { joint: [], extraordinary: false, reason: null, start: `${date}T08:00:00Z`, end: `${date}T10:00:00Z`, link: null } as const;
  await does(meeting, { type: 'PlanMeeting', body: body?.id ?? '', ...plan, place: ref('place', 'Havnen') }, { place: 'Havnen' });
  const papers = { papers: 'https://dokumenter.example/plan' };
  await does(meeting, item('i1', 'Fælles plan', false), { i1: 'Fælles plan', ...papers });
  await does(meeting, item('i2', 'En følsom sag', true), { i2: 'En følsom sag' });
  await does(meeting, { type: 'RecordAttendance', person: 'p-1', attendance: 'coming', deputy: null });
  now = Temporal.Instant.from(`${date}T11:00:00Z`);
  const decided = 'Planen godkendes. Inger Invented følger op.';
  for (const each of ['i1', 'i2'])
    await does(
      meeting,
      { type: 'RecordOutcome', item: each, outcome: 'decided', text: ref(`d-${each}`, decided) },
      { [`d-${each}`]: decided },
    );
  await does(meeting, { type: 'RecordDissent', item: 'i1', person: 'p-1', text: ref('why', 'For dyrt') }, { why: 'For dyrt' });
  await does(meeting, { type: 'SendMinutes' });
  const transitions = 'Overgange, som Inger Invented så dem';
  const proposed = { type: 'ProposeInitiative', owner: body?.id ?? '', title: ref('title', transitions), under: [] } as const;
  await does('initiative/i1', proposed, { title: transitions });
  now = Temporal.Instant.from('2015-06-30T08:00:00Z');
  await does(meeting, { type: 'PublishMinutes' });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const settings = { SAMSPIL_STORE: file, SAMSPIL_SEEDS: join(root, 'seeds'), SAMSPIL_PAGES: join(folder, 'pages') };
const samspil = (...words: readonly string[]) => command(settings, ...words);

describe('samspil file', () => {
  const to = join(folder, 'filed');

  test('the file command writes one folder with everything about a meeting, under the journal number', async () => {
    const { code, out } = await samspilAlone(settings, 'file', `${body?.id}/${date}`, '--journal', '15/20345', '--to', to);
    expect([code, out]).toEqual([0, expect.stringContaining('journal number 15/20345')]);
    expect(readdirSync(to).sort()).toEqual(['meeting.html', 'meeting.json']);
    const page = readFileSync(join(to, 'meeting.html'), 'utf8');
    const parts = [
      '15/20345',
      'Fælles plan',
      'En følsom sag',
      'Lukket punkt',
      'href="https://dokumenter.example/plan"',
      'Afvigende mening, Inger Invented: For dyrt',
    ];
    for (const part of [...parts, 'Loggen er kontrolleret', 'MinutesPublished', 'Kommer']) expect(page).toContain(part);
  });

  test('a filed meeting has its ledger as it is chained, so that anybody can make the hashes again', () => {
    const { journal, ledger } = JSON.parse(readFileSync(join(to, 'meeting.json'), 'utf8'));
    const entries: readonly Entry[] = ledger.entries;
    expect(journal).toBe('15/20345');
    expect(ledger.check).toEqual([]);
    expect(verify(meeting, entries)).toEqual([]);
    expect(
      verify(
        meeting,
        entries.map((entry) => (entry.seq === 3 ? { ...entry, at: '2015-05-02T08:00:00Z' } : entry)),
      ),
    ).not.toEqual([]);
  });

  test('the file command leaves what is filed already, and refuses a missing meeting or journal number', async () => {
    expect(await samspil('file', 'm1', '--journal', '15/1', '--to', to)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already'),
    });
    expect(await samspil('file', 'nothing', '--journal', '15/1')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no meeting or case nothing'),
    });
    expect((await samspil('file', 'm1')).code).toBe(1);
  });
});

describe('samspil newsletter', () => {
  test('the newsletter command drafts what was decided, without names and closed items, and says which terms began', async () => {
    const { code, out } = await samspil('newsletter', '2015-01-01', '2015-12-31');
    expect(code).toBe(0);
    expect(out).toContain('- **Fælles plan**: Planen godkendes.');
    expect(out).toContain('(sag 15/77)');
    expect(out).toContain('»Overgange, som navn udeladt så dem« er fordelt til');
    expect(out).toMatch(/arbejder efter et nyt kommissorium fra \d+\. \w+ 2015\./);
    for (const secret of ['følsom', 'Inger']) expect(out).not.toContain(secret);
    expect((await samspil('newsletter', '2015-07-01', '2015-07-31')).out).toContain('Ingen offentliggjorte beslutninger i perioden.');
    expect(await samspil('newsletter', '2015-07-01', '2015-06-01')).toMatchObject({ code: 1 });
  });
});

test('the pages command writes every published page again, into an empty folder too', async () => {
  expect(existsSync(join(folder, 'pages'))).toBe(false);
  expect(await samspil('pages')).toMatchObject({ code: 0, out: expect.stringContaining('1 published') });
  expect(readdirSync(join(folder, 'pages')).sort()).toEqual(['index.html', 'm1.html']);
  const page = readFileSync(join(folder, 'pages', 'm1.html'), 'utf8');
  for (const secret of ['Inger', 'følsom']) expect(page).not.toContain(secret);
});
