import type { Charter, ClauseId, Terms } from '../charter/charter.ts';
import type { Holding } from './roles.ts';

/** How many of the clusters somebody in the body stands for, where its terms ask for all of them. */
export interface Representation {
  readonly clause: ClauseId;
  /** null: the terms tie no seat to a cluster, so nobody can tell from the seats. */
  readonly represented: number | null;
  readonly of: number;
}

/** null: nothing asks for every cluster. Whoever holds one of several seats for several clusters stands for one of them. */
export function representation(charter: Charter, terms: Terms, held: readonly Holding[]): Representation | null {
  if (terms.everyCluster === null) return null;
  const tied = terms.seats.filter(({ clusters }) => clusters.length > 0);
  const holders = (seat: string) => held.filter((each) => each.seat.id === seat).length;
  const represented = tied.reduce((sum, seat) => sum + Math.min(holders(seat.id), seat.clusters.length), 0);
  const of = charter.collaboration.clusters.length;
  return { clause: terms.everyCluster, represented: tied.length === 0 ? null : Math.min(represented, of), of };
}
