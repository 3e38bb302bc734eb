import { CloudAdapter, type TurnContext } from 'botbuilder';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import type { Deck, Desk } from '../../cards/kit/card.ts';
import { nearest } from '../../cards/text/languages.ts';
import type { Courier } from '../courier.ts';
import type { Directory, Identity } from '../directory.ts';
import type { Charter } from '../governance/charter/charter.ts';
import type { ChannelKey } from '../governance/vocabulary/stream.ts';
import type { Handle } from '../handle.ts';
import type { Store } from '../store/store.ts';
import { openChannels } from './channels.ts';
import { type Cloud, publicCloud } from './cloud.ts';
import { openConnector } from './connector.ts';
import type { LanguageOf } from './conversation.ts';
import { openGate } from './gate.ts';
import { type Listening, listen, openHttp } from './http.ts';
import { openLater } from './later.ts';
import { openBudget, openPace, type PaceClock, reading, sending } from './pace.ts';
import { openIdentifier } from './person.ts';
import { openCourier } from './post.ts';
import { refreshRoster, refreshRosters } from './roster.ts';
import { replyTo, type WordsByLanguage } from './said.ts';
import { checkSettings, type TeamsSettings } from './settings.ts';
import { KeptAuthentication, type OwnToken, ownTokenFrom } from './tokens.ts';
import { openRouter, type Turns, takeTurn } from './turn.ts';

export interface TeamsDeps {
  readonly config: TeamsSettings;
  readonly store: Store;
  readonly directory: Directory;
  readonly handle: Handle;
  readonly desk: (now: Temporal.Instant) => Promise<Desk>;
  readonly deck: Deck;
  readonly words: WordsByLanguage;
  readonly charter: () => Charter;
  /** The collaboration's time: local mode may move it. */
  readonly clock: { readonly now: () => Temporal.Instant };
  /** The wall's time, for pacing and for giving up. */
  readonly pace: PaceClock;
  readonly log: Logger;
  readonly cloud?: Cloud;
  readonly ownToken?: OwnToken;
  /** Cards a second to one tenant; Teams allows 50. */
  readonly tenantPerSecond?: number;
  /** How long a press may take before it is answered with a sentence; Teams itself gives up after some 5 seconds. */
  readonly pressMs?: number;
  /** How long Teams may take to answer one call. */
  readonly patienceMs: number;
  /** Around each press, from when it has been let in until it is answered: for whoever counts what it costs. */
  readonly aroundPress: (work: () => Promise<void>) => Promise<void>;
  /** What the bot's address answers besides Teams: whether it is alive and ready. */
  readonly beside: RequestHandler;
  /** Only beside the stand-in for Teams, in local mode: acting as another. */
  readonly local?: LocalEdge;
}
/** What the stand-in for Teams adds to the edge; it does not exist otherwise. */
export interface LocalEdge {
  readonly identify: (identity: Identity) => Identity;
}
export interface Teams {
  readonly courier: Courier;
  readonly listen: () => Promise<Listening>;
  /** Every channel the bot is in, one after the other, in the pace Teams allows. */
  readonly refreshRosters: () => Promise<void>;
  /** What followed the turns so far, rosters and answers to words, is done. */
  readonly settled: () => Promise<void>;
}

/** The stand-in's page loses an answer that comes before it has drawn the post that was answered. */
const standInDrawsMs = 300;

/** The Teams edge: the gate, the router, the courier and the rosters, around one adapter. */
export function openTeams(deps: TeamsDeps): Teams {
  checkSettings(deps.config);
  const { config, directory, store, handle, charter, log } = deps;
  if (deps.local && config.bot.kind !== 'local') throw new Error('local mode is for a bot without credentials');
  const cloud = deps.cloud ?? publicCloud;
  const now = () => deps.clock.now();
  const bot = config.bot.kind === 'teams' ? config.bot : null;
  const languageOf: LanguageOf = (activity) => {
    const { languages } = charter().collaboration;
    const first = nearest(languages[0] ?? null, 'da');
    const theirs = nearest(deps.local ? null : (activity.locale ?? null), first);
    return languages.includes(theirs) ? theirs : first;
  };
  const closing = new AbortController();
  const later = openLater(log);

  const ownToken = deps.ownToken ?? (bot ? ownTokenFrom(bot, cloud) : () => Promise.reject(new Error('local mode has no token')));
  const authentication = new KeptAuthentication(bot, cloud, ownToken, () => now().epochMilliseconds);
  const wire = new CloudAdapter(authentication);
  const connector = openConnector(bot ? ownToken : null);
  const budget = openBudget(deps.tenantPerSecond ?? 49, deps.pace);
  const courier = openCourier({ connector, pace: openPace(sending, budget, deps.pace), patienceMs: deps.patienceMs, log });
  const rosters = {
    settings: config,
    directory,
    connector,
    pace: openPace(reading, budget, deps.pace),
    now,
    signal: closing.signal,
    log,
  };

  const rosterIsOld = (channel: ChannelKey) => later.after('roster', () => refreshRoster(rosters, channel), channel);
  const channels = openChannels({ settings: config, store, directory, handle, now, rosterIsOld });
  const unhurried = async () => deps.local && (await deps.pace.sleep(standInDrawsMs, closing.signal));
  const identify = deps.local?.identify ?? ((identity: Identity) => identity);
  const drawing = { store, directory, desk: deps.desk, now };
  const identified = openIdentifier({ settings: config, store, directory, languageOf, identify, rosterIsOld });
  const spoken = { deck: deps.deck, words: deps.words, courier, languageOf, identified, whispers: !deps.local };
  const saying = { ...drawing, ...spoken, signal: closing.signal, log };
  const turns: Turns = {
    ...drawing,
    handle,
    deck: deps.deck,
    charter,
    languageOf,
    identified,
    heard: (activity) => later.after('heard', async () => void (await channels.heard(activity))),
    sharedView: (activity) => (deps.local && activity.replyToId) || null,
    said: async (activity) => {
      const address = await channels.heard(activity);
      if (address && activity.text) later.after('reply', () => unhurried().then(() => replyTo(saying, activity, address)));
    },
    installation: channels.installation,
    update: channels.update,
    pressMs: deps.pressMs ?? 4_500,
    log,
  };

  const gate = openGate({
    settings: config,
    cloud,
    verify: (activity, header) => authentication.authenticateRequest(activity, header),
    log,
  });
  const router = openRouter(turns);
  const take = (context: TurnContext) => {
    const turn = () => takeTurn(router, turns, context);
    return context.activity.type === 'invoke' ? deps.aroundPress(turn) : turn();
  };
  const http = openHttp({ gate, wire, take, beside: deps.beside, log });
  return {
    courier,
    listen: async () => {
      const listening = await listen(http, config);
      return {
        port: listening.port,
        close: async () => {
          await listening.close();
          closing.abort();
          await later.settled();
        },
      };
    },
    refreshRosters: () => refreshRosters(rosters, store, channels.isThere),
    settled: later.settled,
  };
}
