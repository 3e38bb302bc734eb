import type { Refusal } from '../../bot/governance/refusal.ts';
import type { da } from './da.ts';

/** All words a card can say. The first language's file is the measure: another with a word missing does not build. */
export type Text = typeof da;

/** What the model calls things, in the reader's language. */
export interface Names {
  readonly body: (id: string) => string;
  readonly seat: (id: string) => string;
  readonly sector: (id: string) => string;
  /** ` (§ 2, D0)`, or nothing where the rule is ours. */
  readonly clause: (id: string | null) => string;
}

/** A sentence for every reason for "no". */
export type Refusals = {
  readonly [K in Refusal['refused']]: (refusal: Extract<Refusal, { refused: K }>, names: Names) => string;
};
