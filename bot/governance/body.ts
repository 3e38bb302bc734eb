import type { Item } from './agenda.ts';
import { type AssessCommand, type AssessEvent, type Assessment, decideAssess, nextAssessAt } from './assess.ts';
import { dateAt } from './calendar.ts';
import type { BodyId, IsoDate, SeatId, SectorId } from './charter.ts';
import type { Around, ChannelKey, ErrandRefused, NoteErrandRefused, PersonKey, Stream, Subject } from './model.ts';
import { type AskPortfolio, nextPortfolioAt, type PortfolioAsked, portfolioToAsk } from './portfolio-quarter.ts';
import { mayRun } from './roles.ts';
import { nextRunOutAt, type Quarter, runOutTerms } from './run-out.ts';
import { decideSeats } from './seat-rules.ts';
import { nextStatusAt, type SayStatus, type StatusSaid, statusToSay } from './status-quarter.ts';
import { bodyOf } from './terms.ts';
import { type CheckYears, checkYears, nextYearCheckAt, type YearsChecked, yearsAround } from './year-check.ts';

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
  | AssessCommand
  | AskPortfolio
  /** By errand from the channel. A body meets in one channel; the newest binding stands. */
  | { readonly type: 'MeetInChannel'; readonly channel: ChannelKey }
  | { readonly type: 'LeaveChannel'; readonly channel: ChannelKey }
  /** Administrators and the body's secretaries, for this and what follows. `appointment` is made from the cause. */
  | { readonly type: 'FillSeat'; readonly appointment: string; readonly seat: SeatId; readonly person: PersonKey; readonly from: IsoDate }
  | { readonly type: 'EndAppointment'; readonly appointment: string; readonly until: IsoDate }
  | { readonly type: 'NameDeputy'; readonly appointment: string; readonly deputy: PersonKey }
  | { readonly type: 'RemoveDeputy'; readonly appointment: string; readonly deputy: PersonKey };
export type BodyEvent =
  | ({ readonly type: 'AbsenceNoted'; readonly v: 1 } & Absence)
  /** Errand: the case bears the number. */
  | { readonly type: 'CaseEntered'; readonly v: 1; readonly about: Stream; readonly number: string; readonly year: string }
  | { readonly type: 'CaseLeft'; readonly v: 1; readonly about: Stream }
  | { readonly type: 'ItemKept'; readonly v: 1; readonly from: Stream; readonly item: Item }
  | { readonly type: 'ItemReleased'; readonly v: 1; readonly item: string }
  | { readonly type: 'TermsRunOutSaid'; readonly v: 1; readonly quarter: Quarter; readonly terms: string }
  | YearsChecked
  | StatusSaid
  | AssessEvent
  | PortfolioAsked
  | { readonly type: 'ChannelChosen'; readonly v: 1; readonly channel: ChannelKey }
  | { readonly type: 'ChannelLeft'; readonly v: 1; readonly channel: ChannelKey }
  /** Errand where the seat has a sector: the person, or the deputy, belongs to it. */
  | {
      readonly type: 'SeatFilled';
      readonly v: 1;
      readonly appointment: string;
      readonly seat: SeatId;
      readonly person: PersonKey;
      readonly from: IsoDate;
      readonly sector: SectorId | null;
    }
  | { readonly type: 'AppointmentEnded'; readonly v: 1; readonly appointment: string; readonly until: IsoDate }
  | {
      readonly type: 'DeputyNamed';
      readonly v: 1;
      readonly appointment: string;
      readonly deputy: PersonKey;
      readonly sector: SectorId | null;
    }
  | { readonly type: 'DeputyRemoved'; readonly v: 1; readonly appointment: string; readonly deputy: PersonKey };

export function emptyBody(body: BodyId): BodyState {
  const nothing = { appointments: [], absences: [], numbered: {}, cases: [], waiting: [], refusedErrands: [] };
  return {
    kind: 'body',
    body,
    channel: null,
    runOutSaid: null,
    assessAsked: null,
    assessment: null,
    yearsChecked: null,
    portfolioAsked: null,
    shortSaid: [],
    statusSaid: null,
    ...nothing,
  };
}

