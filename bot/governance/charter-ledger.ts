import type { BodyId, IsoDate } from './charter.ts';

/** The versions of terms the ledger knows, by `Terms.id`. */
export interface CharterState {
  readonly kind: 'charter';
  readonly versions: Readonly<Record<string, { readonly body: BodyId; readonly hash: string; readonly from: IsoDate }>>;
}
export type CharterCommand = {
  readonly type: 'AdoptTerms';
  readonly id: string;
  readonly body: BodyId;
  readonly hash: string;
  readonly from: IsoDate;
  readonly at: { readonly file: string; readonly line: number };
};
export type CharterEvent =
  | { readonly type: 'TermsAdopted'; readonly v: 1; readonly id: string; readonly body: BodyId; readonly hash: string; readonly from: IsoDate }
  /** Only terms not yet in force may change. */
  | { readonly type: 'TermsChanged'; readonly v: 1; readonly id: string; readonly hash: string; readonly was: string; readonly from: IsoDate };
