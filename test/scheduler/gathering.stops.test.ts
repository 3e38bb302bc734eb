import { expect, test } from 'vitest';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { openGathering } from './gathering.ts';

const cases = ['k1', 'k2'] as const;

test('a bot that stops anywhere while questions are gathered tells nobody twice and forgets nobody', { timeout: 300_000 }, async () => {
  let steps = 0;
  for (let at = 0; ; at++) {
    const gathering = await openGathering(openSqlite(':memory:'), { looks: false });
    await gathering.alone();
    await gathering.sends(...cases);
    let step = 0;
    let stopped: string | null = null;
    await gathering.until([gathering.begins()], ([first]) => {
      if (step++ !== at || !first) return first ?? 'kill';
      stopped = first.what;
      return 'kill';
    });
    const told = gathering.told();
    const second = told.length > 1 && !(await gathering.uncertain(told[0]?.slice(5) ?? ''));
    const forgotten = (await Promise.all(cases.map((id) => gathering.forgotten(id)))).flat();
    const seen = { at, stopped, told: new Set(told).size, second, forgotten };
    expect(seen).toEqual({ at, stopped, told: 1, second: false, forgotten: [] });
    await gathering.store.close();
    if (stopped === null) break;
    steps++;
  }
  expect(steps).toBeGreaterThan(40);
});
