import type { BodyId, IsoDate, SeatId, SectorId } from '../charter/charter.ts';
import type { Partakers } from '../charter/gathering.ts';
import type { ResultKind } from './case/case.ts';
import type { OccasionText } from './occasion.ts';
import type { ErrandRefused, NoteErrandRefused } from './refused-errand.ts';
import type { IsoInstant, PersonKey, Stream, TextRef } from './stream.ts';

export type ItemKind = 'decision' | 'discussion' | 'information';
/** What became of an item at the meeting. `carried`: not finished, it comes again at the next one. */
export type OutcomeKind = 'decided' | 'rejected' | 'sent-on' | 'sent-back' | 'discussed' | 'noted' | 'carried';

/** An item of an agenda. Its texts stand in the stream it was first proposed in, which a carried-over item keeps. */
export interface Item {
  readonly id: string;
  readonly textsIn: Stream;
  readonly kind: ItemKind;
  readonly title: TextRef;
  /** Each an "at …" sentence. */
  readonly recommendations: readonly TextRef[];
  /** A case number in the authority's record system or ours, where there is one. */
  readonly case: string | null;
  /** The case it is, where it came by errand; the result goes back to it. */
  readonly about: Stream | null;
  /** What the case says that this body may come to; another outcome is refused when it is recorded. Older items do not say it. */
  readonly results?: readonly ResultKind[];
  readonly papers: TextRef | null;
  /** Seen by the body's members only, and never published. */
  readonly closed: boolean;
  readonly by: PersonKey | null;
  /** Proposed after the deadline. */
  readonly late: boolean;
  readonly outcome: { readonly kind: OutcomeKind; readonly text: TextRef | null } | null;
  readonly dissents: readonly { readonly person: PersonKey; readonly text: TextRef | null }[];
}
/** What somebody proposes; the rest of an item follows from who and when. */
export type Proposal = Pick<Item, 'kind' | 'title' | 'recommendations' | 'case' | 'papers' | 'closed'>;

export type AgendaCommand =
  /** Anyone in a seat, and secretaries. After the agenda is out, secretaries only. */
  | { readonly type: 'ProposeItem'; readonly item: string; readonly proposal: Proposal }
  /** By errand from a case that aims at this meeting, and when it no longer does. */
  | {
      readonly type: 'PutOnAgenda';
      readonly item: string;
      readonly about: Stream;
      readonly proposal: Proposal;
      readonly results?: readonly ResultKind[];
    }
  | { readonly type: 'TakeOffAgenda'; readonly about: Stream }
  /** By who proposed it, or a secretary, until the agenda is out. */
  | { readonly type: 'WithdrawItem'; readonly item: string }
  /** By a secretary: every item once, in order. */
  | { readonly type: 'OrderItems'; readonly order: readonly string[] }
  /** By a secretary. Items carried over from earlier meetings are taken along, first. */
  | { readonly type: 'SendAgenda' };
export type AgendaEvent =
  | { readonly type: 'ItemProposed'; readonly v: 1; readonly item: Item }
  | { readonly type: 'ItemWithdrawn'; readonly v: 1; readonly item: string }
  | { readonly type: 'ItemsOrdered'; readonly v: 1; readonly order: readonly string[] }
  /** Errand: the body need not keep it any longer. */
  | { readonly type: 'ItemTakenUp'; readonly v: 1; readonly item: Item }
  | { readonly type: 'AgendaSent'; readonly v: 1 }
  /** Errand: the case hears what it came to. */
  | { readonly type: 'ItemReported'; readonly v: 1; readonly item: string }
  /** Errand: the body keeps it for its next meeting; a case looks for one itself. */
  | { readonly type: 'ItemCarriedOver'; readonly v: 1; readonly item: string };

