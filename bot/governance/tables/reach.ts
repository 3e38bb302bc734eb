import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import { secretariatOf, wayUp } from '../charter/terms.ts';
import type { State } from '../vocabulary/all.ts';

/** The bodies a stream's cards are for: those that have it, have had it or are told of it, and those bodies' secretariats. */
export function concerned(charter: Charter, state: State, date: IsoDate): readonly BodyId[] {
  const bodies = bodiesOf(charter, state, date);
  return [...new Set([...bodies, ...bodies.flatMap((id) => secretariatOf(charter, id, date) ?? [])])];
}

/** Those above read what has been decided or started under them, and nothing before that. */
function bodiesOf(charter: Charter, state: State, date: IsoDate): readonly BodyId[] {
  switch (state.kind) {
    case 'charter':
    case 'persons':
    case 'anchor':
    case 'channel':
      return [];
    case 'body':
    case 'year':
      return [state.body];
    case 'milestone-plan':
      return [state.body, ...state.inForce.flatMap(({ carriedBy }) => carriedBy), ...wayUp(charter, state.body, date)];
    case 'follow-up':
      return [state.body, ...state.rows.map(({ plan }) => plan), ...wayUp(charter, state.body, date)];
    case 'meeting':
      return [state.body, ...state.joint];
    case 'case':
      return [state.body, state.at, ...state.told, ...state.cameTo, ...(state.result ? wayUp(charter, state.at, date) : [])];
    case 'request':
      return [state.from, state.to, ...(state.phase === 'ordering' ? [] : wayUp(charter, state.from, date))];
    case 'group':
      return state.bodies;
    case 'experience':
      return [state.from, state.assessor, ...state.audience];
    case 'flag':
      return [state.body];
    case 'portfolio':
    case 'work-plan':
      return [state.body, ...wayUp(charter, state.body, date)];
    case 'initiative':
      return [...(state.owner ? [state.owner] : []), ...state.clusters, ...state.indicators.map(({ reportedBy }) => reportedBy)];
  }
}
