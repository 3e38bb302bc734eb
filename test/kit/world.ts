import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { Temporal } from 'temporal-polyfill';
import { assemble } from '../../bot/assemble.ts';
import type { Config } from '../../bot/config.ts';
import { channelKey } from '../../bot/directory.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { instantOf } from '../../bot/governance/time/calendar.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Store } from '../../bot/store/store.ts';
import { openSpending } from '../../bot/watch/spending.ts';
import { adoptTerms } from '../../scheduler/adopt.ts';
import { charter as fjord } from './charter.ts';
import { remembered } from './remembered.ts';
import { type Activity, deliver, installed, invoke, message, type Place, someone } from './teams/activities.ts';
import { type Connector, type Standing, startConnector, tenant } from './teams/connector.ts';
import { type Button, buttonsOf, pressed, type Shown, titleOf, wordsOf } from './teams/screen.ts';
import { type Answer, answerIn, edgeSettings, identityOf, placeNamed } from './teams/settings.ts';

export interface WorldOptions {
  /** By role or by an invented name; the first one is administrator. */
  readonly people: readonly string[];
  readonly at?: string;
  readonly charter?: Charter;
  /** A file where several worlds share what is remembered. */
  readonly store?: string;
  /** Another store, open already. */
  readonly remembers?: Store;
  /** A connector that several worlds share. */
  readonly connector?: Connector;
}
export type World = Awaited<ReturnType<typeof openWorld>>;
interface OnCard {
  /** How the card's title begins. */
  readonly on: string;
  readonly in?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/**
 * The bot as it runs, with a store in memory, the real Teams edge over HTTP and a connector with Teams' limits, and people who press
 * by title and label. Time stands still until somebody moves it; what there is to do is then done until nothing is left.
 */
export async function openWorld(options: WorldOptions) {
  const charter = options.charter ?? fjord();
  const wall = (at: string) => instantOf(charter, at.slice(0, 10), at.slice(11)).epochMilliseconds;
  let ms = wall(options.at ?? '2015-02-02T09:00');
  const now = () => Temporal.Instant.fromEpochMilliseconds(ms);
  const connector = options.connector ?? (await startConnector({ now: () => ms }));
  const everyone = options.people.map((name, at) => ({ ...someone(at + 1, name), tenantId: tenant, userRole: 'user' }));
  const faults: string[] = [];
  const pages = mkdtempSync(join(tmpdir(), 'samspil-pages-'));
  const store = options.remembers ?? (await remembered(options.store ?? ':memory:'));
  const config: Config = {
    ...edgeSettings,
    pagesPlace: pages,
    administrators: everyone.slice(0, 1).map((person) => person.aadObjectId),
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
  });
  await adoptTerms(store, bot.handle, charter, now());
  const listening = await bot.teams.listen();
  const address = `http://127.0.0.1:${listening.port}/api/messages`;
  let givens = 0;
  const places = new Map<string, Place>();
  const people = new Map<string, ReturnType<typeof personCalled>>();

  /** Delivers, and lets a few minutes pass where something waits for its time, until nothing is open. */
  async function settle(): Promise<void> {
    for (let step = 0; step < 400; step++) {
      await bot.teams.settled();
      const taken = await bot.deliver.empty();
      if (taken > 0) continue;
      if ((await store.backlog(ms)).open === 0) return;
      ms += 1_000;
    }
    throw new Error(`something stays open: ${JSON.stringify(await store.backlog(ms))} ${faults.join('')}`);
  }

  /** Hands over what Teams would send, signed; the invoke's answer, or null. */
  async function hand(activity: Activity): Promise<Answer> {
    const { status, body } = await deliver(address, activity, `Bearer ${await connector.token()}`);
    if (status !== 200) throw new Error(`the bot answered ${status}: ${body} ${faults.join('')}`);
    return answerIn(body);
  }

  function channel(name: string) {
    const place = places.get(name) ?? { ...placeNamed(name), serviceUrl: connector.url };
    places.set(name, place);
    connector.roster(place.channel, everyone);
    const cards = (): readonly Standing[] => connector.cards(place.channel);
    return {
      place,
      cards,
      key: channelKey(place.channel),
      titles: (): readonly string[] => cards().map(({ card }) => titleOf(card)),
      installs: async (by = everyone[0] ?? someone(1)): Promise<void> => {
        await hand(installed(place, by));
        await settle();
      },
    };
  }

  /** The newest card whose title begins so, in one channel or in any. */
  function newest(on: string, where?: string): Standing {
    const among = where === undefined ? connector.posts() : channel(where).cards();
    const found = among.findLast(({ card }) => titleOf(card).startsWith(on));
    if (!found) throw new Error(`no card begins with "${on}", but ${among.map(({ card }) => `"${titleOf(card)}"`).join(', ')}`);
    return found;
  }

