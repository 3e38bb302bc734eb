import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Matter } from '../../bot/governance/charter/matter.ts';
import { type RecordedCase, replay } from '../../bot/governance/register/rehearse.ts';
import type { Command as Asked } from '../../bot/governance/vocabulary/all.ts';
import type { Actor, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { type Handle, openHandle } from '../../bot/handle.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { body, charter } from '../kit/charter.ts';
import { samspil } from '../kit/commands.ts';
import { person, text } from '../kit/given.ts';
import { documentsCharter } from '../kit/read-once.ts';

const seeds = join(import.meta.dirname, '..', '..', 'seeds');
const dir = mkdtempSync(join(tmpdir(), 'rehearse-'));
const storeFile = join(dir, 'samspil.db');
const draftFile = join(dir, 'udkast.yaml');
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs `samspil model …` and returns what it prints, with status 1 when it fails. */
async function model(...args: readonly string[]) {
  const { code: status, out, err: stderr } = await samspil({ SAMSPIL_SEEDS: seeds, SAMSPIL_STORE: storeFile }, 'model', ...args);
  const stdout = out.trimEnd();
  return { status, lines: stdout.split('\n'), stdout, stderr };
}

/** A secretary's draft is the group's version with one more line on what it decides itself. */
function draft(change: (terms: Record<string, unknown>) => void): void {
  const page = parse(readFileSync(join(seeds, 'temagrupper.yaml'), 'utf8'));
  const bodies = ['forebyggelse', 'boern-og-unge-somatik'].map((id, at) => {
    const terms = structuredClone(page.bodies.find((each: { id: string }) => each.id === id).terms[0]);
    Object.assign(terms, { from: '2016-01-01', prefix: `udkast-${at}`, document: 'U1' });
    terms.competence.unshift({ any: ['economic'], verdict: 'decides', clause: 'egen-oekonomi' });
    terms.clauses = [
      {
        id: 'egen-oekonomi',
        kind: 'competence',
        text: { da: 'Beslutter selv sager om økonomi.', en: 'Decides matters of money itself.' },
        source: 'U1 §3',
        enforced: 'who-decides',
      },
    ];
    change(terms);
    return { id, terms };
  });
  writeFileSync(
    draftFile,
    stringify({ document: { short: 'U1', title: 'Udkast til kommissorium' }, bodies }, { aliasDuplicateObjects: false }),
  );
}

const operator: Actor = { kind: 'operator' };

/** Takes a year's cases through the real rules and a real store, each raised in one of two groups. */
async function aYearOfCases(): Promise<void> {
  const charter = documentsCharter();
  const store = openSqlite(storeFile);
  const handle: Handle = openHandle(
    store,
    () => charter,
    () => Promise.resolve(),
  );
  let asked = 0;
  let day = Temporal.Instant.from('2015-02-02T09:00:00Z');
  const ask = async (stream: Stream, command: Asked, by: Actor = operator, words: readonly string[] = []) => {
    day = day.add({ hours: 24 });
    const texts = words.map((each) => ({ ref: each, key: 'k'.repeat(64), words: each }));
    const handled = await handle({ stream, command, by, cause: `operator:${asked++}`, texts, now: day });
    if (handled.result === 'refused') throw new Error(`${command.type} on ${stream}: ${handled.refusal.refused}`);
  };
  const groups = ['forebyggelse', 'boern-og-unge-somatik'];
  for (const of of [...groups, 'sundhedsstyregruppen'])
    for (const side of ['regional', 'kommunal'])
      await ask(`body/${of}`, {
        type: 'FillSeat',
        appointment: `${of}-${side}`,
        seat: `${side}-formand`,
        person: `${of}-${side}`,
        from: '2015-01-01',
      });
  const both = async (stream: Stream, of: string, command: Asked) => {
    for (const side of ['regional', 'kommunal']) await ask(stream, command, person(`${of}-${side}`));
  };
  const raise = async (id: string, of: string, matter: Matter, says: 'here' | 'up' | null) => {
    const stream: Stream = `case/${id}`;
    const content = { title: text(`titel-${id}`), account: null, recommendations: [text('at')], papers: null, journal: null };
    await ask(stream, { type: 'DraftCase', body: of, matter, content }, operator, [`titel-${id}`]);
    await ask(stream, { type: 'SendCase' });
    if (says === null) return;
    await both(stream, of, { type: 'Judge', judgement: { says, reason: null }, edition: 1 });
    const where = says === 'here' ? of : 'sundhedsstyregruppen';
    const result = { body: where, kind: 'decided', text: text('besluttet'), textsIn: stream, via: 'written' } as const;
    await ask(stream, { type: 'ReportResult', result });
    await both(stream, where, { type: 'ConfirmResult', right: true, reason: null, report: 1 });
  };
  for (const of of groups) {
    await raise(`${of}-penge`, of, { kind: 'professional', weighs: ['economic'] }, 'up');
    await raise(`${of}-penge-igen`, of, { kind: 'other', weighs: ['economic', 'quality'] }, 'up');
    await raise(`${of}-faglig`, of, { kind: 'professional', weighs: [] }, 'here');
    await raise(`${of}-valgt-op`, of, { kind: 'professional', weighs: ['principle'] }, 'up');
    await raise(`${of}-plan`, of, { kind: 'work-plan', weighs: [] }, null);
  }
  await raise('om-pilot', 'forebyggelse', { kind: 'pilot', weighs: ['economic', 'scaling'] }, null);
  await store.close();
}

describe('the recorded cases under a draft that gives two theme groups the economic cases', () => {
  beforeAll(aYearOfCases);

  test('the command says in words what the draft changes in the version in force', async () => {
    draft(() => undefined);
    const { status, stdout, stderr } = await model('draft', draftFile, '--language', 'en');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('The draft for forebyggelse would be in force from 2016-01-01.');
    expect(stdout).toContain('- New (competence): Decides matters of money itself. {U1 §3}');
    expect(stdout).toContain(
      '- New of who decides: every kind of case that is economic: it decides itself – Decides matters of money itself. {U1 §3}',
    );
    expect(stdout).not.toContain('No longer said of who decides');
  });

  test('the rehearsal says how many cases each body would have decided, and which ones', async () => {
    draft(() => undefined);
    const { lines, stderr } = await model('rehearse', draftFile, '--language', 'en');
    expect(stderr).toBe('');
    expect(lines[0]).toMatch(/^11 recorded cases, raised 2015-02-\d\d to 2015-\d\d-\d\d\. Under the draft 5 would have ended elsewhere\.$/);
    const ssg = lines.find((line) => line.startsWith('  decided by The health steering group'));
    expect(ssg).toContain(': 8 as it was, 4 under the draft');
    expect(lines.find((line) => line.startsWith('  decided by The theme group for prevention'))).toContain(
      ': 1 as it was, 4 under the draft',
    );
    const money = lines.find((line) => line.includes('titel-forebyggelse-penge”'));
    expect(money).toMatch(
      /\(professional, economic\), raised .* decided by The health steering group; under the draft decided by The theme group for prevention\.$/,
    );
    expect(lines.filter((line) => line.startsWith('- ')).map((line) => /“titel-(.*)”/.exec(line)?.[1])).toEqual([
      'forebyggelse-penge',
      'forebyggelse-penge-igen',
      'boern-og-unge-somatik-penge',
      'boern-og-unge-somatik-penge-igen',
      'om-pilot',
    ]);
    expect(lines.find((line) => line.includes('om-pilot'))).toContain('not decided yet (decided by The health coordination committee)');
  });

  test('the rehearsal takes only cases raised since the given date', async () => {
    draft(() => undefined);
    const { lines } = await model('rehearse', draftFile, '--from', '2016-01-01');
    expect(lines).toEqual(['No cases are recorded, so there is nothing to rehearse.']);
  });

  test('the rehearsal repeats the chairs’ choices, and leaves open those that only the draft gives them', async () => {
    draft((terms) => {
      const [, ...rest] = terms.competence as unknown[];
      terms.competence = [{ any: ['economic'], verdict: 'chairs-judge', clause: 'egen-oekonomi' }, ...rest];
    });
    const { stdout } = await model('rehearse', draftFile, '--language', 'en');
    expect(stdout).toMatch(/titel-forebyggelse-penge”.*under the draft for the chairs to judge in The theme group for prevention\./);
    expect(stdout).not.toContain('titel-forebyggelse-valgt-op');
  });

  test('proposing a draft raises one case in each body, and refuses an address that cannot be opened', async () => {
    draft(() => undefined);
    expect(await model('propose', draftFile, '--papers', 'udkast.docx')).toMatchObject({
      status: 1,
      stderr: '"udkast.docx" is not an address that can be opened; one begins with https://.\n',
    });
    const first = await model('propose', draftFile);
    expect(first.lines).toEqual([
      expect.stringContaining('forebyggelse: the case is drafted as case/'),
      expect.stringContaining('boern-og-unge-somatik: the case is drafted as case/'),
    ]);
    const again = await model('propose', draftFile);
    expect(again.lines.every((line) => line.includes('was drafted before'))).toBe(true);
    const store = openSqlite(storeFile);
    const [, about = ''] = /(case\/[0-9a-f]+)/.exec(first.lines[0] ?? '') ?? [];
    const words = [...(await store.texts(about as Stream)).values()].map((each) => each.words);
    expect(words).toContainEqual(expect.stringContaining('Nyt: Beslutter selv sager om økonomi.'));
    await store.close();
  });

  test('the rehearsal names the file and the line of an error in a draft', async () => {
    draft((terms) => Object.assign(terms, { above: { body: 'nobody', clause: 'egen-oekonomi' } }));
    const { status, stderr } = await model('rehearse', draftFile);
    expect(status).toBe(1);
    const line = readFileSync(draftFile, 'utf8').split('\n').indexOf('        body: nobody') + 1;
    expect(stderr).toContain(`udkast.yaml:${line}: There is no body "nobody".`);
    expect(stderr).toContain('2 errors in the draft');
  });
});

describe('a case taken through other terms', () => {
  const rule = { kinds: [], any: [], unless: [], to: null } as const;
  const decides = { ...rule, clause: 'c', verdict: 'decides' } as const;
  const goesTo = { ...rule, clause: 'c', verdict: 'goes-to' } as const;
  const judge = { ...rule, clause: 'c', verdict: 'chairs-judge' } as const;
  const with_ = (panel: typeof decides | typeof goesTo | typeof judge) =>
    charter({ bodies: [body('panel', { above: 'forum', competence: [panel] }), body('forum', { competence: [decides] })] });
  const recorded: RecordedCase = {
    body: 'panel',
    raised: '2015-03-02',
    number: null,
    matter: { kind: 'other', weighs: [] },
    chose: {},
    decided: null,
    withdrawn: false,
  };
  test('a case stays where it may be decided, unless the chairs chose to send it on', () => {
    const chosen = { ...recorded, chose: { panel: 'passed-on' } } as const;
    expect(replay(with_(decides), with_(judge), chosen)).toEqual({ bodies: ['panel', 'forum'], ends: 'decided' });
    expect(replay(with_(decides), with_(goesTo), chosen)).toEqual({ bodies: ['panel'], ends: 'decided' });
  });
  test('a case goes up where the draft takes the decision away, whatever the chairs chose', () => {
    const kept = { ...recorded, chose: { panel: 'kept' } } as const;
    expect(replay(with_(goesTo), with_(judge), kept)).toEqual({ bodies: ['panel', 'forum'], ends: 'decided' });
    expect(replay(with_(judge), with_(decides), kept)).toEqual({ bodies: ['panel'], ends: 'decided' });
    expect(replay(with_(judge), with_(goesTo), recorded)).toEqual({ bodies: ['panel'], ends: 'chairs' });
  });
});
