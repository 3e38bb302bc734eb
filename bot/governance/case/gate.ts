import type { BodyId, Charter } from '../charter/charter.ts';
import type { CaseState, Gate, TrialWay } from '../vocabulary/case.ts';

/** A trial that may be spread, where the collaboration follows the path for that: at each body on the way the evidence is laid down. */
export function onScalingPath(charter: Charter, { matter }: CaseState): boolean {
  return charter.collaboration.defaults.scalingPath && matter.kind === 'pilot' && matter.weighs.includes('scaling');
}

/** What the body that has the case has laid down; null: nothing yet. */
export function gateAt(state: CaseState, body: BodyId): Gate | null {
  return state.gates.findLast((gate) => gate.body === body) ?? null;
}

/** It does not leave this body, and nothing is decided, before the evidence is laid down here. */
export function gateIsMissing(charter: Charter, state: CaseState): boolean {
  return onScalingPath(charter, state) && gateAt(state, state.at) === null;
}

/** Where the trial goes, once somebody who may has decided; null: it is no trial on this path, or not decided. */
export function trialOutcome(state: CaseState): TrialWay | null {
  const decided = (state.phase === 'returned' || state.phase === 'closed') && state.result?.kind === 'decided';
  return decided ? (gateAt(state, state.at)?.way ?? null) : null;
}
