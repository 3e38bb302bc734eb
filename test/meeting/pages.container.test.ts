import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Courier } from '../../bot/courier.ts';
import { openDirectory } from '../../bot/directory.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { openHandle } from '../../bot/handle.ts';
import { openPagesPlace } from '../../bot/pages-place.ts';
import { macOf } from '../../bot/store/chain.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { openPages } from '../../bot/view/meeting/publish.ts';
import { openDeliver } from '../../scheduler/deliver.ts';
import { charter as fjord } from '../kit/charter.ts';
import { type Identity, startIdentity } from '../kit/teams/identity.ts';
import { type PagesContainer, startPagesContainer } from './pages-container.ts';

const account = 'samspil.blob.core.windows.net';
const address = `https://${account}/moeder`;
const token = 'of-the-identity';
const meeting = 'meeting/m1';
const key = 'a0'.repeat(32);
const charter = () => fjord();

let identity: Identity;
let container: PagesContainer;
let store: Store;
let time: Temporal.Instant;
let handle: ReturnType<typeof openHandle>;
let acts = 0;

beforeAll(async () => {
  identity = await startIdentity(token);
  container = await startPagesContainer('moeder', token);
  Object.assign(process.env, identity.settings, { ELSEWHERE: JSON.stringify({ [account]: container.origin }) });
  await import('../kit/teams/elsewhere.ts');
});
afterAll(() => Promise.all([container.close(), identity.close()]));

/** A meeting of the panel whose minutes are published; its page waits in the outbox. */
beforeEach(async () => {
  container.held.clear();
  container.faults.splice(0);
  store = openSqlite(':memory:');
  handle = openHandle(store, charter, async () => undefined);
  time = Temporal.Instant.from('2015-02-02T09:00:00Z');
  const plan = { joint: [], extraordinary: false, reason: null, start: '2015-03-02T09:00:00Z', end: '2015-03-02T11:00:00Z', link: null };
  await does({ type: 'PlanMeeting', body: 'panel', ...plan, place: ref('place', 'Rådhuset i Ærø') }, { place: 'Rådhuset i Ærø' });
  const proposal = { kind: 'decision', recommendations: [], case: null, papers: null, closed: false } as const;
  await does(
    { type: 'ProposeItem', item: 'i1', proposal: { ...proposal, title: ref('title', 'En fælles plan') } },
    { title: 'En fælles plan' },
  );
  time = Temporal.Instant.from('2015-03-02T12:30:00Z');
  await does({ type: 'RecordOutcome', item: 'i1', outcome: 'decided', text: ref('d', 'Planen godkendes') }, { d: 'Planen godkendes' });
  await does({ type: 'SendMinutes' });
  time = Temporal.Instant.from('2015-03-20T09:00:00Z');
  await does({ type: 'PublishMinutes' });
});
afterEach(() => store.close());

test('the bot’s identity puts a published meeting’s whole page and a list of meetings into the container, as pages a browser shows', async () => {
  await pages().write(meeting);
  expect([...container.held.keys()].sort()).toEqual(['index.html', 'm1.html']);
  expect([...container.held.values()].map(({ type }) => type)).toEqual(Array(2).fill('text/html; charset=utf-8'));
  const page = container.held.get('m1.html')?.html;
  expect(page).toMatch(/^<!doctype html>[\s\S]*Rådhuset i Ærø[\s\S]*Planen godkendes[\s\S]*<\/html>\s*$/i);
  expect(container.held.get('index.html')?.html).toContain('href="m1.html"');
  expect(identity.asked).toContainEqual({ resource: 'https://storage.azure.com', client: 'client-of-the-bot' });
  expect(pages().address('m1')).toBe(`${address}/m1.html`);
});

test('a published page that is written again is the same', async () => {
  await pages().write(meeting);
  const once = new Map(container.held);
  expect(await pages().writeAll()).toBe(1);
  expect(container.held).toEqual(once);
});

test.each([
  [503, 'ServerBusy'],
  [403, 'AuthorizationPermissionMismatch'],
])(
  'a container that answers %i %s is asked once a try, and the page is tried again from the outbox until it stands',
  async (status, code) => {
    const before = container.asked();
    container.faults.push([status, code], [status, code]);
    const said: unknown[] = [];
    const deliver = openDeliver({
      store,
      directory: openDirectory(store),
      charter,
      handle,
      courier,
      picture: async () => null,
      calendar: async () => null,
      pages: pages(),
      now: () => time,
      chance: () => 0.5,
      timing: { leaseMs: 120_000, sendMs: 40_000, answerMs: 15_000, skewMs: 60_000 },
      log: { warn: () => undefined, error: (what) => said.push(what) },
    });
    await deliver.empty();
    expect(container.asked() - before).toBe(1);
    expect(container.held.size).toBe(0);
    expect(await store.notice(`${meeting}:page`)).toMatchObject({ state: 'open', place: null });
    const message = `The page m1.html could not be put into ${address}: ${status} ${code}.`;
    expect(said).toMatchObject([{ key: `${meeting}:page`, err: { code: 'page-not-put', message } }]);
    expect(JSON.stringify(said)).not.toContain(token);
    for (let round = 0; round < 3; round++) {
      time = time.add({ minutes: 5 });
      await deliver.empty();
    }
    expect(await store.notice(`${meeting}:page`)).toMatchObject({ state: 'sent' });
    expect(container.asked() - before).toBe(4);
    expect([...container.held.keys()].sort()).toEqual(['index.html', 'm1.html']);
  },
);

function pages() {
  const { everyone } = openDirectory(store);
  return openPages({ store, charter, everyone, place: openPagesPlace(address, 'client-of-the-bot'), url: `${address}/` });
}

/** No channel is told of a page, so a card here would be a fault. */
const courier: Courier = {
  post: async () => Promise.reject(new Error('no card was asked for')),
  replace: async () => Promise.reject(new Error('no card was asked for')),
};

function ref(name: string, words: string) {
  return { ref: name, mac: macOf(key, words) };
}

async function does(command: Command, words: Readonly<Record<string, string>> = {}): Promise<void> {
  const texts = Object.entries(words).map(([each, text]) => ({ ref: each, key, words: text }));
  const handled = await handle({ stream: meeting, command, by: { kind: 'operator' }, cause: `operator:${++acts}`, texts, now: time });
  expect(handled).not.toMatchObject({ result: 'refused' });
}
