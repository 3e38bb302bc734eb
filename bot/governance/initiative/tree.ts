import type { BodyId, Charter, Part } from '../charter/charter.ts';
import type { InitiativeState } from '../vocabulary/initiative.ts';

const goals = ['vision', 'value', 'content-area', 'goal', 'sub-goal'];

/** A part of the agreement that initiatives hang under. */
export function isGoal({ kind }: Part): boolean {
  return goals.includes(kind);
}

/** The agreement's own initiatives that no body has yet. */
export function unassigned(charter: Charter, initiatives: readonly InitiativeState[]): readonly Part[] {
  const taken = new Set(initiatives.filter(({ owner }) => owner !== null).map(({ initiative }) => initiative));
  return charter.agreement.filter(({ id, kind }) => kind === 'initiative' && !taken.has(id));
}

/** Goals that nothing hangs under: no initiative, assigned or not, and no part that has something under it. */
export function bareGoals(charter: Charter, initiatives: readonly InitiativeState[]): readonly Part[] {
  const hung = new Set([...initiatives.flatMap(({ under }) => under), ...unassigned(charter, initiatives).flatMap(({ under }) => under)]);
  const bears = (part: Part): boolean =>
    hung.has(part.id) || charter.agreement.some((each) => isGoal(each) && each.under.includes(part.id) && bears(each));
  return charter.agreement.filter((part) => isGoal(part) && !bears(part));
}

/** It is carried out there without being the body's own. */
export function takesPartIn({ owner, clusters }: Pick<InitiativeState, 'owner' | 'clusters'>, body: BodyId): boolean {
  return owner !== body && clusters.includes(body);
}
