import { type AgendaCommand, type AgendaEvent, decideAgenda, evolveAgenda, type Item } from './agenda.ts';
import { type Answer, type AttendanceCommand, type AttendanceEvent, decideAttendance } from './answer.ts';
import type { BodyId, IsoDate } from './charter.ts';
import type { Deadlines } from './deadlines.ts';
import { decidePlan, type PlanCommand, type PlanEvent } from './meeting-plan.ts';
import { decideMinutes, evolveMinutes, type MinutesCommand, type MinutesEvent, type MinutesPhase } from './minutes.ts';
import type { ErrandRefused, IsoInstant, NoteErrandRefused, PersonKey, Subject, TextRef } from './model.ts';
import { nextDueAt } from './reminder.ts';

export interface MeetingState {
  readonly kind: 'meeting';
  readonly meeting: string;
  readonly body: BodyId;
  /** Bodies that meet together with it; their members are asked too, each in their own channel. */
  readonly joint: readonly BodyId[];
  /** Hash of the terms in force when it was planned; it keeps them. */
  readonly terms: string;
  readonly phase: 'unplanned' | 'planned' | 'over' | 'cancelled';
  readonly start: IsoInstant;
  readonly end: IsoInstant;
  readonly place: TextRef | null;
  readonly link: TextRef | null;
  /** Called at short notice. */
  readonly extraordinary: boolean;
  /** Who leads it, where it is not a chair. */
  readonly ledBy: PersonKey | null;
  /** Why it was last moved, cancelled or called. */
  readonly reason: TextRef | null;
  /** Bumped whenever it is moved or cancelled: a calendar's SEQUENCE. */
  readonly moves: number;
  readonly plannedAt: IsoInstant;
  /** Copied when planned or moved, so that changed settings apply to later meetings, unless a secretary says that they hold here too. */
  readonly deadlines: Deadlines;
  readonly answers: readonly Answer[];
  /** Occasions that have been dealt with, by a prompt or by leaving it out. */
  readonly dealtWith: readonly string[];
  /** Those of them for which a card went out into the thread. */
  readonly prompted: readonly { readonly card: PromptCard; readonly occasion: string }[];
  readonly items: readonly Item[];
  readonly agendaSent: boolean;
  readonly minutes: MinutesPhase;
  readonly commentsUntil: IsoDate | null;
  readonly comments: readonly { readonly person: PersonKey; readonly text: TextRef }[];
  /** Errands others refused, for the secretary's card. */
  readonly refusedErrands: readonly ErrandRefused[];
}
/** Cards replied into the meeting's thread: to members, and to secretaries only. */
export type PromptCard = 'reminder' | 'call' | 'agenda-late' | 'minutes-late' | 'publish-due';

export type MeetingCommand = PlanCommand | AttendanceCommand | AgendaCommand | MinutesCommand;
export type MeetingEvent = PlanEvent | AttendanceEvent | AgendaEvent | MinutesEvent;

export const meeting: Subject<MeetingState, MeetingCommand | NoteErrandRefused, MeetingEvent | ErrandRefused> = {
  initial: (stream) => ({
    kind: 'meeting',
    meeting: stream.slice('meeting/'.length),
    body: '',
    joint: [],
    terms: '',
    phase: 'unplanned',
    start: '',
    end: '',
    place: null,
    link: null,
    extraordinary: false,
    ledBy: null,
    reason: null,
    moves: 0,
    plannedAt: '',
    deadlines: { call: null, items: null, agenda: null, reminder: null, minutes: '' },
    answers: [],
    dealtWith: [],
    prompted: [],
    items: [],
    agendaSent: false,
    minutes: 'none',
    commentsUntil: null,
    comments: [],
    refusedErrands: [],
  }),

  reads: (state, command) =>
    command.type === 'PlanMeeting' ? [command.body, ...command.joint] : state.body === '' ? [] : [state.body, ...state.joint],

  decide: (state, command, around) => {
    if (command.type === 'NoteErrandRefused') return [{ ...command, type: 'ErrandRefused', v: 1 }];
    if (command.type === 'PlanMeeting') return decidePlan(state, command, around);
    if (state.phase === 'unplanned') return { refused: 'no-such-meeting' };
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
        if (state.minutes !== 'none') return { refused: 'minutes-are-out' };
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
    switch (event.type) {
      case 'MeetingPlanned': {
        const { type: _type, v: _v, at, ...planned } = event;
        return { ...state, ...planned, phase: 'planned', plannedAt: at };
      }
      case 'MeetingMoved': {
        const { type: _type, v: _v, ...moved } = event;
        const answers = event.start === state.start && event.end === state.end ? state.answers : [];
        return { ...state, ...moved, answers, moves: state.moves + 1 };
      }
      case 'MeetingCancelled':
        return { ...state, phase: 'cancelled', reason: event.reason, moves: state.moves + 1 };
      case 'LeadChanged':
        return { ...state, ledBy: event.ledBy, reason: event.reason };
      case 'DeadlinesRenewed':
        return { ...state, deadlines: event.deadlines };
      case 'MeetingShown':
        return state;
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
    body: state.body === '' ? null : state.body,
    dueAt: nextDueAt(charter, state),
    waitingOn: [],
    open: state.phase === 'planned' || (state.phase === 'over' && state.items.length > 0 && state.minutes !== 'published'),
  }),
};
