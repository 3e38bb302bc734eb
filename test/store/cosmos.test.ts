import { CosmosClient } from '@azure/cosmos';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCosmos } from '../../bot/store/cosmos.ts';
import type { Movable } from '../../bot/store/movable.ts';
import type { RoundTrip, Store } from '../../bot/store/store.ts';
import settings from '../../infra/cosmos-container.json' with { type: 'json' };
import { type Asked, type CosmosFake, type Fault, startCosmosFake } from '../kit/cosmos/fake.ts';
import type { FakeOperation } from '../kit/cosmos/fake-ask.ts';
import { key } from '../kit/cosmos/opened.ts';
import { append, bound, errand, minute, noon, notice, stream, text } from './contract/appends.ts';

let fake: CosmosFake;
let store: Store & Movable;
let trips: RoundTrip[] = [];
let waits: number[] = [];

beforeEach(async () => {
  fake = await startCosmosFake();
  [trips, waits] = [[], []];
  store = await openCosmos({ endpoint: fake.endpoint, key, observe: (trip) => trips.push(trip), pause: async (ms) => void waits.push(ms) });
});
afterEach(async () => {
  await store.close();
  await fake.close();
});

describe('an answer that is lost', () => {
  const lostOnce: readonly Fault[] = ['lost', { status: 408, after: true }, { status: 503, after: true }, { status: 500, after: true }];
  test.each(lostOnce)('an append whose answer is lost to %j is found to be written once', async (fault) => {
    once('batch', fault);
    expect(await store.append(append({ notices: [notice('n')], texts: [text('t')] }))).toMatchObject({ result: 'appended', version: 1 });
    expect(await store.history(stream)).toHaveLength(1);
    expect(await store.notice('n')).toMatchObject({ edition: 1 });
  });

  test.each(lostOnce)('a claim, a renewal or a settlement whose answer is lost to %j is found to have happened', async (fault) => {
    await store.append(append({ notices: [notice('n')], errands: [errand('e')] }));
    once('replace', fault);
    const [first, second] = await store.claim({ now: noon, leaseMs: minute, limit: 2 });
    if (!first || !second) throw new Error('two were asked for');
    once('replace', fault);
    expect(await store.renew(first, noon, minute)).not.toBeNull();
    for (const claim of [first, second]) {
      once('replace', fault);
      expect(await store.settle(claim, { kind: 'done', place: null })).toBe(true);
    }
    expect(await store.settle(first, { kind: 'done', place: null })).toBe(false);
  });

  test.each(lostOnce)('a record whose answer is lost to %j is recognised, and another’s record is not taken for it', async (fault) => {
    fake.fault = first(1, ({ kind, body }) => kind === 'create' && body.includes('"record"'), fault);
    expect(await store.putRecord('person', 'p-1', 'a', null)).toBe(true);
    expect(await store.putRecord('person', 'p-1', 'a', null)).toBe(false);
  });

  test('an erasure whose answer is lost has still happened', async () => {
    await store.append(append({ texts: [text('t')] }));
    once('delete', 'lost');
    await store.eraseText(stream, 't');
    expect(await store.texts(stream)).toEqual(new Map());
  });
});

describe('a store that is busy', () => {
  test('a busy store is asked again after the wait it names, and otherwise after waits of our own', async () => {
    fake.fault = first(3, ({ kind }) => kind === 'batch', { status: 429 });
    expect(await store.append(append())).toMatchObject({ result: 'appended' });
    expect(waits).toHaveLength(3);
    expect(waits.every((ms) => ms > 5 && ms <= 1_000)).toBe(true);

    fake.fault = first(1, ({ kind }) => kind === 'batch', { status: 429, retryAfterMs: 77 });
    await store.append(append({ stream: 'channel/c2' }));
    expect(waits.at(-1)).toBe(77);
  });

  test.each([449, 429] as const)('a store that answers every append with %i is given up on, and nothing was written', async (status) => {
    fake.fault = ({ kind }) => (kind === 'batch' ? { status } : null);
    await expect(store.append(append())).rejects.toMatchObject({ code: 'store-unavailable', written: 'no', retryAfterMs: null });
    expect(fake.counted.filter(({ kind }) => kind === 'batch')).toHaveLength(8);
    expect(fake.items()).toEqual([]);
  });

  test('a press does not sit out a long retry-after', async () => {
    fake.fault = ({ kind }) => (kind === 'batch' ? { status: 429, retryAfterMs: 8_000 } : null);
    await expect(store.append(append())).rejects.toMatchObject({ written: 'no', retryAfterMs: 8_000 });
    expect(waits).toEqual([]);
  });

  test('an append without an answer may have been written, and sending it again records it once', async () => {
    fake.fault = ({ kind }) => (kind === 'batch' ? 'lost' : null);
    await expect(store.append(append())).rejects.toMatchObject({ code: 'store-unavailable', written: 'unknown' });
    fake.fault = () => null;
    expect(await store.append(append())).toEqual({ result: 'seen', seq: 1 });
  });

  test('a store that fails midway returns the items it could claim and leaves the rest to the end of their lease', async () => {
    await store.append(append({ notices: [notice('a'), notice('b'), notice('c')] }));
    fake.fault = ({ kind, body }) => (kind === 'replace' && body.includes('"key":"b"') ? { status: 503 } : null);
    expect((await store.claim({ now: noon, leaseMs: minute, limit: 9 })).map((claim) => claim.key)).toEqual(['a', 'c']);
  });
});

