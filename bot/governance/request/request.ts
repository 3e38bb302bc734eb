import { bodyOf, newestTerms, secretariatOf } from '../charter/terms.ts';
import { isChair } from '../people/roles.ts';
import { takeBack, withoutAnswer } from '../people/take-back.ts';
import { isServed, servesHere, turnFor } from '../people/two-secretaries.ts';
import { dateAt } from '../time/calendar.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Delegation, RequestCommand, RequestEvent, RequestState, Told } from '../vocabulary/request.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { decideAnswer, evolveAnswer, opening } from './answer.ts';
import { mayOrder } from './may-order.ts';

const nothing: Told = { text: { ref: '', mac: '' }, in: 'charter' };

export const request: Subject<RequestState, RequestCommand, RequestEvent> = {
  commands: {
    PlaceRequest: true,
    TakePart: true,
    AnswerRequest: true,
    TakeBackAnswer: true,
    Delegate: true,
    ReportRequest: true,
    WithdrawRequest: true,
    HearPart: true,
    GivePart: true,
    ReceiptReport: true,
    CloseWithWhole: true,
    NoteErrandRefused: true,
  },

  initial: (stream) => ({
    kind: 'request',
    request: idIn(stream, 'request'),
    phase: 'none',
    from: '',
    to: '',
    clause: null,
    termsOn: '',
    parent: null,
    order: { title: nothing, account: null, papers: null, until: null },
    question: null,
    edition: 0,
    since: '',
    turns: [],
    turnedDown: null,
    delegations: [],
    report: null,
    receipt: null,
    refusedErrands: [],
  }),

  reads: (state, command, charter) => {
    const bodies = command.type === 'PlaceRequest' ? [command.from] : [state.from, state.to];
    const date = state.phase === 'none' ? newestTerms : state.termsOn;
    const served = bodies.map((body) => secretariatOf(charter, body, date) ?? charter.collaboration.secretariat);
    return [...new Set([...bodies, ...served, charter.collaboration.secretariat])].filter((each) => each !== '');
  },

  decide: (state, command, around) => {
    const at = around.now.toString();
    switch (command.type) {
      case 'PlaceRequest': {
        if (state.phase !== 'none' && state.phase !== 'sent-back') return [];
        const { from, to, order } = command;
        const termsOn = dateAt(around.charter, around.now);
        const known = bodyOf(around.charter, to);
        if (state.parent !== null) return { refused: 'request-has-moved' };
        if (!known || known.outside || (state.phase === 'sent-back' && (from !== state.from || to !== state.to)))
          return { refused: 'not-in-model', what: 'body' };
        const clause = mayOrder(around.charter, from, to, termsOn);
        if (clause === null) return { refused: 'not-theirs-to-order' };
        if (order.until !== null && order.until <= termsOn) return { refused: 'meeting-in-the-past' };
        const opened = opening({ ...state, from, to, termsOn }, { ask: 'order' }, around);
        if (!Array.isArray(opened)) return opened as Refusal;
        return [{ type: 'RequestPlaced', v: 1, from, to, clause, termsOn, parent: state.parent, order, at }, ...opened];
      }
      case 'TakePart': {
        if (state.phase !== 'none') return [];
        const { type: _type, ...part } = command;
        return [
          { type: 'RequestPlaced', v: 1, ...part, termsOn: dateAt(around.charter, around.now), at },
          { type: 'RequestOrdered', v: 1, at },
        ];
      }
      case 'AnswerRequest':
      case 'Delegate':
      case 'ReportRequest':
        return state.phase === 'none' ? { refused: 'no-such-request' } : decideAnswer(state, command, around);
      case 'TakeBackAnswer':
        return takeBack(state.question === null ? [] : state.turns, around, { refused: 'request-has-moved' });
      case 'WithdrawRequest': {
        if (state.phase === 'withdrawn') return [];
        if (state.phase !== 'ordering' && state.phase !== 'asked' && state.phase !== 'sent-back') return { refused: 'request-has-moved' };
        if (around.by.kind !== 'person') return { refused: 'only-chairs', clause: null };
        const person = around.one(around.by.person);
        const seat = turnFor({ body: state.from, since: state.since, turns: [] }, person, around);
        return typeof seat === 'string' ? [{ type: 'RequestWithdrawn', v: 1, reason: command.reason, person, at }] : seat;
      }
      case 'HearPart': {
        const known = state.delegations.find((each) => each.child === command.child && each.phase === 'given');
        return known ? [{ type: 'PartHeard', v: 1, child: command.child, report: command.report }] : [];
      }
      case 'GivePart':
        if (state.phase !== 'accepted') return { refused: 'request-has-moved' };
        if (state.delegations.some((each) => each.child === command.child)) return [];
        return [{ type: 'PartGiven', v: 1, child: command.child, to: command.to }];
      case 'ReceiptReport': {
        if (state.receipt !== null) return [];
        if (state.phase !== 'reported') return { refused: 'request-has-moved' };
        const by = around.by.kind === 'person' ? around.by.person : null;
        const today = dateAt(around.charter, around.now);
        const chair = by !== null && isChair(around.charter, around.body(state.from), by, today, around.one);
        const secretary = by !== null && isServed(around.charter, state.from, today) && servesHere(state.from, by, around);
        if (!by || !(chair || secretary)) return { refused: 'only-chairs', clause: null };
        return [{ type: 'ReportReceipted', v: 1, person: by }];
      }
      case 'CloseWithWhole':
        return state.phase === 'reported' ? [{ type: 'ClosedWithWhole', v: 1, at }] : [];
      case 'NoteErrandRefused':
        return [{ ...command, type: 'ErrandRefused', v: 1 }];
    }
  },

  evolve: (state, event) => {
    const part = (child: Stream, to: (was: Delegation) => Delegation) => ({
      ...state,
      delegations: state.delegations.map((each) => (each.child === child ? to(each) : each)),
    });
    switch (event.type) {
      case 'RequestPlaced': {
        const { from, to, clause, termsOn, parent, order, at } = event;
        return { ...state, phase: 'ordering', from, to, clause, termsOn, parent, order, since: at, turns: [], question: null };
      }
      case 'QuestionAsked':
      case 'QuestionAnswered':
      case 'QuestionTurnedDown':
      case 'RequestOrdered':
      case 'RequestAccepted':
      case 'RequestSentBack':
      case 'RequestDelegated':
      case 'RequestReported':
        return evolveAnswer(state, event);
      case 'AnswerTakenBack':
        return { ...state, turns: withoutAnswer(state.turns, event) };
      case 'RequestWithdrawn':
        return { ...state, phase: 'withdrawn', question: null, turns: [], since: event.at };
      case 'PartHeard':
        return part(event.child, (was) => ({ ...was, phase: event.report ? 'reported' : 'declined', report: event.report }));
      case 'PartGiven':
        return { ...state, delegations: [...state.delegations, { child: event.child, to: event.to, phase: 'given', report: null }] };
      case 'ReportReceipted':
        return { ...state, phase: 'closed', receipt: event.person };
      case 'ClosedWithWhole':
        return { ...state, phase: 'closed', since: event.at };
      case 'RequestPrompted':
        return state;
      case 'ErrandRefused':
        return { ...state, refusedErrands: [...state.refusedErrands, event].slice(-10) };
    }
  },

  index: (state) => ({
    kind: 'request',
    body: state.to === '' ? null : state.to,
    dueAt: null,
    waitingOn: [],
    open: isOpen(state),
  }),
};

/** Somebody still has a step to take in it. A part that was sent back is over: whoever handed it on hands it on anew. */
export function isOpen({ phase, parent }: RequestState): boolean {
  return phase !== 'none' && phase !== 'closed' && phase !== 'withdrawn' && !(phase === 'sent-back' && parent !== null);
}