export type Attendance = 'coming' | 'absent' | 'deputy';
/** What somebody answered, with the seat and sector they answered for; it stands when the seat changes hands. */
export interface AttendanceAnswer {
  readonly person: PersonKey;
  readonly attendance: Attendance;
  readonly deputy: PersonKey | null;
  readonly seat: SeatId;
  readonly sector: SectorId | null;
  /** The secretary who wrote down what reached them outside Teams; null: the person's own press. */
  readonly recordedBy: PersonKey | null;
}
export type AttendanceCommand =
  /** By the person themselves; `deputy` is set when the answer is 'deputy'. */
  | { readonly type: 'AnswerAttendance'; readonly attendance: Attendance; readonly deputy: PersonKey | null }
  /** By a secretary of the body, for what reached them outside Teams. */
  | { readonly type: 'RecordAttendance'; readonly person: PersonKey; readonly attendance: Attendance; readonly deputy: PersonKey | null }
  /** By the clock: a card into the meeting's thread, if it is still needed. */
  | { readonly type: 'Prompt'; readonly card: PromptCard; readonly occasion: OccasionText<'reminder' | 'note'> };
export type AttendanceEvent =
  | ({ readonly type: 'AttendanceAnswered'; readonly v: 1 } & AttendanceAnswer)
  /** Whoever answers before the card is sent is left out of it all the same. */
  | { readonly type: 'Prompted'; readonly v: 1; readonly card: PromptCard; readonly occasion: OccasionText<'reminder' | 'note'> }
  | {
      readonly type: 'PromptLeftOut';
      readonly v: 1;
      readonly occasion: OccasionText<'reminder' | 'note'>;
      readonly why: 'done' | 'too-late';
    };

/** A meeting's deadlines, copied when it is planned or moved. null: the meeting was called too late to have it. */
export interface Deadlines {
  readonly call: IsoDate | null;
  readonly items: IsoDate | null;
  readonly agenda: IsoDate | null;
  readonly reminder: IsoDate | null;
  readonly minutes: IsoDate;
}

export interface WhenAndWhere {
  readonly start: IsoInstant;
  readonly end: IsoInstant;
  readonly place: TextRef | null;
  readonly link: TextRef | null;
}
export type PlanCommand =
  /** By a secretary, or by errand from a year plan its chairs have confirmed. An extraordinary meeting needs notice and a reason. */
  | ({
      readonly type: 'PlanMeeting';
      readonly body: BodyId;
      readonly joint: readonly BodyId[];
      /** One across bodies that this body calls; the model says who takes part. */
      readonly gathering?: string;
      readonly extraordinary: boolean;
      readonly reason: TextRef | null;
    } & WhenAndWhere)
  | ({ readonly type: 'MoveMeeting'; readonly reason: TextRef | null } & WhenAndWhere)
  | { readonly type: 'CancelMeeting'; readonly reason: TextRef | null }
  /** `ledBy` null: a chair again. */
  | { readonly type: 'ChangeLead'; readonly ledBy: PersonKey | null; readonly reason: TextRef | null }
  /** By a secretary, after settings have changed: this meeting is to follow them too. */
  | { readonly type: 'UseSettings' }
  /** By errand when the body moves to another channel, and by the clock when the meeting is near. */
  | { readonly type: 'ShowMeeting' }
  /** By the clock. */
  | { readonly type: 'CloseMeeting' };
export type PlanEvent =
  | ({
      readonly type: 'MeetingPlanned';
      readonly v: 1;
      readonly body: BodyId;
      readonly joint: readonly BodyId[];
      readonly gathering?: string;
      readonly who?: readonly Partakers[];
      readonly showFrom?: IsoDate;
      readonly terms: string;
      readonly extraordinary: boolean;
      readonly reason: TextRef | null;
      readonly deadlines: Deadlines;
      readonly at: IsoInstant;
    } & WhenAndWhere)
  | ({ readonly type: 'MeetingMoved'; readonly v: 1; readonly reason: TextRef; readonly deadlines: Deadlines } & WhenAndWhere)
  | { readonly type: 'MeetingCancelled'; readonly v: 1; readonly reason: TextRef }
  | { readonly type: 'LeadChanged'; readonly v: 1; readonly ledBy: PersonKey | null; readonly reason: TextRef }
  | { readonly type: 'DeadlinesRenewed'; readonly v: 1; readonly deadlines: Deadlines }
  | { readonly type: 'MeetingShown'; readonly v: 1 }
  | { readonly type: 'MeetingOver'; readonly v: 1 };

