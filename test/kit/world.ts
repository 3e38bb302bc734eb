import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { Temporal } from 'temporal-polyfill';
import { assemble } from '../../bot/assemble.ts';
import type { Config } from '../../bot/config.ts';
import { channelKey } from '../../bot/directory.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { wall as clock, instantOf } from '../../bot/governance/time/calendar.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { deliver, installed, someone, type TeamsActivity, type TeamsPlace } from '../../bot/rehearsal/connector/activities.ts';
import type { StandingPost } from '../../bot/rehearsal/connector/teams.ts';
import type { Store } from '../../bot/store/store.ts';
import { openSpending } from '../../bot/watch/spending.ts';
import { adoptTerms } from '../../scheduler/adopt.ts';
import { charter as fjord } from './charter.ts';
import { type Hands, handsOf } from './hands.ts';
import type { Looked } from './oracle/oracle.ts';
import { perturb } from './oracle/perturb.ts';
import { remembered } from './remembered.ts';
import { type Connector, startConnector, tenant } from './teams/connector.ts';
import { isCalled, nameOf, titleOf, wordsOf } from './teams/screen.ts';
import { type Answer, answerIn, edgeSettings, identityOf, placeNamed } from './teams/settings.ts';

/** The administrator of every world. A test of a right would prove nothing if the administrator also held the seat that gives it. */
export const administrator = 'Ditte Drift';

export interface WorldOptions {
  readonly at: string;
  /** Channels by name, and the body that meets in each. */
  readonly channels?: Readonly<Record<string, string>>;
  /** The body, the person by an invented name, and the seat they hold. */
  readonly seats?: readonly (readonly [body: string, name: string, seat: string])[];
  /** The day from which the seats are held. */
  readonly since?: string;
  /** People who are in the channels and hold no seat when the world opens. */
  readonly people?: readonly string[];
  readonly charter?: Charter;
  /** A file where several worlds share what is remembered. */
  readonly store?: string;
  /** Another store, open already. */
  readonly remembers?: Store;
  /** A connector that several worlds share. */
  readonly connector?: Connector;
  /** Told after each step what was seen of the cards that stand, instead of the test failing where one is untrue. */
  readonly seen?: (looked: Looked) => void;
}
export type World = Awaited<ReturnType<typeof openWorld>>;

/**
 * The bot as it runs, with a store in memory, the real Teams edge over HTTP and a connector with Teams' limits, and people who press
 * by title and label. Time stands still until somebody moves it; what there is to do is then done until nothing is left.
 */
