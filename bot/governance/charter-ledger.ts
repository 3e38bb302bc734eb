import { dateAt } from './calendar.ts';
import type { BodyId, IsoDate } from './charter.ts';
import type { Subject } from './model.ts';

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

export const charterLedger: Subject<CharterState, CharterCommand, CharterEvent> = {
  initial: () => ({ kind: 'charter', versions: {} }),

  reads: () => [],

  decide: (state, command, around) => {
    const { id, body, hash, from, at } = command;
    const known = state.versions[id];
    if (!known) return [{ type: 'TermsAdopted', v: 1, id, body, hash, from }];
    if (known.hash === hash) return [];
    const today = dateAt(around.charter, around.now);
    if (known.from <= today) return { refused: 'terms-in-force', file: at.file, line: at.line };
    return [{ type: 'TermsChanged', v: 1, id, hash, was: known.hash, from }];
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'TermsAdopted':
        return { ...state, versions: { ...state.versions, [event.id]: { body: event.body, hash: event.hash, from: event.from } } };
      case 'TermsChanged': {
        const was = state.versions[event.id];
        return was ? { ...state, versions: { ...state.versions, [event.id]: { ...was, hash: event.hash, from: event.from } } } : state;
      }
    }
  },

  index: () => ({ kind: 'charter', body: null, dueAt: null, waitingOn: [], open: true }),
};
