import type { BodyId, SeatId, SectorId } from './charter.ts';
import type { IsoInstant, PersonKey, TextRef } from './model.ts';

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
  /** Occasions a reminder has gone out for. */
  readonly reminded: readonly string[];
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
