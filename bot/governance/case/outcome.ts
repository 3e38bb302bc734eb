import { asReadOn } from '../charter/as-read.ts';
import type { BodyId } from '../charter/charter.ts';
import { competenceOn } from '../charter/competence.ts';
import { toldByHand } from '../charter/practice.ts';
import { bodyOf } from '../charter/terms.ts';
import { allTurned, keyFor } from '../people/keys.ts';
import { isChair, mayRun } from '../people/roles.ts';
import { servesHere, turnFor, wholeFor } from '../people/two-secretaries.ts';
import { dateAt } from '../time/calendar.ts';
import {
  type CaseConfirming,
  type CaseFacts,
  type Judgement,
  type RaisedCase,
  type Result,
  type ResultKind,
  resultKinds,
} from '../vocabulary/case/case.ts';
import type { OutcomeCommand, OutcomeEvent } from '../vocabulary/case/events.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { IsoInstant, PersonKey } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import type { Turn } from '../vocabulary/turn.ts';
import { awaitsEvidence } from './gate.ts';
import { keysOf, onwardFrom, wentOn } from './judge.ts';
import { factsOf, isAnswered, reopeningIn, resultIn, withTurn, writtenIn } from './phases.ts';

export function decideOutcome(state: RaisedCase, command: OutcomeCommand, around: Around): readonly OutcomeEvent[] | Refusal {
  const at = around.now.toString();
  const by = around.by.kind === 'person' ? around.by.person : null;
  switch (command.type) {
    case 'ReportResult': {
      if (around.by.kind !== 'errand' && !mayRun(around, state.at)) return { refused: 'only-secretaries' };
      const open = state.phase === 'waiting' || state.phase === 'written' || state.phase === 'confirming';
      if (!open || command.result.body !== state.at) return { refused: 'case-has-moved' };
      return wrongResult(state, command.result.kind, around) ?? [{ type: 'ResultReported', v: 1, result: command.result, by, at }];
    }
    case 'RecordOutside': {
      if (!by || !isOutsideTeams(state.at, around)) return { refused: 'case-has-moved' };
      if (state.phase !== 'waiting' && state.phase !== 'confirming') return { refused: 'case-has-moved' };
      if (!servesHere(state.at, by, around)) return { refused: 'only-secretaries' };
      const { kind, text } = command;
      if (kind === 'decided' && text === null) return { refused: 'missing', field: 'decision' };
      const result: Result = { body: state.at, kind, text, textsIn: streamOf('case', state.case), via: 'outside' };
      return wrongResult(state, kind, around) ?? [{ type: 'ResultReported', v: 1, result, by, at }];
    }
    case 'ConfirmOutside': {
      if (!by || state.phase !== 'confirming' || state.result.via !== 'outside') return { refused: 'case-has-moved' };
      if (!servesHere(state.at, by, around)) return { refused: 'only-secretaries' };
      if (command.report !== state.reports) return { refused: 'changed-meanwhile' };
      if (awaitsEvidence(around.charter, state)) return { refused: 'gate-missing' };
      const first = state.recordedBy === null ? null : around.one(state.recordedBy);
      const [one, other] = [first && around.sectorOf(first), around.sectorOf(by)];
      if (first === by || !one || !other || one === other) return { refused: 'another-sector-confirms' };
      const judgement: Judgement = { says: 'right', reason: null };
      return [{ type: 'ResultConfirmed', v: 1, seat: 'secretary', person: by, judgement, at }, ...takeEffect(state, [], around)];
    }
    case 'ConfirmResult': {
      if (!by || state.phase !== 'confirming' || state.result.via === 'outside') return { refused: 'case-has-moved' };
      const question = keysOf(state, around);
      const seat = keyFor(question, by);
      if (typeof seat !== 'string') return seat;
      if (command.report !== state.reports) return { refused: 'changed-meanwhile' };
      if (!command.right && command.reason === null) return { refused: 'missing', field: 'reason' };
      if (command.right && awaitsEvidence(around.charter, state)) return { refused: 'gate-missing' };
      const { right, reason, card, face } = command;
      const judgement: Judgement = {
        says: right ? 'right' : 'wrong',
        reason,
        ...(card === undefined ? {} : { card }),
        ...(face === undefined ? {} : { face }),
      };
      const before = state.turns.find((turn) => turn.seat === seat);
      if (before?.judgement.says === judgement.says && before.judgement.reason?.mac === judgement.reason?.mac) return [];
      const turns = [...state.turns.filter((turn) => turn.seat !== seat), { seat, person: by, judgement, at }];
      const whole = allTurned({ ...question, turns }) && turns.every((turn) => turn.judgement.says === 'right');
      return [{ type: 'ResultConfirmed', v: 1, seat, person: by, judgement, at }, ...(whole ? takeEffect(state, turns, around) : [])];
    }
    case 'ReceiptAnswer': {
      if (!isAnswered(state)) return { refused: 'case-has-moved' };
      if (state.receipt !== null) return [];
      if (!by || !mayReceiptCase(state, by, around)) return { refused: 'only-chairs', clause: null };
      return [{ type: 'AnswerReceipted', v: 1, person: by }, ...(practiceIsOpen(state) ? [] : [{ type: 'CaseClosed', v: 1 } as const])];
    }
    case 'RecordPracticePlan': {
      if (!mayRun(around, state.body)) return { refused: 'only-secretaries' };
      if (state.phase !== 'returned' || !practiceIsOpen(state)) return { refused: 'case-has-moved' };
      const told = toldByHand(around.charter, state.matter, state.termsOn);
      if (told.some((body) => !command.told.includes(body))) return { refused: 'missing', field: 'told' };
      return [
        { type: 'PracticePlanRecorded', v: 2, text: command.text, told },
        ...(state.receipt === null ? [] : [{ type: 'CaseClosed', v: 1 } as const]),
      ];
    }
    case 'ReopenCase': {
      if (!by || !isAnswered(state)) return { refused: 'case-has-moved' };
      if (command.reason === null) return { refused: 'missing', field: 'reason' };
      const asked = { body: state.at, since: state.since, turns: state.turns };
      const seat = turnFor(asked, by, around);
      if (typeof seat !== 'string') return seat;
      if (state.turns.some((turn) => turn.seat === seat)) return [];
      const judgement: Judgement = { says: 'reopen', reason: command.reason };
      const turns = [...state.turns, { seat, person: by, judgement, at }];
      const turned: OutcomeEvent = { type: 'ReopeningTurned', v: 1, seat, person: by, judgement, at };
      return wholeFor({ ...asked, turns }, around) ? [turned, { type: 'CaseReopened', v: 1, body: state.at, at }] : [turned];
    }
    case 'KeepResult': {
      if (!by || reopeningIn(state).length === 0 || !isAnswered(state)) return { refused: 'case-has-moved' };
      if (command.reason === null) return { refused: 'missing', field: 'reason' };
      const seat = turnFor({ body: state.at, since: state.since, turns: state.turns }, by, around);
      if (typeof seat !== 'string') return seat;
      if (state.turns.some((turn) => turn.seat === seat)) return { refused: 'case-has-moved' };
      return [{ type: 'ResultKept', v: 1, seat, person: by, judgement: { says: 'keep', reason: command.reason }, at }];
    }
  }
}

