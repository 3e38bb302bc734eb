import type {
  Aim,
  CaseDone,
  CaseFacts,
  CaseReturned,
  CaseState,
  Judgement,
  RaisedCase,
  Result,
  WrittenProcedure,
} from '../vocabulary/case/case.ts';
import type { Turn } from '../vocabulary/turn.ts';

/** The answer has come: what a body came to is in force. */
export function isAnswered(state: CaseState): state is CaseReturned | CaseDone {
  return state.phase === 'returned' || state.phase === 'closed';
}

/** Nothing more is decided in it, unless it is opened again. */
export function isOver(state: CaseState): boolean {
  return isAnswered(state) || state.phase === 'withdrawn';
}

/** The keys that have been turned on what is asked now; none, where no keys are asked. */
export function turnedIn(state: RaisedCase): readonly Turn<Judgement>[] {
  return 'turns' in state ? state.turns : [];
}

/** A key has been turned, for the first time or anew. */
export function withTurn(state: RaisedCase, { seat, person, judgement, at }: Turn<Judgement>): RaisedCase {
  if (!('turns' in state)) return state;
  return { ...state, turns: [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }] };
}

/** What a body has come to, confirmed or not; null: nothing yet. */
export function resultIn(state: RaisedCase): Result | null {
  return 'result' in state ? state.result : null;
}

/** The meeting it is to be dealt with at; null: it looks for none, or has found none. */
export function aimIn(state: RaisedCase): Aim | null {
  return state.phase === 'waiting' ? state.aim : null;
}

/** The answers of the written procedure that runs, or that ended without a result of its own; null: there is none. */
export function writtenIn(state: RaisedCase): WrittenProcedure | null {
  return 'written' in state ? state.written : null;
}

/** A written procedure that has run its course: nobody asked for a meeting, and its result is to be recorded; null: there is none. */
export function endedInWriting(state: CaseState): WrittenProcedure | null {
  if (state.phase !== 'waiting' || state.written === null) return null;
  return state.written.answers.some(({ answer }) => answer === 'meeting') ? null : state.written;
}

/** Somebody whose word was asked says that the result is not right: it is corrected before anybody is asked again; null: nobody does. */
export function objectionIn(state: CaseState): Turn<Judgement> | null {
  return state.phase === 'confirming' ? (state.turns.find(({ judgement }) => judgement.says === 'wrong') ?? null) : null;
}

/** The keys that have been turned on opening it again, while that is not settled. */
export function reopeningIn(state: CaseState): readonly Turn<Judgement>[] {
  return isAnswered(state) ? state.turns : [];
}

/** Chairs who judge a case differently, and have not said why: it goes nowhere before each of them has. */
export function owesSentence(turns: readonly Turn<Judgement>[]): readonly Turn<Judgement>[] {
  const differ = new Set(turns.map(({ judgement }) => judgement.says)).size > 1;
  return differ ? turns.filter(({ judgement }) => judgement.reason === null) : [];
}

/** What goes with a case from one phase to the next. */
export function factsOf(state: CaseFacts): CaseFacts {
  return {
    kind: 'case',
    case: state.case,
    number: state.number,
    body: state.body,
    termsOn: state.termsOn,
    by: state.by,
    matter: state.matter,
    content: state.content,
    edition: state.edition,
    at: state.at,
    since: state.since,
    way: state.way,
    dealtWith: state.dealtWith,
    reports: state.reports,
    directions: state.directions,
    told: state.told,
    cameTo: state.cameTo,
    kept: state.kept,
    practicePlan: state.practicePlan,
    gates: state.gates,
    reopenings: state.reopenings,
    origin: state.origin,
    terms: state.terms,
    outcomes: state.outcomes,
    refusedErrands: state.refusedErrands,
  };
}
