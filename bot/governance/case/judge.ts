import { competenceOn, onward } from '../charter/competence.ts';
import { allTurned, type KeyQuestion, keyFor } from '../people/keys.ts';
import type { CaseState, JudgeCommand, JudgeEvent, Judgement, Stop } from '../vocabulary/case.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { IsoInstant } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import type { Turn } from '../vocabulary/turn.ts';
import { gateIsMissing } from './gate.ts';
import { mostPrompted } from './silence.ts';

/** The keys of the body that has the case now. */
export function keysOf(state: CaseState, around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>): KeyQuestion {
  return { charter: around.charter, body: around.body(state.at), now: around.now, since: state.since, turns: state.turns, one: around.one };
}

export function decideJudge(state: CaseState, command: JudgeCommand, around: Around): readonly JudgeEvent[] | Refusal {
  if (around.by.kind !== 'person') return { refused: 'only-chairs', clause: null };
  const person = around.by.person;
  if (command.type === 'TakeBack') {
    const mine = state.turns.find((turn) => around.one(turn.person) === person);
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
  const { verdict, chain } = competenceOn(around.charter, state.at, state.matter, state.termsOn);
  if (judgement.says === 'here' && verdict !== 'decides' && verdict !== 'chairs-judge')
    return { refused: 'not-ours-to-decide', clause: chain[0] ?? null };
  if (judgement.says === 'up' && onwardFrom(state, around).to === null) return { refused: 'nobody-above' };
  const before = state.turns.find((turn) => turn.seat === seat);
  if (before && before.judgement.says === judgement.says && before.judgement.reason?.mac === judgement.reason?.mac) return [];
  const at = around.now.toString();
  const turned: JudgeEvent = { type: 'KeyTurned', v: 1, seat, person, judgement, edition, at };
  const turns = [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }];
  return allTurned({ ...question, turns }) ? [turned, ...settle(state, turns, around)] : [turned];
}

/** All keys are turned: what they come to. Nothing approves by itself, and where nobody is above, chairs who disagree send it back. */
function settle(state: CaseState, turns: readonly Turn<Judgement>[], around: Around): readonly JudgeEvent[] {
  const at = around.now.toString();
  const said = new Set(turns.map((turn) => turn.judgement.says));
  const agreed = said.size === 1;
  if (agreed && said.has('here')) return [{ type: 'KeptHere', v: 1, at }];
  const { to, passed } = onwardFrom(state, around);
  if ((agreed && said.has('back')) || to === null) return [{ type: 'SentBack', v: 1, reasons: turns, at }];
  const stop: Stop = { body: state.at, left: agreed ? 'up' : 'disagreed', reasons: turns, at };
  const { told } = competenceOn(around.charter, to, state.matter, state.termsOn);
  return [{ type: 'SentUp', v: 1, stop, to, told: [...passed, ...told], at }];
}

/** Where it would go from here, and which bodies it passes on the way; never back to where it has been. */
export function onwardFrom(state: CaseState, around: Pick<Around, 'charter'>) {
  return onward(
    around.charter,
    state.at,
    state.matter,
    state.termsOn,
    state.way.map((stop) => stop.body),
  );
}

/** That it has come back for more is said to whoever raised it. */
export function saidBack({ prompted, body }: CaseState, at: IsoInstant): CaseState['prompted'] {
  return [...prompted, { prompt: 'back', occasion: writeOccasion<'case-note'>({ what: 'back', mark: at }), body } as const].slice(
    -mostPrompted,
  );
}

export function evolveJudge(state: CaseState, event: JudgeEvent): CaseState {
  switch (event.type) {
    case 'KeyTurned': {
      const { seat, person, judgement, at } = event;
      return { ...state, turns: [...state.turns.filter((turn) => turn.seat !== seat), { seat, person, judgement, at }] };
    }
    case 'KeyTurnedBack':
      return { ...state, turns: state.turns.filter((turn) => turn.seat !== event.seat) };
    case 'KeptHere':
      return { ...state, phase: 'waiting', turns: [], since: event.at, aim: null };
    case 'SentUp':
      return {
        ...state,
        phase: 'waiting',
        at: event.to,
        way: [...state.way, event.stop],
        cameTo: [...new Set([...state.cameTo, event.to])],
        told: [...new Set([...state.told, ...event.told])],
        turns: [],
        since: event.at,
        aim: null,
      };
    case 'SentBack':
      return {
        ...state,
        phase: 'draft',
        sentBack: { body: state.at, reasons: event.reasons, result: null },
        prompted: saidBack(state, event.at),
        turns: [],
        since: event.at,
      };
  }
}