/** A chair of the body that asked; where it was decided there, its chairs know, and whoever raised it may say that they do too. */
export function mayReceiptCase(
  { at, body, by }: CaseFacts,
  person: PersonKey,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
): boolean {
  const today = dateAt(around.charter, around.now);
  return isChair(around.charter, around.body(body), person, today, around.one) || (at === body && by !== null && around.one(by) === person);
}

export function evolveOutcome(state: RaisedCase, event: OutcomeEvent): RaisedCase {
  switch (event.type) {
    case 'ResultReported': {
      const reported = { result: event.result, recordedBy: event.by, reports: state.reports + 1 };
      return { ...factsOf(state), phase: 'confirming', ...reported, written: writtenIn(state), turns: [], since: event.at };
    }
    case 'ResultConfirmed':
    case 'ReopeningTurned':
      return withTurn(state, event);
    case 'CaseDecided':
      if (state.phase !== 'confirming') return state;
      return { ...state, phase: 'returned', turns: [], since: event.at, receipt: null, outcomes: outcomesOf(state, event.at) };
    case 'CaseSentOn':
      return wentOn(state, event);
    case 'CaseSentBack':
      return {
        ...factsOf(state),
        phase: 'draft',
        at: state.body,
        way: [],
        sentBack: { body: event.stop.body, reasons: event.stop.reasons, result: resultIn(state) },
        since: event.at,
      };
    case 'AnswerReceipted':
      return state.phase === 'returned' ? { ...state, receipt: event.person } : state;
    case 'PracticePlanRecorded':
      return { ...state, practicePlan: event.text };
    case 'CaseClosed':
      return state.phase === 'returned' && state.receipt !== null ? { ...state, phase: 'closed', receipt: state.receipt } : state;
    case 'CaseReopened':
      return { ...factsOf(state), phase: 'waiting', since: event.at, aim: null, written: null, reopenings: withReopening(state, null) };
    case 'ResultKept': {
      const { seat, person, judgement, at } = event;
      return 'turns' in state ? { ...state, turns: [], reopenings: withReopening(state, { seat, person, judgement, at }) } : state;
    }
  }
}

