import type { BodyId, IsoDate } from '../charter/charter.ts';
import { bodyOf } from '../charter/terms.ts';
import { mayRun } from '../people/roles.ts';
import { nextPortfolioAt, portfolioToAsk } from '../portfolio/quarter.ts';
import { nextStatusAt, statusToSay } from '../status/status-quarter.ts';
import { dateAt } from '../time/calendar.ts';
import type { Appointment, BodyCommand, BodyEvent, BodyState } from '../vocabulary/body.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Around, Subject } from '../vocabulary/subject.ts';
import { checkYears, nextYearCheckAt, yearsAround } from '../year/check.ts';
import { decideAssess, nextAssessAt } from './assess.ts';
import { decidePassing, nextPassingAt, withChange } from './passing.ts';
import { nextRunOutAt, runOutTerms } from './run-out.ts';
import { decideSeats } from './seat-rules.ts';
import { decideUnanswered, evolveUnanswered, nextUnansweredAt } from './unanswered.ts';
import { decideVacancy, nextVacancyAt } from './vacancy.ts';

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
    calendar: 0,
    unanswered: [],
    unansweredSaid: null,
    vacanciesSaid: [],
    changesOn: [],
    ...nothing,
  };
}

export const body: Subject<BodyState, BodyCommand, BodyEvent> = {
  commands: {
    MeetInChannel: true,
    LeaveChannel: true,
    SayTermsRunOut: true,
    CheckYears: true,
    SayStatus: true,
    FillSeat: true,
    EndAppointment: true,
    NameDeputy: true,
    RemoveDeputy: true,
    NoteAbsence: true,
    KeepItem: true,
    ReleaseItem: true,
    EnterCase: true,
    LeaveCase: true,
    AskAssessment: true,
    AssessTerms: true,
    AskPortfolio: true,
    RenewCalendar: true,
    ListUnanswered: true,
    StrikeUnanswered: true,
    SayUnanswered: true,
    SayVacancy: true,
    PassAsks: true,
    NoteErrandRefused: true,
  },

  initial: (stream) => emptyBody(idIn(stream, 'body')),

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
        const later = from > today(around) ? { later: from } : {};
        return known ? [] : [{ type: 'AbsenceNoted', v: 1, person: around.one(person), from, until, ...later }];
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
      case 'RenewCalendar':
        return mayRun(around, state.body) ? [{ type: 'CalendarRenewed', v: 1 }] : { refused: 'only-secretaries' };
      case 'ListUnanswered':
      case 'StrikeUnanswered':
      case 'SayUnanswered':
        return decideUnanswered(state, command, around);
      case 'SayVacancy':
        return decideVacancy(state, command, around);
      case 'PassAsks':
        return decidePassing(state, around);
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
        const appointments = [...state.appointments, { id, seat, person, from, until: null, deputies: [] }];
        return withChange({ ...state, appointments }, event.later);
      }
      case 'AppointmentEnded':
        return withChange(
          change(event.appointment, (was) => ({ ...was, until: event.until })),
          event.later,
        );
      case 'DeputyNamed':
        return change(event.appointment, (was) => ({ ...was, deputies: [...was.deputies, event.deputy] }));
      case 'DeputyRemoved':
        return change(event.appointment, (was) => ({ ...was, deputies: was.deputies.filter((each) => each !== event.deputy) }));
      case 'AbsenceNoted': {
        const { person, from, until } = event;
        const running = state.absences.filter((each) => each.until >= from);
        return withChange({ ...state, absences: [...running, { person, from, until }] }, event.later);
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
      case 'CalendarRenewed':
        return { ...state, calendar: state.calendar + 1 };
      case 'UnansweredListed':
      case 'UnansweredStruck':
      case 'UnansweredSaid':
        return evolveUnanswered(state, event);
      case 'VacancySaid': {
        const said = event.seats.map((seat) => ({ seat, since: event.since }));
        return { ...state, vacanciesSaid: [...state.vacanciesSaid, ...said] };
      }
      case 'AsksPassed':
        return { ...state, changesOn: state.changesOn.filter((day) => day > event.on) };
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state, charter) => {
    const next = [
      nextRunOutAt,
      nextYearCheckAt,
      nextAssessAt,
      nextPortfolioAt,
      nextStatusAt,
      nextUnansweredAt,
      nextVacancyAt,
      nextPassingAt,
    ];
    const times = next.map((of) => of(charter, state)).filter((at) => at !== null);
    return { kind: 'body', body: state.body, dueAt: times.length === 0 ? null : Math.min(...times), waitingOn: [], open: true };
  },
};

function today(around: Around): IsoDate {
  return dateAt(around.charter, around.now);
}