export const body: Subject<BodyState, BodyCommand | NoteErrandRefused, BodyEvent | ErrandRefused> = {
  initial: (stream) => emptyBody(stream.slice('body/'.length)),

  reads: (state) => [state.body],

  years: (state, command) => (command.type === 'CheckYears' ? yearsAround(command.day).map((year) => ({ body: state.body, year })) : []),

  decide: (state, command, around) => {
    switch (command.type) {
      case 'MeetInChannel':
        return state.channel === command.channel ? [] : [{ type: 'ChannelChosen', v: 1, channel: command.channel }];
      case 'LeaveChannel':
        return state.channel === command.channel ? [{ type: 'ChannelLeft', v: 1, channel: command.channel }] : [];
      case 'NoteAbsence': {
        const { person, from, until } = command;
        const own = around.by.kind === 'person' && around.one(person) === around.by.person;
        if (!own && !mayRun(around, state.body)) return { refused: 'only-secretaries' };
        if (until < from) return { refused: 'ends-before-it-starts' };
        const known = state.absences.some((each) => each.person === around.one(person) && each.from === from && each.until === until);
        return known ? [] : [{ type: 'AbsenceNoted', v: 1, person: around.one(person), from, until }];
      }
      case 'EnterCase': {
        if (state.cases.some((each) => each.about === command.about)) return [];
        const year = today(around).slice(0, 4);
        const next = String((state.numbered[year] ?? 0) + 1).padStart(2, '0');
        const short = bodyOf(around.charter, state.body)?.aliases[0] ?? state.body;
        return [{ type: 'CaseEntered', v: 1, about: command.about, number: `${short.toUpperCase()} ${year}-${next}`, year }];
      }
      case 'LeaveCase':
        return state.cases.some((each) => each.about === command.about) ? [{ type: 'CaseLeft', v: 1, about: command.about }] : [];
      case 'KeepItem':
        if (state.waiting.some((each) => each.item.id === command.item.id)) return [];
        return [{ type: 'ItemKept', v: 1, from: command.from, item: command.item }];
      case 'ReleaseItem':
        return state.waiting.some((each) => each.item.id === command.item) ? [{ type: 'ItemReleased', v: 1, item: command.item }] : [];
      case 'SayTermsRunOut': {
        const terms = state.channel === null ? null : runOutTerms(around.charter, state, today(around));
        const said = state.runOutSaid !== null && state.runOutSaid >= command.quarter;
        return terms === null || said ? [] : [{ type: 'TermsRunOutSaid', v: 1, quarter: command.quarter, terms: terms.hash }];
      }
      case 'CheckYears':
        return checkYears(state, command, around);
      case 'AskAssessment':
      case 'AssessTerms':
        return decideAssess(state, command, around);
      case 'AskPortfolio': {
        const asked = portfolioToAsk(around.charter, state, around.now);
        return asked === command.quarter ? [{ type: 'PortfolioAsked', v: 1, quarter: asked }] : [];
      }
      case 'SayStatus': {
        const quarter = statusToSay(around.charter, state, around.now);
        return quarter === command.quarter ? [{ type: 'StatusSaid', v: 1, quarter }] : [];
      }
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
      case 'FillSeat':
      case 'EndAppointment':
      case 'NameDeputy':
      case 'RemoveDeputy':
        return mayRun(around, state.body) ? decideSeats(state, command, around) : { refused: 'only-secretaries' };
    }
  },

  evolve: (state, event) => {
    const change = (id: string, to: (was: Appointment) => Appointment) => ({
      ...state,
      appointments: state.appointments.map((each) => (each.id === id ? to(each) : each)),
    });
    switch (event.type) {
      case 'ChannelChosen':
        return { ...state, channel: event.channel };
      case 'ChannelLeft':
        return { ...state, channel: null };
      case 'SeatFilled': {
        const { appointment: id, seat, person, from } = event;
        return { ...state, appointments: [...state.appointments, { id, seat, person, from, until: null, deputies: [] }] };
      }
      case 'AppointmentEnded':
        return change(event.appointment, (was) => ({ ...was, until: event.until }));
      case 'DeputyNamed':
        return change(event.appointment, (was) => ({ ...was, deputies: [...was.deputies, event.deputy] }));
      case 'DeputyRemoved':
        return change(event.appointment, (was) => ({ ...was, deputies: was.deputies.filter((each) => each !== event.deputy) }));
      case 'AbsenceNoted': {
        const { person, from, until } = event;
        const running = state.absences.filter((each) => each.until >= from);
        return { ...state, absences: [...running, { person, from, until }] };
      }
      case 'CaseEntered': {
        const { about, number, year } = event;
        const numbered = { ...state.numbered, [year]: (state.numbered[year] ?? 0) + 1 };
        return { ...state, numbered, cases: [...state.cases, { about, number }] };
      }
      case 'CaseLeft':
        return { ...state, cases: state.cases.filter((each) => each.about !== event.about) };
      case 'ItemKept':
        return { ...state, waiting: [...state.waiting, { from: event.from, item: event.item }] };
      case 'ItemReleased':
        return { ...state, waiting: state.waiting.filter((each) => each.item.id !== event.item) };
      case 'TermsRunOutSaid':
        return { ...state, runOutSaid: event.quarter };
      case 'AssessmentAsked':
        return { ...state, assessAsked: event.quarter };
      case 'TermsAssessed': {
        const { on, terms, revise, text, person } = event;
        return { ...state, assessment: { on, terms, revise, text, person } };
      }
      case 'PortfolioAsked':
        return { ...state, portfolioAsked: event.quarter };
      case 'StatusSaid':
        return { ...state, statusSaid: event.quarter };
      case 'YearsChecked':
        return {
          ...state,
          yearsChecked: event.day,
          shortSaid: event.short.length > 0 ? [...state.shortSaid, event.day].slice(-2) : state.shortSaid,
        };
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state, charter) => {
    const next = [nextRunOutAt, nextYearCheckAt, nextAssessAt, nextPortfolioAt, nextStatusAt].map((of) => of(charter, state));
    const times = next.filter((at) => at !== null);
    return { kind: 'body', body: state.body, dueAt: times.length === 0 ? null : Math.min(...times), waitingOn: [], open: true };
  },
};

function today(around: Around): IsoDate {
  return dateAt(around.charter, around.now);
}
