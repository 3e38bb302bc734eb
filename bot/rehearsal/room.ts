import type { RequestHandler } from 'express';
import express, { Router } from 'express';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { Deliver } from '../../scheduler/deliver.ts';
import type { Tick } from '../../scheduler/tick.ts';
import type { Directory } from '../directory.ts';
import type { Charter, IsoDate } from '../governance/charter/charter.ts';
import { termsInForce } from '../governance/charter/terms.ts';
import { dateAt, instantOf } from '../governance/time/calendar.ts';
import type { PersonKey } from '../governance/vocabulary/stream.ts';
import type { Handle } from '../handle.ts';
import type { Store } from '../store/store.ts';
import type { PaceClock } from '../teams/pace.ts';
import { localTenant } from '../teams/settings.ts';
import type { Someone, TeamsPlace } from './connector/activities.ts';
import { clientRouter } from './connector/client.ts';
import { openPeople, type Written } from './connector/people.ts';
import { openPlayedTeams } from './connector/teams.ts';
import { errandRouter } from './errands.ts';
import { type KeptRoom, writeKept } from './kept.ts';
import { openLook } from './look/look.ts';
import { pageRouter } from './page.ts';
import { castOf, type Role } from './world/cast.ts';
import { makeWorld } from './world/make.ts';
import { opensOn } from './world/story.ts';

export interface RoomParts {
  readonly charter: Charter;
  /** What was there the last time; null: the room opens for the first time. */
  readonly kept: KeptRoom | null;
  /** Where that is kept; null: nowhere. */
  readonly file: string | null;
  /** It opens with nobody in their seats. */
  readonly empty: boolean;
  readonly time: { readonly now: () => Temporal.Instant; readonly to: (time: Temporal.Instant) => void };
  readonly wall: PaceClock;
  /** Everything is forgotten and begins anew. */
  readonly again: () => void;
  readonly log: Logger;
}
/** The bot, as the room needs it. */
export interface RoomBot {
  readonly charter: () => Charter;
  readonly store: Store;
  readonly handle: Handle;
  readonly directory: Directory;
  readonly teams: { readonly settled: () => Promise<void> };
  readonly deliver: Deliver;
  readonly tick: Tick;
  /** What is being delivered is finished, and what is asked for then. */
  readonly idle: () => Promise<void>;
  readonly wake: () => void;
  /** The clock has been moved, and whatever else opens the store is to know. */
  readonly noted: () => Promise<void>;
}

const team = '19:samspil@thread.tacv2';
const administrator = 'Administrator';
const savesEveryMs = 400;

/** The first day of the model, on which the room's story begins. */
function firstDay(charter: Charter): IsoDate {
  return charter.bodies.flatMap(({ terms }) => terms.map(({ from }) => from)).sort()[0] ?? '2015-01-01';
}

