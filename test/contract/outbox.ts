import { expect } from 'vitest';
import type { Claim, Place, SettleOutcome, Store } from '../../bot/store/store.ts';
import { append, ask, errand, first, minute, noon, notice, stream } from './appends.ts';
import type { Keeps } from './contract.ts';

const place: Place = { channel: 'c1', conversation: '19:x', activity: '1' };
const done: SettleOutcome = { kind: 'done', place };
const retry = (at: number, over: Partial<Extract<SettleOutcome, { kind: 'retry' }>> = {}): SettleOutcome => ({
  kind: 'retry',
  at,
  error: 'busy',
  uncertain: false,
  forgetPlace: false,
  ...over,
});

export function outboxPromises(keeps: Keeps): void {
  keeps('hands out what an append asked for, at once', async ({ store }) => {
    await store.append(append({ notices: [notice('n')], errands: [errand('e')] }));
    const [sent, carried] = [...(await claim(store))].sort((a, b) => (a.kind > b.kind ? -1 : 1));
    const standing = { notice: notice('n'), edition: 1, place: null, state: 'open', uncertain: [], error: null };
    const claimed = { dueAt: noon, attempts: 1, uncertain: false, leaseUntil: noon + minute, lease: expect.any(String) };
    expect(sent).toEqual({ kind: 'notice', key: 'n', standing, ...claimed });
    expect(carried).toEqual({ kind: 'errand', key: 'e', errand: errand('e'), from: stream, ...claimed });
  });

  keeps('holds a notice until it is due, and hands out late ones first', async ({ store }) => {
    const at = (ms: number) => ({ dueAt: new Date(ms).toISOString() });
    await ask(store, [notice('b', at(noon + 2)), notice('c', at(noon + 1)), notice('a', at(noon + 3))]);
    expect(await claim(store, noon)).toEqual([]);
    expect(keys(await claim(store, noon + 3, 2))).toEqual(['c', 'b']);
    expect(keys(await claim(store, noon + 3))).toEqual(['a']);
  });

  keeps('hands an item to nobody else while its lease lasts', async ({ store, another }) => {
    const other = await another();
    await ask(store, [notice('n')]);
    expect(keys(await claim(store))).toEqual(['n']);
    expect(await claim(other, noon + minute - 1)).toEqual([]);
    expect(await claim(store, noon + minute - 1)).toEqual([]);
  });

  keeps('deals items out to claimers at once, each to one', async ({ store, another }) => {
    const stores = [store, await another()];
    const asked = Array.from({ length: 20 }, (_, at) => notice(`n${at}`));
    await ask(store, asked);
    const dealt = await Promise.all(Array.from({ length: 10 }, (_, at) => claim(stores[at % 2] ?? store, noon, 4)));
    expect(keys(dealt.flat()).sort()).toEqual(asked.map((each) => each.key).sort());
  });

  keeps('lets anybody take over when a lease has ended, and says what may have arrived', async ({ store, another }) => {
    const other = await another();
    await store.append(append({ notices: [notice('n')], errands: [errand('e')] }));
    const lost = await claim(store);
    const taken = await claim(other, noon + minute);
    expect(taken.map((each) => [each.uncertain, each.attempts])).toEqual([
      [true, 2],
      [true, 2],
    ]);
    for (const each of lost) {
      expect(await store.settle(each, done)).toBe(false);
      expect(await store.renew(each, noon + minute, minute)).toBeNull();
    }
    expect(await store.notice('n')).toMatchObject({ state: 'open', edition: 1, uncertain: [1] });
    for (const each of taken) expect(await other.settle(each, done)).toBe(true);
    expect(await store.notice('n')).toMatchObject({ state: 'sent', place, uncertain: [1] });
  });

  keeps('does not call a lost redraw of a card that stands uncertain: replacing it again puts up no second card', async ({ store }) => {
    await standing(store, 'n');
    await store.redraw('n', noon);
    await claim(store);
    expect(first(await claim(store, noon + minute))).toMatchObject({ uncertain: true, standing: { uncertain: [] } });
  });

  keeps('lets a lease that ended be settled as long as nobody took over', async ({ store }) => {
    await ask(store, [notice('n')]);
    const held = first(await claim(store));
    expect(await store.settle(held, done)).toBe(true);
    expect(await store.settle(held, done)).toBe(false);
    expect(await claim(store, noon + 9 * minute)).toEqual([]);
  });

  keeps('lengthens a lease', async ({ store }) => {
    await ask(store, [notice('n')]);
    const held = first(await claim(store));
    const longer = await store.renew(held, noon + minute / 2, minute);
    expect(longer).toMatchObject({ key: 'n', leaseUntil: noon + 1.5 * minute });
    expect(await claim(store, noon + minute)).toEqual([]);
    expect(longer && (await store.settle(longer, done))).toBe(true);
    expect(longer && (await store.renew(longer, noon, minute))).toBeNull();
  });

  keeps('lets a lease be lengthened again and again', async ({ store }) => {
    await ask(store, [notice('n')]);
    const once = await store.renew(first(await claim(store)), noon, minute);
    const twice = once && (await store.renew(once, noon + minute, minute));
    expect(twice).toMatchObject({ leaseUntil: noon + 2 * minute });
    expect(await claim(store, noon + minute)).toEqual([]);
    expect(keys(await claim(store, noon + 2 * minute))).toEqual(['n']);
  });

  keeps('remembers where a notice stands, and hands it out no more', async ({ store }) => {
    await standing(store, 'n');
    expect(await store.notice('n')).toEqual({ notice: notice('n'), edition: 1, place, state: 'sent', uncertain: [], error: null });
    expect(await claim(store, noon + 9 * minute)).toEqual([]);
    expect(await store.notice('none')).toBeNull();
  });

  keeps('draws a notice that is asked for again where it stands, one edition on', async ({ store }) => {
    await standing(store, 'n');
    await ask(store, [notice('n', { occasion: 'again' })], noon + 1);
    expect(first(await claim(store, noon + 1))).toMatchObject({
      dueAt: noon + 1,
      attempts: 1,
      uncertain: false,
      standing: { edition: 2, place, state: 'open', notice: { occasion: 'again' } },
    });
  });

  keeps('keeps a notice open for the edition asked for while an older one was being sent', async ({ store }) => {
    await ask(store, [notice('n')]);
    const held = first(await claim(store));
    await ask(store, [notice('n')], noon + 1);
    expect(await claim(store, noon + 1)).toEqual([]);
    expect(await store.settle(held, done)).toBe(true);
    expect(await store.notice('n')).toMatchObject({ state: 'open', edition: 2, place });
    const newer = first(await claim(store, noon + 1));
    expect(newer).toMatchObject({ attempts: 1, standing: { edition: 2 } });
    await store.settle(newer, done);
    expect(await store.notice('n')).toMatchObject({ state: 'sent', edition: 2 });
  });

  keeps('keeps to the time of an edition asked for while an older one was being sent', async ({ store }) => {
    await ask(store, [notice('n')]);
    const held = first(await claim(store));
    await store.redraw('n', noon + 5);
    await store.settle(held, done);
    expect(await claim(store, noon + 4)).toEqual([]);
    expect(keys(await claim(store, noon + 5))).toEqual(['n']);
  });

  keeps('draws a notice again on request, not before its time', async ({ store }) => {
    await standing(store, 'n');
    await store.append(append({ errands: [errand('e')] }));
    expect(await store.redraw('n', noon + 5)).toBe(true);
    expect(await store.redraw('none', noon)).toBe(false);
    expect(await store.redraw('e', noon)).toBe(false);
    expect(keys(await claim(store, noon + 4))).toEqual(['e']);
    expect(first(await claim(store, noon + 5))).toMatchObject({ key: 'n', dueAt: noon + 5, standing: { edition: 2, place } });
  });

  keeps('draws once for many requests, at the earliest time asked for', async ({ store }) => {
    await standing(store, 'n');
    for (const later of [5, 3, 9]) await store.redraw('n', noon + later);
    expect(await claim(store, noon + 2)).toEqual([]);
    const held = first(await claim(store, noon + 3));
    expect(held).toMatchObject({ dueAt: noon + 3, standing: { edition: 4 } });
    await store.settle(held, done);
    expect(await claim(store, noon + 9)).toEqual([]);
  });

  keeps('puts off a redraw while somebody is typing, asked for before or after', async ({ store }) => {
    await standing(store, 'a');
    await standing(store, 'b');
    await store.redraw('a', noon);
    for (const key of ['a', 'b', 'none']) await store.putOff(key, noon + 3 * minute);
    await store.putOff('a', noon + minute);
    await store.redraw('b', noon);
    await ask(store, [notice('a')]);
    expect(await claim(store, noon + 3 * minute - 1)).toEqual([]);
    expect(keys(await claim(store, noon + 3 * minute)).sort()).toEqual(['a', 'b']);
  });

  keeps('tries again at the time it was told, with what went wrong and how often', async ({ store }) => {
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

  keeps('posts anew when the place is forgotten', async ({ store }) => {
    await standing(store, 'n');
    await store.redraw('n', noon);
    await store.settle(first(await claim(store)), retry(noon, { forgetPlace: true }));
    expect(first(await claim(store))).toMatchObject({ standing: { place: null } });
  });

  keeps('marks the edition of a try that may have arrived, until the card is known to stand', async ({ store }) => {
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

  keeps('lets a notice wait until its body has a channel', async ({ store }) => {
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

  keeps('parks what cannot be sent, shows it, and sends it when it is lifted', async ({ store }) => {
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

  keeps('tries a parked or waiting notice again when something new asks for it', async ({ store }) => {
    await ask(store, [notice('a'), notice('b')]);
    const [a, b] = await claim(store);
    if (!a || !b) throw new Error('two were asked for');
    await store.settle(a, { kind: 'park', error: 'rejected' });
    await store.settle(b, { kind: 'wait', body: 'it' });
    await ask(store, [notice('a'), notice('b')], noon + 5);
    expect(await store.parked()).toEqual([]);
    expect(keys(await claim(store, noon + 5)).sort()).toEqual(['a', 'b']);
  });

  keeps('neither parks nor lets wait what was asked for anew meanwhile', async ({ store }) => {
    await ask(store, [notice('a'), notice('b')]);
    const [a, b] = await claim(store);
    if (!a || !b) throw new Error('two were asked for');
    await ask(store, [notice('a'), notice('b')]);
    await store.settle(a, { kind: 'park', error: 'rejected' });
    await store.settle(b, { kind: 'wait', body: 'it' });
    expect(keys(await claim(store)).sort()).toEqual(['a', 'b']);
  });

  keeps('is done with an errand for good', async ({ store }) => {
    await store.append(append({ errands: [errand('e'), errand('e2')] }));
    const [one, two] = await claim(store);
    if (!one || !two) throw new Error('two were asked for');
    expect(await store.settle(one, { kind: 'done', place: null })).toBe(true);
    expect(await store.settle(one, { kind: 'done', place: null })).toBe(false);
    await store.settle(two, retry(noon + 5));
    expect(await claim(store, noon + 9 * minute)).toMatchObject([{ key: two.key, kind: 'errand', attempts: 2 }]);
  });

  keeps('lists the notices about a stream by key', async ({ store }) => {
    await ask(store, [notice('b'), notice('a'), notice('c', { about: 'channel/c10' })]);
    await store.append(append({ errands: [errand('a0')] }));
    await store.settle(first(await claim(store, noon, 1)), done);
    expect((await store.noticesAbout(stream)).map((each) => each.notice.key)).toEqual(['a', 'b']);
    expect(await store.noticesAbout('channel/none')).toEqual([]);
  });

  keeps('counts what is open and parked, and how long the oldest has been due', async ({ store }) => {
    expect(await store.backlog(noon)).toEqual({ open: 0, oldestMs: 0, parked: 0 });
    await ask(store, [notice('later', { dueAt: new Date(noon + minute).toISOString() })]);
    expect(await store.backlog(noon)).toEqual({ open: 1, oldestMs: 0, parked: 0 });
    await ask(store, [notice('a'), notice('b')]);
    await store.settle(first(await claim(store, noon, 1)), { kind: 'park', error: 'rejected' });
    await claim(store);
    expect(await store.backlog(noon + 7)).toEqual({ open: 2, oldestMs: 7, parked: 1 });
  });

  keeps('does not mix up keys that are odd or alike', async ({ store }) => {
    const odd = ['meeting/x1:meeting', 'meeting/x1:Meeting', 'meeting\\x1?#', 'meeting%2Fx1:meeting', 'møde 😀@2015', 'x'.repeat(300)];
    await ask(
      store,
      odd.map((key) => notice(key)),
    );
    for (const each of await claim(store)) await store.settle(each, { kind: 'park', error: each.key });
    for (const key of odd) expect((await store.notice(key))?.error).toBe(key);
  });
}

function claim(store: Store, now: number = noon, limit = 50): Promise<readonly Claim[]> {
  return store.claim({ now, leaseMs: minute, limit });
}

function keys(claims: readonly Claim[]): string[] {
  return claims.map((each) => each.key);
}

/** A card that stands in its place. */
async function standing(store: Store, key: string): Promise<void> {
  await ask(store, [notice(key)]);
  for (const each of await claim(store)) await store.settle(each, done);
}
