import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from './all.ts';
import { enforced, root, unkept } from './clauses.ts';
import { whereWritten } from './where.ts';

const seed = Number(process.env.TAKE_OUT_SEED ?? 1);
const copies = mkdtempSync(join(tmpdir(), 'take-out-'));
const needed = ['package.json', 'bot/governance', 'bot/model', 'bot/view', 'seeds', 'test/rules', 'test/kit'];

/** The seed draws ten enforced clauses and the rules that keep them, and the same seed draws the same ten. */
const drawn = enforced
  .map((each, at) => ({ id: each.clause.id, by: each.by, key: spread(seed * 7919 + at) }))
  .sort((one, other) => one.key - other.key)
  .slice(0, 10);

/** Spreads neighbouring numbers far apart. */
function spread(n: number): number {
  return Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) >>> 0;
}

/** A copy of the bot and of what holds it against the model. */
function copied(name: string): string {
  const copy = join(copies, name);
  for (const path of needed) {
    mkdirSync(join(copy, path, '..'), { recursive: true });
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  return copy;
}

/** Lists the clauses of a rule that the bot in this copy does not keep. */
async function failing(copy: string, rule: string): Promise<readonly string[]> {
  const there: typeof import('./clauses.ts') = await import(join(copy, 'test', 'rules', 'clauses.ts'));
  expect(there.root).toBe(copy);
  return there.unkept(there.enforced.filter(({ by }) => by === rule));
}

beforeAll(() => symlinkSync(join(root, 'node_modules'), join(copies, 'node_modules')));
afterAll(() => rmSync(copies, { recursive: true }));

describe(`ten enforced clauses drawn by the seed ${seed}`, { timeout: 180_000 }, () => {
  test('every enforced clause is kept while every rule stands', () => expect(unkept(enforced)).toEqual([]));

  test.each([...new Set(drawn.map(({ by }) => by))])('the tests of its clauses fail when the rule %s is taken out', async (by) => {
    const stands = rules[by]?.stands;
    if (!stands) throw new Error(`no rule is called ${by}`);
    const copy = copied(by);
    const [file] = whereWritten(copy, stands.rule);
    if (!file) throw new Error(`the rule ${by} is written nowhere`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(stands.rule, stands.without));
    const failed = await failing(copy, by);
    const own = drawn.filter((each) => each.by === by).map(({ id }) => id);
    expect(own.filter((id) => !failed.includes(id))).toEqual([]);
  });
});
