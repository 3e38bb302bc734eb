import { Temporal } from 'temporal-polyfill';
import { dateAt, mayPrompt, promptOn, workingDaysBefore } from './calendar.ts';
import type { Charter } from './charter.ts';
import type { MeetingState } from './meeting.ts';
import type { Command, State } from './model.ts';

/** Something that is due: the command, and the occasion that names it, so that late or twice is the same occurrence. */
export interface Due {
  readonly occasion: string;
  readonly command: Command;
}

/** What a stream is due to be told by now. Late, twice or on two machines gives the same answer. */
export function dueNow(charter: Charter, state: State, now: Temporal.Instant): readonly Due[] {
  switch (state.kind) {
    case 'meeting':
      return meetingDue(charter, state, now);
    case 'charter':
    case 'persons':
    case 'anchor':
    case 'channel':
    case 'body':
      return [];
  }
}

/** When this meeting is next due to be looked at. */
export function nextDueAt(charter: Charter, meeting: MeetingState): Temporal.Instant {
  return reminder(charter, meeting)?.at ?? Temporal.Instant.from(meeting.end);
}

function meetingDue(charter: Charter, meeting: MeetingState, now: Temporal.Instant): readonly Due[] {
  if (meeting.phase !== 'planned') return [];
  const next = reminder(charter, meeting);
  const started = Temporal.Instant.compare(now, meeting.start) >= 0;
  const remind = next && Temporal.Instant.compare(now, next.at) >= 0 && (started || mayPrompt(charter, now));
  return [
    ...(remind ? [{ occasion: next.occasion, command: { type: 'RemindAttendance', occasion: next.occasion } as const }] : []),
    ...(Temporal.Instant.compare(now, meeting.end) >= 0 ? [{ occasion: 'over', command: { type: 'CloseMeeting' } as const }] : []),
  ];
}

/** The reminder still to come: some working days before. A meeting planned after that moment has none; its standing card is new enough. */
function reminder(charter: Charter, meeting: MeetingState): { readonly occasion: string; readonly at: Temporal.Instant } | null {
  const day = workingDaysBefore(charter, dateAt(charter, Temporal.Instant.from(meeting.start)), meeting.remindWorkingDays);
  const at = promptOn(charter, day);
  const occasion = `reminder-${day}`;
  const none = meeting.reminded.includes(occasion) || Temporal.Instant.compare(at, meeting.plannedAt) <= 0;
  return none ? null : { occasion, at };
}