/** The rehearsal room: Teams as the bot meets it, the people in it, and the page on which somebody is all of them. */
export function openRoom({ charter, kept, file, empty, time, wall, again, log }: RoomParts) {
  const first = firstDay(charter);
  const today = dateAt(charter, time.now());
  const cast: readonly Role[] = kept?.cast ?? castOf(charter, today, administrator);
  const language = charter.collaboration.languages[0] ?? 'da';
  const channels = charter.bodies
    .filter(({ id, outside, outsideTeams }) => !outside && !outsideTeams && termsInForce(charter, id, today) !== null)
    .map(({ id, name }) => ({ id: `19:${id}@thread.tacv2`, body: id, name: name[language] ?? id }));
  let written: readonly Written[] = kept?.written ?? [];
  let read: Readonly<Record<string, string>> = kept?.read ?? {};
  let serviceUrl = '';
  let revision = 1;
  let hurried = false;
  let skipped = 0;
  let whole = kept !== null;
  let saved = Promise.resolve();
  let saving: NodeJS.Timeout | null = null;
  const waiting = new Set<() => void>();
  const ending = new AbortController();

  const teams = openPlayedTeams({
    now: () => time.now().epochMilliseconds,
    wall: () => wall.now() + skipped,
    limits: true,
    token: null,
    stood: kept?.posts ?? [],
    changed,
  });

  function changed(): void {
    revision += 1;
    for (const each of waiting) each();
    waiting.clear();
    saving ??= setTimeout(() => void save(), savesEveryMs).unref();
  }

  /** One after the other, and first when the world is whole. */
  function save(): Promise<void> {
    saving = null;
    saved = saved.then(async () => {
      if (file !== null && whole)
        await writeKept(file, { at: time.now().toString(), cast, posts: teams.posts(), written, read, proven: isProven() });
    });
    return saved;
  }

  function isProven(): boolean {
    return begun?.look.proven() ?? kept?.proven ?? false;
  }

  function place(channel: string): TeamsPlace {
    const named = channels.find(({ id }) => id === channel)?.name ?? null;
    return { serviceUrl, appId: 'samspil', tenant: localTenant, team, teamName: 'Sundhedssamarbejdet', channel, channelName: named };
  }

  /** While the world is made or its clock is moved nobody waits for Teams' limits: the time they would take passes at once. */
  const pace: PaceClock = {
    now: () => wall.now() + skipped,
    sleep: async (ms, signal) => {
      if (!hurried) return wall.sleep(ms, AbortSignal.any([signal, ending.signal])).catch(unlessEnding);
      skipped += Math.ceil(ms);
    },
  };

  /** Whoever ends the room does not wait for what was to be sent later. */
  function unlessEnding(fault: unknown): void {
    if (!ending.signal.aborted) throw fault;
  }

  async function begin(bot: RoomBot, address: string) {
    serviceUrl = `${address}/teams/`;
    for (const { id } of channels)
      teams.roster(
        id,
        cast.map(({ person }) => person),
      );
    const people = openPeople({
      bot: `${address}/api/messages`,
      place,
      standing: teams.standing,
      nextId: teams.nextId,
      now: () => time.now().epochMilliseconds,
      wrote: (one) => {
        written = [...written, one];
        changed();
      },
    });
    const screen = cast.at(-1)?.person;
    const persons = new Map(await Promise.all(cast.map(({ person }) => keyOf(person))));
    /** They are known before any roster is read: whoever many rosters show at once would be made once for each. */
    async function keyOf({ id, name, aadObjectId }: Someone): Promise<[string, PersonKey]> {
      return [id, await bot.directory.person({ tenant: localTenant, aadObjectId, mri: id }, name, null)];
    }
    const settle = async () => {
      await bot.teams.settled();
      while ((await bot.deliver.empty()) > 0) await bot.teams.settled();
    };
    hurried = true;
    if (screen && kept === null) {
      await Promise.all(channels.map(({ id }) => people.install(id, screen)));
      await bot.teams.settled();
    } else if (screen && channels[0]) await people.install(channels[0].id, screen);
    if (kept === null && !empty) {
      const at = (to: Temporal.Instant) => time.to(to);
      await makeWorld({ ...bot, charter, cast, channels, first, at, now: time.now, settle });
      await bot.tick(time.now());
      await settle();
    }
    hurried = false;
    await bot.noted();
    if (kept === null) read = Object.fromEntries(channels.flatMap(({ id }) => everybody(id, newestIn(id))));
    whole = true;
    await save();
    const look = openLook({ ...bot, channels, cast, persons, now: time.now, proven: isProven() });
    const moves = async (to: Temporal.Instant) => {
      hurried = true;
      try {
        await bot.idle();
        time.to(to);
        await bot.noted();
        await bot.tick(time.now());
        bot.wake();
        await bot.idle();
      } finally {
        hurried = ending.signal.aborted;
      }
      changed();
    };
    return { people, look, moves };
  }

  function reads(person: string, channel: string): void {
    read = { ...read, [`${person}|${channel}`]: newestIn(channel) };
  }
  function newestIn(channel: string): string {
    return [...teams.cards(channel), ...written.filter((each) => each.channel === channel)].reduce(
      (most, { activity }) => (Number(activity) > Number(most) ? activity : most),
      '0',
    );
  }
  function everybody(channel: string, newest: string): readonly (readonly [string, string])[] {
    return cast.map(({ person }) => [`${person.id}|${channel}`, newest]);
  }

  let begun: Awaited<ReturnType<typeof begin>> | null = null;
  let closed = false;
  const router = Router();
  const client = {
    people: () => begun?.people ?? null,
    someone: (id: string) => cast.find(({ person }) => person.id === id)?.person ?? null,
    cards: teams.cards,
    written: () => written,
  };
  router.use('/teams/client', clientRouter(client));
  router.use('/teams', (request, response) => void teams.answer(request, response));
  router.use(pageRouter());
  const errands = errandRouter({
    ...client,
    charter,
    cast,
    channels,
    look: () => begun?.look ?? null,
    read: (person, channel) => read[`${person}|${channel}`] ?? '0',
    reads: (person, channel) => {
      reads(person, channel);
      changed();
    },
    revision: () => revision,
    changes: (after, ms) => {
      if (revision !== after || closed) return Promise.resolve();
      return new Promise((resolve) => {
        const late = setTimeout(resolve, ms).unref();
        waiting.add(() => {
          clearTimeout(late);
          resolve();
        });
      });
    },
    now: time.now,
    moves: (to) => begun?.moves(to) ?? Promise.resolve(),
    changed,
    again,
    log,
  });
  router.use('/room', express.json({ limit: 10_000 }), errands);

  return {
    router: router as RequestHandler,
    pace,
    changed,
    administrators: cast.filter(({ person }) => person.name === administrator).map(({ person }) => person.aadObjectId),
    /** Makes the world, or comes back to the one that was; resolves when the page may be opened. */
    begin: async (bot: RoomBot, address: string): Promise<void> => {
      begun = await begin(bot, address);
    },
    /** Nothing waits for Teams' limits any more. */
    ends: (): void => {
      hurried = true;
      ending.abort();
    },
    close: async (): Promise<void> => {
      closed = true;
      changed();
      if (saving) clearTimeout(saving);
      await save();
    },
  };
}

/** When the room opens: on the day of the story on which it is told to its end, or on its first when nothing has happened. */
export function opensAt(charter: Charter, kept: KeptRoom | null, empty: boolean): Temporal.Instant {
  if (kept) return Temporal.Instant.from(kept.at);
  const first = instantOf(charter, firstDay(charter), '09:00');
  return empty ? first.add({ hours: 24 * opensOn }) : first;
}
