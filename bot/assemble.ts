import { setTimeout } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { deck, words } from '../cards/deck.ts';
import { type Deliver, openDeliver } from '../scheduler/deliver.ts';
import { lookAgainIfNew } from '../scheduler/new-faces.ts';
import { reindexIfNew } from '../scheduler/reindex.ts';
import { openTick, type Tick } from '../scheduler/tick.ts';
import { openBeside } from './beside.ts';
import { openCalendars } from './calendars.ts';
import type { Config } from './config.ts';
import { openLivingCharter } from './decided-terms.ts';
import { openDesk } from './desk.ts';
import { type Directory, openDirectory } from './directory.ts';
import type { Charter } from './governance/charter/charter.ts';
import { type Handle, openHandle } from './handle.ts';
import { openPagesPlace } from './pages-place.ts';
import { openPictures } from './pictures.ts';
import type { Store } from './store/store.ts';
import { openTeams, type Teams, type TeamsDeps } from './teams/app.ts';
import { openPages } from './view/meeting/publish.ts';
import { withPulse } from './watch/pulse.ts';
import type { Spending } from './watch/spending.ts';

/** What a bot is made of; the rest follows. */
export interface BotParts extends Pick<TeamsDeps, 'pace' | 'cloud' | 'ownToken' | 'tenantPerSecond' | 'pressMs' | 'local'> {
  readonly config: Config;
  readonly store: Store;
  readonly charter: Charter;
  /** The collaboration's time. */
  readonly now: () => Temporal.Instant;
  /** Between 0 and 1; spreads retries. */
  readonly chance: () => number;
  /** Something was recorded, and there may be something to deliver. */
  readonly woken: () => void;
  readonly serving: () => boolean;
  readonly log: Logger;
  /** What a store that charges by the request was paid. */
  readonly spending: Spending;
  /** What the address answers besides, in local mode alone. */
  readonly also?: RequestHandler;
}
export interface Bot {
  readonly directory: Directory;
  readonly handle: Handle;
  readonly teams: Teams;
  readonly deliver: Deliver;
  readonly tick: Tick;
  /** What the files of the model say, and what has been decided. */
  readonly charter: () => Charter;
  /** Takes in what was decided, and where that was something new has everything reckoned and drawn by it. Asked for at the start, and then every minute. */
  readonly takeDecided: (at: Temporal.Instant) => Promise<void>;
}

/** Puts the rooms together; nothing runs yet. Only here do Teams and the scheduler meet: one is handed the other's courier. */
export function assemble({ config, store, charter: model, now, chance, woken, serving, log, spending, also, ...edge }: BotParts): Bot {
  const { charter, refresh } = openLivingCharter(store, model);
  const directory = openDirectory(store);
  const recording = openHandle(store, charter, (ms) => setTimeout(ms));
  const handle: Handle = async (ask) => {
    const handled = await recording(ask);
    if (handled.result === 'done' && ask.stream === 'charter') await refresh();
    if (handled.result === 'done') woken();
    return handled;
  };
  const place = openPagesPlace(config.pagesPlace, config.bot.kind === 'local' ? undefined : config.bot.appId);
  const pages = openPages({ store, charter, everyone: directory.everyone, place, url: config.pagesUrl });
  const pictures = openPictures({ store, charter, now, publicUrl: config.publicUrl });
  const bare = (at: Temporal.Instant) => openDesk(store, directory, charter(), at, pages.address);
  const calendars = openCalendars({ store, now, desk: bare, publicUrl: config.publicUrl });
  const desk = (at: Temporal.Instant) => openDesk(store, directory, charter(), at, pages.address, pictures.address, calendars.address);
  const beside = openBeside({ store, now, serving }, config).use(pictures.router).use(calendars.router);
  if (also) beside.use(also);
  const { timing } = config;
  const teams = openTeams({
    ...edge,
    patienceMs: timing.answerMs,
    config,
    store,
    directory,
    handle,
    desk,
    deck,
    words,
    charter,
    clock: { now },
    aroundPress: (work) => spending.during('press', work),
    beside,
    log,
  });
  const { courier } = teams;
  const addresses = { picture: pictures.address, calendar: calendars.address };
  const outbox = openDeliver({ store, directory, charter, handle, courier, pages, ...addresses, now, chance, timing, log });
  const deliver: Deliver = { ...outbox, empty: () => spending.during('delivery', outbox.empty, (taken) => taken) };
  const round = withPulse(openTick({ store, charter, handle, skewMs: timing.skewMs, log }), store, log);
  let reckonedBy = charter();
  const takeDecided = async (at: Temporal.Instant) => {
    await refresh();
    if (reckonedBy === charter()) return;
    await reindexIfNew(store, charter());
    await lookAgainIfNew(store, charter(), at);
    reckonedBy = charter();
  };
  const tick: Tick = (at) =>
    spending.during('tick', async () => {
      await takeDecided(at);
      return round(at);
    });
  return { directory, handle, teams, deliver, tick, charter, takeDecided };
}
