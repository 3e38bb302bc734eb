import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import { secretariatOf } from '../charter/terms.ts';
import type { State } from '../vocabulary/all.ts';
import { rowOf } from './rows.ts';

/** The bodies a stream's cards are for: those that have it, have had it or are told of it, and those bodies' secretariats. */
export function concerned(charter: Charter, state: State, date: IsoDate): readonly BodyId[] {
  const bodies = rowOf(state.kind).reach(state, charter, date);
  return [...new Set([...bodies, ...bodies.flatMap((id) => secretariatOf(charter, id, date) ?? [])])];
}
