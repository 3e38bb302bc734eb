import { afterEach, describe, expect, test } from 'vitest';
import { openCosmos } from '../../bot/store/cosmos.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { meets, openCases, raises } from '../kit/case-world.ts';
import { startCosmosFake } from '../kit/cosmos/fake.ts';
import { key } from '../kit/cosmos/opened.ts';
import { weather } from '../kit/cosmos/weather.ts';
import { forgetting } from '../kit/oracle/forgetting.ts';
import type { Looked } from '../kit/oracle/oracle.ts';
import { perturb } from '../kit/oracle/perturb.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Looks at the cards while a case is raised before a meeting, and while all that may happen to a collaboration happens. */
async function lives(store: Store): Promise<{ readonly cards: number; readonly untrue: ReadonlySet<string> }> {
  const looks: Looked[] = [];
  const world = await openCases('2015-02-02T09:00', { remembers: store, seen: (looked) => void looks.push(looked) });
  closing.push(world.close);
  await meets(world, 'panel', 'p1', '2015-03-02');
  await raises(world);
  await world.at('2015-03-02T10:00');
  await world.at('2015-03-02T14:30');
  await perturb(world);
  const untrue = new Set(looks.flatMap((looked) => looked.untrue.map(({ card }) => card)));
  return { cards: looks.reduce((sum, { cards }) => sum + cards, 0), untrue };
}

describe('cards are true whatever happens to a collaboration', { timeout: 300_000 }, () => {
  test('the cards stay true on SQLite', async () => {
    const { cards, untrue } = await lives(openSqlite(':memory:'));
    expect(cards).toBeGreaterThan(50);
    expect([...untrue]).toEqual([]);
  });

  test('the cards stay true on Cosmos with every twentieth request going wrong', async () => {
    const fake = await startCosmosFake();
    closing.push(fake.close);
    fake.fault = weather(1812, 20);
    const { untrue } = await lives(await openCosmos({ endpoint: fake.endpoint, key, pause: () => Promise.resolve() }));
    expect([...untrue]).toEqual([]);
  });

  test.each([
    ['a body’s seats and absences', /^body\/\w+#/, 'case'],
    ['texts', / texts$/, 'case'],
    ['names', /^person /, 'case'],
    ['the time', /^the clock$/, 'ask'],
  ])('a card would stand untrue if the bot did not note that it depends on %s', async (_what, sources, card) => {
    const { untrue } = await lives(forgetting(openSqlite(':memory:'), sources));
    expect(untrue).toContain(card);
  });
});
