import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { upcast } from '../../bot/governance/ledger/upcast.ts';
import type { Packed } from '../../bot/store/movable.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { checkLedger } from '../../bot/view/ledger/ledger.ts';
import { reindexIfNew } from '../../scheduler/reindex.ts';
import { charter } from '../kit/charter.ts';

const folder = new URL('../ledgers/', import.meta.url);
const recorded = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));

function packedIn(file: string): readonly Packed[] {
  const lines = readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
  return lines.map((line): Packed => JSON.parse(line));
}

/** A recorded ledger is never edited, because every later build must read what an older one wrote. */
describe('a ledger recorded once is read by every later build', () => {
  test.each(recorded)('the recorded ledger %s is read and checked by this build', async (file) => {
    const store = openSqlite(':memory:');
    for (const item of packedIn(file)) await store.importItem(item);
    const streams = (await store.heads(null, Number.MAX_SAFE_INTEGER)).length;
    expect(streams).toBeGreaterThan(3);
    expect(await reindexIfNew(store, charter())).toBe(streams);
    expect((await checkLedger(store, [])).findings).toEqual([]);
    await store.close();
  });

  test('ledgers are recorded of a case, a meeting, a year, milestones, initiatives and knowledge', () => {
    const subjects = ['case', 'initiatives', 'knowledge', 'meeting', 'milestones', 'year'];
    expect(recorded).toEqual(subjects.map((subject) => `${subject}.jsonl`));
  });
});

describe('an event of an older version', () => {
  const steps = {
    SeatFilled: [
      (event: { type: string; v: number }) => ({ ...event, v: 2, since: 'unknown' }),
      (event: { type: string; v: number }) => ({ ...event, v: 3, sector: null }),
    ],
  };

  test('an event of an older version is brought up to date one version at a time', () => {
    expect(upcast({ type: 'SeatFilled', v: 1 }, steps)).toEqual({ type: 'SeatFilled', v: 3, since: 'unknown', sector: null });
    expect(upcast({ type: 'SeatFilled', v: 2 }, steps)).toEqual({ type: 'SeatFilled', v: 3, sector: null });
    expect(upcast({ type: 'SeatFilled', v: 3 }, steps)).toEqual({ type: 'SeatFilled', v: 3 });
  });

  test('an event written by a newer build is refused rather than guessed at', () => {
    expect(() => upcast({ type: 'SeatFilled', v: 4 }, steps)).toThrow('SeatFilled version 4 was written by a newer Samspil');
    expect(() => upcast({ type: 'constructor', v: 2 })).toThrow('newer Samspil');
  });
});
