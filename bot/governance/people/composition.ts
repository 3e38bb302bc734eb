import type { Charter, IsoDate, Seat, SectorId, Terms } from '../charter/charter.ts';
import { termsInForce } from '../charter/terms.ts';
import type { BodyState } from '../vocabulary/body.ts';
import { type Representation, representation } from './representation.ts';
import { type Holding, holdings } from './roles.ts';

/** Who sits in a body, held against what its terms ask for. */
export interface Composition {
  readonly terms: Terms;
  readonly seats: readonly { readonly seat: Seat; readonly filled: number; readonly vacant: number }[];
  /** Chairs and members by sector, in the collaboration's order. A secretary, or one who is called in, weighs nothing here. */
  readonly balance: readonly { readonly sector: SectorId; readonly filled: number; readonly places: number }[];
  readonly clusters: Representation | null;
}

/** null: no terms are in force on that date. */
export function composition(charter: Charter, body: BodyState, date: IsoDate): Composition | null {
  const terms = termsInForce(charter, body.body, date);
  if (!terms) return null;
  const held = holdings(charter, body, date);
  const seats = terms.seats.map((seat) => ({ seat, filled: holders(seat, held), vacant: vacancies(seat, held) }));
  const weighing = seats.filter(({ seat }) => !seat.amongMembers && (seat.role === 'chair' || seat.role === 'member'));
  const balance = charter.collaboration.sectors.flatMap(({ id }) => {
    const theirs = weighing.filter(({ seat }) => seat.sector === id);
    const sum = (of: (each: (typeof theirs)[number]) => number) => theirs.reduce((total, each) => total + of(each), 0);
    return theirs.length === 0
      ? []
      : [{ sector: id, filled: sum(({ filled }) => filled), places: sum(({ seat, filled }) => Math.max(seat.min, filled)) }];
  });
  return { terms, seats, balance, clusters: representation(charter, terms, held) };
}

/** How many places of a seat must still be filled. */
export function vacancies(seat: Seat, held: readonly Holding[]): number {
  return Math.max(0, seat.min - holders(seat, held));
}

function holders(seat: Seat, held: readonly Holding[]): number {
  return held.filter((each) => each.seat.id === seat.id).length;
}
