import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { clausesOf } from '../../bot/model/coverage.ts';
import { readCharter } from '../../bot/model/read.ts';
import { rules } from './all.ts';
import { whereWritten } from './where.ts';

const root = join(import.meta.dirname, '..', '..');
const seed = Number(process.env.TAKE_OUT_SEED ?? 1);
const copy = mkdtempSync(join(tmpdir(), 'take-out-'));
const needed = ['package.json', 'bot/governance', 'bot/model', 'bot/view', 'seeds', 'test/rules', 'test/kit'];

/** The seed draws ten enforced clauses and the rules that keep them, and the same seed draws the same ten. */
const drawn = (() => {
  const read = readCharter(join(root, 'seeds'));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  const enforced = clausesOf(read.charter).flatMap(({ id, state }) => (state.kind === 'enforced' ? [{ id, by: state.by }] : []));
  const shuffled = enforced.map((each, at) => ({ each, key: spread(seed * 7919 + at) })).sort((a, b) => a.key - b.key);
  return shuffled.slice(0, 10).map(({ each }) => each);
})();

/** Spreads neighbouring numbers far apart. */
function spread(n: number): number {
  return Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) >>> 0;
}

/** Lists the tests of the enforced clauses that fail in the copy. */
function failing(): readonly string[] {
  const report = join(copy, 'report.json');
  const args = ['node_modules/vitest/vitest.mjs', 'run', 'test/rules/enforced.test.ts', '--reporter=json', `--outputFile=${report}`];
  spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  const { testResults }: { testResults: { assertionResults: { title: string; status: string }[] }[] } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(all.length).toBeGreaterThan(50);
  return all.filter(({ status }) => status === 'failed').map(({ title }) => title);
}

afterAll(() => rmSync(copy, { recursive: true }));

describe(`ten enforced clauses drawn by the seed ${seed}`, { timeout: 180_000 }, () => {
  for (const path of needed) {
    mkdirSync(join(copy, path, '..'), { recursive: true });
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

  test('every enforced clause is kept while every rule stands', () => expect(failing()).toEqual([]));

  test.each([...new Set(drawn.map(({ by }) => by))])('the tests of its clauses fail when the rule %s is taken out', (by) => {
    const stands = rules[by]?.stands;
    if (!stands) throw new Error(`no rule is called ${by}`);
    const [file] = whereWritten(copy, stands.rule);
    if (!file) throw new Error(`the rule ${by} is written nowhere`);
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.replace(stands.rule, stands.without));
    const failed = failing();
    writeFileSync(file, whole);
    const own = drawn.filter((each) => each.by === by).map(({ id }) => `${id} is kept by ${by}`);
    expect(own.filter((title) => !failed.includes(title))).toEqual([]);
  });
});
