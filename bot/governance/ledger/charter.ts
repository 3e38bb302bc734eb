import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../charter/charter.ts';
import { dateAt } from '../time/calendar.ts';
import type { AdoptTerms, CharterCommand, CharterEvent, CharterState, DecidedTerms } from '../vocabulary/charter-ledger.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';

export const charterLedger: Subject<CharterState, CharterCommand, CharterEvent> = {
  commands: { AdoptTerms: true, AdoptDecided: true, UndoDecided: true },

  initial: () => ({ kind: 'charter', versions: {}, decided: [], undone: {} }),

  reads: () => [],

  decide: (state, command, around) => {
    const today = dateAt(around.charter, around.now);
    switch (command.type) {
      case 'AdoptTerms':
        return adopt(state, command, today);
      case 'AdoptDecided': {
        const { body, terms, case: stream } = command;
        const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
        const from = terms.from > today ? terms.from : tomorrow;
        const { hash, text } = terms;
        const id = `${body}@${from}`;
        if (decidedIn(state, stream)?.hash === hash) return [];
        return [{ type: 'TermsDecided', v: 1, id, body, hash, from, drafted: terms.from, case: stream, text }];
      }
      case 'UndoDecided': {
        const found = decidedIn(state, command.case);
        if (!found) return [];
        const { body, from } = found;
        return from <= today
          ? { refused: 'terms-stand', from }
          : [{ type: 'TermsUndone', v: 1, id: `${body}@${from}`, case: command.case }];
      }
    }
  },

  evolve: (state, event) => {
    const { id } = event;
    switch (event.type) {
      case 'TermsAdopted':
        return { ...state, versions: { ...state.versions, [id]: { body: event.body, hash: event.hash, from: event.from } } };
      case 'TermsHashRenewed': {
        const was = state.versions[id];
        return was ? { ...state, versions: { ...state.versions, [id]: { ...was, hash: event.hash } } } : state;
      }
      case 'ReadingCorrected': {
        const known = state.versions[id];
        if (!known) return state;
        const corrected = [...(known.corrected ?? []), { was: event.was, on: event.on }];
        return { ...state, versions: { ...state.versions, [id]: { ...known, hash: event.hash, corrected } } };
      }
      case 'TermsChanged': {
        const was = state.versions[id];
        return was ? { ...state, versions: { ...state.versions, [id]: { ...was, hash: event.hash, from: event.from } } } : state;
      }
      case 'TermsDecided': {
        const { body, hash, from, drafted, case: stream, text } = event;
        return {
          ...state,
          versions: { ...state.versions, [id]: { body, hash, from } },
          decided: [...state.decided.filter((each) => each.case !== stream), { body, hash, from, drafted, case: stream, text }],
          undone: without(state.undone, id),
        };
      }
      case 'TermsUndone': {
        const hash = decidedIn(state, event.case)?.hash ?? '';
        const decided = state.decided.filter((each) => each.case !== event.case);
        const before = decidedFor(decided, id);
        const versions = before
          ? { ...state.versions, [id]: { body: before.body, hash: before.hash, from: before.from } }
          : without(state.versions, id);
        return { ...state, versions, decided, undone: before?.hash === hash ? state.undone : { ...state.undone, [id]: hash } };
      }
    }
  },

  index: () => ({ kind: 'charter', body: null, dueAt: null, waitingOn: [], open: true }),
};

/** What stands in a file is taken in; what a case has decided is what was decided, and a file may only say the same. */
function adopt(
  state: CharterState,
  { id, body, hash, from, formerly, readings, at }: AdoptTerms,
  today: IsoDate,
): readonly CharterEvent[] | Refusal {
  const known = state.versions[id];
  if (!known) return [{ type: 'TermsAdopted', v: 1, id, body, hash, from }];
  if (known.hash === hash) return [];
  const read = formerly.find(({ worded }) => worded.includes(known.hash))?.hash ?? known.hash;
  if (read === hash) return [{ type: 'TermsHashRenewed', v: 1, id, hash, was: known.hash }];
  const before = readings.find(({ was }) => was === read);
  if (before) return [{ type: 'ReadingCorrected', v: 1, id, hash, was: known.hash, why: before.why, by: before.by, on: today }];
  if (decidedFor(state.decided, id)) return { refused: 'terms-decided', file: at.file, line: at.line };
  if (known.from <= today) return { refused: 'terms-in-force', file: at.file, line: at.line };
  return [{ type: 'TermsChanged', v: 1, id, hash, was: known.hash, from }];
}

function decidedIn({ decided }: CharterState, stream: Stream): DecidedTerms | undefined {
  return decided.find((each) => each.case === stream);
}

function decidedFor(decided: readonly DecidedTerms[], id: string): DecidedTerms | undefined {
  return decided.findLast(({ body, from }) => `${body}@${from}` === id);
}

function without<T>(all: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  const { [id]: _gone, ...rest } = all;
  return rest;
}
