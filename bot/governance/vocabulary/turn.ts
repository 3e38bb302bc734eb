import type { SeatId } from '../charter/charter.ts';
import type { IsoInstant, PersonKey } from './stream.ts';

/** What older ledgers have said when the chairs of a body had been asked and nobody answered. */
export type AskedPrompt = 'reminded' | 'deputy' | 'secretariat';

/** One key turned: for which seat, by whom, and what they judged. It stands when the seat changes hands. */
export interface Turn<J> {
  readonly seat: SeatId;
  readonly person: PersonKey;
  readonly judgement: J;
  readonly at: IsoInstant;
}
