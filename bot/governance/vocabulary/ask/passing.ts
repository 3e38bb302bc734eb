import type { IsoDate } from '../../charter/charter.ts';

/** By the clock, on a day from which others sit in a body's seats or are away. */
export interface PassAsks {
  readonly type: 'PassAsks';
}
/** Errand: what is asked of the body falls to those who were not there before `since`. */
export interface AsksPassed {
  readonly type: 'AsksPassed';
  readonly v: 1;
  readonly since: IsoDate;
  readonly on: IsoDate;
}
/** What is written down of a seat or an absence may be of a day still to come: the first on which it is so. */
export interface OfADay {
  readonly later?: IsoDate;
}
