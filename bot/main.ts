import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inspect, parseArgs } from 'node:util';
import pino from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { adoptTerms } from '../scheduler/adopt.ts';
import { type Clock, now, startClock } from '../scheduler/clock.ts';
import { lookAgainIfNew } from '../scheduler/new-faces.ts';
import { reindexIfNew } from '../scheduler/reindex.ts';
import { assemble } from './assemble.ts';
import { pagesPath } from './beside.ts';
import { type Config, ConfigWrong, readConfig } from './config.ts';
import type { Charter } from './governance/charter/charter.ts';
import { withoutFile } from './governance/charter/decided.ts';
import { instantOf } from './governance/time/calendar.ts';
import { type LocalTime, notBeforeTheLedger, noteLocalClock, openLocalTime } from './local-time.ts';
import { readCharter } from './model/read.ts';
import { howToAdd, standers, startStandIn } from './stand-in.ts';
import { fileOf } from './store/address.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';
import { openLocal } from './teams/local.ts';
import { openSpending, type Spending } from './watch/spending.ts';

/** Local mode begins in the first month of the model's first theme groups, unless `--now` says otherwise. */
const localStart = '2015-01-05T08:00';

/** The model cannot be read; every fault with its file and line. */
class ModelWrong extends Error {
  readonly code = 'model-wrong';
}

/** Starts everything in order. Returns what stops it again, the other way round. */
async function start(config: Config, asked: string | null): Promise<() => Promise<void>> {
  const log = pino({ level: config.logLevel });
  const stops: (() => Promise<void>)[] = [];
  let serving = false;
  let clock: Clock | null = null;
  const stop = async () => {
    serving = false;
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const charter = modelIn(config.seeds);
    const spending = openSpending(log);
    const store = await openRemembered(config, spending);
    stops.push(() => store.close());

    const local =
      config.bot.kind === 'local'
        ? openLocalTime(await notBeforeTheLedger(store, localNow(charter, asked)), now, charter.collaboration.timeZone)
        : null;
    const time = local?.now ?? now;
    if (local) await noteLocalClock(store, local, now);
    const bot = assemble({
      config: local ? forLocal(config) : config,
      store,
      charter,
      log,
      spending,
      now: time,
      pace: { now: () => now().epochMilliseconds, sleep: (ms, signal) => setTimeout(ms, undefined, { signal }) },
      chance: Math.random,
      woken: () => clock?.wake(),
      serving: () => serving,
      ...(local
        ? {
            local: localEdge(
              local,
              charter,
              () => clock,
              () => noteLocalClock(store, local, now),
            ),
          }
        : {}),
    });
    const { handle, teams, deliver, tick } = bot;
    await bot.takeDecided(time());
    const rebuilt = await reindexIfNew(store, bot.charter());
    if (rebuilt > 0) log.info({ streams: rebuilt }, 'snapshots and due times made again');
    await adoptTerms(store, handle, bot.charter(), time());
    if (await lookAgainIfNew(store, bot.charter(), time())) log.info('every card that stands is looked at again');
    for (const { id, decidedIn } of withoutFile(bot.charter()))
      log.warn({ terms: id, case: decidedIn }, 'decided terms are in no file of the model: write them with samspil model adopt');

    const listening = await teams.listen();
    stops.push(() => listening.close());
    const started = startClock({ tick, deliver, rosters: teams.refreshRosters }, time, log);
    clock = started;
    stops.push(() => started.stop());
    serving = true;
    say(`Samspil: http://${config.host}:${listening.port} (bot), /healthz, /readyz`);
    if (local) await beside(charter, listening.port, stops);
    return stop;
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** A file, or Cosmos DB with the bot's own identity. */
async function openRemembered({ storeFile, bot }: Config, { observe }: Spending): Promise<Store> {
  const file = fileOf(storeFile);
  if (file !== null) await mkdir(dirname(file), { recursive: true });
  return openStore(storeFile, { observe, ...(bot.kind === 'local' ? {} : { identity: bot.appId }) });
}

/** The one at the screen may do everything, and published pages are read here. */
function forLocal(config: Config): Config {
  const pagesUrl = config.pagesUrl ?? `http://${config.host}:${config.port}${pagesPath}/`;
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  return { ...config, administrators: [...config.administrators, standers[0].aadObjectId], pagesUrl, publicUrl };
}

/**
 * Acting as one of the stand-in's people, and moving the clock on: what is due by then is done at once. What is being sent is
 * finished first, for its lease would have ended long ago on the new time, and it would be sent again.
 */
function localEdge({ now: time, move }: LocalTime, charter: Charter, clock: () => Clock | null, note: () => Promise<void>) {
  const moveClock = async (by: Temporal.Duration) => {
    await clock()?.idle();
    move(by);
    await note();
    clock()?.moved();
    return time();
  };
  return openLocal({ people: standers, moveClock, timeZone: charter.collaboration.timeZone });
}

/** In local mode the stand-in for Teams runs beside the bot: General belongs to a body, the second channel to one that refers to it. */
async function beside(charter: Charter, botPort: number, stops: (() => Promise<void>)[]): Promise<void> {
  const standIn = await startStandIn(charter, `http://127.0.0.1:${botPort}/api/messages`);
  if (standIn === 'not-installed') return say(`The stand-in for Teams is not installed. Add it: ${howToAdd}`);
  if (standIn === 'not-started') return say('The stand-in for Teams did not start. The bot runs without it.');
  stops.push(standIn.stop);
  say(`Teams stand-in: ${standIn.url}`);
}

function modelIn(folder: string): Charter {
  const read = readCharter(folder);
  if ('charter' in read) return read.charter;
  throw new ModelWrong(read.errors.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
}

function localNow(charter: Charter, asked: string | null): Temporal.Instant {
  const { date, time } = /^(?<date>\d{4}-\d\d-\d\d)T(?<time>\d\d:\d\d)/.exec(asked ?? localStart)?.groups ?? {};
  if (!date || !time) throw new ConfigWrong([`--now must be a date and a time, like ${localStart}`]);
  return instantOf(charter, date, time);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const { values } = parseArgs({ options: { now: { type: 'string' } } });
try {
  const stop = await start(readConfig(), values.now ?? null);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
} catch (fault) {
  process.stderr.write(`${fault instanceof Error && 'code' in fault ? fault.message : inspect(fault)}\n`);
  process.exitCode = 1;
}
