import { dateAt } from '../time/calendar.ts';
import type { CharterCommand, CharterEvent, CharterState } from '../vocabulary/charter-ledger.ts';
import type { Subject } from '../vocabulary/subject.ts';

export const charterLedger: Subject<CharterState, CharterCommand, CharterEvent> = {
  commands: { AdoptTerms: true },

  initial: () => ({ kind: 'charter', versions: {} }),

  reads: () => [],

  decide: (state, command, around) => {
    const { id, body, hash, from, at, formerly, readings } = command;
    const known = state.versions[id];
    if (!known) return [{ type: 'TermsAdopted', v: 1, id, body, hash, from }];
    if (known.hash === hash) return [];
    const read = formerly.find(({ worded }) => worded.includes(known.hash))?.hash ?? known.hash;
    if (read === hash) return [{ type: 'TermsHashRenewed', v: 1, id, hash, was: known.hash }];
    const today = dateAt(around.charter, around.now);
    const before = readings.find(({ was }) => was === read);
    if (before) return [{ type: 'ReadingCorrected', v: 1, id, hash, was: known.hash, why: before.why, by: before.by, on: today }];
    if (known.from <= today) return { refused: 'terms-in-force', file: at.file, line: at.line };
    return [{ type: 'TermsChanged', v: 1, id, hash, was: known.hash, from }];
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'TermsAdopted':
        return { ...state, versions: { ...state.versions, [event.id]: { body: event.body, hash: event.hash, from: event.from } } };
      case 'TermsHashRenewed': {
        const was = state.versions[event.id];
        return was ? { ...state, versions: { ...state.versions, [event.id]: { ...was, hash: event.hash } } } : state;
      }
      case 'ReadingCorrected': {
        const known = state.versions[event.id];
        if (!known) return state;
        const corrected = [...(known.corrected ?? []), { was: event.was, on: event.on }];
        return { ...state, versions: { ...state.versions, [event.id]: { ...known, hash: event.hash, corrected } } };
      }
      case 'TermsChanged': {
        const was = state.versions[event.id];
        return was ? { ...state, versions: { ...state.versions, [event.id]: { ...was, hash: event.hash, from: event.from } } } : state;
      }
    }
  },

  index: () => ({ kind: 'charter', body: null, dueAt: null, waitingOn: [], open: true }),
};
