import type { Charter, Clause, Terms } from '../../bot/governance/charter/charter.ts';

/** Clauses of the model name a rule as what keeps them. */
export interface Rule {
  /** Throws unless the rule keeps this clause in these terms of the real model. */
  readonly keeps: (charter: Charter, terms: Terms, clause: Clause) => void;
  /** The rule is written in one place of the bot as `rule`, and `without` replaces it when the rule is taken out. */
  readonly stands: { readonly rule: string; readonly without: string };
}
