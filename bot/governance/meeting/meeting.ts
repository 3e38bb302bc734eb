import type { CalledMeeting, MeetingCommand, MeetingEvent, MeetingState } from '../vocabulary/meeting.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { decideAgenda, evolveAgenda } from './agenda.ts';
import { decideAttendance } from './answer.ts';
import { nextDueAt } from './due.ts';
import { decideMinutes, evolveMinutes } from './minutes.ts';
import { calledMeeting, callMeeting, decidePlan } from './plan.ts';

export const meeting: Subject<MeetingState, MeetingCommand, MeetingEvent> = {
  commands: {
    PlanMeeting: true,
    AnswerAttendance: true,
    RecordAttendance: true,
    Prompt: true,
    MoveMeeting: true,
    CancelMeeting: true,
    ChangeLead: true,
    UseSettings: true,
    ProposeItem: true,
    WithdrawItem: true,
    OrderItems: true,
    SendAgenda: true,
    RecordOutcome: true,
    CorrectOutcome: true,
    RecordDissent: true,
    SendMinutes: true,
    CommentMinutes: true,
    PublishMinutes: true,
    CloseMeeting: true,
    ShowMeeting: true,
    PutOnAgenda: true,
    TakeOffAgenda: true,
    NoteErrandRefused: true,
  },

  initial: (stream) => ({ kind: 'meeting', meeting: idIn(stream, 'meeting'), phase: 'none' }),

  reads: (state, command) => {
    if (command.type === 'PlanMeeting') return [command.body, ...command.joint];
    return state.phase === 'none' ? [] : [state.body, ...state.joint];
  },

  decide: (state, command, around) => {
    if (command.type === 'PlanMeeting') return state.phase === 'none' ? callMeeting(command, around) : [];
    if (state.phase === 'none') return { refused: 'no-such-meeting' };
    if (command.type === 'NoteErrandRefused') return [{ ...command, type: 'ErrandRefused', v: 1 }];
    if (state.phase === 'cancelled') return command.type === 'TakeOffAgenda' ? [] : { refused: 'meeting-is-cancelled' };
    switch (command.type) {
      case 'MoveMeeting':
      case 'CancelMeeting':
      case 'ChangeLead':
      case 'UseSettings':
      case 'ShowMeeting':
      case 'CloseMeeting':
        return decidePlan(state, command, around);
      case 'AnswerAttendance':
      case 'RecordAttendance':
      case 'Prompt':
        return decideAttendance(state, command, around);
      case 'ProposeItem':
      case 'WithdrawItem':
      case 'PutOnAgenda':
      case 'TakeOffAgenda':
      case 'OrderItems':
      case 'SendAgenda':
        if (state.minutes !== 'none') return command.type === 'TakeOffAgenda' ? [] : { refused: 'minutes-are-out' };
        return decideAgenda(state, command, around);
      case 'RecordOutcome':
      case 'CorrectOutcome':
      case 'RecordDissent':
      case 'SendMinutes':
      case 'CommentMinutes':
      case 'PublishMinutes':
        return decideMinutes(state, command, around);
    }
  },

  evolve: (state, event) => {
    if (event.type === 'MeetingPlanned') return calledMeeting(state.meeting, event);
    if (state.phase === 'none') return state;
    switch (event.type) {
      case 'MeetingMoved': {
        const { type: _type, v: _v, ...moved } = event;
        const answers = event.start === state.start && event.end === state.end ? state.answers : [];
        return { ...standing(state), ...moved, answers, moves: state.moves + 1 };
      }
      case 'MeetingCancelled': {
        const was = standing(state);
        if (was.minutes !== 'none') return state;
        return { ...was, phase: 'cancelled', reason: event.reason, moves: state.moves + 1 };
      }
      case 'LeadChanged':
        return { ...state, ledBy: event.ledBy, reason: event.reason };
      case 'DeadlinesRenewed':
        return { ...state, deadlines: event.deadlines };
      case 'MeetingShown':
        return standing(state);
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
      case 'MeetingOver':
        return { ...state, phase: 'over' };
      case 'AttendanceAnswered': {
        const { type: _type, v: _v, ...given } = event;
        return { ...state, answers: [...state.answers.filter((each) => each.person !== given.person), given] };
      }
      case 'Prompted':
        return {
          ...state,
          dealtWith: [...state.dealtWith, event.occasion],
          prompted: [...state.prompted, { card: event.card, occasion: event.occasion }],
        };
      case 'PromptLeftOut':
        return { ...state, dealtWith: [...state.dealtWith, event.occasion] };
      case 'ItemProposed':
      case 'ItemTakenUp':
      case 'ItemWithdrawn':
      case 'ItemsOrdered':
      case 'AgendaSent':
        return evolveAgenda(standing(state), event);
      case 'ItemCarriedOver':
      case 'ItemReported':
        return evolveAgenda(state, event);
      case 'OutcomeRecorded':
      case 'DissentRecorded':
      case 'MinutesSent':
      case 'MinutesCommented':
      case 'MinutesPublished':
        return evolveMinutes(state, event);
    }
  },

  index: (state, charter) => ({
    kind: 'meeting',
    body: state.phase === 'none' ? null : state.body,
    dueAt: nextDueAt(charter, state),
    waitingOn: [],
    open: state.phase === 'planned' || (state.phase === 'over' && state.items.length > 0 && state.minutes !== 'published'),
  }),
};

/** Its card comes now: it is near, or something has become of it that people should hear. */
function standing(meeting: CalledMeeting): CalledMeeting {
  if (meeting.minutes === 'none') {
    const { showFrom: _later, ...shown } = meeting;
    return shown;
  }
  const { showFrom: _later, ...shown } = meeting;
  return shown;
}
