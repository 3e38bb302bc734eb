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
import { fileOf } from './store/address.ts';
import { openStore } from './store/open.ts';
import { holdAlone } from './store/sqlite/alone.ts';
import type { Store } from './store/store.ts';
import { openSpending, type Spending } from './watch/spending.ts';

/** Local mode begins in the first month of the model's first theme groups, unless `--now` says otherwise. */
const localStart = '2015-01-05T08:00';

/** The model cannot be read; every fault with its file and line. */
class ModelWrong extends Error {
  readonly code = 'model-wrong';
}

/** Local mode has one clock and one set of people to a store. */
class AlreadyRunning extends Error {
  readonly code = 'already-running';
}

/** Starts everything in order. Returns what stops it again, the other way round. */
async function start(config: Config, asked: Asked, again: () => void): Promise<() => Promise<void>> {
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
    const pace = { now: () => now().epochMilliseconds, sleep: (ms: number, signal: AbortSignal) => setTimeout(ms, undefined, { signal }) };
    const playground = config.bot.kind === 'local' && asked.playground ? await import('./rehearsal/playground/playground.ts') : null;
    const before = config.bot.kind === 'local' && !playground ? await loadRoom(config) : null;
    const store = await openRemembered(config, spending);
    stops.push(() => store.close());

    const local =
      config.bot.kind === 'local'
        ? openLocalTime(
            await notBeforeTheLedger(store, before ? before.opensAt(charter, asked) : localNow(charter, asked.now)),
            now,
            charter.collaboration.timeZone,
          )
        : null;
    const time = local?.now ?? now;
    const noted = async () => {
      if (local) await noteLocalClock(store, local, now);
    };
    await noted();
    const hand = local && playground ? playground.handOn(movesClock(local, () => clock, noted)) : null;
    const room = local && before ? before.open({ charter, empty: asked.empty, time: local, wall: pace, again, log }) : null;
    const bot = assemble({
      config: local ? forLocal(config, room?.administrators ?? playground?.administrators ?? []) : config,
      store,
      charter,
      log,
      spending,
      now: time,
      pace: room?.pace ?? pace,
      chance: Math.random,
      woken: () => {
        clock?.wake();
        room?.changed();
      },
      serving: () => serving,
      ...(room ? { also: room.router } : {}),
      ...(hand ? { also: hand.router, local: hand.edge } : {}),
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
    const address = `http://${config.host}:${listening.port}`;
    if (room) {
      stops.push(() => room.close());
      await room.begin({ ...bot, store, idle: async () => clock?.idle(), wake: () => clock?.wake(), noted }, address);
    }
    const started = startClock({ tick, deliver, rosters: teams.refreshRosters }, time, log);
    clock = started;
    stops.push(() => started.stop());
    if (room) stops.push(async () => room.ends());
    serving = true;
    say(room ? `Samspil: ${address}` : `Samspil: ${address} (bot), /healthz, /readyz`);
    if (playground) {
      const { said, stop: ends } = await playground.beside(charter, `http://127.0.0.1:${listening.port}/api/messages`);
      stops.push(ends);
      say(said);
    }
    return stop;
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** The rehearsal room, which only local mode has; another image has not even its folder. */
async function loadRoom(config: Config) {
  const [{ openRoom, opensAt }, { forget, keptFile, readKept, setAside, writeKept }] = await Promise.all([
    import('./rehearsal/room.ts'),
    import('./rehearsal/kept.ts'),
  ]);
  const store = fileOf(config.storeFile);
  const file = keptFile(store);
  const found = await readKept(file);
  const kept = found === 'unfinished' ? null : found;
  if (store !== null && found === 'unfinished') await forget(store);
  if (store !== null && found === null) await setAside(store, say);
  if (file !== null && kept === null) await writeKept(file, null);
  return {
    opensAt: (charter: Charter, { empty, now: at }: Asked) => (at === null ? opensAt(charter, kept, empty) : localNow(charter, at)),
    open: (parts: Omit<Parameters<typeof openRoom>[0], 'kept' | 'file'>) => openRoom({ ...parts, kept, file }),
  };
}

/** A file, or Cosmos DB with the bot's own identity. */
async function openRemembered({ storeFile, bot }: Config, { observe }: Spending): Promise<Store> {
  const file = fileOf(storeFile);
  if (file !== null) await mkdir(dirname(file), { recursive: true });
  return openStore(storeFile, { observe, ...(bot.kind === 'local' ? { surviving: 'the process' } : { identity: bot.appId }) });
}

/** The one at the screen may do everything, and published pages are read here. */
function forLocal(config: Config, administrators: readonly string[]): Config {
  const pagesUrl = config.pagesUrl ?? `http://${config.host}:${config.port}${pagesPath}/`;
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  return { ...config, administrators: [...config.administrators, ...administrators], pagesUrl, publicUrl };
}

/**
 * Moves the clock on: what is due by then is done at once. What is being sent is finished first, for its lease would have ended
 * long ago on the new time, and it would be sent again.
 */
function movesClock({ now: time, move }: LocalTime, clock: () => Clock | null, note: () => Promise<void>) {
  return async (by: Temporal.Duration) => {
    await clock()?.idle();
    move(by);
    await note();
    clock()?.moved();
    return time();
  };
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

/** What is asked for when it is started. */
interface Asked {
  readonly now: string | null;
  /** Nobody sits anywhere, and nothing has happened. */
  readonly empty: boolean;
  /** Microsoft's stand-in for Teams in place of the room. */
  readonly playground: boolean;
}

/** In local mode nobody else may have the store; null where it may be shared, or is in memory. */
function holdLocal({ bot, storeFile, host }: Config) {
  const file = bot.kind === 'local' ? fileOf(storeFile) : null;
  if (file === null || file === ':memory:') return null;
  const held = holdAlone(file);
  if ('answersOn' in held) return held;
  const where = held.port === null ? 'Wait until it has started' : `Open http://${host}:${held.port}`;
  throw new AlreadyRunning(`Samspil already runs here (${file}). ${where}, or end it first.`);
}

/** In local mode the next port that is free, where the usual one is taken. */
async function freePort(config: Config): Promise<Config> {
  if (config.bot.kind !== 'local') return config;
  const { anyPort, isFree } = await import('./rehearsal/free-port.ts');
  if (config.port === 0) return { ...config, port: await anyPort() };
  for (let port = config.port; port < config.port + 50; port++) {
    if (!(await isFree(port))) continue;
    if (port !== config.port) say(`Port ${config.port} is taken: ${port} is used instead.`);
    return { ...config, port };
  }
  return config;
}

const { values } = parseArgs({
  options: {
    now: { type: 'string' },
    model: { type: 'string' },
    empty: { type: 'boolean', default: false },
    playground: { type: 'boolean', default: false },
  },
});
try {
  const read = readConfig({ ...process.env, ...(values.model === undefined ? {} : { SAMSPIL_SEEDS: values.model }) });
  const held = holdLocal(read);
  const config = await freePort(read);
  held?.answersOn(config.port);
  const asked = { now: values.now ?? null, empty: values.empty, playground: values.playground };
  let running = start(config, asked, again);
  let ending = false;
  /** What was rehearsed is forgotten, and the room opens as for the first time. */
  function again(): void {
    running = running.then(async (stop) => {
      await stop();
      const file = fileOf(config.storeFile);
      const { forget } = await import('./rehearsal/kept.ts');
      if (file !== null && !ending) await forget(file);
      return ending ? async () => undefined : start(config, asked, again);
    });
    running.catch(failed);
  }
  await running;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      ending = true;
      void running.then((stop) => stop());
    });
  }
} catch (fault) {
  failed(fault);
}

function failed(fault: unknown): void {
  process.stderr.write(`${fault instanceof Error && 'code' in fault ? fault.message : inspect(fault)}\n`);
  process.exitCode = 1;
}
