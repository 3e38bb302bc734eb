import { vacantKeys, waitedFor } from '../people/keys.ts';
import type { CaseConfirming, CaseDone, CaseJudged, CaseReturned, RaisedCase } from '../vocabulary/case/case.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { awaitsEvidence } from './gate.ts';
import { keysOf } from './judge.ts';
import { isOutsideTeams, practiceIsOpen } from './outcome.ts';
import { endedInWriting, objectionIn, owesSentence, reopeningIn } from './phases.ts';

/** Who has the next step in a case, and what it is. Nobody is left waiting for nobody: where keys are vacant, the secretariat fills them. */
export type NextStep =
  | {
      readonly step:
        | 'send'
        | 'write-evidence'
        | 'decide-in-meeting'
        | 'find-meeting'
        | 'record-result'
        | 'record-outside'
        | 'confirm-outside'
        | 'practice-plan'
        | 'answer-in-writing';
    }
  | { readonly step: 'judge' | 'confirm' | 'reopen'; readonly persons: readonly PersonKey[] }
  | { readonly step: 'fill-seats'; readonly seats: readonly string[] }
  | { readonly step: 'receipt' }
  | { readonly step: 'none' };

export function nextStep(state: RaisedCase, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): NextStep {
  switch (state.phase) {
    case 'closed':
      return reopeningIn(state).length > 0 ? reopens(state, around) : { step: 'none' };
    case 'withdrawn':
      return { step: 'none' };
    case 'draft':
      return { step: 'send' };
    case 'judging':
      return awaitsEvidence(around.charter, state) ? { step: 'write-evidence' } : keysTurn(state, around, 'judge');
    case 'confirming':
      if (objectionIn(state)) return { step: 'record-result' };
      if (awaitsEvidence(around.charter, state)) return { step: 'write-evidence' };
      return state.result.via === 'outside' ? { step: 'confirm-outside' } : keysTurn(state, around, 'confirm');
    case 'waiting':
      if (endedInWriting(state) && !state.aim) return { step: 'record-result' };
      if (state.aim) return { step: 'decide-in-meeting' };
      return isOutsideTeams(state.at, around) ? { step: 'record-outside' } : { step: 'find-meeting' };
    case 'written':
      return { step: 'answer-in-writing' };
    case 'returned':
      if (reopeningIn(state).length > 0) return reopens(state, around);
      return state.receipt !== null && practiceIsOpen(state) ? { step: 'practice-plan' } : { step: 'receipt' };
  }
}

function keysTurn(
  state: CaseJudged | CaseConfirming | CaseReturned | CaseDone,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
  step: 'judge' | 'confirm' | 'reopen',
): NextStep {
  const question = keysOf(state, around);
  const persons = waitedFor(question);
  if (persons.length > 0) return { step, persons };
  const owing = owesSentence(state.turns).map((turn) => turn.person);
  if (step === 'judge' && owing.length > 0) return { step, persons: owing };
  const vacant = vacantKeys(question).filter((seat) => !state.turns.some((turn) => turn.seat === seat));
  return vacant.length > 0 ? { step: 'fill-seats', seats: vacant } : { step, persons: state.turns.map((turn) => turn.person) };
}

/** Whoever else holds a key there says whether it is opened again; outside Teams that is another secretary. */
function reopens(state: CaseReturned | CaseDone, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): NextStep {
  return isOutsideTeams(state.at, around) ? { step: 'confirm-outside' } : keysTurn(state, around, 'reopen');
}
