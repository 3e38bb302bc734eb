import { setTimeout } from 'node:timers/promises';
import { Router } from 'express';
import pino from 'pino';
import { Temporal } from 'temporal-polyfill';
import { openDesk } from '../../../bot/desk.ts';
import { openDirectory } from '../../../bot/directory.ts';
import { openHandle } from '../../../bot/handle.ts';
import { deliver, someone, type TeamsPlace } from '../../../bot/rehearsal/connector/activities.ts';
import { openSqlite } from '../../../bot/store/sqlite.ts';
import { openTeams, type TeamsDeps } from '../../../bot/teams/app.ts';
import type { TeamsSettings } from '../../../bot/teams/settings.ts';
import { deck, words } from '../../../cards/deck.ts';
import { charter as fjord } from '../charter.ts';
import { appId, type Connector, type ConnectorOptions, startConnector, tenant } from './connector.ts';

export interface EdgeOptions extends ConnectorOptions {
  readonly settings?: Partial<TeamsSettings>;
  readonly deps?: Partial<Pick<TeamsDeps, 'deck' | 'words' | 'local' | 'handle' | 'pace'>>;
}

/** The Teams edge alone, with a real adapter, store and connector: no clock runs and nothing is delivered but answers to words. */
export async function openEdge(options: EdgeOptions = {}) {
  const connector = await startConnector({ limits: false, ...options });
  const store = openSqlite(':memory:');
  const charter = fjord();
  const directory = openDirectory(store);
  const now = () => Temporal.Instant.from('2015-02-02T08:00:00Z');
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const config: TeamsSettings = {
    host: '127.0.0.1',
    port: 0,
    bot: { kind: 'teams', appId, tenant, appType: 'UserAssignedMsi', password: null },
    administrators: [someone(1).aadObjectId],
    partnerTenants: [],
    ...options.settings,
  };
  const handle = openHandle(
    store,
    () => charter,
    () => Promise.resolve(),
  );
  const teams = openTeams({
    config,
    store,
    directory,
    handle,
    desk: (at) => openDesk(store, directory, charter, at),
    deck,
    words,
    charter: () => charter,
    clock: { now },
    pace: { now: Date.now, sleep: (ms, signal) => setTimeout(ms, undefined, { signal }) },
    log,
    cloud: connector.cloud,
    ownToken: connector.ownToken,
    patienceMs: 15_000,
    aroundPress: (work) => work(),
    beside: Router(),
    ...options.deps,
  });
  const listening = await teams.listen();
  const bot = `http://127.0.0.1:${listening.port}/api/messages`;
  return {
    connector,
    store,
    directory,
    teams,
    charter,
    now,
    logged,
    bot,
    place: placeIn(connector),
    /** As Teams delivers: signed, unless a test hands over something else. */
    deliver: async (activity: unknown, authorization?: string | null) =>
      deliver(bot, activity, authorization === undefined ? `Bearer ${await connector.token()}` : authorization),
    close: async () => {
      await listening.close();
      await connector.close();
      await store.close();
    },
  };
}

function placeIn(connector: Pick<Connector, 'url'>, change: Partial<TeamsPlace> = {}): TeamsPlace {
  return {
    serviceUrl: connector.url,
    appId,
    tenant,
    team: '19:general@thread.tacv2',
    teamName: 'Fjorden',
    channel: '19:panel@thread.tacv2',
    channelName: 'Panelet',
    ...change,
  };
}