/** What is said of a meeting once it has been called, whatever phase it is in. */
interface MeetingFacts {
  readonly kind: 'meeting';
  readonly meeting: string;
  readonly body: BodyId;
  /** Bodies that meet together with it; those of them who take part are asked too, each in their own channel. */
  readonly joint: readonly BodyId[];
  /** The gathering across bodies that it is. */
  readonly gathering?: string;
  /** Who takes part, as the model said when it was planned; not written where everyone in the bodies that meet does. */
  readonly who?: readonly Partakers[];
  /** The day its card comes, where it has been planned long before; left out once it stands. Until then the year's card has its date. */
  readonly showFrom?: IsoDate;
  /** Hash of the terms in force when it was planned; it keeps them. */
  readonly terms: string;
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
  readonly answers: readonly AttendanceAnswer[];
  /** Occasions that have been dealt with, by a prompt or by leaving it out. */
  readonly dealtWith: readonly string[];
  /** Those of them for which a card went out into the thread. */
  readonly prompted: readonly { readonly card: PromptCard; readonly occasion: OccasionText<'reminder' | 'note'> }[];
  readonly items: readonly Item[];
  readonly agendaSent: boolean;
  /** Errands others refused, for the secretary's card. */
  readonly refusedErrands: readonly ErrandRefused[];
}
/** Nobody has called it. */
export interface UncalledMeeting {
  readonly kind: 'meeting';
  readonly meeting: string;
  readonly phase: 'none';
}
export interface MeetingWithoutMinutes extends MeetingFacts {
  readonly phase: 'planned' | 'over' | 'cancelled';
  readonly minutes: 'none';
}
/** Its minutes are out: sent, they may be commented on until a day; published, they stand. It is over when the clock has said so. */
export interface MinutedMeeting extends MeetingFacts {
  readonly phase: 'planned' | 'over';
  readonly minutes: 'sent' | 'published';
  readonly commentsUntil: IsoDate;
  readonly comments: readonly { readonly person: PersonKey; readonly text: TextRef }[];
}
export type CalledMeeting = MeetingWithoutMinutes | MinutedMeeting;
export type MeetingState = UncalledMeeting | CalledMeeting;

/** Cards replied into the meeting's thread, to its members. */
export type PromptCard = 'reminder' | 'call';

export type MeetingCommand = PlanCommand | AttendanceCommand | AgendaCommand | MinutesCommand | NoteErrandRefused;
export type MeetingEvent = PlanEvent | AttendanceEvent | AgendaEvent | MinutesEvent | ErrandRefused;

export type MinutesCommand =
  /** By a secretary, once the meeting has begun: what became of an item. */
  | { readonly type: 'RecordOutcome'; readonly item: string; readonly outcome: OutcomeKind; readonly text: TextRef | null }
  /** By a secretary, between sending and publishing: the wording, after a comment, but not what became of the item. */
  | { readonly type: 'CorrectOutcome'; readonly item: string; readonly text: TextRef }
  /** A member's own wish to have it on record that they disagreed, or written down by a secretary. */
  | { readonly type: 'RecordDissent'; readonly item: string; readonly person: PersonKey | null; readonly text: TextRef | null }
  /** By a secretary. Every item must have an outcome. */
  | { readonly type: 'SendMinutes' }
  /** Anyone in a seat, while comments are open. */
  | { readonly type: 'CommentMinutes'; readonly text: TextRef }
  /** By a secretary, when the time for comments has passed. */
  | { readonly type: 'PublishMinutes' };
export type MinutesEvent =
  | { readonly type: 'OutcomeRecorded'; readonly v: 1; readonly item: string; readonly outcome: OutcomeKind; readonly text: TextRef | null }
  | {
      readonly type: 'DissentRecorded';
      readonly v: 1;
      readonly item: string;
      readonly person: PersonKey;
      readonly text: TextRef | null;
      readonly recordedBy: PersonKey | null;
    }
  | { readonly type: 'MinutesSent'; readonly v: 1; readonly commentsUntil: IsoDate }
  | { readonly type: 'MinutesCommented'; readonly v: 1; readonly person: PersonKey; readonly text: TextRef }
  | { readonly type: 'MinutesPublished'; readonly v: 1 };
