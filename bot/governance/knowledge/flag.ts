import { bodyOf } from '../charter/terms.ts';
import { speaksFor, withSecretariats } from '../people/speaks.ts';
import { turnFor } from '../people/two-secretaries.ts';
import type { HearCase } from '../vocabulary/case/events.ts';
import type { FlagCommand, FlagEvent, FlagState } from '../vocabulary/knowledge/flag.ts';
import type { TextRef } from '../vocabulary/stream.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';

const noText: TextRef = { ref: '', mac: '' };

export const flag: Subject<FlagState, FlagCommand, FlagEvent> = {
  commands: { RaiseFlag: true, AnswerFlag: true, HearCase: true, NoteErrandRefused: true },

  initial: (stream) => ({
    kind: 'flag',
    flag: idIn(stream, 'flag'),
    phase: 'none',
    body: '',
    by: '',
    clause: null,
    concern: 'problem',
    text: noText,
    answer: null,
    case: null,
    since: '',
    heard: 0,
    refusedErrands: [],
  }),

  reads: (state, command, charter) => withSecretariats(charter, [command.type === 'RaiseFlag' ? command.body : state.body]),

  decide: (state, command, around) => {
    const at = around.now.toString();
    const by = around.by.kind === 'person' ? around.one(around.by.person) : null;
    switch (command.type) {
      case 'RaiseFlag': {
        if (state.phase !== 'none') return [];
        const { body, concern, text } = command;
        const known = bodyOf(around.charter, body);
        if (!known || known.outside) return { refused: 'not-in-model', what: 'body' };
        if (by === null || !speaksFor(body, by, around)) return { refused: 'only-seat-holders' };
        return [{ type: 'FlagRaised', v: 1, body, by, clause: around.charter.speakUp, concern, text, at }];
      }
      case 'AnswerFlag': {
        if (state.phase !== 'open' && state.phase !== 'answered') return { refused: 'flag-has-moved' };
        if (by === null) return { refused: 'only-chairs', clause: null };
        const key = turnFor({ body: state.body, since: state.since, turns: [] }, by, around);
        if (typeof key !== 'string') return key;
        if (state.answer?.text.mac === command.text.mac) return [];
        return [{ type: 'FlagAnswered', v: 1, text: command.text, person: by, at }];
      }
      case 'HearCase': {
        const { about, from, outcome } = command;
        if (state.phase === 'none' || from !== state.body) return { refused: 'flag-has-moved' };
        return state.case?.about === about && state.case.outcome === outcome ? [] : [{ type: 'CaseHeard', v: 1, about, outcome, at }];
      }
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'FlagRaised': {
        const { body, by, clause, concern, text, at } = event;
        return { ...state, phase: 'open', body, by, clause, concern, text, since: at };
      }
      case 'FlagAnswered': {
        const { person, text, at } = event;
        return { ...state, phase: 'answered', answer: { person, text }, since: at, heard: state.heard + 1 };
      }
      case 'CaseHeard': {
        const { about, outcome, at } = event;
        return { ...state, phase: phaseAfter(outcome), case: { about, outcome }, since: at, heard: state.heard + 1 };
      }
      case 'FlagPrompted':
        return state;
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state) => ({
    kind: 'flag',
    body: state.body === '' ? null : state.body,
    dueAt: null,
    waitingOn: [],
    open: state.phase === 'open' || state.phase === 'raised',
  }),
};

/** A case that was taken back leaves it where it was: somebody has to answer. */
function phaseAfter(outcome: HearCase['outcome']): FlagState['phase'] {
  switch (outcome) {
    case 'raised':
      return 'raised';
    case 'decided':
    case 'rejected':
      return 'settled';
    case 'withdrawn':
      return 'open';
  }
}
