import type { CaseState } from './case.ts';
import { type Gate, gateAt, onScalingPath, type TrialWay } from './case-gate.ts';
import { keysOf } from './case-judge.ts';
import { isOutsideTeams } from './case-outcome.ts';
import { keyFor } from './keys.ts';
import type { Around, IsoInstant, PersonKey, TextRef } from './model.ts';
import type { Refusal } from './refusal.ts';
import { mayRun } from './roles.ts';
import { servesHere } from './two-secretaries.ts';

export type PilotCommand = {
  /** By who raised it, and by those who run the body that has it or hold its keys. Keys already turned fall: they were turned on other evidence. */
  readonly type: 'RecordGate';
  readonly way: TrialWay;
  readonly evidence: TextRef;
};
export type PilotEvent = { readonly type: 'GateRecorded'; readonly v: 1; readonly gate: Gate; readonly at: IsoInstant };

export function decidePilot(state: CaseState, { way, evidence }: PilotCommand, around: Around): readonly PilotEvent[] | Refusal {
  if (!onScalingPath(around.charter, state)) return { refused: 'no-trial' };
  const open = state.phase === 'draft' || state.phase === 'judging' || state.phase === 'waiting' || state.phase === 'confirming';
  if (!open) return { refused: 'case-has-moved' };
  const by = around.by.kind === 'person' ? around.one(around.by.person) : null;
  if (by === null || !mayRecordGate(state, by, around, mayRun(around, state.at))) return { refused: 'only-who-raised-it' };
  const before = gateAt(state, state.at);
  if (before?.way === way && before.evidence.mac === evidence.mac) return [];
  return [{ type: 'GateRecorded', v: 1, gate: { body: state.at, way, evidence, person: by }, at: around.now.toString() }];
}

export function mayRecordGate(
  state: CaseState,
  person: PersonKey,
  around: Pick<Around, 'charter' | 'now' | 'one' | 'body'>,
  runs: boolean,
): boolean {
  const own = state.by !== null && around.one(state.by) === person && state.at === state.body;
  const outside = isOutsideTeams(state.at, around) && servesHere(state.at, person, around);
  return runs || own || outside || typeof keyFor(keysOf(state, around), person) === 'string';
}

export function evolvePilot(state: CaseState, { gate, at }: PilotEvent): CaseState {
  const gates = [...state.gates.filter((each) => each.body !== gate.body), gate];
  switch (state.phase) {
    case 'judging':
      return { ...state, gates, turns: [], edition: state.edition + 1, since: at };
    case 'confirming':
      return { ...state, gates, turns: [], reports: state.reports + 1, since: at };
    case 'none':
    case 'draft':
    case 'waiting':
    case 'written':
    case 'returned':
    case 'closed':
    case 'withdrawn':
      return { ...state, gates };
  }
}
