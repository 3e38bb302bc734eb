import { keyFor } from '../people/keys.ts';
import { mayRun } from '../people/roles.ts';
import { servesHere } from '../people/two-secretaries.ts';
import type { RaisedCase } from '../vocabulary/case/case.ts';
import type { PilotCommand, PilotEvent } from '../vocabulary/case/events.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { gateAt, onScalingPath, waysOf } from './gate.ts';
import { keysOf } from './judge.ts';
import { isOutsideTeams } from './outcome.ts';

export function decidePilot(state: RaisedCase, { way, evidence }: PilotCommand, around: Around): readonly PilotEvent[] | Refusal {
  if (!onScalingPath(around.charter, state)) return { refused: 'no-trial' };
  const open = state.phase === 'draft' || state.phase === 'judging' || state.phase === 'waiting' || state.phase === 'confirming';
  if (!open) return { refused: 'case-has-moved' };
  const by = around.by.kind === 'person' ? around.one(around.by.person) : null;
  if (by === null || !mayRecordGate(state, by, around, mayRun(around, state.at))) return { refused: 'only-who-raised-it' };
  if (!waysOf(state).includes(way)) return { refused: 'missing', field: 'way' };
  const before = gateAt(state, state.at);
  if (before?.way === way && before.evidence.mac === evidence.mac) return [];
  return [{ type: 'GateRecorded', v: 1, gate: { body: state.at, way, evidence, person: by }, at: around.now.toString() }];
}

export function mayRecordGate(
  state: RaisedCase,
  person: PersonKey,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
  runs: boolean,
): boolean {
  const own = state.by !== null && around.one(state.by) === person && state.at === state.body;
  const outside = isOutsideTeams(state.at, around) && servesHere(state.at, person, around);
  return runs || own || outside || typeof keyFor(keysOf(state, around), person) === 'string';
}

export function evolvePilot(state: RaisedCase, { gate, at }: PilotEvent): RaisedCase {
  const gates = [...state.gates.filter((each) => each.body !== gate.body), gate];
  switch (state.phase) {
    case 'judging':
      return { ...state, gates, turns: [], edition: state.edition + 1, since: at };
    case 'confirming':
      return { ...state, gates, turns: [], reports: state.reports + 1, since: at };
    case 'draft':
    case 'waiting':
    case 'written':
    case 'returned':
    case 'closed':
    case 'withdrawn':
      return { ...state, gates };
  }
}
