import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../bot/model/coverage.ts';
import { readCharter } from '../../bot/model/read.ts';
import { rules } from './all.ts';
import { enforced, keeps, root } from './clauses.ts';
import { whereWritten } from './where.ts';

describe('what the model calls enforced is kept by the rule it names', () => {
  test('the model has more than fifty enforced clauses', () => expect(enforced.length).toBeGreaterThan(50));

  test.each(enforced.map((each) => [each.clause.id, each.by, each] as const))('%s is kept by %s', (_id, _by, each) => keeps(each));

  test('the starter model names only rules that exist', () => {
    const starter = readCharter(join(root, 'bot', 'model', 'starter'));
    if ('errors' in starter) throw new Error(JSON.stringify(starter.errors));
    const named = clausesOf(starter.charter).flatMap(({ state }) => (state.kind === 'enforced' ? [state.by] : []));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !rules[name])).toEqual([]);
  });

  test.each(Object.entries(rules))('the rule %s is written in one place of the bot', (_name, { stands }) => {
    expect(whereWritten(root, stands.rule)).toHaveLength(1);
  });

  test.each(Object.keys(rules))('the rule %s keeps some clause', (name) => {
    expect(enforced.some(({ by }) => by === name)).toBe(true);
  });
});
