import { expect } from 'vitest';
import type { Look, SettleOutcome, Store } from '../../../bot/store/store.ts';
import { append, ask, asking, first, minute, noon, notice, state, text } from './appends.ts';
import type { Keeps } from './contract.ts';
import { claim, keys, place, retry } from './sending.ts';

const look: Look = { at: noon, face: 'a', staleAt: null, keptUntil: null, closed: false };
const looked = (watch: readonly string[], over: Partial<Look> = {}, sent = true): SettleOutcome => ({
  kind: 'looked',
  place,
  sent,
  watch,
  look: { ...look, ...over },
});

/** Puts up cards that are each drawn from the given sources. */
async function drawn(store: Store, cards: Readonly<Record<string, readonly string[]>>, over: Partial<Look> = {}): Promise<void> {
  await ask(
    store,
    Object.keys(cards).map((key) => notice(key)),
  );
  for (const each of await claim(store)) await store.settle(each, looked(cards[each.key] ?? [], over));
}

export function touchPromises(keeps: Keeps): void {
  keeps('the store remembers what a card was drawn from, what it showed and when', async ({ store }) => {
    await drawn(store, { n: ['body/it', 'body/it texts'] }, { staleAt: noon + 5 });
    const seen = { watch: ['body/it', 'body/it texts'], printed: 1, worn: null, look: { ...look, staleAt: noon + 5 } };
    expect(await store.notice('n')).toMatchObject({ state: 'sent', edition: 1, place, ...seen });
  });

  keeps('an append brings another look at every card that watches what it touched, and at no other', async ({ store }) => {
    await drawn(store, { a: ['body/it#seats'], b: ['body/it#seats', 'body/it#name'], c: ['body/it#name'], d: ['body/it#seat'] });
    await store.append(append({ touches: ['body/it#seats', 'of case it'], at: noon + 1 }));
    expect(keys(await claim(store, noon))).toEqual([]);
    const again = await claim(store, noon + 1);
    expect(again.map((each) => [each.key, each.dueAt])).toEqual([
      ['a', noon + 1],
      ['b', noon + 1],
    ]);
    expect(again).toMatchObject([{ standing: { edition: 2, place, printed: 1 } }, { standing: { edition: 2 } }]);
  });

  keeps('an append that wrote nothing touches no card', async ({ store }) => {
    await store.append(append());
    await drawn(store, { n: ['body/it'] });
    expect(await store.append(append({ cause: '2', touches: ['body/it'] }))).toMatchObject({ result: 'conflict' });
    expect(await store.append(append({ touches: ['body/it'] }))).toMatchObject({ result: 'seen' });
    expect(await claim(store, noon + minute)).toEqual([]);
  });

  keeps('a card touched while it is being drawn is drawn again if its sources were known by then', async ({ store }) => {
    await ask(store, [notice('n'), notice('m')]);
    const held = await claim(store);
    for (const each of held) if (each.key === 'n') expect(await store.watch(each, ['body/it'])).toBe(true);
    await store.touch(['body/it'], noon + 1);
    for (const each of held) expect(await store.settle(each, looked(['body/it']))).toBe(true);
    expect(await store.notice('n')).toMatchObject({ state: 'open', edition: 2, printed: 1 });
    expect(await store.notice('m')).toMatchObject({ state: 'sent', edition: 1 });
    expect(keys(await claim(store, noon + 1))).toEqual(['n']);
  });

  keeps('a claimer whose lease was taken over may no longer say what a card is drawn from', async ({ store }) => {
    await ask(store, [notice('n')]);
    const lost = first(await claim(store));
    await claim(store, noon + minute);
    expect(await store.watch(lost, ['body/it'])).toBe(false);
    await store.touch(['body/it'], noon + minute);
    expect(await store.notice('n')).toMatchObject({ edition: 1, watch: [] });
  });

  keeps('a card watches only what its newest look was drawn from', async ({ store }) => {
    await drawn(store, { n: ['body/it', 'body/other'] });
    await store.touch(['body/it'], noon + 1);
    await store.settle(first(await claim(store, noon + 1)), looked(['body/new'], { face: 'b' }, false));
    expect(await store.notice('n')).toMatchObject({ state: 'sent', edition: 2, printed: 1, watch: ['body/new'], look: { face: 'b' } });
    await store.touch(['body/it', 'body/other'], noon + 2);
    expect(await claim(store, noon + 2)).toEqual([]);
    await store.touch(['body/new'], noon + 3);
    expect(keys(await claim(store, noon + 3))).toEqual(['n']);
  });

  keeps('a touch neither lifts a parked card nor hastens a delayed one', async ({ store }) => {
    await drawn(store, { parked: ['body/it'], typing: ['body/it'], held: ['body/it'] });
    for (const key of ['parked', 'held']) await store.redraw(key, noon);
    for (const each of await claim(store)) await store.settle(each, each.key === 'held' ? retry(noon + 9) : { kind: 'park', error: 'no' });
    await store.putOff('typing', 'gudrun', noon + minute);
    await store.touch(['body/it'], noon + 1);
    expect(keys(await claim(store, noon + 8))).toEqual([]);
    expect(keys(await claim(store, noon + minute)).sort()).toEqual(['held', 'typing']);
  });

  keeps('a card is looked at again when a text, a record or the list of parked items that it watches changes', async ({ store }) => {
    const watched = {
      text: [`${asking} texts`],
      person: ['person p-1'],
      other: ['person p-2'],
      erased: ['person p-3'],
      parked: ['parked'],
    };
    await drawn(store, watched);
    await store.putRecord('person', 'p-3', { name: 'Tove' }, null);
    for (const each of await claim(store, noon)) await store.settle(each, looked(watched.erased));

    const stream = 'channel/words';
    await store.append(append({ stream, texts: [text('t')] }));
    await drawn(store, { words: [`${stream} texts`] });
    await store.eraseText(stream, 't');
    await store.putRecord('person', 'p-1', { name: 'Gudrun' }, null);
    await store.eraseRecord('person', 'p-3');
    expect(keys(await claim(store, noon)).sort()).toEqual(['erased', 'person', 'words']);

    await ask(store, [notice('fails')]);
    await store.settle(first(await claim(store)), { kind: 'park', error: 'no' });
    expect(keys(await claim(store, noon))).toEqual(['parked']);
  });

  keeps('a card that stands before it is kept is looked at once more, once, and kept true from then on', async ({ store, another }) => {
    const said = { ...notice(`${asking}:seats@said-1`), about: asking } as const;
    await store.keepTrue(said, place, look);
    const other = { ...place, activity: 'another' };
    await (await another()).keepTrue(said, other, { ...look, face: 'b' });
    expect(await store.notice(said.key)).toMatchObject({ state: 'open', edition: 1, printed: 1, place, look: { face: 'a' } });
    const [held, ...more] = await claim(store, noon);
    expect([held?.key, held?.uncertain, more]).toEqual([said.key, false, []]);
    if (held) await store.settle(held, looked(['body/it'], {}, false));
    expect(await claim(store, noon + minute)).toEqual([]);
    await store.touch(['body/it'], noon + minute);
    expect(keys(await claim(store, noon + minute))).toEqual([said.key]);
  });

  keeps('a touched card counts as open in the backlog, but has no waiting time', async ({ store }) => {
    await drawn(store, { n: ['person p-1'] });
    await store.putRecord('person', 'p-1', { name: 'Gudrun' }, null);
    expect(await store.backlog(noon + minute)).toEqual({ open: 1, oldestMs: 0, parked: 0 });
  });

  keeps('a touch does not ask again for a card that has grown stale already', async ({ store }) => {
    await drawn(store, { n: ['body/it'] }, { staleAt: noon + 5 });
    await store.touch(['body/it'], noon + 5);
    expect(await store.notice('n')).toMatchObject({ state: 'sent', edition: 1 });
    expect(keys(await claim(store, noon + 5))).toEqual(['n']);
  });

  keeps('a card is looked at again when its look grows stale, and does not count as backlog before', async ({ store }) => {
    await drawn(store, { n: [], m: [] }, { staleAt: noon + 5 });
    expect(await store.backlog(noon + 9)).toEqual({ open: 0, oldestMs: 0, parked: 0 });
    expect(await claim(store, noon + 4)).toEqual([]);
    const stale = await claim(store, noon + 5);
    expect(stale).toMatchObject([
      { key: 'm', dueAt: noon + 5, standing: { state: 'open', edition: 2 } },
      { key: 'n', standing: { edition: 2 } },
    ]);
    expect(await claim(store, noon + 6)).toEqual([]);
    for (const each of stale) await store.settle(each, looked([]));
    expect(await claim(store, noon + 9)).toEqual([]);
  });

  keeps('a card that was pressed is printed anew, as long as that printing still stands', async ({ store }) => {
    await drawn(store, { n: [] });
    for (let press = 0; press < 3; press++) await store.wear('n', 1, noon);
    await store.wear('none', 1, noon);
    const again = first(await claim(store));
    expect(again).toMatchObject({ standing: { edition: 2, printed: 1, worn: 1 } });
    await store.settle(again, looked([]));
    expect(await store.notice('n')).toMatchObject({ state: 'sent', printed: 2, worn: 1 });
    await store.wear('n', 1, noon);
    expect(await claim(store)).toEqual([]);
  });

  keeps('a sweep brings a look at the cards that nobody has looked at, a limited number at a time', async ({ store }) => {
    await ask(
      store,
      ['a', 'b', 'c', 'page'].map((key) => notice(key)),
    );
    for (const each of await claim(store)) await store.settle(each, { kind: 'done', place: each.key === 'page' ? null : place });
    await drawn(store, { seen: [] });
    await store.sweep(noon + 1, 2);
    const some = keys(await claim(store, noon + 1));
    expect(some).toHaveLength(2);
    await store.sweep(noon + 1, 2);
    expect([...some, ...keys(await claim(store, noon + 1))].sort()).toEqual(['a', 'b', 'c']);
    await store.sweep(noon + 1, 2);
    expect(await claim(store, noon + 1)).toEqual([]);
  });

  keeps('an append that touches nothing changes no card, even where a source has the stream’s name', async ({ store }) => {
    await drawn(store, { n: ['channel/c1', 'heads'] });
    await store.append(append({ state: state('it') }));
    expect(await claim(store)).toEqual([]);
  });
}
