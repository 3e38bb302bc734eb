import { join } from 'node:path';
import type { Charter, Clause, Terms } from '../../bot/governance/charter/charter.ts';
import { clausesOf } from '../../bot/model/coverage.ts';
import { readCharter } from '../../bot/model/read.ts';
import { rules } from './all.ts';

export const root = join(import.meta.dirname, '..', '..');

export interface Enforced {
  readonly clause: Clause;
  readonly by: string;
  readonly terms: readonly Terms[];
}

const charter = ((): Charter => {
  const read = readCharter(join(root, 'seeds'));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors, null, 2));
  return read.charter;
})();
const versions = charter.bodies.flatMap(({ terms }) => terms);

/** Lists every enforced clause with all terms that hold or apply it; a clause for everyone that no terms mention gets all of them. */
export const enforced = clausesOf(charter).flatMap((clause): readonly Enforced[] => {
  const { id, state } = clause;
  if (state.kind !== 'enforced') return [];
  const own = versions.filter(({ clauses, tells }) => clauses.some((each) => each.id === id) || tells.some((each) => each.clause === id));
  return [{ clause, by: state.by, terms: own.length === 0 && charter.clauses.some((each) => each.id === id) ? versions : own }];
});

/** Throws unless the rule that the model names keeps the clause in all its terms. */
export function keeps({ clause, by, terms }: Enforced): void {
  const rule = rules[by];
  if (!rule) throw new Error(`no rule is called ${by}: name it in test/rules/all.ts`);
  if (terms.length === 0) throw new Error(`no terms hold or apply ${clause.id}`);
  for (const each of terms) rule.keeps(charter, each, clause);
}

/** Lists the clauses among these that this checkout does not keep. */
export function unkept(these: readonly Enforced[]): readonly string[] {
  return these.filter(fails).map(({ clause }) => clause.id);
}

function fails(each: Enforced): boolean {
  try {
    keeps(each);
    return false;
  } catch {
    return true;
  }
}
