import type { IsoDate, SeatId } from '../charter/charter.ts';

/** A seat that the body cannot act without, which had somebody and has nobody since that day. */
export interface Vacancy {
  readonly seat: SeatId;
  readonly since: IsoDate;
}
/** By the clock, on the day a seat comes to stand empty. */
export interface SayVacancy {
  readonly type: 'SayVacancy';
  readonly since: IsoDate;
}
export interface VacancySaid {
  readonly type: 'VacancySaid';
  readonly v: 1;
  readonly since: IsoDate;
  readonly seats: readonly SeatId[];
}
