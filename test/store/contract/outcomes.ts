import { expect } from 'vitest';
import { append, ask, errand, first, minute, noon, notice, stream } from './appends.ts';
import type { Keeps } from './contract.ts';
import { claim, done, keys, place, retry, standing } from './sending.ts';

export function outcomePromises(keeps: Keeps): void {
  keeps('a notice that only waited for its turn has failed no time', async ({ store }) => {
    await ask(store, [notice('n')]);
    for (let at = noon; at < noon + 3; at++) {
      const taken = first(await claim(store, at));
      expect(taken).toMatchObject({ attempts: 1 });
      await store.settle(taken, { ...retry(at + 1), waits: true });
    }
  });

  keeps('a failed notice is retried at the given time, with its error and the number of attempts', async ({ store }) => {
    await standing(store, 'n');
    await store.redraw('n', noon);
    await store.settle(first(await claim(store)), retry(noon + 5));
    expect(await store.notice('n')).toMatchObject({ state: 'open', error: 'busy', place, uncertain: [] });
    await ask(store, [notice('n')]);
    expect(await claim(store, noon + 4)).toEqual([]);
    const again = first(await claim(store, noon + 5));
    expect(again).toMatchObject({ attempts: 2, uncertain: false, dueAt: noon + 5 });
    await store.settle(again, done);
    expect(await store.notice('n')).toMatchObject({ state: 'sent', error: null });
    await store.redraw('n', noon);
    expect(first(await claim(store, noon + 5))).toMatchObject({ attempts: 1 });
  });

  keeps('a notice whose place is forgotten is posted anew', async ({ store }) => {
    await standing(store, 'n');
    await store.redraw('n', noon);
    await store.settle(first(await claim(store)), retry(noon, { forgetPlace: true }));
    expect(first(await claim(store))).toMatchObject({ standing: { place: null } });
  });

  keeps('an edition that may have arrived is marked uncertain until the card is known to stand', async ({ store }) => {
    await ask(store, [notice('n')]);
    await store.settle(first(await claim(store)), retry(noon, { uncertain: true }));
    const again = first(await claim(store));
    expect(again).toMatchObject({ uncertain: true, standing: { uncertain: [1] } });
    await store.redraw('n', noon);
    await store.settle(again, retry(noon, { uncertain: true }));
    const newer = first(await claim(store));
    await store.settle(newer, retry(noon, { uncertain: true }));
    expect(await store.notice('n')).toMatchObject({ uncertain: [1, 2] });
    await store.settle(first(await claim(store)), done);
    await store.redraw('n', noon);
    expect(first(await claim(store))).toMatchObject({ uncertain: false, standing: { uncertain: [1, 2] } });
  });

  keeps('a notice waits until its body has a channel', async ({ store }) => {
    await ask(store, [notice('a'), notice('b')]);
    const [a, b] = await claim(store);
    if (!a || !b) throw new Error('two were asked for');
    await store.settle(a, { kind: 'wait', body: 'it' });
    await store.settle(b, { kind: 'wait', body: 'it/2' });
    await store.redraw('a', noon);
    expect(await store.notice('a')).toMatchObject({ state: 'waiting', edition: 2 });
    expect(await claim(store, noon + 99 * minute)).toEqual([]);
    await store.wake('nobody', noon);
    expect(await claim(store)).toEqual([]);
    await store.wake('it', noon + 5);
    expect(await claim(store, noon + 5)).toMatchObject([{ key: 'a', dueAt: noon + 5, attempts: 1, standing: { edition: 2 } }]);
    await store.wake('it', noon + 5);
    expect(await claim(store, noon + 5)).toEqual([]);
  });

  keeps('what cannot be sent is parked, is listed as parked, and is sent once it is lifted', async ({ store }) => {
    await store.append(append({ notices: [notice('n')], errands: [errand('e')] }));
    for (const each of await claim(store)) await store.settle(each, { kind: 'park', error: 'rejected' });
    await store.redraw('n', noon);
    expect(await claim(store, noon + 99 * minute)).toEqual([]);
    expect(await store.parked()).toMatchObject([
      { kind: 'errand', key: 'e', errand: errand('e'), from: stream, attempts: 1 },
      { kind: 'notice', key: 'n', standing: { state: 'parked', error: 'rejected', edition: 2 }, attempts: 1 },
    ]);
    expect([await store.lift('n', noon + 5), await store.lift('e', noon + 5), await store.lift('none', noon)]).toEqual([true, true, false]);
    expect(await store.lift('n', noon + 5)).toBe(false);
    expect(await store.parked()).toEqual([]);
    expect(await claim(store, noon + 4)).toEqual([]);
    expect(await claim(store, noon + 5)).toMatchObject([
      { key: 'e', attempts: 1 },
      { key: 'n', attempts: 1, standing: { error: null } },
    ]);
  });

  keeps('a parked or waiting notice is tried again when it is requested anew', async ({ store }) => {
    await ask(store, [notice('a'), notice('b')]);
    const [a, b] = await claim(store);
    if (!a || !b) throw new Error('two were asked for');
    await store.settle(a, { kind: 'park', error: 'rejected' });
    await store.settle(b, { kind: 'wait', body: 'it' });
    await ask(store, [notice('a'), notice('b')], noon + 5);
    expect(await store.parked()).toEqual([]);
    expect(keys(await claim(store, noon + 5)).sort()).toEqual(['a', 'b']);
  });

  keeps('a notice that was requested anew in the meantime neither parks nor waits', async ({ store }) => {
    await ask(store, [notice('a'), notice('b')]);
    const [a, b] = await claim(store);
    if (!a || !b) throw new Error('two were asked for');
    await ask(store, [notice('a'), notice('b')]);
    await store.settle(a, { kind: 'park', error: 'rejected' });
    await store.settle(b, { kind: 'wait', body: 'it' });
    expect(keys(await claim(store)).sort()).toEqual(['a', 'b']);
  });

  keeps('an errand that is done is never handed out again', async ({ store }) => {
    await store.append(append({ errands: [errand('e'), errand('e2')] }));
    const [one, two] = await claim(store);
    if (!one || !two) throw new Error('two were asked for');
    expect(await store.settle(one, { kind: 'done', place: null })).toBe(true);
    expect(await store.settle(one, { kind: 'done', place: null })).toBe(false);
    await store.settle(two, retry(noon + 5));
    expect(await claim(store, noon + 9 * minute)).toMatchObject([{ key: two.key, kind: 'errand', attempts: 2 }]);
  });

  keeps('the store lists the notices about a stream by key', async ({ store }) => {
    await store.append(append({ notices: [notice('b'), notice('a')], errands: [errand('a0')] }));
    await ask(store, [notice('c')]);
    await store.settle(first(await claim(store, noon, 1)), done);
    expect((await store.noticesAbout(stream)).map((each) => each.notice.key)).toEqual(['a', 'b']);
    expect(await store.noticesAbout('channel/none')).toEqual([]);
  });

  keeps('the store counts what is open and parked, and how long the oldest has been due', async ({ store }) => {
    expect(await store.backlog(noon)).toEqual({ open: 0, oldestMs: 0, parked: 0 });
    await ask(store, [notice('later', { dueAt: new Date(noon + minute).toISOString() })]);
    expect(await store.backlog(noon)).toEqual({ open: 1, oldestMs: 0, parked: 0 });
    await ask(store, [notice('a'), notice('b')]);
    await store.settle(first(await claim(store, noon, 1)), { kind: 'park', error: 'rejected' });
    await claim(store);
    expect(await store.backlog(noon + 7)).toEqual({ open: 2, oldestMs: 7, parked: 1 });
  });

  keeps('the store does not mix up odd or similar keys', async ({ store }) => {
    const odd = ['meeting/x1:meeting', 'meeting/x1:Meeting', 'meeting\\x1?#', 'meeting%2Fx1:meeting', 'møde 😀@2015', 'x'.repeat(300)];
    await ask(
      store,
      odd.map((key) => notice(key)),
    );
    for (const each of await claim(store)) await store.settle(each, { kind: 'park', error: each.key });
    for (const key of odd) expect((await store.notice(key))?.error).toBe(key);
  });
}
