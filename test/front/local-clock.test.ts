import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, expect, test } from 'vitest';
import { besideTheFiles } from '../../bot/cli/beside.ts';
import { readConfig } from '../../bot/config.ts';
import { noteLocalClock, openLocalTime } from '../../bot/local-time.ts';
import { openStore } from '../../bot/store/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-clock-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('in local mode the command line has the bot’s clock, also after it was moved on', async () => {
  const file = join(folder, 'samspil.db');
  const store = await openStore(file);
  const wall = () => Temporal.Now.instant();
  const time = openLocalTime(Temporal.Instant.from('2015-01-05T07:00:00Z'), wall, 'Europe/Copenhagen');
  await noteLocalClock(store, time, wall);
  time.move(Temporal.Duration.from({ days: 18 }));
  await noteLocalClock(store, time, wall);
  await store.close();
  const { now } = await besideTheFiles(() => readConfig({ SAMSPIL_STORE: file }));
  expect(now().toString()).toMatch(/^2015-01-23T07:0/);
});
