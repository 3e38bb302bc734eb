import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCosmos } from '../../bot/store/cosmos.ts';
import type { Store } from '../../bot/store/store.ts';
import { startCosmosFake } from '../kit/cosmos/fake.ts';
import { key } from '../kit/cosmos/opened.ts';
import { append, noon } from './contract/appends.ts';
import { claim, keys, place, standing } from './contract/sending.ts';

const minute = 60_000;

/** In Cosmos a write and the cards that were drawn before it stand in different partitions, and no batch reaches both. */
describe('a process that stops between a write and the cards that show it', () => {
  let fake: Awaited<ReturnType<typeof startCosmosFake>>;
  let stops: Store;
  let lives: Store;
  const opens = () => openCosmos({ endpoint: fake.endpoint, key, pause: () => Promise.resolve() });

  beforeEach(async () => {
    fake = await startCosmosFake();
    [stops, lives] = [await opens(), await opens()];
    await standing(lives, 'n');
    for (const store of [stops, lives]) await store.sweep(noon, 10);
    await looks(lives, noon, noon);
  });
  afterEach(async () => {
    for (const store of [stops, lives]) await store.close();
    await fake.close();
  });

  /** Looks at the cards that ask for it, each noted as looked at by the clock of whoever looks. */
  async function looks(store: Store, now: number, clock: number): Promise<readonly string[]> {
    const look = { at: clock, face: '', staleAt: null, keptUntil: null, closed: false };
    const claims = await claim(store, now);
    for (const each of claims) await store.settle(each, { kind: 'looked', place, sent: false, watch: ['body/it'], look });
    return keys(claims);
  }
  const writes = async (at: number) => {
    expect(await stops.append(append({ touches: ['body/it'], at }))).toMatchObject({ result: 'appended' });
  };
  const writesAndStops = async (at: number) => {
    fake.fault = ({ kind, body }) => (kind === 'query' && body.includes('c.watch') ? { status: 503 } : null);
    await writes(at);
    fake.fault = () => null;
  };

  test('leaves a note by which another looks at them, once', async () => {
    await writesAndStops(noon + 1);
    expect(await looks(lives, noon + 1, noon + 1)).toEqual([]);
    await lives.sweep(noon + 2, 10);
    expect(await looks(lives, noon + 2, noon + 2)).toEqual(['n']);
    await lives.sweep(noon + 3, 10);
    expect(await looks(lives, noon + 3, noon + 3)).toEqual([]);
  });

  test.each([
    ['whose clock is a minute ahead', noon + 1, noon + minute],
    ['before a write that was long on its way', noon - minute, noon],
  ])('a card is looked at again, though it was looked at by somebody %s', async (_who, at, clock) => {
    await lives.touch(['body/it'], noon);
    expect(await looks(lives, noon, clock)).toEqual(['n']);
    await writesAndStops(at);
    await lives.sweep(noon + 2, 10);
    expect(await looks(lives, noon + 2, noon + 2)).toEqual(['n']);
  });

  test('is made good by one that starts later, which doubts only what was written last', async () => {
    await writes(noon + 1);
    expect(await looks(lives, noon + 1, noon + 2)).toEqual(['n']);
    const another = await opens();
    await stops.append(append({ touches: [], cause: 'later', expect: 1, at: noon + 10 * minute }));
    await another.sweep(noon + 11 * minute, 10);
    expect(await looks(another, noon + 11 * minute, noon)).toEqual([]);
    await another.close();
  });

  test('costs no look where the process lives: it knows which cards it has asked for', async () => {
    await writes(noon + 1);
    expect(await looks(lives, noon + 1, noon + 2)).toEqual(['n']);
    await stops.sweep(noon + 2, 10);
    expect(await looks(lives, noon + 2, noon + 2)).toEqual([]);
  });

  test('has left the note of a record before the record: the note stays for one sweep more', async () => {
    const notes = async () => {
      await lives.sweep(noon, 10);
      return fake.items().filter(({ type }) => type === 'touch').length;
    };
    await stops.putRecord('person', 'p', { name: 'Inga' }, null);
    expect(await notes()).toBe(1);
    expect(await notes()).toBe(0);
  });
});
