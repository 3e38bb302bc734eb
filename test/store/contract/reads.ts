import { expect } from 'vitest';
import type { Index, Stream } from '../../../bot/governance/vocabulary/stream.ts';
import { limits } from '../../../bot/store/limits.ts';
import { AppendTooLarge, type Store } from '../../../bot/store/store.ts';
import { append, bound, errand, index, installed, minute, noon, notice, state, stream, text } from './appends.ts';
import type { Keeps } from './contract.ts';

export function readPromises(keeps: Keeps): void {
  keeps('the store finds the streams that are due, the longest overdue first', async ({ store }) => {
    await put(store, 'meeting/late', { dueAt: noon - 2 });
    await put(store, 'meeting/later', { dueAt: noon - 1 });
    await put(store, 'meeting/now', { dueAt: noon });
    await put(store, 'meeting/soon', { dueAt: noon + 1 });
    await put(store, 'meeting/never', { dueAt: null });
    expect(await store.due(noon, 10)).toEqual(['meeting/late', 'meeting/later', 'meeting/now']);
    expect(await store.due(noon, 2)).toEqual(['meeting/late', 'meeting/later']);
    expect(await store.due(noon - 3, 10)).toEqual([]);

    await store.append(append({ stream: 'meeting/late', expect: 1, cause: '2', index: index({ dueAt: null }) }));
    expect(await store.due(noon, 1)).toEqual(['meeting/later']);
  });

  keeps('the store lists a body’s streams of a kind by when they are due, and those without a date last', async ({ store }) => {
    await put(store, 'meeting/b', { kind: 'meeting', body: 'it', dueAt: 2 });
    await put(store, 'meeting/a', { kind: 'meeting', body: 'it', dueAt: 2 });
    await put(store, 'meeting/z', { kind: 'meeting', body: 'it', dueAt: 1, open: false });
    await put(store, 'meeting/c', { kind: 'meeting', body: 'it', dueAt: null });
    await put(store, 'meeting/x', { kind: 'meeting', body: 'it2' });
    await put(store, 'body/it', { kind: 'body', body: 'it' });
    expect(await store.ofBody('meeting', 'it', { openOnly: false })).toEqual(['meeting/z', 'meeting/a', 'meeting/b', 'meeting/c']);
    expect(await store.ofBody('meeting', 'it', { openOnly: true })).toEqual(['meeting/a', 'meeting/b', 'meeting/c']);
    expect(await store.ofBody('meeting', 'nobody', { openOnly: false })).toEqual([]);
  });

  keeps('the store lists the streams of a kind by name', async ({ store }) => {
    await put(store, 'meeting/b', { kind: 'meeting' });
    await put(store, 'meeting/a', { kind: 'meeting', open: false });
    await put(store, 'body/it', { kind: 'body' });
    expect(await store.ofKind('meeting')).toEqual(['meeting/a', 'meeting/b']);
    expect(await store.ofKind('anchor')).toEqual([]);
  });

  keeps('the store lists by name the streams that wait for a person', async ({ store }) => {
    await put(store, 'meeting/b', { waitingOn: ['p-1', 'p-2', 'p-1'] });
    await put(store, 'meeting/a', { waitingOn: ['p-1'] });
    await put(store, 'meeting/c', { waitingOn: ['p-11'] });
    expect(await store.waitingOn('p-1')).toEqual(['meeting/a', 'meeting/b']);

    await store.append(append({ stream: 'meeting/b', expect: 1, cause: '2', index: index({ waitingOn: ['p-2'] }) }));
    expect(await store.waitingOn('p-1')).toEqual(['meeting/a']);
    expect(await store.waitingOn('p-2')).toEqual(['meeting/b']);
  });

  keeps('the store names the heads that moved between two moments', async ({ store }) => {
    await store.append(append({ stream: 'meeting/b', at: noon, events: [installed, bound('it')] }));
    await store.append(append({ stream: 'meeting/a', at: noon + 1 }));
    await store.append(append({ stream: 'meeting/c', at: noon + 2 }));
    const names = async (since: number | null, until: number) => (await store.heads(since, until)).map((head) => head.stream);
    expect(await names(null, noon + 2)).toEqual(['meeting/a', 'meeting/b', 'meeting/c']);
    expect(await names(noon, noon + 1)).toEqual(['meeting/a']);
    expect(await names(noon + 2, noon + 9)).toEqual([]);

    const newest = (await store.history('meeting/b')).at(-1);
    expect(await store.heads(null, noon)).toEqual([{ stream: 'meeting/b', seq: 2, hash: newest?.hash }]);

    await store.append(append({ stream: 'meeting/b', expect: 2, cause: '2', at: noon + 5 }));
    expect(await names(null, noon + 2)).toEqual(['meeting/a', 'meeting/c']);
  });

  keeps('the store replaces a snapshot and its index without adding an entry', async ({ store }) => {
    await put(store, 'meeting/a', { dueAt: noon, waitingOn: ['p-1'] });
    const was = await store.recall('meeting/a');
    const made = index({ kind: 'meeting', body: 'it', dueAt: noon + minute, waitingOn: ['p-2'] });
    expect(await store.reindex('meeting/a', 1, state('it'), made)).toBe(true);
    expect(await store.recall('meeting/a')).toEqual({ version: 1, hash: was?.hash, state: state('it'), index: made });
    expect(await store.history('meeting/a')).toHaveLength(1);
    expect([await store.due(noon, 9), await store.waitingOn('p-1'), await store.waitingOn('p-2')]).toEqual([[], [], ['meeting/a']]);
  });

  keeps('the store leaves a snapshot alone when the stream has moved on', async ({ store }) => {
    await put(store, 'meeting/a', { dueAt: noon });
    await store.append(append({ stream: 'meeting/a', expect: 1, cause: '2', index: index({ dueAt: 1 }) }));
    const was = await store.recall('meeting/a');
    expect(await store.reindex('meeting/a', 1, state('it'), index())).toBe(false);
    expect(await store.reindex('meeting/none', 0, state('it'), index())).toBe(false);
    expect(await store.recall('meeting/a')).toEqual(was);
    expect(await store.recall('meeting/none')).toBeNull();
  });

  keeps('the store accepts an append of the largest size it allows', async ({ store }) => {
    const many = <T>(count: number, each: (at: number) => T) => Array.from({ length: count }, (_, at) => each(at));
    const most = append({
      events: many(limits.entries, () => installed),
      notices: many(limits.notices, (at) => notice(`n${at}`)),
      errands: many(limits.errands - 5, (at) => errand(`e${at}`)),
      texts: many(5, (at) => text(`t${at}`, 'x'.repeat(200_000))),
      state: state('s'.repeat(99_000)),
    });
    expect(await store.append(most)).toMatchObject({ result: 'appended', version: limits.entries });
    expect((await store.claim({ now: noon, leaseMs: minute, limit: 99 })).length).toBe(limits.notices + limits.errands - 5);
    const words = many(limits.inAll - 1, (at) => text(`w${at}`, 'en milepæl'));
    expect(await store.append(append({ stream: 'meeting/list', texts: words }))).toMatchObject({ result: 'appended', version: 1 });
    expect((await store.texts('meeting/list')).size).toBe(words.length);
  });

  keeps('the store refuses an append that is too large before it writes anything', async ({ store }) => {
    const many = <T>(each: (at: number) => T, count = 31) => Array.from({ length: count }, (_, at) => each(at));
    const tooLarge = [
      append({ events: many(() => installed) }),
      append({ notices: many((at) => notice(`n${at}`)) }),
      append({ errands: many((at) => errand(`e${at}`)) }),
      append({ texts: many((at) => text(`t${at}`), limits.inAll) }),
      append({ texts: [text('t', 'æ'.repeat(750_000))] }),
      append({ state: state('æ'.repeat(50_000)) }),
    ];
    for (const each of tooLarge) await expect(store.append(each)).rejects.toBeInstanceOf(AppendTooLarge);
    await expect(store.append(append({ events: [] }))).rejects.toBeInstanceOf(RangeError);
    expect(await store.recall(stream)).toBeNull();

    await store.append(append());
    await expect(store.reindex(stream, 1, state('x'.repeat(100_000)), index())).rejects.toBeInstanceOf(AppendTooLarge);
    expect((await store.recall(stream))?.state).toEqual(state());
  });
}

async function put(store: Store, on: Stream, over: Partial<Index>): Promise<void> {
  await store.append(append({ stream: on, index: index(over) }));
}
