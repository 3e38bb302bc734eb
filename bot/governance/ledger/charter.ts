import { dateAt } from '../time/calendar.ts';
import type { CharterCommand, CharterEvent, CharterState } from '../vocabulary/charter-ledger.ts';
import type { Subject } from '../vocabulary/subject.ts';

export const charterLedger: Subject<CharterState, CharterCommand, CharterEvent> = {
  commands: { AdoptTerms: true },

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
