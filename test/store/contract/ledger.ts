import { expect } from 'vitest';
import type { Stream } from '../../../bot/governance/vocabulary/stream.ts';
import { beginning, verify } from '../../../bot/store/chain.ts';
import type { Store } from '../../../bot/store/store.ts';
import { append, bound, errand, index, installed, noon, notice, state, stream, text } from './appends.ts';
import type { Keeps, Opened } from './contract.ts';

export function ledgerPromises(keeps: Keeps): void {
  keeps('the store knows nothing of a stream that nobody has written to', async ({ store }) => {
    expect(await store.recall(stream)).toBeNull();
    expect(await store.history(stream)).toEqual([]);
    expect(await store.texts(stream)).toEqual(new Map());
    expect(await store.seen(stream, 'press:1')).toBeNull();
  });

  keeps('the store recalls the state and the index that the newest append left', async ({ store }) => {
    await store.append(append());
    const left = { state: state('it'), index: index({ body: 'it', dueAt: noon, waitingOn: ['p-2', 'p-1'], open: false }) };
    const appended = await store.append(append({ expect: 1, cause: '2', events: [bound('it'), bound('sam')], ...left }));
    expect(appended).toMatchObject({ result: 'appended', version: 3 });
    expect(await store.recall(stream)).toEqual({ version: 3, hash: appended.result === 'appended' && appended.hash, ...left });
  });

  keeps('the store keeps every entry as it was written, chained to the one before', async ({ store }) => {
    await store.append(append({ by: 'p-9' }));
    const second = await store.append(append({ expect: 1, cause: '2', events: [bound('æ"\\\n\u2028'), bound('sam')], at: noon + 1 }));
    const entries = await store.history(stream);
    expect(entries).toMatchObject([
      { stream, seq: 1, at: '2015-03-02T12:00:00.000Z', cause: 'press:1', by: 'p-9', event: installed, previous: beginning },
      { seq: 2, at: '2015-03-02T12:00:00.001Z', cause: 'press:2', by: 'p-1', event: bound('æ"\\\n\u2028'), previous: entries[0]?.hash },
      { seq: 3, event: bound('sam'), previous: entries[1]?.hash, hash: second.result === 'appended' && second.hash },
    ]);
    expect(verify(stream, entries)).toEqual([]);
  });

  keeps('the store reads a stream’s entries after a given one and up to a limit', async ({ store }) => {
    await store.append(append({ events: [installed, bound('a'), bound('b'), bound('c')] }));
    const seqs = async (options: Parameters<Store['history']>[1]) => (await store.history(stream, options)).map((entry) => entry.seq);
    expect(await seqs({ after: 1 })).toEqual([2, 3, 4]);
    expect(await seqs({ limit: 3 })).toEqual([1, 2, 3]);
    expect(await seqs({ after: 1, limit: 2 })).toEqual([2, 3]);
    expect(await seqs({ after: 4 })).toEqual([]);
  });

  keeps('an append that conflicts writes nothing at all', async ({ store }) => {
    await store.append(append());
    const before = await everything(store);
    expect(await store.append(full({ expect: 0 }))).toEqual({ result: 'conflict' });
    expect(await store.append(full({ expect: 2 }))).toEqual({ result: 'conflict' });
    expect(await store.append(full({ expect: 1, stream: 'channel/new' }))).toEqual({ result: 'conflict' });
    expect(await everything(store)).toEqual(before);
  });

  keeps('an append whose cause has already written to the stream writes nothing at all', async ({ store }) => {
    await store.append(append());
    await store.append(append({ expect: 1, cause: '2', events: [bound('a'), bound('b')] }));
    const before = await everything(store);
    expect(await store.append(full({ expect: 1 }))).toEqual({ result: 'seen', seq: 2 });
    expect(await store.append(full({ expect: 3 }))).toEqual({ result: 'seen', seq: 2 });
    expect(await everything(store)).toEqual(before);
    expect(await store.seen(stream, 'press:2')).toEqual({ seq: 2 });
  });

  keeps('one cause may write to two streams', async ({ store }) => {
    await store.append(append());
    expect(await store.append(append({ stream: 'channel/c2' }))).toMatchObject({ result: 'appended' });
    expect(await store.seen('channel/c3', 'press:1')).toBeNull();
  });

  keeps('one of two simultaneous writers succeeds, and the other is told of the conflict', async ({ store, another }) => {
    const other = await another();
    const results = await Promise.all([store.append(append()), other.append(append({ cause: '2' }))]);
    expect(results.map((each) => each.result).sort()).toEqual(['appended', 'conflict']);
    expect(await store.history(stream)).toHaveLength(1);
  });

  keeps('a cause sent several times at once is recorded once', async ({ store, another }) => {
    const other = await another();
    const results = await Promise.all([store.append(append()), other.append(append()), store.append(append())]);
    expect(results.map((each) => each.result).sort()).toEqual(['appended', 'seen', 'seen']);
    expect(await other.history(stream)).toHaveLength(1);
  });

  keeps('forty writers who retry after a conflict all get their entry recorded', async ({ store, another }) => {
    const stores = [store, await another()];
    await Promise.all(Array.from({ length: 40 }, (_, at) => untilAppended(stores[at % 2] ?? store, `${at}`)));
    const entries = await store.history(stream);
    expect(entries).toHaveLength(40);
    expect(verify(stream, entries)).toEqual([]);
  });

  keeps('a conflict does not disturb other appends at the same moment', async ({ store }) => {
    await store.append(append());
    const results = await Promise.all([
      store.append(append({ stream: 'channel/c2' })),
      store.append(append({ cause: '2' })),
      store.append(append({ stream: 'channel/c3' })),
    ]);
    expect(results.map((each) => each.result)).toEqual(['appended', 'conflict', 'appended']);
    expect(await store.history('channel/c3')).toHaveLength(1);
  });

  keeps('the store forgets an erased text, and the entry still verifies', async ({ store }) => {
    await store.append(append({ texts: [text('t1', 'Rådhuset'), text('t2')] }));
    await store.append(append({ stream: 'channel/c2', texts: [text('t1', 'andet sted')] }));
    await store.eraseText(stream, 't1');
    await store.eraseText(stream, 't1');
    expect(await store.texts(stream)).toEqual(new Map([['t2', text('t2')]]));
    expect(await store.texts('channel/c2')).toEqual(new Map([['t1', text('t1', 'andet sted')]]));
    expect(verify(stream, await store.history(stream))).toEqual([]);
  });

  keeps('the store does not mix up streams, causes and texts with odd or similar names', async ({ store }) => {
    const odd = ['a/b', 'a%2Fb', 'a_b', 'A/B', 'a\\b?#', 'æøå \' "', '😀', '..', 'a'.repeat(200)];
    for (const [at, name] of odd.entries()) {
      const on: Stream = `meeting/${name}`;
      await store.append(append({ stream: on, cause: name, state: state(name), texts: [text(name, `${at}`)] }));
    }
    for (const [at, name] of odd.entries()) {
      expect((await store.recall(`meeting/${name}`))?.state).toEqual(state(name));
      expect(await store.seen(`meeting/${name}`, `press:${name}`)).toEqual({ seq: 1 });
      expect((await store.texts(`meeting/${name}`)).get(name)?.words).toBe(`${at}`);
    }
    expect(await store.heads(null, noon)).toHaveLength(odd.length);
  });
}

/** Makes an append that would leave a trace in every part of the store. */
function full(over: Parameters<typeof append>[0]): ReturnType<typeof append> {
  return append({
    cause: '2',
    events: [bound('x')],
    state: state('x'),
    index: index({ body: 'x', dueAt: 1, waitingOn: ['p-x'] }),
    texts: [text('x')],
    notices: [notice('x', { about: over?.stream ?? stream })],
    errands: [errand('x')],
    ...over,
  });
}

async function everything(store: Opened['store']): Promise<unknown> {
  return {
    recalled: await store.recall(stream),
    entries: await store.history(stream),
    fresh: await store.recall('channel/new'),
    texts: await store.texts(stream),
    due: await store.due(noon, 10),
    waiting: await store.waitingOn('p-x'),
    ofBody: await store.ofBody('channel', 'x', { openOnly: false }),
    notice: await store.notice('x'),
    backlog: await store.backlog(noon),
    heads: await store.heads(null, noon),
  };
}

async function untilAppended(store: Store, cause: string): Promise<void> {
  for (;;) {
    const version = (await store.recall(stream))?.version ?? 0;
    const { result } = await store.append(append({ expect: version, cause }));
    if (result === 'appended') return;
  }
}
