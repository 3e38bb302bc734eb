import { secretariatOf } from '../charter/terms.ts';
import type { CaseState } from '../vocabulary/case/case.ts';
import type { CaseCommand, CaseEvent } from '../vocabulary/case/events.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { decideAim, evolveAim } from './aim.ts';
import { caseDueAt } from './due.ts';
import { decideJudge, evolveJudge } from './judge.ts';
import { decideOutcome, evolveOutcome } from './outcome.ts';
import { reopeningIn } from './phases.ts';
import { decidePilot, evolvePilot } from './pilot.ts';
import { decideCaseDraft, decideRaise, drafted, evolveRaise } from './raise.ts';
import { decideRaiseJudged } from './raise-judged.ts';

export const caseSubject: Subject<CaseState, CaseCommand, CaseEvent> = {
  commands: {
    DraftCase: true,
    EditCase: true,
    SendCase: true,
    WithdrawCase: true,
    NumberCase: true,
    StateDirection: true,
    Judge: true,
    TakeBack: true,
    AimCase: true,
    StartWritten: true,
    AnswerWritten: true,
    CloseWritten: true,
    ReportResult: true,
    RecordOutside: true,
    ConfirmOutside: true,
    ConfirmResult: true,
    ReceiptAnswer: true,
    RecordPracticePlan: true,
    RecordGate: true,
    ReopenCase: true,
    KeepResult: true,
    RaiseJudged: true,
    NoteErrandRefused: true,
  },

  initial: (stream) => ({ kind: 'case', case: idIn(stream, 'case'), phase: 'none' }),

  reads: (state, command, charter) => {
    if (state.phase === 'none') return command.type === 'DraftCase' ? [command.body] : [];
    const told = command.type === 'StateDirection' ? [command.body] : [];
    const served = [state.at, ...told].map((each) => secretariatOf(charter, each, state.termsOn) ?? charter.collaboration.secretariat);
    return [...new Set([...told, state.body, state.at, ...served])];
  },

  meets: (state, command) => (command.type === 'AimCase' && state.phase !== 'none' ? [state.at] : []),

  decide: (state, command, around) => {
    if (command.type === 'DraftCase') return decideCaseDraft(state, command, around);
    if (command.type === 'RaiseJudged') return decideRaiseJudged(state, command, around);
    if (state.phase === 'none') return { refused: 'no-such-case' };
    switch (command.type) {
      case 'EditCase':
      case 'SendCase':
      case 'WithdrawCase':
      case 'NumberCase':
      case 'StateDirection':
        return decideRaise(state, command, around);
      case 'Judge':
      case 'TakeBack':
        return decideJudge(state, command, around);
      case 'RecordGate':
        return decidePilot(state, command, around);
      case 'AimCase':
      case 'StartWritten':
      case 'AnswerWritten':
      case 'CloseWritten':
        return decideAim(state, command, around);
      case 'ReportResult':
      case 'RecordOutside':
      case 'ConfirmOutside':
      case 'ConfirmResult':
      case 'ReceiptAnswer':
      case 'RecordPracticePlan':
      case 'ReopenCase':
      case 'KeepResult':
        return decideOutcome(state, command, around);
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    if (event.type === 'CaseDrafted') return drafted(state.case, event);
    if (state.phase === 'none') return state;
    switch (event.type) {
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
      case 'ResultKept':
        return evolveOutcome(state, event);
      case 'GateRecorded':
        return evolvePilot(state, event);
      case 'CasePrompted':
        return state;
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  /** Who was told of what binds general practice was not written down at first. */
  steps: { PracticePlanRecorded: [(event) => ({ ...event, v: 2, told: [] })] },

  index: (state, charter) => ({
    kind: 'case',
    body: state.phase === 'none' ? null : state.at,
    dueAt: caseDueAt(charter, state),
    waitingOn: [],
    open: state.phase !== 'none' && state.phase !== 'withdrawn' && (state.phase !== 'closed' || reopeningIn(state).length > 0),
  }),
};