/** The result that was to be opened again, with everybody's word on it; `against`: who kept it. */
function withReopening(state: RaisedCase, against: Turn<Judgement> | null): CaseFacts['reopenings'] {
  if (!isAnswered(state)) return state.reopenings;
  const turns = against ? [...state.turns, against] : state.turns;
  return [...state.reopenings, { result: state.result, decided: state.since, turns, opened: against === null }].slice(-mostReopenings);
}
const mostReopenings = 12;

/** How it ended is said, for information, to those it went through. */
function outcomesOf({ outcomes, body, at: here, way }: CaseFacts, at: IsoInstant): CaseFacts['outcomes'] {
  const between = [...new Set(way.map((stop) => stop.body))].filter((each) => each !== body && each !== here);
  const told = between.map((each) => ({ occasion: writeOccasion<'case-note'>({ what: 'outcome', mark: at, in: each }), body: each }));
  return [...outcomes, ...told].slice(-mostOutcomes);
}
const mostOutcomes = 12;

/** A case that binds general practice is not closed before it says where the practice plan describes it, and that those responsible know. */
export function practiceIsOpen(state: RaisedCase): boolean {
  return resultIn(state)?.kind === 'decided' && state.matter.weighs.includes('practice-duty') && state.practicePlan === null;
}

export function isOutsideTeams(body: BodyId, around: Pick<Around, 'charter'>): boolean {
  return bodyOf(around.charter, body)?.outsideTeams === true || bodyOf(around.charter, body)?.outside === true;
}

function takeEffect(state: CaseConfirming, turns: readonly Turn<Judgement>[], around: Around): readonly OutcomeEvent[] {
  const at = around.now.toString();
  const { kind } = state.result;
  if (kind === 'decided' || kind === 'rejected') return [{ type: 'CaseDecided', v: 1, body: state.at, kind, at }];
  if (kind === 'sent-back') return [{ type: 'CaseSentBack', v: 1, stop: { body: state.at, left: 'sent-back', reasons: turns, at }, at }];
  const { to, passed } = onwardFrom(state, around);
  if (to === null) return [];
  const { told } = competenceOn(asReadOn(around.charter, state.termsOn), to, state.matter, state.termsOn);
  return [{ type: 'CaseSentOn', v: 1, stop: { body: state.at, left: 'sent-on', reasons: turns, at }, to, told: [...passed, ...told], at }];
}

/** A body decides and rejects only what it may decide, and sends on only where somebody is. */
function wrongResult(state: RaisedCase, kind: ResultKind, around: Pick<Around, 'charter'>): Refusal | null {
  const { verdict, chain } = competenceOn(asReadOn(around.charter, state.termsOn), state.at, state.matter, state.termsOn);
  const may = verdict === 'decides' || verdict === 'chairs-judge' || bodyOf(around.charter, state.at)?.outside === true;
  const last = onwardFrom(state, around).to === null;
  if ((kind === 'decided' || kind === 'rejected') && !may && !(verdict === 'not-stated' && last))
    return { refused: 'not-ours-to-decide', clause: chain[0] ?? null };
  return kind === 'sent-on' && last ? { refused: 'nobody-above' } : null;
}

/** What the body that has it may come to by its terms. */
export function resultsOf(state: RaisedCase, around: Pick<Around, 'charter'>): readonly ResultKind[] {
  return resultKinds.filter((kind) => wrongResult(state, kind, around) === null);
}
