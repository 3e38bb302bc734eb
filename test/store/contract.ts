import { describe, it } from 'vitest';
import type { Keeps, Opened } from './contract/contract.ts';
import { ledgerPromises } from './contract/ledger.ts';
import { outboxPromises } from './contract/outbox.ts';
import { outcomePromises } from './contract/outcomes.ts';
import { readPromises } from './contract/reads.ts';
import { recordPromises } from './contract/records.ts';
import { touchPromises } from './contract/touches.ts';

/** Every store keeps these promises. `cannot` names those that the database behind it is known to break; keeping one after all fails. */
export function storeContract(name: string, open: () => Promise<Opened>, cannot: readonly string[] = []): void {
  const keeps: Keeps = (promise, check) => {
    const test = cannot.includes(promise) ? it.fails : it;
    test(promise, async () => {
      const opened = await open();
      try {
        await check(opened);
      } finally {
        await opened.close();
      }
    });
  };
  describe(name, () => {
    ledgerPromises(keeps);
    readPromises(keeps);
    outboxPromises(keeps);
    outcomePromises(keeps);
    touchPromises(keeps);
    recordPromises(keeps);
  });
}
