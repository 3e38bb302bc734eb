import type { BodyId, IsoDate, Words } from '../charter/charter.ts';
import type { FormerHashes } from '../charter/readings.ts';

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
}
/** At start, for every version of terms in the model. Terms that have been in force may not change; what is corrected is our reading of them, and named. */
export type CharterCommand = {
  readonly type: 'AdoptTerms';
  readonly id: string;
  readonly body: BodyId;
  readonly hash: string;
  readonly from: IsoDate;
  readonly formerly: readonly FormerHashes[];
  /** What the reading was before, and why it was corrected by which office. */
  readonly readings: readonly { readonly was: string; readonly why: Words; readonly by: string }[];
  readonly at: { readonly file: string; readonly line: number };
};
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
    };