describe('a replica that lags behind', () => {
  test('a replica that lags behind is not taken for an empty store', async () => {
    await store.append(append());
    fake.fault = first(4, ({ kind }) => kind === 'read', 'behind');
    expect(await store.recall(stream)).toMatchObject({ version: 1 });
    fake.fault = ({ kind }) => (kind === 'read' || kind === 'query' ? 'behind' : null);
    await expect(store.recall(stream)).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(store.history(stream)).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});

describe('a notice that moves while an append is on its way', () => {
  test('a notice that moves during an append is read again, and neither change is lost', async () => {
    const other = await openCosmos({ endpoint: fake.endpoint, key });
    const slow = await openCosmos({ endpoint: fake.endpoint, key, pause: async () => void (await other.redraw('n', noon)) });
    await other.append(append({ notices: [notice('n')] }));
    once('batch', { status: 449 });
    expect(await slow.append(append({ expect: 1, cause: '2', notices: [notice('n')] }))).toMatchObject({ result: 'appended' });
    expect((await store.notice('n'))?.edition).toBeGreaterThanOrEqual(3);
    await other.close();
    await slow.close();
  });
});

describe('what stands in the container', () => {
  test('an append is one batch that replaces only the head and the standing notices and creates the rest', async () => {
    await store.append(append({ notices: [notice('channel/c1:welcome')] }));
    const batches: string[] = [];
    fake.fault = ({ kind, body }) => {
      if (kind === 'batch') batches.push(body);
      return null;
    };
    const events = [bound('it'), bound('sam')];
    await store.append(
      append({ expect: 1, cause: '2', events, notices: [notice('channel/c1:welcome')], errands: [errand('e')], texts: [text('t')] }),
    );
    expect(batches).toHaveLength(1);
    const operations: readonly { operationType: string; ifMatch?: string; resourceBody: { id: string } }[] = JSON.parse(batches[0] ?? '');
    expect(
      operations.map(({ operationType, ifMatch, resourceBody: { id } }) => `${operationType}${ifMatch ? ' if it matches' : ''} ${id}`),
    ).toEqual([
      'Create cause~press:2',
      'Replace if it matches head',
      'Create entry~000000000002',
      'Create entry~000000000003',
      'Create text~t',
      'Replace if it matches notice~channel_2f_c1:welcome',
      'Create errand~e',
    ]);
  });

  test('every field that queries use is indexed, and no other field is', async () => {
    await store.append(append({ notices: [notice('n')] }));
    const queries: string[] = [];
    fake.fault = ({ kind, body }) => {
      if (kind === 'query') queries.push(JSON.parse(body).query);
      return null;
    };
    await store.due(noon, 5);
    await store.ofBody('meeting', 'it', { openOnly: true });
    await store.ofKind('meeting');
    await store.waitingOn('p-1');
    await store.heads(null, noon);
    await store.history(stream);
    await store.texts(stream);
    await store.claim({ now: noon, leaseMs: minute, limit: 5 });
    await store.notice('n');
    await store.noticesAbout(stream);
    await store.wake('it', noon);
    await store.parked();
    await store.backlog(noon);
    await store.records('person');
    await store.touch(['model'], noon);
    await store.sweep(noon, 5);
    const asked = queries.flatMap((query) => [...query.slice(query.indexOf('WHERE')).matchAll(/\bc\.(\w+)/g)].map(([, field]) => field));
    const indexed = settings.container.indexingPolicy.includedPaths.map(({ path }) => path.split('/')[1]);
    expect([...new Set(asked)].toSorted()).toEqual([...indexed].toSorted());
    expect(settings.container.indexingPolicy.excludedPaths).toEqual([{ path: '/*' }]);
  });

  test('a notice belongs to one stream and cannot be requested by another', async () => {
    await store.append(append({ notices: [notice('n')] }));
    await expect(store.append(append({ stream: 'channel/c2', notices: [notice('n', { about: 'channel/c2' })] }))).rejects.toThrow(
      /belongs to channel\/c1/,
    );
  });
});

describe('opening a store in Cosmos', () => {
  test('an account with several write regions cannot be opened', async () => {
    const many = await startCosmosFake({ multipleWriteRegions: true });
    await expect(openCosmos({ endpoint: many.endpoint, key })).rejects.toThrow('several write regions');
    await many.close();
  });

  test('an identity is not used without encryption, and no token is requested', async () => {
    const asked: unknown[] = [];
    const getToken = async (scope: string | string[]) => {
      asked.push(scope);
      return { token: 'a-token', expiresOnTimestamp: Date.now() + 3_600_000 };
    };
    await expect(openCosmos({ endpoint: fake.endpoint, credential: { getToken } })).rejects.toThrow(
      'Bearer token authentication is not permitted',
    );
    expect(asked).toEqual([]);
  });

  test('a container with another partition key cannot be opened', async () => {
    const client = new CosmosClient({ endpoint: fake.endpoint, key });
    await client.database(settings.database).containers.create({ id: 'other', partitionKey: { paths: ['/other'] } });
    client.dispose();
    await expect(openCosmos({ endpoint: fake.endpoint, key, container: 'other' })).rejects.toThrow('is parted by /other');
  });

  test('the store reports what every request cost', async () => {
    await store.append(append({ notices: [notice('n')] }));
    await store.claim({ now: noon, leaseMs: minute, limit: 5 });
    const sum = (units: readonly number[]) => Math.round(units.reduce((total, each) => total + each, 0) * 100) / 100;
    expect(sum(trips.map(({ units }) => units))).toBe(sum(fake.counted.map(({ units }) => units)));
    expect(trips.map(({ call }) => call)).toEqual(expect.arrayContaining(['append', 'claim']));
  });
});

function once(kind: FakeOperation, fault: Fault): void {
  fake.fault = first(1, (asked) => asked.kind === kind, fault);
}

function first(times: number, which: (asked: Asked) => boolean, fault: Fault): CosmosFake['fault'] {
  let left = times;
  return (asked) => (which(asked) && left-- > 0 ? fault : null);
}
