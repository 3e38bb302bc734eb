import { vacantKeys, waitedFor } from '../people/keys.ts';
import type { CaseConfirming, CaseJudged, RaisedCase } from '../vocabulary/case/case.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { keysOf } from './judge.ts';
import { isOutsideTeams, practiceIsOpen } from './outcome.ts';

/** Who has the next step in a case, and what it is. Nobody is left waiting for nobody: where keys are vacant, the secretariat fills them. */
export type NextStep =
  | {
      readonly step:
        | 'send'
        | 'decide-in-meeting'
        | 'find-meeting'
        | 'record-outside'
        | 'confirm-outside'
        | 'practice-plan'
        | 'answer-in-writing';
    }
  | { readonly step: 'judge' | 'confirm'; readonly persons: readonly PersonKey[] }
  | { readonly step: 'fill-seats'; readonly seats: readonly string[] }
  | { readonly step: 'receipt' }
  | { readonly step: 'none' };

export function nextStep(state: RaisedCase, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): NextStep {
  switch (state.phase) {
    case 'closed':
    case 'withdrawn':
      return { step: 'none' };
    case 'draft':
      return { step: 'send' };
    case 'judging':
      return keysTurn(state, around, 'judge');
    case 'confirming':
      return state.result.via === 'outside' ? { step: 'confirm-outside' } : keysTurn(state, around, 'confirm');
    case 'waiting':
      if (state.aim) return { step: 'decide-in-meeting' };
      return isOutsideTeams(state.at, around) ? { step: 'record-outside' } : { step: 'find-meeting' };
    case 'written':
      return { step: 'answer-in-writing' };
    case 'returned':
      return state.receipt !== null && practiceIsOpen(state) ? { step: 'practice-plan' } : { step: 'receipt' };
  }
}

function keysTurn(
  state: CaseJudged | CaseConfirming,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
  step: 'judge' | 'confirm',
): NextStep {
  const question = keysOf(state, around);
  const persons = waitedFor(question);
  if (persons.length > 0) return { step, persons };
  const vacant = vacantKeys(question).filter((seat) => !state.turns.some((turn) => turn.seat === seat));
  return vacant.length > 0 ? { step: 'fill-seats', seats: vacant } : { step, persons: state.turns.map((turn) => turn.person) };
}
