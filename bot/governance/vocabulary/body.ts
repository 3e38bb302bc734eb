import type { BodyId, IsoDate, SeatId, SectorId } from '../charter/charter.ts';
import type { Quarter } from '../time/periods.ts';
import type { AsksPassed, OfADay, PassAsks } from './ask/passing.ts';
import type { Unanswered, UnansweredCommand, UnansweredEvent } from './ask/unanswered.ts';
import type { Item } from './meeting.ts';
import type { AskPortfolio, PortfolioAsked } from './portfolio.ts';
import type { ErrandRefused, NoteErrandRefused } from './refused-errand.ts';
import type { SayStatus, StatusSaid } from './status.ts';
import type { ChannelKey, PersonKey, Stream, TextRef } from './stream.ts';
import type { SayVacancy, Vacancy, VacancySaid } from './vacancy.ts';
import type { CheckYears, YearsChecked } from './year/year.ts';

/** What a body last concluded about its own terms, and of which version. */
export interface Assessment {
  readonly on: IsoDate;
  readonly terms: string;
  readonly revise: boolean;
  readonly text: TextRef;
  readonly person: PersonKey;
}
export type AssessCommand =
  /** By the clock, once a quarter in the last year of each period, and on until it has been done. */
  | { readonly type: 'AskAssessment'; readonly quarter: Quarter }
  /** By a chair, or a secretary, who writes down what the body concluded. */
  | { readonly type: 'AssessTerms'; readonly revise: boolean; readonly text: TextRef };
export type AssessEvent =
  | { readonly type: 'AssessmentAsked'; readonly v: 1; readonly quarter: Quarter }
  | ({ readonly type: 'TermsAssessed'; readonly v: 1 } & Assessment);

/** Somebody in a seat for a time. The deputies stand in for that seat. */
export interface Appointment {
  readonly id: string;
  readonly seat: SeatId;
  readonly person: PersonKey;
  readonly from: IsoDate;
  /** The last day, or null while it runs. */
  readonly until: IsoDate | null;
  readonly deputies: readonly PersonKey[];
}
/** Somebody is away from one day to another, both included; until then their deputies may act. */
export interface Absence {
  readonly person: PersonKey;
  readonly from: IsoDate;
  readonly until: IsoDate;
}
/** An item an earlier meeting did not finish. */
export interface WaitingItem {
  readonly from: Stream;
  readonly item: Item;
}
/** Where a body meets in Teams, who sits in it, and what waits for its next meeting. */
export interface BodyState {
  readonly kind: 'body';
  readonly body: BodyId;
  readonly channel: ChannelKey | null;
  readonly appointments: readonly Appointment[];
  readonly absences: readonly Absence[];
  /** How many cases it has numbered in each year, and those still open. */
  readonly numbered: Readonly<Record<string, number>>;
  readonly cases: readonly { readonly about: Stream; readonly number: string }[];
  readonly waiting: readonly WaitingItem[];
  /** The last quarter in which it was said that the terms have run out. */
  readonly runOutSaid: Quarter | null;
  /** The day of the last check whether its years fall short, and of the last two that found it. */
  readonly yearsChecked: IsoDate | null;
  /** The quarter in which it was last asked to assess its terms, and what it last concluded. */
  readonly assessAsked: Quarter | null;
  readonly assessment: Assessment | null;
  /** The quarter in which it was last asked about the solutions it follows. */
  readonly portfolioAsked: Quarter | null;
  readonly shortSaid: readonly IsoDate[];
  /** The last quarter in which it was said how those under it stand. */
  readonly statusSaid: Quarter | null;
  /** How often a new address of its calendar was asked for; those before it are dead. */
  readonly calendar: number;
  /** Of the secretariat: what nobody answers, in all bodies, and the day on which it was last spoken of. */
  readonly unanswered: readonly Unanswered[];
  readonly unansweredSaid: IsoDate | null;
  /** The list has been empty since it was last spoken of. */
  readonly unansweredOver?: boolean;
  /** The seats with a key of which it was said that they stand empty, and since when. */
  readonly vacanciesSaid: readonly Vacancy[];
  /** Days still to come on which seats change hands or somebody is away, as far as it was known. */
  readonly changesOn: readonly IsoDate[];
  /** Errands others refused, for the secretary's card. */
  readonly refusedErrands: readonly ErrandRefused[];
}
export type BodyCommand =
  /** By the person themselves, or a secretary who was told. */
  | ({ readonly type: 'NoteAbsence' } & Absence)
  /** By errand from a case that is sent, and when it is over. */
  | { readonly type: 'EnterCase'; readonly about: Stream }
  | { readonly type: 'LeaveCase'; readonly about: Stream }
  /** By errand from a meeting: carried over, and taken up by the next. */
  | { readonly type: 'KeepItem'; readonly from: Stream; readonly item: Item }
  | { readonly type: 'ReleaseItem'; readonly item: string }
  /** By the clock, once a quarter while the terms have run out and the body meets in a channel. */
  | { readonly type: 'SayTermsRunOut'; readonly quarter: Quarter }
  | CheckYears
  | SayStatus
  /** By a secretary: whoever has the old address of the body's calendar sees nothing there any more. */
  | { readonly type: 'RenewCalendar' }
  | AssessCommand
  | UnansweredCommand
  | SayVacancy
  | PassAsks
  | AskPortfolio
  /** By errand from the channel. A body meets in one channel; the newest binding stands. */
  | { readonly type: 'MeetInChannel'; readonly channel: ChannelKey }
  | { readonly type: 'LeaveChannel'; readonly channel: ChannelKey }
  /** Administrators and the body's secretaries, for this and what follows. `appointment` is made from the cause. */
  | { readonly type: 'FillSeat'; readonly appointment: string; readonly seat: SeatId; readonly person: PersonKey; readonly from: IsoDate }
  | { readonly type: 'EndAppointment'; readonly appointment: string; readonly until: IsoDate }
  | { readonly type: 'NameDeputy'; readonly appointment: string; readonly deputy: PersonKey }
  | { readonly type: 'RemoveDeputy'; readonly appointment: string; readonly deputy: PersonKey }
  | NoteErrandRefused;
