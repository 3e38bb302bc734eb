import type { Body, BodyId, Charter, IsoDate, Seat, SeatId, Terms } from './charter.ts';

export function bodyOf(charter: Charter, id: BodyId): Body | null {
  return charter.bodies.find((body) => body.id === id) ?? null;
}

/** A day after every other: asked by it, the newest terms answer, also those that are not in force yet. */
export const newestTerms: IsoDate = '9999-12-31';

/** The newest terms that had begun on a date. Terms that have run out stay in force until replaced; before the first there are none. */
export function termsInForce(charter: Charter, id: BodyId, date: IsoDate): Terms | null {
  return bodyOf(charter, id)?.terms.findLast((terms) => terms.from <= date) ?? null;
}

/** The end that the document states has passed, and nothing has replaced the terms. */
export function hasRunOut(terms: Terms, date: IsoDate): boolean {
  return terms.until !== null && terms.until < date;
}

export function seatOf(terms: Terms | null, id: SeatId): Seat | null {
  return terms?.seats.find((seat) => seat.id === id) ?? null;
}

/** The body that serves this one as secretariat on a date, where its terms say so. */
export function secretariatOf(charter: Charter, id: BodyId, date: IsoDate): BodyId | null {
  const terms = termsInForce(charter, id, date);
  return terms?.secretariat.stated ? terms.secretariat.value : null;
}

/** The bodies above, nearest first, as far as the terms state them. A ring ends where it closes. */
export function wayUp(charter: Charter, id: BodyId, date: IsoDate): readonly BodyId[] {
  const way: BodyId[] = [];
  let terms = termsInForce(charter, id, date);
  while (terms?.above.stated && terms.above.value !== id && !way.includes(terms.above.value)) {
    way.push(terms.above.value);
    terms = termsInForce(charter, terms.above.value, date);
  }
  return way;
}

/** The hash is one that this version of terms has, or had in an earlier reading or while our words were part of it. */
export function isNamedBy(terms: Terms, hash: string): boolean {
  const former = terms.formerly.some((each) => each.hash === hash || each.worded.includes(hash));
  return terms.hash === hash || former || terms.readings.some(({ was }) => was === hash);
}
