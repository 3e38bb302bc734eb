import type { BodyId, IsoDate, Words } from '../charter/charter.ts';
import type { FormerHashes } from '../charter/readings.ts';
import type { Stream, TextRef } from './stream.ts';

/** Terms that a case lays before a body: the version itself, word for word, and what tells it from every other. */
export interface ProposedTerms {
  /** The day it is to be in force from. */
  readonly from: IsoDate;
  readonly hash: string;
  readonly text: TextRef;
}
/** A version that a case has decided. It is in force from its day, whether or not a file of the model has it. */
export interface DecidedTerms {
  readonly body: BodyId;
  readonly hash: string;
  readonly from: IsoDate;
  /** The day that was laid before the body: `from` is later where the decision came after it. */
  readonly drafted: IsoDate;
  readonly case: Stream;
  readonly text: TextRef;
}

/** A reading was corrected on a day: what began before keeps the one before. */
interface Correction {
  readonly was: string;
  readonly on: IsoDate;
}
/** The versions of terms the ledger knows, by `Terms.id`. */
export interface CharterState {
  readonly kind: 'charter';
  readonly versions: Readonly<
    Record<string, { readonly body: BodyId; readonly hash: string; readonly from: IsoDate; readonly corrected?: readonly Correction[] }>
  >;
  /** What cases have decided, oldest first. Of several for one body and day the newest holds; where its case is opened again, the one before it does. */
  readonly decided: readonly DecidedTerms[];
  /** The hash of those whose case was opened again before their day: a file that has them already does not count. */
  readonly undone: Readonly<Record<string, string>>;
}
/** At start, for every version of terms in the model. Terms that have been in force may not change; what is corrected is our reading of them, and named. */
export interface AdoptTerms {
  readonly type: 'AdoptTerms';
  readonly id: string;
  readonly body: BodyId;
  readonly hash: string;
  readonly from: IsoDate;
  readonly formerly: readonly FormerHashes[];
  /** What the reading was before, and why it was corrected by which office. */
  readonly readings: readonly { readonly was: string; readonly why: Words; readonly by: string }[];
  readonly at: { readonly file: string; readonly line: number };
}
export type CharterCommand =
  | AdoptTerms
  /** By errand from the case that decided them; the words come along. */
  | { readonly type: 'AdoptDecided'; readonly body: BodyId; readonly terms: ProposedTerms; readonly case: Stream }
  /** By errand from the case, where it is opened again before their day. */
  | { readonly type: 'UndoDecided'; readonly case: Stream };
export type CharterEvent =
  | {
      readonly type: 'TermsAdopted';
      readonly v: 1;
      readonly id: string;
      readonly body: BodyId;
      readonly hash: string;
      readonly from: IsoDate;
    }
  | {
      readonly type: 'TermsChanged';
      readonly v: 1;
      readonly id: string;
      readonly hash: string;
      readonly was: string;
      readonly from: IsoDate;
    }
  | {
      /** The same terms are known by another hash, since our words are no part of it. */
      readonly type: 'TermsHashRenewed';
      readonly v: 1;
      readonly id: string;
      readonly hash: string;
      readonly was: string;
    }
  | {
      /** The document is as it was; we had read it wrongly. */
      readonly type: 'ReadingCorrected';
      readonly v: 1;
      readonly id: string;
      readonly hash: string;
      readonly was: string;
      readonly why: Words;
      readonly by: string;
      readonly on: IsoDate;
    }
  | ({ readonly type: 'TermsDecided'; readonly v: 1; readonly id: string } & DecidedTerms)
  | { readonly type: 'TermsUndone'; readonly v: 1; readonly id: string; readonly case: Stream };
