import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemas } from '../../bot/model/schema.ts';
import { samspil } from '../kit/commands.ts';

const root = join(import.meta.dirname, '..', '..');
const seeds = join(root, 'seeds');
const dir = mkdtempSync(join(tmpdir(), 'model-cli-'));

/** Runs `samspil model …` on a model and returns what it prints, with status 1 when it fails. */
async function model(args: readonly string[], of = seeds) {
  const { code: status, out, err: stderr } = await samspil({ SAMSPIL_SEEDS: of }, 'model', ...args);
  const stdout = out.trimEnd();
  return { status, stdout, stderr, lines: stdout.split('\n') };
}

afterAll(() => rmSync(dir, { recursive: true }));

describe('samspil model check', () => {
  test('the check says what the model states, what it leaves unstated, and that it holds together', async () => {
    const { status, stdout, lines } = await model(['check']);
    expect(status).toBe(0);
    expect(lines[0]).toMatch(/^4\d bodies: 28 that meet/);
    expect(stdout).toContain('sundhedsstyregruppen@2018-01-01: how often it meets');
    expect(stdout).toContain('(faellessekretariatet) -> (sundhedsstyregruppen) -> sundhedskoordinationsudvalget');
    expect(lines.at(-1)).toBe('The model holds together.');
  });

  test('the check prints the same as JSON for another program', async () => {
    const { errors, found } = JSON.parse((await model(['check', '--json'])).stdout);
    expect(errors).toEqual([]);
    expect(found.bodies.all).toBeGreaterThanOrEqual(28);
    expect(found.ways.every((way: { decides: string | null }) => way.decides !== null)).toBe(true);
  });

  test('the check prints all errors at once and exits with 1', async () => {
    const broken = join(dir, 'broken');
    expect((await model(['init', broken])).status).toBe(0);
    change(broken, 'bodies.yaml', 'sector: south', 'sector: west');
    change(broken, 'bodies.yaml', 'decides: [decides]', 'decides: [dreams]');
    const { status, lines, stderr } = await model(['check'], broken);
    expect(status).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^bodies.yaml:\d+: There is no sector "west"\.$/),
      expect.stringMatching(/^bodies.yaml:\d+: There is no clause "council-2026.dreams"\.$/),
    ]);
    expect(stderr).toContain('2 errors');
  });

  test('the check names each way up that ends with nobody who may decide', async () => {
    const stuck = join(dir, 'stuck');
    await model(['init', stuck]);
    change(stuck, 'bodies.yaml', '        decides: [decides]\n', '');
    const { status, stdout } = await model(['check'], stuck);
    expect(status).toBe(1);
    expect(stdout).toMatch(/bodies.yaml:\d+: On 2026-01-01 the way up ends with nobody who may decide: working-group, council, office/);
  });
});

describe('samspil model check, on who decides', () => {
  test('the check names the kinds of case that nobody would decide', async () => {
    const silent = join(dir, 'silent');
    await model(['init', silent]);
    change(silent, 'bodies.yaml', '    outsideTeams: true\n', '');
    const { status, stdout } = await model(['check'], silent);
    expect(status).toBe(1);
    expect(stdout).toMatch(/On 2026-01-01 a case \(professional, economic\) ends with nobody who may decide: working-group, council\./);
  });
});