export async function openWorld(options: WorldOptions) {
  const charter = options.charter ?? fjord();
  const wall = (at: string) => instantOf(charter, at.slice(0, 10), at.slice(11)).epochMilliseconds;
  let ms = wall(options.at);
  const now = () => Temporal.Instant.fromEpochMilliseconds(ms);
  const connector = options.connector ?? (await startConnector({ now: () => ms }));
  const named = new Set([administrator, ...(options.seats ?? []).map(([, name]) => name), ...(options.people ?? [])]);
  const everyone = [...named].map((name, at) => ({ ...someone(at + 1, name), tenantId: tenant, userRole: 'user' }));
  const faults: string[] = [];
  const pages = mkdtempSync(join(tmpdir(), 'samspil-pages-'));
  const store = options.remembers ?? (await remembered(options.store ?? ':memory:'));
  const config: Config = {
    ...edgeSettings,
    pagesPlace: pages,
    administrators: everyone.filter(({ name }) => name === administrator).map((person) => person.aadObjectId),
    storeFile: options.store ?? ':memory:',
  };
  const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) });
  const bot = assemble({
    spending: openSpending(log),
    config,
    store,
    charter,
    now,
    chance: () => 0.5,
    woken: () => undefined,
    serving: () => true,
    pace: {
      now: () => ms,
      sleep: async (wait) => {
        ms += Math.ceil(wait);
      },
    },
    log,
    cloud: connector.cloud,
    ownToken: connector.ownToken,
    // How busy the machine is decides nothing that a test says.
    pressMs: 60_000,
  });
  await bot.takeDecided(now());
  await adoptTerms(store, bot.handle, bot.charter(), now());
  const listening = await bot.teams.listen();
  const address = `http://127.0.0.1:${listening.port}/api/messages`;
  let givens = 0;
  const places = new Map<string, TeamsPlace>();
  const people = new Map<string, Hands>();

  const looks = process.env.VITEST ? await watched() : async () => undefined;

  /** Under test, every card that stands must say what is true. */
  async function watched(): Promise<() => Promise<void>> {
    const [{ openOracle }, { note }] = [await import('./oracle/oracle.ts'), await import('./oracle/untrue.ts')];
    const page = (meeting: string) => (config.pagesUrl === null ? null : new URL(`${meeting}.html`, config.pagesUrl).href);
    const picture = async () => config.publicUrl;
    const look = openOracle({ store, directory: bot.directory, charter: bot.charter, now, page, picture, shown: connector.replaceable });
    return async () => (options.seen ?? note)(await look());
  }

  /** Delivers, and lets a few minutes pass where something waits for its time, until nothing is open. */
  async function settle(): Promise<void> {
    for (let step = 0; step < 400; step++) {
      await bot.teams.settled();
      const taken = await bot.deliver.empty();
      if (taken > 0) continue;
      if ((await store.backlog(ms)).open === 0) return looks();
      ms += 1_000;
    }
    throw new Error(`something stays open: ${JSON.stringify(await store.backlog(ms))} ${faults.join('')}`);
  }

  /** Hands over what Teams would send, signed; the invoke's answer, or null. */
  async function hand(activity: TeamsActivity): Promise<Answer> {
    const { status, body } = await deliver(address, activity, `Bearer ${await connector.token()}`);
    if (status !== 200) throw new Error(`the bot answered ${status}: ${body} ${faults.join('')}`);
    return answerIn(body);
  }

  function channel(name: string) {
    const place = places.get(name) ?? { ...placeNamed(name), serviceUrl: connector.url };
    places.set(name, place);
    connector.roster(place.channel, everyone);
    const cards = (): readonly StandingPost[] => connector.cards(place.channel);
    return {
      place,
      cards,
      key: channelKey(place.channel),
      titles: (): readonly string[] => cards().map(({ card }) => nameOf(card)),
      installs: async (by = everyone[0] ?? someone(1)): Promise<void> => {
        await hand(installed(place, by));
        await settle();
      },
    };
  }

  /** The newest card whose title begins so, in one channel or in any, among those that all see, and those that only this person does. */
  function newest(on: string, where?: string, eyes: string | null = null): StandingPost {
    const all = where === undefined ? connector.posts() : channel(where).cards();
    const among = all.filter(({ only }) => only === null || only === eyes);
    const found = among.findLast(({ card }) => isCalled(card, on));
    if (!found) throw new Error(`no card begins with "${on}", but ${among.map(({ card }) => `"${titleOf(card)}"`).join(', ')}`);
    return found;
  }

  function personCalled(name: string): Hands {
    const self = everyone.find((each) => each.name === name);
    if (!self) throw new Error(`nobody is called ${name}`);
    const known =
      people.get(name) ??
      handsOf(self, {
        connector,
        hand,
        settle,
        newest: (on, where) => newest(on, where, self.id),
        channel,
        places: () => [...places.values()],
      });
    people.set(name, known);
    return known;
  }

  /** The operator sees to something at once, where a test is not about how it came to be. */
  async function given(stream: Stream, command: Command): Promise<void> {
    const cause = `operator:given.${++givens}` as const;
    const handled = await bot.handle({ stream, command, by: { kind: 'operator' }, cause, now: now() });
    if (handled.result === 'refused') throw new Error(`${command.type} was refused: ${handled.refusal.refused}`);
  }

  /** What answered a word that day becomes a picture of it at midnight, before anything of the days after has happened. */
  async function passesMidnight(until: number): Promise<void> {
    const midnight = clock(charter, now()).startOfDay().add({ days: 1 }).epochMilliseconds;
    const open = (await store.standing()).some(({ notice, look }) => notice.said && !look?.closed);
    if (!open || midnight >= until) return;
    ms = midnight;
    await settle();
  }

  /** What the ledger calls somebody. */
  const key = (name: string): Promise<PersonKey> => bot.directory.person(identityOf(personCalled(name).self), name, 'da-DK');

  /** Bodies meet in their channels and people sit in their seats, unless a world that shares this store has seen to it. */
  async function settlesIn({ channels = {}, seats = [], since = '2015-01-01' }: WorldOptions): Promise<void> {
    for (const name of Object.keys(channels)) channel(name);
    if ((await store.ofKind('channel')).length > 0) return;
    for (const [name, body] of Object.entries(channels)) {
      await channel(name).installs();
      await given(`channel/${channel(name).key}`, { type: 'BindBody', body });
    }
    for (const [at, [body, name, seat]] of seats.entries()) {
      const before = seats.slice(0, at).filter((each) => each[0] === body && each[2] === seat).length;
      const appointment = before === 0 ? `${body}-${seat}` : `${body}-${seat}-${before + 1}`;
      await given(`body/${body}`, { type: 'FillSeat', appointment, seat, person: await key(name), from: since });
    }
    await settle();
  }

  await settlesIn(options);
  const world = {
    store,
    connector,
    bot,
    charter,
    people: [...named],
    /** Where the bot listens. */
    address,
    faults,
    /** The folder published meetings are written to. */
    pages,
    now,
    hand,
    settle,
    channel,
    person: personCalled,
    given,
    key,
    /** What stands in a channel on the newest card whose title begins so. */
    stands: (on: string, where?: string): readonly string[] => wordsOf(newest(on, where).card),
    standing: newest,
    /** The clock jumps to a date and time of the collaboration; what is due by then is done. */
    at: async (time: string): Promise<void> => {
      if (wall(time) < ms) throw new Error(`${time} is past`);
      await passesMidnight(wall(time));
      ms = wall(time);
      await bot.tick(now());
      await settle();
    },
    close: async (): Promise<void> => {
      if (process.env.TRUTH_PERTURBED && !options.connector && !options.remembers) await perturb(world);
      await listening.close();
      if (!options.connector) await connector.close();
      await store.close();
      rmSync(pages, { recursive: true, force: true });
    },
  };
  return world;
}
