import type { CaseState, Judgement, Stop } from './case.ts';
import { gateIsMissing } from './case-gate.ts';
import { mostPrompted } from './case-silence.ts';
import type { BodyId, SeatId } from './charter.ts';
import { competenceOn, onward } from './competence.ts';
import { allTurned, type KeyQuestion, keyFor, type Turn } from './keys.ts';
import type { Around, IsoInstant, PersonKey } from './model.ts';
import type { Refusal } from './refusal.ts';

export type JudgeCommand =
  /** By whoever holds a key of the body that has the case. `edition`: the content that was read. */
  | { readonly type: 'Judge'; readonly judgement: Judgement; readonly edition: number }
  /** One's own key, until the case has moved on. */
  | { readonly type: 'TakeBack' };
export type JudgeEvent =
  | {
      readonly type: 'KeyTurned';
      readonly v: 1;
      readonly seat: SeatId;
      readonly person: PersonKey;
      readonly judgement: Judgement;
      readonly edition: number;
      readonly at: IsoInstant;
    }
  | { readonly type: 'KeyTurnedBack'; readonly v: 1; readonly seat: SeatId; readonly person: PersonKey }
  /** Both chairs: it is decided in this body. */
  | { readonly type: 'KeptHere'; readonly v: 1; readonly at: IsoInstant }
  /** Both chairs, or they disagree: then it goes up with both reasonings. */
  | {
      readonly type: 'SentUp';
      readonly v: 1;
      readonly stop: Stop;
      readonly to: BodyId;
      readonly told: readonly BodyId[];
      readonly at: IsoInstant;
    }
  | { readonly type: 'SentBack'; readonly v: 1; readonly reasons: readonly Turn<Judgement>[]; readonly at: IsoInstant };

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
  return [...prompted, { prompt: 'back', occasion: `back-${at}`, body } as const].slice(-mostPrompted);
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
