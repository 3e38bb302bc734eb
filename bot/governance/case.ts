import { type AimCommand, type AimEvent, decideAim, evolveAim } from './case-aim.ts';
import type { Gate } from './case-gate.ts';
import { decideJudge, evolveJudge, type JudgeCommand, type JudgeEvent } from './case-judge.ts';
import { decideOutcome, evolveOutcome, type OutcomeCommand, type OutcomeEvent, type ResultKind } from './case-outcome.ts';
import { decidePilot, evolvePilot, type PilotCommand, type PilotEvent } from './case-pilot.ts';
import { decideRaise, evolveRaise, type RaiseCommand, type RaiseEvent } from './case-raise.ts';
import { decideRaiseJudged, type RaiseJudged } from './case-raise-judged.ts';
import { type CasePrompt, casesDueAt, mostPrompted } from './case-silence.ts';
import type { BodyId, IsoDate } from './charter.ts';
import type { Matter } from './competence.ts';
import type { Turn } from './keys.ts';
import type { ErrandRefused, IsoInstant, NoteErrandRefused, PersonKey, Stream, Subject, TextRef } from './model.ts';
import { secretariatOf } from './terms.ts';

/** What is laid before a body. `journal`: the number in the authority's record system. */
export interface Content {
  readonly title: TextRef;
  readonly account: TextRef | null;
  /** Each an "at …" sentence. */
  readonly recommendations: readonly TextRef[];
  readonly papers: TextRef | null;
  readonly journal: string | null;
  /** The milestone that a decision moves, and to which day; cases about other things have none. */
  readonly moves?: Moves | null;
}
export interface Moves {
  /** The body whose plan it is in. */
  readonly plan: BodyId;
  readonly milestone: string;
  readonly due: IsoDate;
}
/** What a chair judges: decide it here, send it up, send it back for more; or, of a result, that it is right, or that it is not. */
export interface Judgement {
  readonly says: 'here' | 'up' | 'back' | 'right' | 'wrong' | 'reopen';
  readonly reason: TextRef | null;
  /** The card it was read on, with the version of its template, `case@1f0c42aa90b1`; what was not judged on a card has none. */
  readonly card?: string;
}
/** Where a case has been, and how it left. */
export interface Stop {
  readonly body: BodyId;
  readonly left: 'up' | 'disagreed' | 'sent-on' | 'sent-back';
  readonly reasons: readonly Turn<Judgement>[];
  readonly at: IsoInstant;
}
/** The meeting it is to be dealt with at, and the day papers must be in; null: no meeting in reach. */
export interface Aim {
  readonly meeting: Stream;
  readonly start: IsoInstant;
  readonly papersBy: IsoDate | null;
}
/** What a body came to. It takes effect when the body's keys have been turned on it. `textsIn`: where the words stand. */
export interface Result {
  readonly body: BodyId;
  readonly kind: ResultKind;
  readonly text: TextRef | null;
  readonly textsIn: Stream;
  readonly via: 'meeting' | 'written' | 'outside' | 'corrected';
}
/** Why a case came back: what its chairs wrote, or the words of the body it had come to. */
export interface SentBackWith {
  readonly body: BodyId;
  readonly reasons: readonly Turn<Judgement>[];
  readonly result: Result | null;
}
/** A written procedure: everyone in a seat answers by a date; one who asks for a meeting ends it. */
export interface Written {
  readonly until: IsoDate;
  readonly answers: readonly {
    readonly person: PersonKey;
    readonly answer: 'for' | 'against' | 'meeting';
    readonly reason: TextRef | null;
  }[];
}

export interface CaseState {
  readonly kind: 'case';
  readonly case: string;
  /** `<body> 2015-07`, once the body has numbered it. */
  readonly number: string | null;
  /** Where it was raised, and the day whose terms it keeps. */
  readonly body: BodyId;
  readonly termsOn: IsoDate;
  readonly by: PersonKey | null;
  readonly matter: Matter;
  readonly content: Content;
  /** Bumped with every change of the content; a judgement names the one that was read. */
  readonly edition: number;
  /** `confirming`: a body has come to a result and its keys turn on it. `returned`: the answer is back and waits for a receipt. */
  readonly phase: 'none' | 'draft' | 'judging' | 'waiting' | 'written' | 'confirming' | 'returned' | 'closed' | 'withdrawn';
  /** Who has it now. */
  readonly at: BodyId;
  readonly way: readonly Stop[];
  /** It came back for more, with these words, and has not been sent again. */
  readonly sentBack: SentBackWith | null;
  /** What is being judged, since when, and which keys have been turned. */
  readonly since: IsoInstant;
  readonly turns: readonly Turn<Judgement>[];
  readonly dealtWith: readonly string[];
  readonly aim: Aim | null;
  readonly written: Written | null;
  readonly result: Result | null;
  /** How many results have been reported; a confirmation names the one that was read. */
  readonly reports: number;
  /** Who wrote the result down, where somebody did. */
  readonly recordedBy: PersonKey | null;
  readonly directions: readonly { readonly body: BodyId; readonly person: PersonKey; readonly text: TextRef }[];
  readonly told: readonly BodyId[];
  /** The bodies it has come to, also before it was sent back: its card stands there. */
  readonly cameTo: readonly BodyId[];
  readonly receipt: PersonKey | null;
  /** Where the part that binds general practice is described, once that has been recorded. */
  readonly practicePlan: TextRef | null;
  /** A trial that may be spread: what each body on the way laid down. */
  readonly gates: readonly Gate[];
  /** The experience or the flag it was raised from. */
  readonly origin: Stream | null;
  /** Cards put into its thread because somebody was waited for, and the body it was with then. */
  readonly prompted: readonly { readonly prompt: CasePrompt; readonly occasion: string; readonly body: BodyId }[];
  /** Errands others refused, for the secretary's card. */
  readonly refusedErrands: readonly ErrandRefused[];
}

