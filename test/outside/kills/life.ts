import { flushCompileCache } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { assemble } from '../../../bot/assemble.ts';
import { openStore } from '../../../bot/store/open.ts';
import { openSpending } from '../../../bot/watch/spending.ts';
import { type Clock, startClock } from '../../../scheduler/clock.ts';
import { bodiesOf, config, type Life, timeOf } from './setting.ts';

/** Runs the bot with its own clock, store and edge in a process that is there to be killed. */
const life: Life = JSON.parse(process.argv[2] ?? '');
const now = timeOf(life);
let clock: Clock | null = null;
const log = pino({ level: 'silent' });
const bot = assemble({
  spending: openSpending(log),
  config: { ...config, storeFile: life.store },
  store: await openStore(life.store),
  charter: bodiesOf(life.bodies),
  now,
  chance: Math.random,
  woken: () => clock?.wake(),
  serving: () => true,
  pace: { now: () => now().epochMilliseconds, sleep: (ms, signal) => setTimeout(ms / 20, undefined, { signal }) },
  tenantPerSecond: 10_000,
  log,
  cloud: life.cloud,
  ownToken: async () => {
    const answered = await fetch(`${life.origin}/oauth2/v2.0/token`, { method: 'POST' });
    return ((await answered.json()) as { access_token: string }).access_token;
  },
});
const { port } = await bot.teams.listen();
clock = startClock({ tick: bot.tick, deliver: bot.deliver, rosters: bot.teams.refreshRosters }, now, log);
// A life that is killed writes nothing more, so what it has compiled is kept for the next one now.
flushCompileCache();
process.send?.(port);
