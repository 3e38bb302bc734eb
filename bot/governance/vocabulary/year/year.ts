import type { BodyId, ClauseId, IsoDate } from '../../charter/charter.ts';
import type { Partakers } from '../../charter/gathering.ts';
import type { OccasionText, What } from '../occasion.ts';
import type { ErrandRefused, NoteErrandRefused } from '../refused-errand.ts';
import type { IsoInstant, PersonKey } from '../stream.ts';
import type { Turn } from '../turn.ts';

/** What a check of a body's years found. */
export type YearShort = Pick<Shortfall, 'year' | 'gathering' | 'how' | 'has' | 'owes'>;

/** By the clock, on the first working day of each quarter and of the day by which the next year is planned. */
export interface CheckYears {
  readonly type: 'CheckYears';
  readonly day: IsoDate;
}
/** `short` is empty where nothing is missing, and on the first check: a body that has just begun to meet here has until the next. */
export interface YearsChecked {
  readonly type: 'YearsChecked';
  readonly v: 1;
  readonly day: IsoDate;
  readonly short: readonly YearShort[];
}

export interface PlannedDate extends YearMeeting {
  /** Stable over proposals, moves and cancelling: a calendar's UID. */
  readonly uid: string;
  /** Planned by itself, and not by this plan. */
  readonly beside: boolean;
  /** Who takes part, as its meeting says; left out where it has none, or everyone in the bodies that meet does. */
  readonly who?: readonly Partakers[];
}

/** What a body owes in a year. `setting`: the terms state no cadence, and ours stands in; shown as ours. */
export interface Owed {
  readonly by: 'terms' | 'setting' | 'nothing';
  /** Below this the year falls short of the terms. */
  readonly least: number;
  readonly most: number | null;
  /** As many as a proposal lays out: the least, and in a year begun late what the rest of it has room for. */
  readonly propose: number;
  /** In a whole year; gaps follow from it. */
  readonly yearly: number;
  readonly about: boolean;
  readonly asNeeded: boolean;
  readonly clause: ClauseId | null;
  /** The stated end of the terms has passed and nothing has replaced them. */
  readonly ranOut: boolean;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** The last day for the first meeting of all, where the terms name its month and it lies in this year. */
  readonly firstBy: { readonly date: IsoDate; readonly clause: ClauseId } | null;
}

/** `fell-short`: the year is over. `too-few-planned`: it is not, but by now the meetings should stand. */
export interface Shortfall {
  readonly body: BodyId;
  readonly gathering: string | null;
  readonly year: number;
  readonly how: 'fell-short' | 'too-few-planned';
  readonly has: number;
  readonly owes: number;
  readonly by: Owed['by'];
  readonly clause: ClauseId | null;
  readonly ranOut: boolean;
}

/** A prompt about a proposed year: the chairs who have not confirmed it, by name; or the secretariat. */
export type YearPrompt = What<'year-note'>;

/** A date of a body's year. It keeps its id, and its place in people's calendars, however often it is moved. */
export interface YearMeeting {
  readonly id: string;
  /** One across bodies that this body calls. */
  readonly gathering: string | null;
  readonly date: string;
  readonly time: string;
  /** Elapsed minutes, also where the clocks change meanwhile. */
  readonly minutes: number;
  /** Bodies that take part as a whole, besides the one that calls it. */
  readonly joint: readonly BodyId[];
  /** Nobody has to be anywhere. */
  readonly online: boolean;
  /** Bumped whenever it is moved or taken out: a calendar's SEQUENCE. */
  readonly revision: number;
  readonly cancelled: boolean;
}
export type GivenDate = Pick<YearMeeting, 'id' | 'gathering' | 'date' | 'time' | 'minutes' | 'joint' | 'online'>;

/** `elsewhere`: the dates are set by others, and the bot plans around them. */
export type YearPhase = 'empty' | 'proposed' | 'confirmed' | 'elsewhere';
export interface YearState {
  readonly kind: 'year';
  readonly body: BodyId;
  readonly year: number;
  readonly phase: YearPhase;
  /** Bumped by everything that changes dates, so that a chair confirms what they saw. */
  readonly edition: number;
  /** Since when the chairs have been asked to confirm these dates. */
  readonly askedAt: IsoInstant;
  /** In order of date. */
  readonly meetings: readonly YearMeeting[];
  readonly turns: readonly Turn<'confirmed'>[];
  /** Whose confirmation was waited for when the plan last changed. */
  readonly waitingOn: readonly PersonKey[];
  readonly refusedErrands: readonly ErrandRefused[];
}

export type YearCommand =
  /** By a secretary. A plan not yet confirmed is replaced; keys turned for it fall. */
  | { readonly type: 'ProposeYear'; readonly meetings: readonly GivenDate[] }
  /** By a secretary, until it is confirmed. `to` null takes the meeting out; an id not in the plan adds one. */
  | {
      readonly type: 'AdjustMeeting';
      readonly meeting: string;
      readonly to: Pick<YearMeeting, 'date' | 'time' | 'minutes'> | null;
    }
  /** By each chair who holds a key; `seen` is the edition their card showed. Where the terms give no keys, by a secretary. */
  | { readonly type: 'ConfirmYear'; readonly seen: number }
  /** By the operator or a secretary, for dates that others set. The newest list counts. */
  | { readonly type: 'SetElsewhere'; readonly meetings: readonly GivenDate[] }
  /** By an errand: one of its meetings was moved or cancelled. */
  | { readonly type: 'ShowYear' }
  | NoteErrandRefused;
export type YearEvent =
  | {
      readonly type: 'YearProposed';
      readonly v: 2;
      readonly meetings: readonly YearMeeting[];
      readonly asked: readonly PersonKey[];
      readonly at: IsoInstant;
    }
  | {
      readonly type: 'YearAdjusted';
      readonly v: 2;
      readonly meeting: YearMeeting;
      readonly asked: readonly PersonKey[];
      readonly at: IsoInstant;
    }
  | ({ readonly type: 'YearKeyTurned'; readonly v: 1; readonly edition: number; readonly asked: readonly PersonKey[] } & Turn<'confirmed'>)
  /** Errand for each date still to come: the meeting is planned. */
  | { readonly type: 'YearConfirmed'; readonly v: 1; readonly meetings: readonly MeetingToPlan[] }
  | { readonly type: 'YearSetElsewhere'; readonly v: 2; readonly meetings: readonly YearMeeting[] }
  /** Its card is drawn again. */
  | { readonly type: 'YearShown'; readonly v: 1 }
  | { readonly type: 'YearPrompted'; readonly v: 1; readonly prompt: YearPrompt; readonly occasion: OccasionText<'year-note'> }
  | ErrandRefused;
export interface MeetingToPlan {
  readonly id: string;
  readonly start: IsoInstant;
  readonly end: IsoInstant;
  /** Bodies that take part as a whole, besides the one that calls it. */
  readonly joint: readonly BodyId[];
  /** Left out: one of the body's own. */
  readonly gathering?: string;
}
