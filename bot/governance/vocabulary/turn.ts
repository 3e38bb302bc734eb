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

/** By whoever has answered something that several keys are asked, until all have answered. */
export interface TakeBackAnswer {
  readonly type: 'TakeBackAnswer';
}
export interface AnswerTakenBack {
  readonly type: 'AnswerTakenBack';
  readonly v: 1;
  readonly seat: SeatId;
  readonly person: PersonKey;
}