describe('samspil model show', () => {
  test('the steering group is shown with other terms in 2019 than in 2015, as in the documents', async () => {
    const on = async (date: string) => (await model(['show', 'sundhedsstyregruppen', '--as-of', date])).stdout;
    const [early, late] = [await on('2015-06-01'), await on('2019-06-01')];
    expect(early).toContain('4-5 times a year  {D1 §2, line 73}');
    expect(early).toContain('7 × Direktør fra en kommune (KOSU) [Kommuner]  {D1 §2, line 64}');
    expect(late).toMatch(/Meets +not stated/);
    expect(late).toContain('Sundhedsaftalesekretariatet (SAS)');
    expect(late).toContain('history, not today’s holders');
    expect(early).not.toContain('history');
  });

  test('every line that states something about a body gives its source', async () => {
    const lines = (await model(['show', 'it', '--as-of', '2015-06-01'])).lines.slice(1);
    const stated = lines.filter((line) => !/^ {2}(Seats|May|Tasks|Duties|Cadence|Composition|Read into it)$/.test(line));
    expect(stated.length).toBeGreaterThan(50);
    expect(stated.filter((line) => !/\{.+\}$/.test(line))).toEqual([]);
  });

  test('in 2024 the terms are shown as run out, with the day since when', async () => {
    expect((await model(['show', 'ssg', '--as-of', '2024-03-01'])).stdout).toContain('These terms have run out: since 2022-01-01.');
    expect((await model(['show', 'ssg', '--as-of', '2021-12-31'])).stdout).not.toContain('run out');
  });

  test('a date before the first terms is answered with the day on which they begin', async () => {
    expect((await model(['show', 'telemedicin', '--as-of', '2018-01-01'])).stdout).toContain(
      'No terms were in force: the first begin 2019-05-03.',
    );
  });

  test('a body is shown in the requested language, and an unknown language is answered with the known ones', async () => {
    expect((await model(['show', 'it', '--language', 'en'])).stdout).toContain('Meets four times a year.');
    const { status, stderr } = await model(['show', 'it', '--language', 'fr']);
    expect(status).toBe(1);
    expect(stderr).toContain('It has: da, en.');
  });

  test.each([
    [['show', 'nobody'], 'There is no body "nobody".'],
    [['show', 'ssg', '--as-of', '2015-02-30'], '"2015-02-30" is not a date'],
  ])('the command refuses %s in one sentence', async (args, said) => {
    const { status, stderr } = await model(args);
    expect(status).toBe(1);
    expect(stderr).toContain(said);
  });
});

describe('samspil model diff', () => {
  test('a comparison of two dates says in plain words what changed', async () => {
    const { stdout } = await model(['diff', 'sundhedsstyregruppen', '2015-06-01', '2019-06-01']);
    expect(stdout).toContain('How often it meets: was 4-5 times a year, now not stated.');
    expect(stdout).toContain('No longer a seat: “Vicedirektør for Nære Sundhedstilbud”');
    expect(stdout).toContain('No longer said (competence): Træffer de overordnede strategiske beslutninger');
  });

  test('a comparison says when nothing changed or when there were no terms on one of the dates', async () => {
    expect((await model(['diff', 'it', '2015-06-01', '2018-06-01'])).stdout).toContain('The same terms were in force on both dates');
    expect((await model(['diff', 'telemedicin', '2018-06-01', '2019-06-01'])).stdout).toContain('had no terms on 2018-06-01.');
  });
});

describe('a model for another collaboration', () => {
  test('a new model is written to a new folder, passes the check and never overwrites one that exists', async () => {
    const mine = join(dir, 'mine');
    expect((await model(['init', mine])).stdout).toContain('bodies.yaml, collaboration.yaml, schema.json');
    expect((await model(['check'], mine)).status).toBe(0);
    expect((await model(['init', mine])).status).toBe(1);
  });
});

describe('the JSON Schemas', () => {
  test('the written schemas are those that the code produces', async () => {
    for (const [file, text] of Object.entries(schemas())) expect(readFileSync(join(seeds, file), 'utf8')).toBe(text);
  });

  test.each(readdirSync(seeds).filter((file) => file.endsWith('.yaml')))('the schema that %s names accepts the file', (file) => {
    const text = readFileSync(join(seeds, file), 'utf8');
    const named = /^# yaml-language-server: \$schema=\.\/(\S+)/.exec(text)?.[1] ?? '';
    const schema = schemas()[named];
    const check = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(schema ?? '{}'));
    expect(check(parse(text)) || check.errors).toBe(true);
  });

  test('the schema rejects a field that does not belong', async () => {
    const check = new Ajv2020().compile(JSON.parse(schemas()['schema.json'] ?? '{}'));
    expect(check({ bodies: [{ id: 'a', name: { en: 'A' }, kind: 'group', nickname: 'B' }] })).toBe(false);
  });
});

function change(model: string, file: string, replace: string, by: string): void {
  const text = readFileSync(join(model, file), 'utf8');
  expect(text).toContain(replace);
  writeFileSync(join(model, file), text.replace(replace, by));
}