  function personCalled(name: string) {
    const self = everyone.find((each) => each.name === name);
    if (!self) throw new Error(`nobody is called ${name}`);
    const views = new Map<string, { readonly card: Shown; readonly replaced: number }>();
    const placeOf = (standing: Standing) => [...places.values()].find((place) => place.channel === standing.channel) ?? placeNamed('?');
    /** One's own view, until the card is replaced. */
    const look = (standing: Standing): Shown => {
      const view = views.get(standing.activity);
      return view && view.replaced === (connector.standing(standing.activity)?.replaced ?? 0) ? view.card : standing.card;
    };
    const click = (standing: Standing, button: Button, data: Shown): Activity =>
      invoke(placeOf(standing), self, { verb: button.verb, data, replyTo: standing.activity });
    const send = async (standing: Standing, activity: Activity): Promise<string> => {
      const answer = await hand(activity);
      if ('card' in answer)
        views.set(standing.activity, { card: answer.card, replaced: connector.standing(standing.activity)?.replaced ?? 0 });
      return 'sentence' in answer ? answer.sentence : '';
    };
    const openView = async (standing: Standing): Promise<Shown> => {
      const view = buttonsOf(standing.card).find(({ verb }) => verb === 'view');
      if (view) await send(standing, click(standing, view, view.data));
      return look(standing);
    };
    /** The button is on the card, or on one's own view of it. */
    const aim = async (label: string, { on, in: where, with: written = {} }: OnCard) => {
      const standing = newest(on, where);
      const here = [look(standing), ...(buttonsOf(look(standing)).some(({ title }) => title === label) ? [] : [await openView(standing)])];
      const card = here.at(-1) ?? standing.card;
      const button = buttonsOf(card).find(({ title }) => title === label);
      if (!button)
        throw new Error(
          `"${on}" has no button "${label}" for ${name}, but ${buttonsOf(card)
            .map(({ title }) => title)
            .join(', ')}`,
        );
      return { standing, activity: click(standing, button, pressed(card, button, written)) };
    };
    return {
      name,
      self,
      /** The press as Teams would send it, not sent yet: to send it late, twice, or from elsewhere. */
      aims: async (label: string, where: OnCard): Promise<Activity> => (await aim(label, where)).activity,
      /** Presses, and lets the bot do what follows. The sentence that comes back, '' for a card. */
      presses: async (label: string, where: OnCard): Promise<string> => {
        const { standing, activity } = await aim(label, where);
        const sentence = await send(standing, activity);
        await settle();
        return sentence;
      },
      /** What this person reads on the card when they open their own view of it. */
      sees: async (on: string, where?: string): Promise<readonly string[]> => wordsOf(await openView(newest(on, where))),
      buttons: async (on: string, where?: string): Promise<readonly string[]> =>
        buttonsOf(await openView(newest(on, where))).map(({ title }) => title),
      writes: async (words: string, where: string): Promise<void> => {
        await hand(message(channel(where).place, self, words));
        await settle();
      },
    };
  }

  return {
    store,
    connector,
    bot,
    charter,
    /** Where the bot listens. */
    address,
    faults,
    /** The folder published meetings are written to. */
    pages,
    now,
    hand,
    settle,
    channel,
    person: (name: string) => {
      const known = people.get(name) ?? personCalled(name);
      people.set(name, known);
      return known;
    },
    /** The operator sees to something at once, where a test is not about how it came to be. */
    given: async (stream: Stream, command: Command): Promise<void> => {
      const cause = `operator:given.${++givens}` as const;
      const handled = await bot.handle({ stream, command, by: { kind: 'operator' }, cause, now: now() });
      if (handled.result === 'refused') throw new Error(`${command.type} was refused: ${handled.refusal.refused}`);
    },
    /** What the ledger calls somebody. */
    key: (name: string): Promise<PersonKey> => bot.directory.person(identityOf(personCalled(name).self), name, 'da-DK'),
    /** What stands in a channel on the newest card whose title begins so. */
    stands: (on: string, where?: string): readonly string[] => wordsOf(newest(on, where).card),
    standing: newest,
    /** The clock jumps to a date and time of the collaboration; what is due by then is done. */
    at: async (time: string): Promise<void> => {
      if (wall(time) < ms) throw new Error(`${time} is past`);
      ms = wall(time);
      await bot.tick(now());
      await settle();
    },
    close: async (): Promise<void> => {
      await listening.close();
      if (!options.connector) await connector.close();
      await store.close();
      rmSync(pages, { recursive: true, force: true });
    },
  };
}
