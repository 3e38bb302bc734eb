import type { Quarter } from '../time/periods.ts';

/** By the clock: how those under a body stand, once a quarter, when they have had time to answer. */
export interface SayStatus {
  readonly type: 'SayStatus';
  readonly quarter: Quarter;
}
export interface StatusSaid {
  readonly type: 'StatusSaid';
  readonly v: 1;
  readonly quarter: Quarter;
}
