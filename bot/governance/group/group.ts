import type { BodyId } from '../charter/charter.ts';
import { newestTerms, secretariatOf, termsInForce } from '../charter/terms.ts';
import { isChair, mayRun } from '../people/roles.ts';
import { takeBack, withoutAnswer } from '../people/take-back.ts';
import { isServed, servesHere, turnFor, wholeFor } from '../people/two-secretaries.ts';
import { dateAt } from '../time/calendar.ts';
import type { GroupCommand, GroupEvent, GroupState } from '../vocabulary/group.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Said } from '../vocabulary/request.ts';
import type { PersonKey, TextRef } from '../vocabulary/stream.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Around, Subject } from '../vocabulary/subject.ts';
import type { Turn } from '../vocabulary/turn.ts';

const mostPersons = 30;
const noText: TextRef = { ref: '', mac: '' };

export const group: Subject<GroupState, GroupCommand, GroupEvent> = {
  commands: {
    SetUpGroup: true,
    AnswerGroup: true,
    TakeBackAnswer: true,
    ExtendGroup: true,
    ReportGroup: true,
    ReceiptGroup: true,
    CloseWithWhole: true,
    NoteErrandRefused: true,
  },

  initial: (stream) => ({
    kind: 'group',
    group: idIn(stream, 'group'),
    phase: 'none',
    bodies: [],
    clauses: [],
    termsOn: '',
    mandate: { purpose: noText, whoDoesWhat: null, persons: [], until: '', serves: null },
    question: null,
    edition: 0,
    since: '',
    turns: [],
    turnedDown: [],
    report: null,
    reportedBy: null,
    receipt: null,
    refusedErrands: [],
  }),

  reads: (state, command, charter) => {
    const bodies = command.type === 'SetUpGroup' ? command.bodies : state.bodies;
    const date = state.phase === 'none' ? newestTerms : state.termsOn;
    const served = bodies.map((body) => secretariatOf(charter, body, date) ?? charter.collaboration.secretariat);
    return [...new Set([...bodies, ...served, charter.collaboration.secretariat])];
  },

  decide: (state, command, around) => {
    const at = around.now.toString();
    const today = dateAt(around.charter, around.now);
    const by = around.by.kind === 'person' ? around.one(around.by.person) : null;
    switch (command.type) {
      case 'SetUpGroup': {
        if (state.phase !== 'none') return [];
        const mandate = { ...command.mandate, persons: [...new Set(command.mandate.persons.map(around.one))] };
        const bodies = [...new Set(command.bodies)];
        const clauses = bodies.map((body) => termsInForce(around.charter, body, today)?.groups ?? null);
        if (bodies.length === 0 || bodies.length > 2 || clauses.includes(null)) return { refused: 'may-not-group' };
        if (bodies.length > 1 && mandate.whoDoesWhat === null) return { refused: 'missing', field: 'whoDoesWhat' };
        if (mandate.persons.length === 0) return { refused: 'missing', field: 'persons' };
        if (mandate.persons.length > mostPersons) return { refused: 'too-much' };
        if (mandate.until <= today) return { refused: 'meeting-in-the-past' };
        const proposed: GroupEvent = {
          type: 'GroupProposed',
          v: 1,
          bodies,
          clauses: clauses.flatMap((each) => each ?? []),
          termsOn: today,
          mandate,
          at,
        };
        const answered = answering(group.evolve(state, proposed), { yes: true, reason: null }, around);
        return 'refused' in answered ? answered : [proposed, ...answered];
      }
      case 'AnswerGroup':
        if (state.question === null) return { refused: 'group-has-moved' };
        if (command.edition !== state.edition) return { refused: 'changed-meanwhile' };
        if (!command.yes && command.reason === null) return { refused: 'missing', field: 'reason' };
        return answering(state, { yes: command.yes, reason: command.reason }, around);
      case 'TakeBackAnswer':
        return takeBack(state.question === null ? [] : state.turns, around, { refused: 'group-has-moved' });
      case 'ExtendGroup': {
        if (state.phase !== 'running' || state.question !== null) return { refused: 'group-has-moved' };
        if (command.until <= today || command.until <= state.mandate.until) return { refused: 'meeting-in-the-past' };
        const proposed: GroupEvent = { type: 'ExtensionProposed', v: 1, until: command.until, at };
        const answered = answering(group.evolve(state, proposed), { yes: true, reason: null }, around);
        return 'refused' in answered ? answered : [proposed, ...answered];
      }
      case 'ReportGroup': {
        if (state.phase !== 'running') return { refused: 'group-has-moved' };
        const inside = by !== null && state.mandate.persons.some((each) => around.one(each) === by);
        if (by === null || !(inside || state.bodies.some((body) => mayRun(around, body)))) return { refused: 'only-in-the-group' };
        return [{ type: 'GroupReported', v: 1, report: command.report, person: by, at }];
      }
      case 'ReceiptGroup': {
        if (state.receipt !== null) return [];
        if (state.phase !== 'reported') return { refused: 'group-has-moved' };
        return by !== null && mayReceiptGroup(state, by, around)
          ? [{ type: 'GroupReceipted', v: 1, person: by }]
          : { refused: 'only-chairs', clause: null };
      }
      case 'CloseWithWhole':
        return state.phase === 'reported' ? [{ type: 'ClosedWithWhole', v: 1, at }] : [];
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'GroupProposed': {
        const { bodies, clauses, termsOn, mandate, at } = event;
        return { ...state, phase: 'proposed', bodies, clauses, termsOn, mandate, question: { ask: 'set-up' }, edition: 1, since: at };
      }
      case 'ExtensionProposed':
        return { ...state, question: { ask: 'extend', until: event.until }, edition: state.edition + 1, turns: [], since: event.at };
      case 'GroupAnswered': {
        const { seat, person, judgement, at } = event;
        return { ...state, turns: [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }] };
      }
      case 'AnswerTakenBack':
        return { ...state, turns: withoutAnswer(state.turns, event) };
      case 'GroupSetUp':
        return { ...state, phase: 'running', question: null, turns: [], since: event.at };
      case 'GroupExtended':
        return { ...state, mandate: { ...state.mandate, until: event.until }, question: null, turns: [], turnedDown: [], since: event.at };
      case 'GroupTurnedDown': {
        const phase = state.phase === 'proposed' ? 'turned-down' : state.phase;
        return { ...state, phase, question: null, turns: [], turnedDown: event.turns, since: event.at };
      }
      case 'GroupReported':
        return { ...state, phase: 'reported', question: null, turns: [], report: event.report, reportedBy: event.person, since: event.at };
      case 'GroupReceipted':
        return { ...state, phase: 'closed', receipt: event.person };
      case 'ClosedWithWhole':
        return { ...state, phase: 'closed', since: event.at };
      case 'GroupPrompted':
        return state;
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state) => ({
    kind: 'group',
    body: state.bodies[0] ?? null,
    dueAt: null,
    waitingOn: [],
    open: state.phase === 'proposed' || state.phase === 'running' || state.phase === 'reported',
  }),
};

