import { expect } from 'vitest';
import { append, ask, asking, errand, first, minute, noon, notice, stream } from './appends.ts';
import type { Keeps } from './contract.ts';
import { claim, done, keys, place, standing } from './sending.ts';

const unseen = { printed: 0, worn: null, watch: [], look: null };

export function outboxPromises(keeps: Keeps): void {
  keeps('the store hands out at once the notices and errands that an append asked for', async ({ store }) => {
    await store.append(append({ notices: [notice('n')], errands: [errand('e')] }));
    const [sent, carried] = [...(await claim(store))].sort((a, b) => (a.kind > b.kind ? -1 : 1));
    const standing = { notice: notice('n'), edition: 1, place: null, state: 'open', uncertain: [], error: null, ...unseen };
    const claimed = { dueAt: noon, attempts: 1, uncertain: false, leaseUntil: noon + minute, lease: expect.any(String) };
    expect(sent).toEqual({ kind: 'notice', key: 'n', standing, ...claimed });
    expect(carried).toEqual({ kind: 'errand', key: 'e', errand: errand('e'), from: stream, ...claimed });
  });

  keeps('the store holds a notice until it is due and hands out overdue ones first', async ({ store }) => {
    const at = (ms: number) => ({ dueAt: new Date(ms).toISOString() });
    await ask(store, [notice('b', at(noon + 2)), notice('c', at(noon + 1)), notice('a', at(noon + 3))]);
    expect(await claim(store, noon)).toEqual([]);
    expect(keys(await claim(store, noon + 3, 2))).toEqual(['c', 'b']);
    expect(keys(await claim(store, noon + 3))).toEqual(['a']);
  });

  keeps('the store hands an item to nobody else while its lease lasts', async ({ store, another }) => {
    const other = await another();
    await ask(store, [notice('n')]);
    expect(keys(await claim(store))).toEqual(['n']);
    expect(await claim(other, noon + minute - 1)).toEqual([]);
    expect(await claim(store, noon + minute - 1)).toEqual([]);
  });

  keeps('simultaneous claimers each get different items', async ({ store, another }) => {
    const stores = [store, await another()];
    const asked = Array.from({ length: 20 }, (_, at) => notice(`n${at}`));
    await ask(store, asked);
    const dealt = await Promise.all(Array.from({ length: 10 }, (_, at) => claim(stores[at % 2] ?? store, noon, 4)));
    expect(keys(dealt.flat()).sort()).toEqual(asked.map((each) => each.key).sort());
  });

  keeps('anybody may take over an item whose lease has ended, and is told that it may already have arrived', async ({ store, another }) => {
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

  keeps('a lost redraw of a standing card is not marked uncertain, since replacing it again posts no second card', async ({ store }) => {
    await standing(store, 'n');
    await store.redraw('n', noon);
    await claim(store);
    expect(first(await claim(store, noon + minute))).toMatchObject({ uncertain: true, standing: { uncertain: [] } });
  });

  keeps('a claim may be settled after its lease ended, as long as nobody took over', async ({ store }) => {
    await ask(store, [notice('n')]);
    const held = first(await claim(store));
    expect(await store.settle(held, done)).toBe(true);
    expect(await store.settle(held, done)).toBe(false);
    expect(await claim(store, noon + 9 * minute)).toEqual([]);
  });

  keeps('a renewed lease lasts longer and can still be settled', async ({ store }) => {
    await ask(store, [notice('n')]);
    const held = first(await claim(store));
    const longer = await store.renew(held, noon + minute / 2, minute);
    expect(longer).toMatchObject({ key: 'n', leaseUntil: noon + 1.5 * minute });
    expect(await claim(store, noon + minute)).toEqual([]);
    expect(longer && (await store.settle(longer, done))).toBe(true);
    expect(longer && (await store.renew(longer, noon, minute))).toBeNull();
  });

  keeps('a lease can be renewed more than once', async ({ store }) => {
    await ask(store, [notice('n')]);
    const once = await store.renew(first(await claim(store)), noon, minute);
    const twice = once && (await store.renew(once, noon + minute, minute));
    expect(twice).toMatchObject({ leaseUntil: noon + 2 * minute });
    expect(await claim(store, noon + minute)).toEqual([]);
    expect(keys(await claim(store, noon + 2 * minute))).toEqual(['n']);
  });

  keeps('the store refuses a notice about another stream before it writes anything', async ({ store }) => {
    const foreign = append({ notices: [notice('own'), notice('foreign', { about: 'channel/c10' })] });
    await expect(store.append(foreign)).rejects.toThrow('channel/c1 asks for the notice foreign, which is about channel/c10');
    expect(await store.recall(stream)).toBeNull();
    expect(await store.notice('own')).toBeNull();
  });

  keeps('the store remembers where a sent notice stands and does not hand it out again', async ({ store }) => {
    await standing(store, 'n');
    const sent = { edition: 1, place, state: 'sent', uncertain: [], error: null, ...unseen };
    expect(await store.notice('n')).toEqual({ notice: notice('n', { about: asking }), ...sent });
    expect(await claim(store, noon + 9 * minute)).toEqual([]);
    expect(await store.notice('none')).toBeNull();
  });

  keeps('the store lists the standing cards, but not those that wait to be drawn or stand nowhere', async ({ store }) => {
    for (const key of ['c', 'a', 'b']) await standing(store, key);
    await ask(store, [notice('nowhere'), notice('new')]);
    const held = await claim(store);
    for (const each of held) if (each.key === 'nowhere') await store.settle(each, { kind: 'done', place: null });
    await store.redraw('b', noon);
    await store.append(append({ errands: [errand('e')] }));
    expect((await store.standing()).map((each) => each.notice.key)).toEqual(['a', 'c']);
  });

  keeps('a notice that is requested again is redrawn in its place as the next edition', async ({ store }) => {
    await standing(store, 'n');
    await ask(store, [notice('n', { occasion: 'again' })], noon + 1);
    expect(first(await claim(store, noon + 1))).toMatchObject({
      dueAt: noon + 1,
      attempts: 1,
      uncertain: false,
      standing: { edition: 2, place, state: 'open', notice: { occasion: 'again' } },
    });
  });

  keeps('a notice stays open when a newer edition was requested while an older one was being sent', async ({ store }) => {
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

  keeps('an edition requested while an older one was being sent waits for its own time', async ({ store }) => {
    await ask(store, [notice('n')]);
    const held = first(await claim(store));
    await store.redraw('n', noon + 5);
    await store.settle(held, done);
    expect(await claim(store, noon + 4)).toEqual([]);
    expect(keys(await claim(store, noon + 5))).toEqual(['n']);
  });

  keeps('a requested redraw of a notice does not happen before its time', async ({ store }) => {
    await standing(store, 'n');
    await store.append(append({ errands: [errand('e')] }));
    expect(await store.redraw('n', noon + 5)).toBe(true);
    expect(await store.redraw('none', noon)).toBe(false);
    expect(await store.redraw('e', noon)).toBe(false);
    expect(keys(await claim(store, noon + 4))).toEqual(['e']);
    expect(first(await claim(store, noon + 5))).toMatchObject({ key: 'n', dueAt: noon + 5, standing: { edition: 2, place } });
  });

  keeps('many requests for a redraw lead to one redraw, at the earliest requested time', async ({ store }) => {
    await standing(store, 'n');
    for (const later of [5, 3, 9]) await store.redraw('n', noon + later);
    expect(await claim(store, noon + 2)).toEqual([]);
    const held = first(await claim(store, noon + 3));
    expect(held).toMatchObject({ dueAt: noon + 3, standing: { edition: 4 } });
    await store.settle(held, done);
    expect(await claim(store, noon + 9)).toEqual([]);
  });

  keeps('a redraw waits while somebody is typing, whether it was requested before or after', async ({ store }) => {
    await standing(store, 'a');
    await standing(store, 'b');
    await store.redraw('a', noon);
    for (const key of ['a', 'b', 'none']) await store.putOff(key, 'gudrun', noon + 3 * minute);
    await store.putOff('a', 'gudrun', noon + minute);
    await store.redraw('b', noon);
    await ask(store, [notice('a')]);
    expect(await claim(store, noon + 3 * minute - 1)).toEqual([]);
    expect(keys(await claim(store, noon + 3 * minute)).sort()).toEqual(['a', 'b']);
  });

  keeps('a delayed redraw goes ahead once everyone who was typing has pressed', async ({ store }) => {
    await standing(store, 'a');
    await store.redraw('a', noon);
    await store.putOff('a', 'gudrun', noon + 3 * minute);
    await store.putOff('a', 'holger', noon + 2 * minute);
    await store.letGo('a', 'gudrun');
    expect(await claim(store, noon + 2 * minute - 1)).toEqual([]);
    for (const key of ['a', 'none']) await store.letGo(key, 'holger');
    expect(keys(await claim(store, noon))).toEqual(['a']);
  });
}
