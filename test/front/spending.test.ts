import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openCosmos } from '../../bot/store/cosmos.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { openSpending } from '../../bot/watch/spending.ts';
import { startCosmosFake } from '../kit/cosmos/fake.ts';
import { key } from '../kit/cosmos/opened.ts';
import { append, noon } from '../store/contract/appends.ts';

test('each press, tick and delivery is logged with its own cost, however many run at once', async () => {
  const lines: object[] = [];
  const { observe, during } = openSpending({ info: (line) => lines.push(line), debug: (line) => lines.push({ quietly: line }) });
  const fake = await startCosmosFake({ physicalPartitions: 1 });
  const store = await openCosmos({ endpoint: fake.endpoint, key, observe });
  await Promise.all([
    during('press', () => store.append(append())),
    during('tick', () => store.due(noon, 5)),
    during(
      'delivery',
      () => store.claim({ now: noon, leaseMs: 1, limit: 5 }),
      (claims) => claims.length,
    ),
  ]);
  await store.recall('charter');
  expect(lines).toHaveLength(3);
  expect(lines).toContainEqual({ what: 'tick', requests: 1, units: 2.9 });
  expect(lines).toContainEqual({ quietly: { what: 'delivery', of: 0, requests: 1, units: 2.9 } });
  expect(lines).toContainEqual({ what: 'press', requests: 2, units: 15.85 });
  await store.close();
  await fake.close();
});

test('a store that charges nothing logs no cost', async () => {
  const lines: object[] = [];
  const { during } = openSpending({ info: (line) => lines.push(line), debug: (line) => lines.push(line) });
  const store: Store = openSqlite(':memory:');
  await during('press', () => store.append(append()));
  await setImmediate();
  expect(lines).toEqual([]);
  await store.close();
});
