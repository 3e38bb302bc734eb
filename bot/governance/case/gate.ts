import type { BodyId, Charter } from '../charter/charter.ts';
import type { CaseFacts, CaseState, Gate, TrialWay } from '../vocabulary/case/case.ts';
import { isAnswered } from './phases.ts';

/** A trial that may be spread, where the collaboration follows the path for that: at each body on the way the evidence is laid down. */
export function onScalingPath(charter: Charter, { matter }: CaseFacts): boolean {
  return charter.collaboration.defaults.scalingPath && matter.kind === 'pilot' && matter.weighs.includes('scaling');
}

/** What the body that has the case has laid down; null: nothing yet. */
export function gateAt(state: CaseFacts, body: BodyId): Gate | null {
  return state.gates.findLast((gate) => gate.body === body) ?? null;
}

/** It does not leave this body, and nothing is decided, before the evidence is laid down here. */
export function gateIsMissing(charter: Charter, state: CaseFacts): boolean {
  return onScalingPath(charter, state) && gateAt(state, state.at) === null;
}

/** Where the trial goes, once somebody who may has decided; null: it is no trial on this path, or not decided. */
export function trialOutcome(state: CaseState): TrialWay | null {
  return isAnswered(state) && state.result.kind === 'decided' ? (gateAt(state, state.at)?.way ?? null) : null;
}