export type BodyEvent =
  | ({ readonly type: 'AbsenceNoted'; readonly v: 1 } & Absence & OfADay)
  /** Errand: the case bears the number. */
  | { readonly type: 'CaseEntered'; readonly v: 1; readonly about: Stream; readonly number: string; readonly year: string }
  | { readonly type: 'CaseLeft'; readonly v: 1; readonly about: Stream }
  | { readonly type: 'ItemKept'; readonly v: 1; readonly from: Stream; readonly item: Item }
  | { readonly type: 'ItemReleased'; readonly v: 1; readonly item: string }
  | { readonly type: 'TermsRunOutSaid'; readonly v: 1; readonly quarter: Quarter; readonly terms: string }
  | YearsChecked
  | StatusSaid
  | { readonly type: 'CalendarRenewed'; readonly v: 1 }
  | AssessEvent
  | UnansweredEvent
  | VacancySaid
  | AsksPassed
  | PortfolioAsked
  | { readonly type: 'ChannelChosen'; readonly v: 1; readonly channel: ChannelKey }
  | { readonly type: 'ChannelLeft'; readonly v: 1; readonly channel: ChannelKey }
  /** Errand where the seat has a sector: the person, or the deputy, belongs to it. */
  | (OfADay & {
      readonly type: 'SeatFilled';
      readonly v: 1;
      readonly appointment: string;
      readonly seat: SeatId;
      readonly person: PersonKey;
      readonly from: IsoDate;
      readonly sector: SectorId | null;
    })
  | ({ readonly type: 'AppointmentEnded'; readonly v: 1; readonly appointment: string; readonly until: IsoDate } & OfADay)
  | {
      readonly type: 'DeputyNamed';
      readonly v: 1;
      readonly appointment: string;
      readonly deputy: PersonKey;
      readonly sector: SectorId | null;
    }
  | { readonly type: 'DeputyRemoved'; readonly v: 1; readonly appointment: string; readonly deputy: PersonKey }
  | ErrandRefused;

export type SeatCommand = Extract<BodyCommand, { type: 'FillSeat' | 'EndAppointment' | 'NameDeputy' | 'RemoveDeputy' }>;
