import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { notBeforeTheLedger, openLocalTime } from '../../bot/local-time.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { recordSomething } from '../kit/recorded.ts';

const at = Temporal.Instant.from;

describe('local mode’s clock', () => {
  it('the local clock begins where it is told, runs with the wall clock and can be moved forward', () => {
    let wall = at('2026-11-28T04:00:00Z');
    const time = openLocalTime(at('2015-01-05T07:00:00Z'), () => wall, 'Europe/Copenhagen');
    wall = wall.add({ minutes: 10 });
    expect(time.now().toString()).toBe('2015-01-05T07:10:00Z');
    time.move(Temporal.Duration.from({ days: 7 }));
    wall = wall.add({ minutes: 5 });
    expect(time.now().toString()).toBe('2015-01-12T07:15:00Z');
  });

  it('the local clock does not go back with a wall clock that does, and is never before the time that it was moved to', () => {
    let wall = at('2026-11-28T04:00:00Z');
    const time = openLocalTime(at('2015-01-05T07:00:00Z'), () => wall, 'Europe/Copenhagen');
    time.to(at('2015-02-26T07:30:00Z'));
    wall = wall.subtract({ milliseconds: 1 });
    expect(time.now().toString()).toBe('2015-02-26T07:30:00Z');
    wall = wall.add({ seconds: 2 });
    expect(time.now().toString()).toBe('2015-02-26T07:30:01.999Z');
  });

  it('a local clock moved forward a week shows the same hour although summer time began', () => {
    const time = openLocalTime(at('2015-03-27T07:00:00Z'), () => at('2026-11-28T04:00:00Z'), 'Europe/Copenhagen');
    time.move(Temporal.Duration.from({ days: 7 }));
    expect(time.now().toZonedDateTimeISO('Europe/Copenhagen').hour).toBe(8);
  });

  it('the local clock never begins before the newest entry of the ledger', async () => {
    const store = openSqlite(':memory:');
    expect((await notBeforeTheLedger(store, at('2014-01-01T08:00:00Z'))).toString()).toBe('2014-01-01T08:00:00Z');
    await recordSomething(store);
    const heads = await store.heads(null, Number.MAX_SAFE_INTEGER);
    const entries = (await Promise.all(heads.map(({ stream }) => store.history(stream)))).flat();
    const newest =
      entries
        .map((each) => each.at)
        .sort()
        .at(-1) ?? '';
    expect((await notBeforeTheLedger(store, at('2014-01-01T08:00:00Z'))).toString()).toBe(newest);
    expect((await notBeforeTheLedger(store, at('2030-01-01T08:00:00Z'))).toString()).toBe('2030-01-01T08:00:00Z');
    await store.close();
  });
});
