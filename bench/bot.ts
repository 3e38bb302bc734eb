import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { assemble } from '../bot/assemble.ts';
import { openSqlite } from '../bot/store/sqlite.ts';
import type { Cloud } from '../bot/teams/cloud.ts';
import { openSpending } from '../bot/watch/spending.ts';
import { now, startClock } from '../scheduler/clock.ts';
import { charter } from '../test/kit/charter.ts';
import { config } from '../test/outside/kills/setting.ts';

interface Told {
  readonly store: string;
  readonly cloud: Cloud;
}

/** The whole bot in a process of its own: says its port when it listens, and ends when it is told to. */
const { store: file, cloud }: Told = JSON.parse(process.argv[2] ?? '');
const log = pino({ level: 'silent' });
const bot = assemble({
  spending: openSpending(log),
  config: { ...config, storeFile: file },
  store: openSqlite(file),
  charter: charter(),
  now,
  chance: Math.random,
  woken: () => undefined,
  serving: () => true,
  pace: { now: Date.now, sleep: (ms, signal) => setTimeout(ms, undefined, { signal }) },
  log,
  cloud,
  ownToken: async () => 'own-token',
});
const listening = await bot.teams.listen();
startClock({ tick: bot.tick, deliver: bot.deliver, rosters: bot.teams.refreshRosters }, now, log);
process.send?.(listening.port);
await once(process, 'disconnect');
process.exit();
