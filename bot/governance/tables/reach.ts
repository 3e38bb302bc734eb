import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import { standsInFor } from '../people/two-secretaries.ts';
import type { State } from '../vocabulary/all.ts';
import { kindOf, type Stream } from '../vocabulary/stream.ts';
import { rowOf } from './rows.ts';

/** The bodies a stream's cards are for: those that have it, have had it or are told of it, and those bodies' secretariats. */
export function concerned(charter: Charter, state: State, date: IsoDate): readonly BodyId[] {
  const bodies = rowOf(state.kind).reach(state, charter, date);
  return [...new Set([...bodies, ...bodies.flatMap((id) => standsInFor(charter, id, date) ?? [])])];
}

/** There is something to show of it before anybody has written anything down. */
export function isThereFromStart(stream: Stream): boolean {
  return rowOf(kindOf(stream)).fromStart;
}
