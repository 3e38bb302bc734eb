import { afterEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { type Gathering, openGathering } from './gathering.ts';

const cases = ['k1', 'k2', 'k3'] as const;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
async function open(): Promise<Gathering> {
  const store = openSqlite(':memory:');
  closing.push(store.close);
  const gathering = await openGathering(store);
  await gathering.alone();
  return gathering;
}
const forgotten = async (gathering: Gathering, of: readonly string[], asked?: readonly string[]) =>
  (await Promise.all(of.map((id) => gathering.forgotten(id, asked)))).flat();

describe('two replicas that gather the same questions', () => {
  test.each([1, 2, 3, 4, 5, 6])('tell nobody twice and forget nobody, whoever comes first (%i)', async (seed) => {
    const gathering = await open();
    await gathering.sends(...cases);
    await gathering.until([gathering.begins(), gathering.begins()], gathering.byDice(seed));
    expect(gathering.told()).toHaveLength(1);
    expect(await forgotten(gathering, cases)).toEqual([]);
    expect(gathering.problems).toEqual([]);
  });

  test.each([11, 12, 13, 14, 15, 16])('also where each of them is killed on the way (%i)', async (seed) => {
    const gathering = await open();
    await gathering.sends(...cases);
    await gathering.until([gathering.begins(), gathering.begins()], gathering.byDice(seed, 4));
    const told = gathering.told();
    expect(new Set(told).size).toBe(1);
    expect(told.length === 1 || (await gathering.uncertain(told[0]?.slice(5) ?? ''))).toBe(true);
    expect(await forgotten(gathering, cases)).toEqual([]);
  });

  test.each([8, 9, 21, 27, 28, 30])(
    'tell whoever comes in a chair’s place of all that is asked, whichever of it they get to first (%i)',
    async (seed) => {
      const gathering = await open();
      await gathering.sends(...cases);
      await gathering.alone();
      await gathering.ends('a1', '2015-02-01');
      await gathering.fills('a9', 'regional-chair', 'sune', '2015-02-02');
      await gathering.sends('k4');
      await gathering.until([gathering.begins(), gathering.begins()], gathering.byDice(seed, 1));
      expect(await forgotten(gathering, [...cases, 'k4'], ['sune'])).toEqual([]);
    },
  );
});

test('a question that has waited long for the one before it is not given up for one fault', async () => {
  const gathering = await open();
  await gathering.sends('k1', 'k2');
  gathering.faults.push('busy', 'busy', 'busy', 'busy');
  let looks = 0;
  await gathering.until([gathering.begins()], ([first]) => {
    if (first?.what === 'record together' && gathering.faults.length === 0 && looks++ === 0) return { ...first, go: first.die };
    return first ?? 'kill';
  });
  expect(looks).toBeGreaterThan(0);
  expect(await gathering.store.parked()).toEqual([]);
  expect(await forgotten(gathering, ['k1', 'k2'])).toEqual([]);
});

test('a card that has become too large for Teams lets go of the others: they are asked by themselves', async () => {
  const gathering = await open();
  await gathering.sends('k1');
  await gathering.alone();
  gathering.faults.push('too-large');
  await gathering.sends('k2');
  await gathering.alone();
  expect(gathering.told()).toEqual(['case/k1', 'case/k2']);
  expect(await forgotten(gathering, ['k1', 'k2'])).toEqual([]);
});
