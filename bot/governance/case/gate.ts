import type { BodyId, Charter } from '../charter/charter.ts';
import { type CaseFacts, type CaseState, type Gate, type TrialWay, trialWays } from '../vocabulary/case/case.ts';
import type { IsoInstant } from '../vocabulary/stream.ts';
import { isAnswered } from './phases.ts';

/**
 * A trial, where the collaboration follows the path for that: at each body on the way the evidence is laid down. Every case on a trial ends
 * where it is settled whether it is spread, also where nobody ticked that it is to be.
 */
export function onScalingPath(charter: Charter, { matter }: CaseFacts): boolean {
  return charter.collaboration.defaults.scalingPath && matter.kind === 'pilot';
}

/** Where a trial may point; what is to be spread has been tried. */
export function waysOf({ matter }: CaseFacts): readonly TrialWay[] {
  return trialWays.filter((way) => way !== 'try' || !matter.weighs.includes('scaling'));
}

/** What the body that has the case has laid down; null: nothing yet. */
export function gateAt(state: CaseFacts, body: BodyId): Gate | null {
  return state.gates.findLast((gate) => gate.body === body) ?? null;
}

/** It does not leave this body, and nothing is decided, before the evidence is laid down here. */
export function gateIsMissing(charter: Charter, state: CaseFacts): boolean {
  return onScalingPath(charter, state) && gateAt(state, state.at) === null;
}

/** A case may be dealt with in writing where that is the collaboration's way, and what a trial has shown can be read. */
export function mayStartWritten(charter: Charter, state: CaseFacts): boolean {
  return charter.collaboration.defaults.writtenProcedure && !gateIsMissing(charter, state);
}

/** The evidence is what is waited for now: nobody can decide it or send it on, and nobody has sent it back for more. */
export function awaitsEvidence(charter: Charter, state: CaseState): boolean {
  if (state.phase === 'none' || !gateIsMissing(charter, state)) return false;
  if (state.phase === 'judging') return state.turns.length === 0;
  return state.phase === 'confirming' && (state.result.kind === 'decided' || state.result.kind === 'sent-on');
}

/** Since when somebody is asked for it, wherever the case has it still to come; null: nobody is. */
export function evidenceAskedSince(charter: Charter, state: CaseState): IsoInstant | null {
  if (state.phase === 'none' || !gateIsMissing(charter, state)) return null;
  const asked = state.phase === 'judging' || state.phase === 'waiting' || awaitsEvidence(charter, state);
  return asked ? (state.way.at(-1)?.at ?? state.since) : null;
}

/** Where the trial goes, once somebody who may has decided; null: it is no trial on this path, or not decided. */
export function trialOutcome(state: CaseState): TrialWay | null {
  return isAnswered(state) && state.result.kind === 'decided' ? (gateAt(state, state.at)?.way ?? null) : null;
}
