import { Temporal } from 'temporal-polyfill';
import { mayRun } from '../people/roles.ts';
import { dateAt } from '../time/calendar.ts';
import type { Attendance, AttendanceCommand, AttendanceEvent, CalledMeeting, PromptCard } from '../vocabulary/meeting.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { notTheirs } from './agenda.ts';
import { seatToAnswerFor, unansweredAt } from './attendance.ts';

export function decideAttendance(state: CalledMeeting, command: AttendanceCommand, around: Around): readonly AttendanceEvent[] | Refusal {
  switch (command.type) {
    case 'AnswerAttendance':
      if (state.phase === 'over' || state.minutes !== 'none' || Temporal.Instant.compare(around.now, state.end) >= 0)
        return { refused: 'meeting-is-over' };
      if (around.by.kind !== 'person') return { refused: 'only-seat-holders' };
      return answer(state, around.by.person, command, null, around);
    case 'RecordAttendance':
      if (!mayRun(around, state.body)) return { refused: 'only-secretaries' };
      return answer(state, command.person, command, around.by.kind === 'person' ? around.by.person : null, around);
    case 'Prompt': {
      const { card, occasion } = command;
      if (state.dealtWith.includes(occasion)) return [];
      const begun = Temporal.Instant.compare(around.now, state.start) >= 0;
      const beforehand = card === 'reminder' || card === 'call';
      if (beforehand && begun) return [{ type: 'PromptLeftOut', v: 1, occasion, why: 'too-late' }];
      return isDone(state, card, around)
        ? [{ type: 'PromptLeftOut', v: 1, occasion, why: 'done' }]
        : [{ type: 'Prompted', v: 1, card, occasion }];
    }
  }
}

function isDone(state: CalledMeeting, card: PromptCard, around: Around): boolean {
  switch (card) {
    case 'reminder':
      return unansweredAt(around.charter, bodiesOf(state, around), state, around.one).length === 0;
    case 'call': {
      const { items } = state.deadlines;
      return state.agendaSent || (items !== null && dateAt(around.charter, around.now) > items);
    }
  }
}

function answer(
  state: CalledMeeting,
  about: PersonKey,
  given: { readonly attendance: Attendance; readonly deputy: PersonKey | null },
  recordedBy: PersonKey | null,
  around: Around,
): readonly AttendanceEvent[] | Refusal {
  const person = around.one(about);
  const { attendance } = given;
  const holding = seatToAnswerFor(around.charter, bodiesOf(state, around), state, person, around.now, around.one);
  if (!holding) return notTheirs(state, person, around);
  const deputy = attendance === 'deputy' && given.deputy ? around.one(given.deputy) : null;
  if (attendance === 'deputy' && !deputy) return { refused: 'missing', field: 'deputy' };
  if (deputy === person) return { refused: 'deputy-is-yourself' };
  const was = state.answers.find((each) => each.person === person);
  if (was && was.attendance === attendance && was.deputy === deputy && was.recordedBy === recordedBy) return [];
  const sector = holding.seat.sector ?? around.sectorOf(person);
  return [{ type: 'AttendanceAnswered', v: 1, person, attendance, deputy, seat: holding.seat.id, sector, recordedBy }];
}

function bodiesOf(state: CalledMeeting, around: Around) {
  return [state.body, ...state.joint].map((id) => around.body(id));
}