/** A chair of a body that set it up, or a secretary where two secretaries answer for that body. */
export function mayReceiptGroup(
  { bodies }: GroupState,
  person: PersonKey,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
): boolean {
  const today = dateAt(around.charter, around.now);
  return bodies.some(
    (body) =>
      isChair(around.charter, around.body(body), person, today, around.one) ||
      (isServed(around.charter, body, today) && servesHere(body, person, around)),
  );
}

/** The turns of one of the bodies, under the seats its own key rule names. */
export function turnsOf({ turns }: GroupState, body: BodyId): readonly Turn<Said>[] {
  return turns.flatMap((turn) => (turn.seat.startsWith(`${body}:`) ? [{ ...turn, seat: turn.seat.slice(body.length + 1) }] : []));
}

/** The key this person may turn now, in whichever of the bodies; one person never turns two. */
export function groupKeyFor(
  state: GroupState,
  person: PersonKey,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body' | 'sectorOf'>,
): string | Refusal {
  const mine = state.turns.find((turn) => around.one(turn.person) === person);
  if (mine) return mine.seat;
  let refusal: Refusal = { refused: 'only-chairs', clause: null };
  for (const body of state.bodies) {
    const seat = turnFor({ body, since: state.since, turns: turnsOf(state, body) }, person, around);
    if (typeof seat === 'string') return `${body}:${seat}`;
    refusal = seat;
  }
  return refusal;
}

function answering(state: GroupState, judgement: Said, around: Around): readonly GroupEvent[] | Refusal {
  if (state.question === null || around.by.kind !== 'person') return { refused: 'only-chairs', clause: null };
  const person = around.one(around.by.person);
  const seat = groupKeyFor(state, person, around);
  if (typeof seat !== 'string') return seat;
  const before = state.turns.find((turn) => turn.seat === seat);
  if (before?.judgement.yes === judgement.yes && before.judgement.reason?.mac === judgement.reason?.mac) return [];
  const at = around.now.toString();
  const answered: GroupEvent = { type: 'GroupAnswered', v: 1, seat, person, judgement, at };
  const after = { ...state, turns: [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }] };
  const whole = state.bodies.every((body) => wholeFor({ body, since: state.since, turns: turnsOf(after, body) }, around));
  if (!whole) return [answered];
  if (!after.turns.every((turn) => turn.judgement.yes)) return [answered, { type: 'GroupTurnedDown', v: 1, turns: after.turns, at }];
  const { question } = state;
  return [
    answered,
    question.ask === 'set-up' ? { type: 'GroupSetUp', v: 1, at } : { type: 'GroupExtended', v: 1, until: question.until, at },
  ];
}
