import type { Refusal } from '../../bot/governance/vocabulary/refusal.ts';

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