/** By the clock: a card into the case's thread, if somebody is still waited for. */
export interface PromptCase {
  readonly type: 'PromptCase';
  readonly prompt: CasePrompt;
  readonly occasion: string;
}
export interface CasePrompted {
  readonly type: 'CasePrompted';
  readonly v: 1;
  readonly prompt: CasePrompt;
  readonly occasion: string;
}
export type CaseCommand = RaiseCommand | RaiseJudged | JudgeCommand | AimCommand | OutcomeCommand | PilotCommand | PromptCase;
export type CaseEvent = RaiseEvent | JudgeEvent | AimEvent | OutcomeEvent | PilotEvent | CasePrompted;

const noText: TextRef = { ref: '', mac: '' };

export const caseSubject: Subject<CaseState, CaseCommand | NoteErrandRefused, CaseEvent | ErrandRefused> = {
  initial: (stream) => ({
    kind: 'case',
    case: stream.slice('case/'.length),
    number: null,
    body: '',
    termsOn: '',
    by: null,
    matter: { kind: 'other', weighs: [] },
    content: { title: noText, account: null, recommendations: [], papers: null, journal: null },
    edition: 0,
    phase: 'none',
    at: '',
    way: [],
    sentBack: null,
    since: '',
    turns: [],
    dealtWith: [],
    aim: null,
    written: null,
    result: null,
    reports: 0,
    recordedBy: null,
    directions: [],
    told: [],
    cameTo: [],
    receipt: null,
    practicePlan: null,
    gates: [],
    origin: null,
    prompted: [],
    refusedErrands: [],
  }),

  reads: (state, command, charter) => {
    const drafted = command.type === 'DraftCase' ? [command.body] : [];
    const told = command.type === 'StateDirection' ? [command.body] : [];
    const served = [state.at, ...told]
      .filter((each) => each !== '')
      .map((each) => secretariatOf(charter, each, state.termsOn) ?? charter.collaboration.secretariat);
    return [...new Set([...drafted, ...told, state.body, state.at, ...served])].filter((each) => each !== '');
  },

  meets: (state, command) => (command.type === 'AimCase' && state.at !== '' ? [state.at] : []),

  decide: (state, command, around) => {
    switch (command.type) {
      case 'DraftCase':
      case 'EditCase':
      case 'SendCase':
      case 'WithdrawCase':
      case 'NumberCase':
      case 'StateDirection':
        return decideRaise(state, command, around);
      case 'RaiseJudged':
        return decideRaiseJudged(state, command, around);
      case 'Judge':
      case 'TakeBack':
        return state.phase === 'none' ? { refused: 'no-such-case' } : decideJudge(state, command, around);
      case 'RecordGate':
        return state.phase === 'none' ? { refused: 'no-such-case' } : decidePilot(state, command, around);
      case 'AimCase':
      case 'StartWritten':
      case 'AnswerWritten':
      case 'CloseWritten':
        return state.phase === 'none' ? { refused: 'no-such-case' } : decideAim(state, command, around);
      case 'ReportResult':
      case 'RecordOutside':
      case 'ConfirmOutside':
      case 'ConfirmResult':
      case 'ReceiptAnswer':
      case 'RecordPracticePlan':
      case 'ReopenCase':
        return state.phase === 'none' ? { refused: 'no-such-case' } : decideOutcome(state, command, around);
      case 'PromptCase':
        return state.dealtWith.includes(command.occasion) ? [] : [{ ...command, type: 'CasePrompted', v: 1 }];
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'CaseDrafted':
      case 'CaseEdited':
      case 'CaseSent':
      case 'CaseWithdrawn':
      case 'CaseNumbered':
      case 'DirectionStated':
        return evolveRaise(state, event);
      case 'KeyTurned':
      case 'KeyTurnedBack':
      case 'KeptHere':
      case 'SentUp':
      case 'SentBack':
        return evolveJudge(state, event);
      case 'CaseAimed':
      case 'NoMeetingInReach':
      case 'WrittenStarted':
      case 'WrittenAnswered':
      case 'WrittenClosed':
        return evolveAim(state, event);
      case 'ResultReported':
      case 'ResultConfirmed':
      case 'CaseDecided':
      case 'CaseSentOn':
      case 'CaseSentBack':
      case 'AnswerReceipted':
      case 'PracticePlanRecorded':
      case 'CaseClosed':
      case 'ReopeningTurned':
      case 'CaseReopened':
        return evolveOutcome(state, event);
      case 'GateRecorded':
        return evolvePilot(state, event);
      case 'CasePrompted':
        return {
          ...state,
          dealtWith: [...state.dealtWith, event.occasion],
          prompted: [...state.prompted, { prompt: event.prompt, occasion: event.occasion, body: state.at }].slice(-mostPrompted),
        };
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state, charter) => ({
    kind: 'case',
    body: state.at === '' ? null : state.at,
    dueAt: casesDueAt(charter, state),
    waitingOn: [],
    open: state.phase !== 'none' && state.phase !== 'closed' && state.phase !== 'withdrawn',
  }),
};
