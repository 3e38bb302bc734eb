import { Temporal } from 'temporal-polyfill';
import { missing, seatToAnswerFor } from './attendance.ts';
import { dateAt } from './calendar.ts';
import type { BodyId, SeatId, SectorId } from './charter.ts';
import type { Around, IsoInstant, PersonKey, Subject, TextRef } from './model.ts';
import type { Refusal } from './refusal.ts';
import { nextDueAt } from './reminder.ts';
import { mayRun } from './roles.ts';
import { bodyOf, termsInForce } from './terms.ts';

export type Attendance = 'coming' | 'absent' | 'deputy';
/** What somebody answered, with the seat and sector they answered for; it stands when the seat changes hands. */
export interface Answer {
  readonly person: PersonKey;
  readonly attendance: Attendance;
  readonly deputy: PersonKey | null;
  readonly seat: SeatId;
  readonly sector: SectorId | null;
  /** The secretary who wrote down what reached them outside Teams; null: the person's own press. */
  readonly recordedBy: PersonKey | null;
}
export interface MeetingState {
  readonly kind: 'meeting';
  readonly meeting: string;
  readonly body: BodyId;
  /** Hash of the terms in force when it was planned; it keeps them. */
  readonly terms: string;
  readonly phase: 'unplanned' | 'planned' | 'over';
  readonly start: IsoInstant;
  readonly end: IsoInstant;
  readonly place: TextRef | null;
  readonly link: TextRef | null;
  readonly plannedAt: IsoInstant;
  /** Copied from the body's settings when planned, so that later changes apply to later meetings. */
  readonly remindWorkingDays: number;
  readonly answers: readonly Answer[];
  /** Occasions that have been dealt with, by a reminder or by leaving it out. */
  readonly reminded: readonly string[];
  /** Those of them for which a reminder went out. */
  readonly reminders: readonly string[];
}
export type MeetingCommand =
  | {
      readonly type: 'PlanMeeting';
      readonly body: BodyId;
      readonly start: IsoInstant;
      readonly end: IsoInstant;
      readonly place: TextRef | null;
      readonly link: TextRef | null;
    }
  /** By the person themselves; `deputy` is set when the answer is 'deputy'. */
  | { readonly type: 'AnswerAttendance'; readonly attendance: Attendance; readonly deputy: PersonKey | null }
  /** By a secretary of the body, for what reached them outside Teams. */
  | { readonly type: 'RecordAttendance'; readonly person: PersonKey; readonly attendance: Attendance; readonly deputy: PersonKey | null }
  /** By the clock. */
  | { readonly type: 'RemindAttendance'; readonly occasion: string }
  | { readonly type: 'CloseMeeting' }
  /** By errand when the body moves to another channel. */
  | { readonly type: 'ShowMeeting' };
export type MeetingEvent =
  | {
      readonly type: 'MeetingPlanned';
      readonly v: 1;
      readonly body: BodyId;
      readonly terms: string;
      readonly start: IsoInstant;
      readonly end: IsoInstant;
      readonly place: TextRef | null;
      readonly link: TextRef | null;
      readonly at: IsoInstant;
      readonly remindWorkingDays: number;
    }
  | ({ readonly type: 'AttendanceAnswered'; readonly v: 1 } & Answer)
  /** `missing` at that moment; whoever answers before the card is sent is left out of it all the same. */
  | { readonly type: 'AttendanceReminded'; readonly v: 1; readonly occasion: string; readonly missing: readonly PersonKey[] }
  | { readonly type: 'ReminderLeftOut'; readonly v: 1; readonly occasion: string; readonly why: 'all-answered' | 'too-late' }
  | { readonly type: 'MeetingShown'; readonly v: 1 }
  | { readonly type: 'MeetingOver'; readonly v: 1 };

