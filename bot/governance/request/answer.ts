import type { BodyId } from '../charter/charter.ts';
import { turnFor, wholeFor } from '../people/two-secretaries.ts';
import { dateAt } from '../time/calendar.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { AnswerCommand, AnswerEvent, Question, RequestState, Said } from '../vocabulary/request.ts';
import type { IsoInstant } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import type { Turn } from '../vocabulary/turn.ts';
import { mayDelegate } from './may-order.ts';

const mostParts = 12;

/** The body whose keys turn on a question. */
export function askedBody({ from, to }: RequestState, { ask }: Question): BodyId {
  return ask === 'order' ? from : to;
}

/** Asking is the first answer: whoever may turn a key there asks the others. Where one key is all, it is settled at once. */
export function opening(state: RequestState, question: Question, around: Around): readonly AnswerEvent[] | Refusal {
  const at = around.now.toString();
  const asked = { ...state, question, since: at, turns: [], edition: state.edition + 1 };
  const answered = answering(asked, { yes: true, reason: null }, around);
  return 'refused' in answered ? answered : [{ type: 'QuestionAsked', v: 1, question, at }, ...answered];
}

export function decideAnswer(state: RequestState, command: AnswerCommand, around: Around): readonly AnswerEvent[] | Refusal {
  switch (command.type) {
    case 'AnswerRequest': {
      if (state.question === null) return { refused: 'request-has-moved' };
      if (command.edition !== state.edition) return { refused: 'changed-meanwhile' };
      if (!command.yes && command.reason === null) return { refused: 'missing', field: 'reason' };
      return answering(state, { yes: command.yes, reason: command.reason }, around);
    }
    case 'Delegate': {
      const clause = mayDelegate(around.charter, state.to, command.to, dateAt(around.charter, around.now));
      if (clause === null) return { refused: 'not-theirs-to-order' };
      if (state.delegations.length >= mostParts) return { refused: 'too-much' };
      const { child, to, text } = command;
      if (state.delegations.some((each) => each.child === streamOf('request', child))) return [];
      return asking(state, { ask: 'delegate', child, to, clause, text }, around);
    }
    case 'ReportRequest':
      if (state.delegations.some((each) => each.phase === 'given')) return { refused: 'parts-not-answered' };
      return asking(state, { ask: 'report', text: command.text }, around);
  }
}

export function evolveAnswer(state: RequestState, event: AnswerEvent): RequestState {
  const still = { ...state, question: null, turns: [] } as const;
  switch (event.type) {
    case 'QuestionAsked':
      return { ...state, question: event.question, edition: state.edition + 1, since: event.at, turns: [] };
    case 'QuestionAnswered': {
      const { seat, person, judgement, at } = event;
      return { ...state, turns: [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }] };
    }
    case 'QuestionTurnedDown': {
      const { ask, turns } = event;
      return {
        ...still,
        phase: ask === 'order' ? 'withdrawn' : state.phase,
        turnedDown: { ask, turns, question: state.question },
        since: event.at,
      };
    }
    case 'RequestOrdered':
      return { ...still, phase: 'asked', question: { ask: 'accept' }, edition: state.edition + 1, since: event.at, turnedDown: null };
    case 'RequestAccepted':
      return { ...still, phase: 'accepted', since: event.at, turnedDown: null };
    case 'RequestSentBack':
      return { ...still, phase: 'sent-back', since: event.at, turnedDown: { ask: 'accept', turns: event.turns } };
    case 'RequestDelegated': {
      const part = { child: streamOf('request', event.child), to: event.to, phase: 'given', report: null } as const;
      return { ...still, delegations: [...state.delegations, part], since: event.at, turnedDown: null };
    }
    case 'RequestReported':
      return { ...still, phase: 'reported', report: event.report, since: event.at, turnedDown: null };
  }
}

function asking(state: RequestState, question: Question, around: Around): readonly AnswerEvent[] | Refusal {
  if (state.phase !== 'accepted' || state.question !== null) return { refused: 'request-has-moved' };
  return opening(state, question, around);
}

function answering(state: RequestState, judgement: Said, around: Around): readonly AnswerEvent[] | Refusal {
  const { question } = state;
  if (question === null || around.by.kind !== 'person') return { refused: 'only-chairs', clause: null };
  const body = askedBody(state, question);
  const person = around.one(around.by.person);
  const seat = turnFor({ body, since: state.since, turns: state.turns }, person, around);
  if (typeof seat !== 'string') return seat;
  const before = state.turns.find((turn) => turn.seat === seat);
  if (before?.judgement.yes === judgement.yes && before.judgement.reason?.mac === judgement.reason?.mac) return [];
  const at = around.now.toString();
  const turns = [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }];
  const answered: AnswerEvent = { type: 'QuestionAnswered', v: 1, seat, person, judgement, at };
  return wholeFor({ body, since: state.since, turns }, around) ? [answered, settle(state, question, turns, at)] : [answered];
}

function settle(state: RequestState, question: Question, turns: readonly Turn<Said>[], at: IsoInstant): AnswerEvent {
  const agreed = turns.every((turn) => turn.judgement.yes);
  if (!agreed && question.ask === 'accept') return { type: 'RequestSentBack', v: 1, turns, at };
  if (!agreed) return { type: 'QuestionTurnedDown', v: 1, ask: question.ask, turns, at };
  switch (question.ask) {
    case 'order':
      return { type: 'RequestOrdered', v: 1, at };
    case 'accept':
      return { type: 'RequestAccepted', v: 1, at };
    case 'delegate': {
      const { child, to, clause, text } = question;
      return { type: 'RequestDelegated', v: 1, child, to, clause, text, at };
    }
    case 'report':
      return { type: 'RequestReported', v: 1, report: { text: question.text, in: streamOf('request', state.request) }, at };
  }
}
