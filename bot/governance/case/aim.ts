import type { Charter } from '../charter/charter.ts';
import { mayRun, seatsHeld } from '../people/roles.ts';
import { dateAt } from '../time/calendar.ts';
import type { Aim, CaseFacts, RaisedCase, WrittenProcedure } from '../vocabulary/case/case.ts';
import type { AimCommand, AimEvent } from '../vocabulary/case/events.ts';
import type { CalledMeeting } from '../vocabulary/meeting.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { PersonKey, Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { gateIsMissing } from './gate.ts';
import { resultsOf } from './outcome.ts';
import { endedInWriting, factsOf, writtenIn } from './phases.ts';

/** The earliest meeting whose papers can still be in time, and whose agenda has not gone out. */
function aimFor(charter: Charter, meetings: readonly CalledMeeting[], now: Around['now']): Aim | null {
  const today = dateAt(charter, now);
  const reachable = meetings
    .filter((each) => each.phase === 'planned' && !each.agendaSent && Date.parse(each.start) > now.epochMilliseconds)
    .filter((each) => each.extraordinary || (each.deadlines.items !== null && each.deadlines.items >= today))
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start))[0];
  if (!reachable) return null;
  const meeting: Stream = streamOf('meeting', reachable.meeting);
  return { meeting, start: reachable.start, papersBy: reachable.deadlines.items };
}

export function decideAim(state: RaisedCase, command: AimCommand, around: Around): readonly AimEvent[] | Refusal {
  const by = around.by.kind === 'person' ? around.by.person : null;
  const today = dateAt(around.charter, around.now);
  switch (command.type) {
    case 'AimCase': {
      // Its number goes with it onto the agenda and into the minutes.
      if (state.number === null) return [];
      if (state.phase !== 'waiting' || (approvedInWriting(state, around) && state.aim === null)) return [];
      const meetings = around.meetings(state.at);
      const results = resultsOf(state, around);
      const now = state.aim && meetings.find((each) => streamOf('meeting', each.meeting) === state.aim?.meeting);
      if (
        now &&
        state.aim &&
        Date.parse(now.start) > around.now.epochMilliseconds &&
        now.items.some((item) => item.about === streamOf('case', state.case))
      ) {
        const aim: Aim = { meeting: state.aim.meeting, start: now.start, papersBy: now.deadlines.items };
        return now.start === state.aim.start ? [] : [{ type: 'CaseAimed', v: 1, body: state.at, aim, results }];
      }
      const aim = aimFor(around.charter, meetings, around.now);
      if (aim === null)
        return state.aim === null && state.dealtWith.includes(`no-meeting-${state.at}`)
          ? []
          : [{ type: 'NoMeetingInReach', v: 1, body: state.at }];
      return aim.meeting === state.aim?.meeting && aim.start === state.aim.start
        ? []
        : [{ type: 'CaseAimed', v: 1, body: state.at, aim, results }];
    }
    case 'StartWritten':
      if (!mayRun(around, state.at)) return { refused: 'only-secretaries' };
      if (state.phase !== 'waiting') return { refused: 'case-has-moved' };
      if (!around.charter.collaboration.defaults.writtenProcedure) return { refused: 'no-written-procedure' };
      if (gateIsMissing(around.charter, state)) return { refused: 'gate-missing' };
      return command.until <= today
        ? { refused: 'meeting-in-the-past' }
        : [{ type: 'WrittenStarted', v: 1, body: state.at, until: command.until, at: around.now.toString() }];
    case 'AnswerWritten': {
      if (state.phase !== 'written') return { refused: 'case-has-moved' };
      if (!by || seatsHeld(around.charter, around.body(state.at), by, today, around.one).every(({ seat }) => seat.role === 'secretary'))
        return { refused: 'only-seat-holders' };
      if (command.edition !== state.edition) return { refused: 'changed-meanwhile' };
      const { answer, reason } = command;
      if (answer === 'meeting' && reason === null) return { refused: 'missing', field: 'reason' };
      const answered: AimEvent = { type: 'WrittenAnswered', v: 1, person: by, answer, reason };
      const at = around.now.toString();
      const missing = silentInWriting(state, around).filter((person) => person !== by);
      if (answer === 'meeting') return [answered, { type: 'WrittenClosed', v: 1, why: 'meeting', missing, at }];
      return missing.length === 0 ? [answered, { type: 'WrittenClosed', v: 1, why: 'all-answered', missing, at }] : [answered];
    }
    case 'CloseWritten':
      if (state.phase !== 'written' || today <= state.written.until) return [];
      return [{ type: 'WrittenClosed', v: 1, why: 'time', missing: silentInWriting(state, around), at: around.now.toString() }];
  }
}

/** Everyone who holds a seat in the body that has the case, secretaries excepted. */
function askedInWriting(state: CaseFacts, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): readonly PersonKey[] {
  const body = around.body(state.at);
  const today = dateAt(around.charter, around.now);
  const persons = body.appointments.map((each) => around.one(each.person));
  const seated = (person: PersonKey) =>
    seatsHeld(around.charter, body, person, today, around.one).some(({ seat }) => seat.role !== 'secretary');
  return [...new Set(persons)].filter(seated);
}

/** Those of them who have not answered: when it ended, where it has. */
export function silentInWriting(state: RaisedCase, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): readonly PersonKey[] {
  const written = writtenIn(state);
  if (written?.missing) return written.missing;
  const done = new Set((written?.answers ?? []).map((each) => around.one(each.person)));
  return askedInWriting(state, around).filter((person) => !done.has(person));
}

/** Everybody who was asked in writing has approved: the result is to be recorded, and no meeting takes the case. */
export function approvedInWriting(state: RaisedCase, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): boolean {
  const ended = endedInWriting(state);
  if (!ended || ended.answers.length === 0) return false;
  return ended.answers.every(({ answer }) => answer === 'for') && silentInWriting(state, around).length === 0;
}

export function evolveAim(state: RaisedCase, event: AimEvent): RaisedCase {
  switch (event.type) {
    case 'CaseAimed':
      if (state.phase !== 'waiting') return state;
      return { ...state, aim: event.aim, dealtWith: state.dealtWith.filter((each) => each !== `no-meeting-${event.body}`) };
    case 'NoMeetingInReach':
      if (state.phase !== 'waiting') return state;
      return { ...state, aim: null, dealtWith: [...state.dealtWith, `no-meeting-${event.body}`] };
    case 'WrittenStarted': {
      const written: WrittenProcedure = { until: event.until, answers: [] };
      return { ...factsOf(state), phase: 'written', written, since: event.at };
    }
    case 'WrittenAnswered': {
      if (state.phase !== 'written') return state;
      const { person, answer, reason } = event;
      const answers = [...state.written.answers.filter((each) => each.person !== person), { person, answer, reason }];
      return { ...state, written: { ...state.written, answers } };
    }
    case 'WrittenClosed': {
      if (state.phase !== 'written') return state;
      const written = event.missing === undefined ? state.written : { ...state.written, missing: event.missing };
      return { ...state, phase: 'waiting', aim: null, written, since: event.at };
    }
  }
}
