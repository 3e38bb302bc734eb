import type { Charter, Clause, Terms } from '../../bot/governance/charter/charter.ts';

/** A rule that clauses of the model name as what keeps them. */
export interface Rule {
  /** Shows that the rule keeps this clause, in these terms of the real model. */
  readonly keeps: (charter: Charter, terms: Terms, clause: Clause) => void;
  /** The rule as it is written in one place of the bot, and what is written there when it has been taken out. */
  readonly stands: { readonly rule: string; readonly without: string };
}
