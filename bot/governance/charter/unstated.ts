import type { Charter, Terms } from './charter.ts';

/** What terms of reference do not say, in the order a reader would ask for it. */
export type UnstatedQuestion = 'end' | 'above' | 'secretariat' | 'cadence' | 'members' | 'number' | 'decides';
export interface Unstated {
  readonly terms: Terms;
  readonly question: UnstatedQuestion;
  /** The seat whose number is not given. */
  readonly seat: string | null;
}

/** Everything that a version of terms leaves open. Nothing is invented in its place. */
export function unstated(charter: Charter): readonly Unstated[] {
  return charter.bodies.flatMap((body) => body.terms.flatMap(openIn));
}

/** Which of these the documents say of no seat of a body: who appoints to it. */
export function withoutAppointer(terms: Terms): number {
  return terms.seats.filter((seat) => !seat.appointedBy.stated).length;
}

function openIn(terms: Terms): readonly Unstated[] {
  const asked: readonly (readonly [UnstatedQuestion, boolean])[] = [
    ['end', terms.until === null],
    ['above', !terms.above.stated],
    ['secretariat', !terms.secretariat.stated],
    ['cadence', !terms.cadence.stated],
    ['members', terms.seats.every((seat) => seat.role !== 'member' && seat.role !== 'chair')],
    ['decides', terms.decides.length === 0],
  ];
  const numbers = terms.seats.filter((seat) => seat.max === null).map((seat): Unstated => ({ terms, question: 'number', seat: seat.id }));
  return [...asked.flatMap(([question, open]): Unstated[] => (open ? [{ terms, question, seat: null }] : [])), ...numbers];
}
