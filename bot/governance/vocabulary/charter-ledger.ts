import type { BodyId, IsoDate } from '../charter/charter.ts';

/** The versions of terms the ledger knows, by `Terms.id`. */
export interface CharterState {
  readonly kind: 'charter';
  readonly versions: Readonly<Record<string, { readonly body: BodyId; readonly hash: string; readonly from: IsoDate }>>;
}
/** At start, for every version of terms in the model. Terms that have been in force may not change; a correction is a new version. */
export type CharterCommand = {
  readonly type: 'AdoptTerms';
  readonly id: string;
  readonly body: BodyId;
  readonly hash: string;
  readonly from: IsoDate;
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
    };
