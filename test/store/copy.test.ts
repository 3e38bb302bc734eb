import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { CopyRefused, copyStore } from '../../bot/store/copy.ts';
import { openCosmos } from '../../bot/store/cosmos.ts';
import type { Movable, Packed } from '../../bot/store/movable.ts';
import { openStore } from '../../bot/store/open.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { samspil as command } from '../kit/commands.ts';
import { type CosmosFake, startCosmosFake } from '../kit/cosmos/fake.ts';
import { key } from '../kit/cosmos/opened.ts';
import { append, bound, errand, index, installed, minute, noon, notice, text } from './contract/appends.ts';

type Place = Store & Movable;
let fake: CosmosFake;
const open: Place[] = [];

beforeEach(async () => {
  fake = await startCosmosFake();
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  await fake.close();
});

describe('moving a store', () => {
  test('a store copied to Cosmos and back is the same to the letter', async () => {
    const [here, back, cloud] = [embedded(), embedded(), await inCloud()];
    await fill(here);
    const copied = await copyStore(here, cloud);
    expect(copied).toEqual({ streams: 6, entries: 160, outbox: 8, records: 9 });
    await copyStore(cloud, back);
    expect(await everything(cloud)).toEqual(await everything(here));
    expect(await everything(back)).toEqual(await everything(here));
  });

  test('a copied store goes on where it stood, with its versions, causes, leases and erased texts', async () => {
    const [here, cloud] = [embedded(), await inCloud()];
    await fill(here);
    const [held] = await here.claim({ now: noon, leaseMs: minute, limit: 1 });
    await copyStore(here, cloud);
    const on: Stream = 'channel/c1';
    const recalled = await cloud.recall(on);
    expect(await cloud.append(append({ expect: recalled?.version ?? 0, cause: 'c1 0' }))).toEqual({ result: 'seen', seq: 1 });
    expect(await cloud.append(append({ expect: recalled?.version ?? 0, cause: 'new' }))).toMatchObject({ result: 'appended' });
    expect((await cloud.texts(on)).has('erased')).toBe(false);
    expect(held && (await here.settle(held, { kind: 'park', error: 'no' }))).toBe(true);
    expect((await cloud.claim({ now: noon, leaseMs: minute, limit: 50 })).map((claim) => claim.key)).not.toContain(held?.key);
    expect(await cloud.claim({ now: noon + minute, leaseMs: minute, limit: 50 })).toContainEqual(
      expect.objectContaining({ key: held?.key, uncertain: true }),
    );
    const record = await cloud.record('person', 'p-1');
    expect(await cloud.putRecord('person', 'p-1', 'x', record?.version ?? null)).toBe(true);
  });

  test('a copy to Cosmos ends right although it was cut off at ten random points', async () => {
    const [here, cloud] = [embedded(), await inCloud()];
    await fill(here);
    const whole = await requestsOf(async () => copyStore(here, await inCloud('another')));
    for (const point of points(10, whole)) {
      cutOffAfter(point);
      await expect(copyStore(here, cloud)).rejects.toMatchObject({ code: 'store-unavailable' });
      fake.fault = () => null;
    }
    await copyStore(here, cloud);
    expect(await everything(cloud)).toEqual(await everything(here));
  });

  test('a copy from Cosmos ends right although it was cut off at ten random points', async () => {
    const [here, cloud, back] = [embedded(), await inCloud(), embedded()];
    await fill(here);
    await copyStore(here, cloud);
    const whole = await requestsOf(() => copyStore(cloud, embedded()));
    for (const point of points(10, whole)) {
      cutOffAfter(point);
      await expect(copyStore(cloud, back)).rejects.toMatchObject({ code: 'store-unavailable' });
      fake.fault = () => null;
    }
    await copyStore(cloud, back);
    expect(await everything(back)).toEqual(await everything(here));
  });

  test('what was sent or erased after a first copy is sent or erased in the second too', async () => {
    const [here, cloud] = [embedded(), await inCloud()];
    await fill(here);
    await copyStore(here, cloud);
    for (const claim of await here.claim({ now: noon, leaseMs: minute, limit: 50 }))
      await here.settle(claim, { kind: 'done', place: null });
    await here.eraseText('channel/c1', 'c1');
    await here.eraseRecord('person', 'p-1');
    await here.append(append({ stream: 'channel/c2', expect: 20, cause: 'later' }));
    await copyStore(here, cloud);
    expect(await everything(cloud)).toEqual(await everything(here));
    expect(await cloud.record('person', 'p-1')).toBeNull();
  });

  test('a copy into a store with entries of its own is refused', async () => {
    const [here, cloud] = [embedded(), await inCloud()];
    await fill(here);
    await cloud.append(append({ stream: 'channel/c1', cause: 'other' }));
    await expect(copyStore(here, cloud)).rejects.toThrow(CopyRefused);
    expect(await cloud.history('channel/c2')).toEqual([]);
    const elsewhere = embedded();
    await elsewhere.append(append({ stream: 'channel/only-there' }));
    await expect(copyStore(here, elsewhere)).rejects.toThrow('channel/only-there');
  });

  test('a copy is refused when an entry has been changed', async () => {
    const [here, cloud] = [embedded(), await inCloud()];
    await fill(here);
    const forged = { ...here, exportAll: () => forge(here.exportAll()) };
    await expect(copyStore(forged, cloud)).rejects.toThrow('broken at entry 2 (changed)');
    expect(await cloud.heads(null, Number.MAX_SAFE_INTEGER)).toEqual([]);
  });

  test('a copy notices what is lost or changed on the way', async () => {
    const here = embedded();
    await fill(here);
    const [loses, changes] = [embedded(), embedded()];
    const losing = async (item: Packed) => (item.kind === 'record' ? undefined : loses.importItem(item));
    await expect(copyStore(here, { ...loses, importItem: losing })).rejects.toThrow(/record .* did not arrive$/);
    const changing = (item: Packed) => changes.importItem(item.kind === 'outbox' ? { ...item, item: { ...item.item, attempts: 7 } } : item);
    await expect(copyStore(here, { ...changes, importItem: changing })).rejects.toThrow('did not arrive as it was sent');
  });
});

