import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Charter, Clause, Terms } from '../../bot/governance/charter/charter.ts';
import { clausesOf } from '../../bot/model/coverage.ts';
import { readCharter } from '../../bot/model/read.ts';
import { rules } from './all.ts';
import { whereWritten } from './where.ts';

const root = join(import.meta.dirname, '..', '..');
const charter = ((): Charter => {
  const read = readCharter(join(root, 'seeds'));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors, null, 2));
  return read.charter;
})();
const versions = charter.bodies.flatMap(({ terms }) => terms);

/** Lists every enforced clause with all terms that hold or apply it; a clause for everyone that no terms mention gets all of them. */
const enforced = clausesOf(charter).flatMap((clause): { clause: Clause; by: string; terms: readonly Terms[] }[] => {
  const { id, state } = clause;
  if (state.kind !== 'enforced') return [];
  const own = versions.filter(({ clauses, tells }) => clauses.some((each) => each.id === id) || tells.some((each) => each.clause === id));
  return [{ clause, by: state.by, terms: own.length === 0 && charter.clauses.some((each) => each.id === id) ? versions : own }];
});

describe('what the model calls enforced is kept by the rule it names', () => {
  test('the model has more than fifty enforced clauses', () => expect(enforced.length).toBeGreaterThan(50));

  test.each(enforced.map(({ clause, by, terms }) => [clause.id, by, clause, terms] as const))(
    '%s is kept by %s',
    (_id, by, clause, terms) => {
      const rule = rules[by];
      if (!rule) throw new Error(`no rule is called ${by}: name it in test/rules.ts`);
      expect(terms).not.toEqual([]);
      for (const each of terms) rule.keeps(charter, each, clause);
    },
  );

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
