import { type CorrectedOn, withCorrected } from './as-read.ts';
import type { Charter, Collaboration, IsoDate, Terms } from './charter.ts';

/** A version of terms as a case carried it and a decision put it in force. */
export interface InForceByDecision {
  readonly terms: Terms;
  /** The document it stands in. */
  readonly document: Collaboration['documents'][number];
  readonly from: IsoDate;
  /** The stream of the case. */
  readonly case: string;
}

/** What a ledger says of the charter besides the model's files. `undone`: versions whose decision was opened again, by id and hash. */
export interface InLedger {
  /** Oldest first. */
  readonly decided: readonly InForceByDecision[];
  readonly undone: Readonly<Record<string, string>>;
  readonly corrected: CorrectedOn;
}

/** The charter that everything sees: what the model's files say, and what has been decided, also where no file has it yet. */
export function withDecided(model: Charter, { decided, undone, corrected }: InLedger): Charter {
  const charter = withCorrected(model, corrected);
  if (decided.length === 0 && Object.keys(undone).length === 0) return charter;
  const bodies = charter.bodies.map((body) => {
    const filed = body.terms.filter(({ id, hash }) => undone[id] !== hash);
    const newest = new Map(decided.filter(({ terms }) => terms.body === body.id).map((each) => [idOf(each.terms, each.from), each]));
    const missing = [...newest].flatMap(([id, each]) => (filed.some((one) => one.id === id) ? [] : [each]));
    const added = missing.map(({ terms, from, case: decidedIn }): Terms => ({ ...terms, id: idOf(terms, from), from, decidedIn }));
    const terms = [...filed, ...added].sort((a, b) => (a.from < b.from ? -1 : 1));
    return added.length === 0 && filed.length === body.terms.length ? body : { ...body, terms };
  });
  const { documents } = charter.collaboration;
  const more = decided.map(({ document }) => document).filter(({ short }) => !documents.some((each) => each.short === short));
  const known = [...new Map(more.map((each) => [each.short, each])).values()];
  return { ...charter, bodies, collaboration: { ...charter.collaboration, documents: [...documents, ...known] } };
}

/** The versions that were decided and that no file of the model has yet. */
export function withoutFile(charter: Charter): readonly Terms[] {
  return charter.bodies.flatMap(({ terms }) => terms.filter(({ decidedIn }) => decidedIn !== undefined));
}

function idOf({ body }: Terms, from: IsoDate): string {
  return `${body}@${from}`;
}