describe('samspil store copy', () => {
  test('the command copies between two addresses, says what it copied and refuses what it cannot copy', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'samspil-'));
    const [here, back] = [join(directory, 'here.db'), join(directory, 'back.db')];
    const cloud = `cosmos:${fake.endpoint}?key=${key}`;
    const store = openSqlite(here);
    await fill(store);
    await store.close();
    expect(await samspil('store', 'copy', here, cloud)).toEqual([
      0,
      expect.stringMatching(/^Copied 6 streams with 160 entries, 8 outbox items and 9 records\./),
    ]);
    expect(await samspil('store', 'copy', cloud, `sqlite:${back}`)).toEqual([0, expect.stringContaining('Every chain was checked.')]);
    expect(await samspil('store', 'copy', join(directory, 'none.db'), cloud)).toEqual([1, expect.stringContaining('there is no file')]);
    expect(await samspil('store', 'copy', here, fake.endpoint)).toEqual([1, expect.stringContaining('Cosmos DB is written cosmos:')]);
    const [one, other] = [openSqlite(here), openSqlite(back)];
    expect(await everything(other)).toEqual(await everything(one));
    await one.close();
    await other.close();
    rmSync(directory, { recursive: true });
  });
});

describe('a store by its address', () => {
  test('an address opens the embedded store or Cosmos', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'samspil-'));
    const stores = [await openStore(`sqlite:${join(directory, 'a.db')}`), await openStore(`cosmos:${fake.endpoint}?key=${key}`)];
    open.push(...stores);
    for (const store of stores) expect(await store.append(append())).toMatchObject({ result: 'appended' });
    expect(fake.items().length).toBeGreaterThan(0);
    for (const store of open.splice(0)) await store.close();
    rmSync(directory, { recursive: true });
  });

  test('a store’s address may carry a key only on this machine and must be encrypted', async () => {
    await expect(openStore('cosmos:https://account.documents.azure.com/?key=x')).rejects.toMatchObject({ code: 'store-address-wrong' });
    await expect(openStore('cosmos:http://account.documents.azure.com/')).rejects.toMatchObject({ code: 'store-address-wrong' });
    await expect(openStore('https://account.documents.azure.com/')).rejects.toMatchObject({ code: 'store-address-wrong' });
  });
});

async function samspil(...words: readonly string[]): Promise<readonly [number, string]> {
  const { code, out, err } = await command({}, ...words);
  return [code, out + err];
}

function embedded(): Place {
  const store = openSqlite(':memory:');
  open.push(store);
  return store;
}

async function inCloud(container = 'samspil'): Promise<Place> {
  const store = await openCosmos({ endpoint: fake.endpoint, key, container, pause: () => Promise.resolve() });
  open.push(store);
  return store;
}

/** Puts something in every part of the store, and a stream too long for one batch. */
async function fill(store: Store): Promise<void> {
  for (const [at, stream] of (['channel/c1', 'channel/c2', 'body/it', 'meeting/x.1', 'persons'] as const).entries()) {
    for (let expect = 0; expect < 20; expect++) {
      const more =
        expect === 0 ? { texts: [text(stream.slice(-2)), text('erased')], notices: [notice(`${stream}:welcome`, { about: stream })] } : {};
      const last =
        expect === 19
          ? { errands: at < 3 ? [{ ...errand(`${stream}#20/x`) }] : [], index: index({ dueAt: noon + at, waitingOn: ['p-1'] }) }
          : {};
      await store.append(
        append({ stream, expect, cause: `${stream.slice(-2)} ${expect}`, events: [bound(`${expect}`)], ...more, ...last }),
      );
    }
    await store.eraseText(stream, 'erased');
  }
  const many = Array.from({ length: 30 }, () => installed);
  await store.append(append({ stream: 'channel/long', cause: 'a', events: many }));
  await store.append(append({ stream: 'channel/long', expect: 30, cause: 'b', events: many }));
  for (const id of ['p-1', 'æ/\\?#', 'p-3']) {
    for (const kind of ['person', 'roster', 'installation'] as const) await store.putRecord(kind, id, { id, kind }, null);
  }
}

async function everything(store: Movable): Promise<unknown> {
  const all: unknown[] = [];
  for await (const item of store.exportAll()) {
    if (item.kind === 'stream') all.push({ ...item, texts: item.texts.toSorted((a, b) => (a.ref < b.ref ? -1 : 1)) });
    else all.push(item);
  }
  return all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

async function* forge(items: AsyncIterable<Packed>): AsyncIterable<Packed> {
  for await (const item of items) {
    const forged = (seq: number) => (seq === 2 ? { by: 'p-forged' } : {});
    yield item.kind === 'stream' ? { ...item, entries: item.entries.map((entry) => ({ ...entry, ...forged(entry.seq) })) } : item;
  }
}

async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const before = fake.counted.length;
  await work();
  return fake.counted.length - before;
}

/** Answers nothing from this request on, as when the line is cut. */
function cutOffAfter(requests: number): void {
  let left = requests;
  fake.fault = () => (left-- > 0 ? null : { status: 503 });
}

function points(count: number, most: number): readonly number[] {
  let dice = 1_234_567;
  return Array.from({ length: count }, () => {
    dice = (dice * 48_271) % 2_147_483_647;
    return dice % most;
  });
}