export const meeting: Subject<MeetingState, MeetingCommand, MeetingEvent> = {
  initial: (stream) => ({
    kind: 'meeting',
    meeting: stream.slice('meeting/'.length),
    body: '',
    terms: '',
    phase: 'unplanned',
    start: '',
    end: '',
    place: null,
    link: null,
    plannedAt: '',
    remindWorkingDays: 0,
    answers: [],
    reminded: [],
    reminders: [],
  }),

  reads: (state, command) => [command.type === 'PlanMeeting' ? command.body : state.body],

  decide: (state, command, around) => {
    if (command.type === 'PlanMeeting') return state.phase === 'unplanned' ? plan(command, around) : [];
    if (state.phase === 'unplanned') return { refused: 'no-such-meeting' };
    const over = state.phase === 'over' || Temporal.Instant.compare(around.now, state.end) >= 0;
    switch (command.type) {
      case 'AnswerAttendance':
        if (over) return { refused: 'meeting-is-over' };
        if (around.by.kind !== 'person') return { refused: 'only-seat-holders' };
        return answer(state, around.by.person, command.attendance, command.deputy, null, around);
      case 'RecordAttendance':
        if (!mayRun(around, state.body)) return { refused: 'only-secretaries' };
        return answer(
          state,
          command.person,
          command.attendance,
          command.deputy,
          around.by.kind === 'person' ? around.by.person : null,
          around,
        );
      case 'RemindAttendance': {
        const { occasion } = command;
        if (state.reminded.includes(occasion) || state.phase === 'over') return [];
        if (Temporal.Instant.compare(around.now, state.start) >= 0) return [{ type: 'ReminderLeftOut', v: 1, occasion, why: 'too-late' }];
        const silent = missing(around.charter, around.body(state.body), state, around.one);
        if (silent.length === 0) return [{ type: 'ReminderLeftOut', v: 1, occasion, why: 'all-answered' }];
        return [{ type: 'AttendanceReminded', v: 1, occasion, missing: silent }];
      }
      case 'CloseMeeting':
        return over && state.phase !== 'over' ? [{ type: 'MeetingOver', v: 1 }] : [];
      case 'ShowMeeting':
        return over ? [] : [{ type: 'MeetingShown', v: 1 }];
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'MeetingPlanned': {
        const { type: _type, v: _v, at, ...planned } = event;
        return { ...state, ...planned, phase: 'planned', plannedAt: at };
      }
      case 'AttendanceAnswered': {
        const { type: _type, v: _v, ...given } = event;
        return { ...state, answers: [...state.answers.filter((each) => each.person !== given.person), given] };
      }
      case 'AttendanceReminded':
        return { ...state, reminded: [...state.reminded, event.occasion], reminders: [...state.reminders, event.occasion] };
      case 'ReminderLeftOut':
        return { ...state, reminded: [...state.reminded, event.occasion] };
      case 'MeetingShown':
        return state;
      case 'MeetingOver':
        return { ...state, phase: 'over' };
    }
  },

  index: (state, charter) => ({
    kind: 'meeting',
    body: state.body === '' ? null : state.body,
    dueAt: state.phase === 'planned' ? nextDueAt(charter, state).epochMilliseconds : null,
    waitingOn: [],
    open: state.phase === 'planned',
  }),
};

function plan(command: Extract<MeetingCommand, { type: 'PlanMeeting' }>, around: Around): readonly MeetingEvent[] | Refusal {
  const { body, start, end, place, link } = command;
  const known = bodyOf(around.charter, body);
  if (!known || known.outside) return { refused: 'not-in-model', what: 'body' };
  if (!mayRun(around, body)) return { refused: 'only-secretaries' };
  if (Temporal.Instant.compare(end, start) <= 0) return { refused: 'ends-before-it-starts' };
  if (Temporal.Instant.compare(start, around.now) <= 0) return { refused: 'meeting-in-the-past' };
  if (!place && !link) return { refused: 'missing', field: 'place' };
  const terms = termsInForce(around.charter, body, dateAt(around.charter, Temporal.Instant.from(start)))?.hash ?? '';
  const { remindWorkingDays } = around.charter.collaboration.defaults;
  return [{ type: 'MeetingPlanned', v: 1, body, terms, start, end, place, link, at: around.now.toString(), remindWorkingDays }];
}

function answer(
  state: MeetingState,
  about: PersonKey,
  attendance: Attendance,
  named: PersonKey | null,
  recordedBy: PersonKey | null,
  around: Around,
): readonly MeetingEvent[] | Refusal {
  const person = around.one(about);
  const holding = seatToAnswerFor(around.charter, around.body(state.body), state, person, around.now, around.one);
  if (!holding) return { refused: 'only-seat-holders' };
  const deputy = attendance === 'deputy' && named ? around.one(named) : null;
  if (attendance === 'deputy' && !deputy) return { refused: 'missing', field: 'deputy' };
  if (deputy === person) return { refused: 'deputy-is-yourself' };
  const was = state.answers.find((each) => each.person === person);
  if (was && was.attendance === attendance && was.deputy === deputy && was.recordedBy === recordedBy) return [];
  const sector = holding.seat.sector ?? around.sectorOf(person);
  return [{ type: 'AttendanceAnswered', v: 1, person, attendance, deputy, seat: holding.seat.id, sector, recordedBy }];
}
