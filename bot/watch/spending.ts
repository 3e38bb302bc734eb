import { AsyncLocalStorage } from 'node:async_hooks';
import type { RoundTrip } from '../store/store.ts';

export interface SpendingLog {
  readonly info: (what: object, message: string) => void;
  readonly debug: (what: object, message: string) => void;
}
export interface Spending {
  /** Told by the store, for every request. */
  readonly observe: (trip: RoundTrip) => void;
  /** One line with what `work` cost, and for how many things where `count` says so: none, and the line is at debug. A store that charges nothing gives no line. */
  readonly during: <T>(what: 'press' | 'tick' | 'delivery', work: () => Promise<T>, count?: (result: T) => number) => Promise<T>;
}

/** Adds up request units by what they were spent on, whatever else goes on at the same time. */
export function openSpending(log: SpendingLog): Spending {
  const purses = new AsyncLocalStorage<{ requests: number; units: number }>();
  return {
    observe: ({ units }) => {
      const purse = purses.getStore();
      if (!purse) return;
      purse.requests++;
      purse.units += units;
    },
    during: async (what, work, count) => {
      const purse = { requests: 0, units: 0 };
      const result = await purses.run(purse, work);
      const of = count?.(result) ?? null;
      const line = { what, ...(of === null ? {} : { of }), requests: purse.requests, units: Math.round(purse.units * 100) / 100 };
      if (purse.requests > 0) log[of === 0 ? 'debug' : 'info'](line, 'request units');
      return result;
    },
  };
}
