import type { SeatId } from '../charter/charter.ts';
import type { IsoInstant, PersonKey } from './stream.ts';

/** What is said when the chairs of a body have been asked and nobody answers: by name, the deputy may act, the secretariat hears. */
export const askedPrompts = ['reminded', 'deputy', 'secretariat'] as const;
export type AskedPrompt = (typeof askedPrompts)[number];

/** One key turned: for which seat, by whom, and what they judged. It stands when the seat changes hands. */
export interface Turn<J> {
  readonly seat: SeatId;
  readonly person: PersonKey;
  readonly judgement: J;
  readonly at: IsoInstant;
}
