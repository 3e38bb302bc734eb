import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { channelKey, openDirectory } from '../../../bot/directory.ts';
import type { Command } from '../../../bot/governance/vocabulary/all.ts';
import type { Stream } from '../../../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../../../bot/handle.ts';
import type { StandingPost, TeamsFault } from '../../../bot/rehearsal/connector/teams.ts';
import { openStore } from '../../../bot/store/open.ts';
import { compiled } from '../../kit/compiled.ts';
import { startCosmosFake } from '../../kit/cosmos/fake.ts';
import { key } from '../../kit/cosmos/opened.ts';
import { weather } from '../../kit/cosmos/weather.ts';
import { appId, startConnector, tenant } from '../../kit/teams/connector.ts';
import { beganAt, bodiesOf, type Life, timeOf } from './setting.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;

export type Where = 'embedded' | 'cosmos';

/** The stage holds the store and the connector that many lives of the bot meet in turn, and asks the bot for things in between. */
export async function openStage(bodies: number, where: Where, start = '2015-02-02T09:00:00Z') {
  const cloud = where === 'cosmos' ? await startCosmosFake() : null;
  if (cloud) cloud.fault = weather(1905);
  const folder = await mkdtemp(join(tmpdir(), 'samspil-kills-'));
  const connector = await startConnector({ limits: false });
  const kept = cloud ? `cosmos:${cloud.endpoint}?key=${key}` : join(folder, 'samspil.db');
  const life: Life = { store: kept, bodies, cloud: connector.cloud, origin: connector.origin, began: beganAt(start), clock: 0 };
  const store = await openStore(life.store);
  const charter = bodiesOf(bodies);
  const now = timeOf(life);
  const directory = openDirectory(store);
  const handle = openHandle(
    store,
    () => charter,
    (ms) => setTimeout(ms),
  );
  const texts = new WeakMap<object, string>();
  let asks = 0;

  async function ask(stream: Stream, command: Command): Promise<void> {
    const handled = await handle({ stream, command, by: { kind: 'operator' }, cause: `operator:kills.${++asks}`, now: now() });
    if (handled.result === 'refused') throw new Error(`${command.type} was refused: ${handled.refusal.refused}`);
  }

  /** Starts a life whose clock differs from ours by this much, and which tells its port once it answers. */
  function begin(clock: number): ChildProcess {
    return spawn(process.execPath, [new URL('life.ts', import.meta.url).pathname, JSON.stringify({ ...life, clock })], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...compiled },
    });
  }

  /** Each card is parsed once, however often it is looked for. */
  function textOf({ card }: StandingPost): string {
    const text = texts.get(card) ?? JSON.stringify(card);
    texts.set(card, text);
    return text;
  }

  return {
    store,
    connector,
    cloud,
    charter,
    directory,
    handle,
    begin,
    now,
    ask,
    /** Returns the standing cards about this. */
    cardsAbout: (about: string): readonly StandingPost[] => connector.posts().filter((post) => textOf(post).includes(`"about":"${about}"`)),
    /** Lets a body meet in a channel of this name from now on. */
    meets: async (body: string, conversation: string): Promise<void> => {
      const channel = channelKey(conversation);
      const serviceUrl = connector.url;
      await directory.keepAddress({
        channel,
        conversation,
        tenant,
        team: 't',
        teamName: 'T',
        name: conversation,
        serviceUrl,
        bot: `28:${appId}`,
      });
      await ask(`channel/${channel}`, { type: 'NoteInstalled', of: 'channel' });
      await ask(`channel/${channel}`, { type: 'BindBody', body });
    },
    plan: async (body: string, id: string): Promise<void> => {
      const start = now().add({ hours: 24 * 20 });
      const end = start.add({ hours: 2 });
      const when = { start: start.toString(), end: end.toString() };
      const what = { place: null, link: { ref: 'none', mac: 'none' }, joint: [], extraordinary: false, reason: null };
      await ask(`meeting/${id}`, { type: 'PlanMeeting', body, ...when, ...what });
    },
    /** Runs one life, which ends by SIGKILL once `until` says so. It is seldom asked, since what it looks up takes time from the life. */
    live: async (until: () => Promise<boolean>, everyMs = 50): Promise<void> => {
      const child = begin(0);
      const exited = once(child, 'exit');
      while (child.exitCode === null && !(await until())) await setTimeout(everyMs);
      if (child.exitCode !== null) throw new Error(`the bot ended by itself, with ${child.exitCode}`);
      child.kill('SIGKILL');
      await exited;
    },
    close: async (): Promise<void> => {
      await connector.close();
      await store.close();
      await cloud?.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Teams refuses, breaks off and takes cards without saying so, in every life. */
export const troubles: readonly TeamsFault['how'][] = [
  { status: 429, retryAfter: 1 },
  { status: 429 },
  { status: 412, code: 'PreconditionFailed' },
  { status: 502 },
  'drop',
  'accept-and-drop',
];

/** Returns the channel in which a body of the story meets. */
export function conversationOf(each: number): string {
  return `19:panel${each}@thread.tacv2`;
}

export async function nothingOpen({ store, now }: Stage): Promise<boolean> {
  return (await store.backlog(now().epochMilliseconds)).open === 0;
}
