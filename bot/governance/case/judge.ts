import { asReadOn } from '../charter/as-read.ts';
import { competenceOn, onward } from '../charter/competence.ts';
import { allTurned, type KeyQuestion, keyFor } from '../people/keys.ts';
import type { CaseJudged, Judgement, RaisedCase, Stop } from '../vocabulary/case/case.ts';
import type { JudgeCommand, JudgeEvent, OutcomeEvent } from '../vocabulary/case/events.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Around } from '../vocabulary/subject.ts';
import type { Turn } from '../vocabulary/turn.ts';
import { gateIsMissing } from './gate.ts';
import { factsOf, owesSentence, turnedIn, withTurn } from './phases.ts';

/** The keys of the body that has the case now. */
export function keysOf(state: RaisedCase, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): KeyQuestion {
  return {
    charter: around.charter,
    body: around.body(state.at),
    now: around.now,
    since: state.since,
    turns: turnedIn(state),
    one: around.one,
  };
}

export function decideJudge(state: RaisedCase, command: JudgeCommand, around: Around): readonly JudgeEvent[] | Refusal {
  if (around.by.kind !== 'person') return { refused: 'only-chairs', clause: null };
  const person = around.by.person;
  if (command.type === 'TakeBack') {
    const mine = turnedIn(state).find((turn) => around.one(turn.person) === person);
    return mine ? [{ type: 'KeyTurnedBack', v: 1, seat: mine.seat, person }] : { refused: 'case-has-moved' };
  }
  if (state.phase !== 'judging') return { refused: 'case-has-moved' };
  const { judgement, edition } = command;
  const question = keysOf(state, around);
  const seat = keyFor(question, person);
  if (typeof seat !== 'string') return seat;
  if (edition !== state.edition) return { refused: 'changed-meanwhile' };
  if (judgement.says !== 'here' && judgement.says !== 'up' && judgement.says !== 'back') return { refused: 'case-has-moved' };
  if (judgement.says === 'back' && judgement.reason === null) return { refused: 'missing', field: 'reason' };
  if (judgement.says !== 'back' && gateIsMissing(around.charter, state)) return { refused: 'gate-missing' };
  const { verdict, chain } = competenceOn(asReadOn(around.charter, state.termsOn), state.at, state.matter, state.termsOn);
  if (judgement.says === 'here' && verdict !== 'decides' && verdict !== 'chairs-judge')
    return { refused: 'not-ours-to-decide', clause: chain[0] ?? null };
  if (judgement.says === 'up' && onwardFrom(state, around).to === null) return { refused: 'nobody-above' };
  const before = state.turns.find((turn) => turn.seat === seat);
  if (before && before.judgement.says === judgement.says && before.judgement.reason?.mac === judgement.reason?.mac) return [];
  const at = around.now.toString();
  const turned: JudgeEvent = { type: 'KeyTurned', v: 1, seat, person, judgement, edition, at };
  const turns = [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }];
  const owing = owesSentence(turns);
  if (owing.some((turn) => turn.seat === seat)) return { refused: 'disagreement-wants-reason' };
  return allTurned({ ...question, turns }) && owing.length === 0 ? [turned, ...settle(state, turns, around)] : [turned];
}

/** All keys are turned: what they come to. Nothing approves by itself, and where nobody is above, chairs who disagree send it back. */
function settle(state: CaseJudged, turns: readonly Turn<Judgement>[], around: Around): readonly JudgeEvent[] {
  const at = around.now.toString();
  const said = new Set(turns.map((turn) => turn.judgement.says));
  const agreed = said.size === 1;
  if (agreed && said.has('here')) return [{ type: 'KeptHere', v: 1, at }];
  const { to, passed } = onwardFrom(state, around);
  if ((agreed && said.has('back')) || to === null) return [{ type: 'SentBack', v: 1, reasons: turns, at }];
  const stop: Stop = { body: state.at, left: agreed ? 'up' : 'disagreed', reasons: turns, at };
  const { told } = competenceOn(asReadOn(around.charter, state.termsOn), to, state.matter, state.termsOn);
  return [{ type: 'SentUp', v: 1, stop, to, told: [...passed, ...told], at }];
}

/** Where it would go from here, and which bodies it passes on the way; never back to where it has been. */
export function onwardFrom(state: RaisedCase, around: Pick<Around, 'charter'>) {
  return onward(
    asReadOn(around.charter, state.termsOn),
    state.at,
    state.matter,
    state.termsOn,
    state.way.map((stop) => stop.body),
  );
}

/** It has left for another body, which finds a meeting for it. */
export function wentOn(
  state: RaisedCase,
  { stop, to, told, at }: Extract<JudgeEvent, { readonly type: 'SentUp' }> | Extract<OutcomeEvent, { readonly type: 'CaseSentOn' }>,
): RaisedCase {
  return {
    ...factsOf(state),
    phase: 'waiting',
    at: to,
    way: [...state.way, stop],
    cameTo: [...new Set([...state.cameTo, to])],
    told: [...new Set([...state.told, ...told])],
    kept: [],
    since: at,
    aim: null,
    written: null,
  };
}

export function evolveJudge(state: RaisedCase, event: JudgeEvent): RaisedCase {
  switch (event.type) {
    case 'KeyTurned':
      return withTurn(state, event);
    case 'KeyTurnedBack':
      return 'turns' in state ? { ...state, turns: state.turns.filter((turn) => turn.seat !== event.seat) } : state;
    case 'KeptHere':
      return { ...factsOf(state), phase: 'waiting', kept: turnedIn(state), since: event.at, aim: null, written: null };
    case 'SentUp':
      return wentOn(state, event);
    case 'SentBack':
      return {
        ...factsOf(state),
        phase: 'draft',
        sentBack: { body: state.at, reasons: event.reasons, result: null },
        since: event.at,
      };
  }
}
