import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agrees, answers, followUpOf, onPlan, openClusters, planOf } from '../kit/milestone-world.ts';
import type { World } from '../kit/world.ts';

const list = [
  'Hvad;Klar senest;Ansvarlig;Klynge',
  'Skema;15-06-2015;;nord, midt',
  'Aftale om udstyr;1. september 2015;Lone Lund;',
  'Evaluering;snart;Ingen Kender;',
].join('\n');
const right = list.replace('snart;Ingen Kender', '30/11-2015;');

describe('the secretariat’s own list, pasted into a card', () => {
  let world: World;
  beforeAll(async () => {
    world = await openClusters('2015-02-02T09:00');
    await world.person('Frida Fjeld').writes('milepæle', 'Panelet');
  });
  afterAll(() => world.close());

  test('a secretary chooses the columns whose headings do not tell, and no line is taken before all lines fit', async () => {
    const frida = world.person('Frida Fjeld');
    await frida.presses('Indsæt liste', onPlan);
    expect(await frida.presses('Kontrollér listen', { ...onPlan, with: { Listen: list } })).toBe('');
    const columns = { Milepæl: 'Hvad', Frist: 'Klar senest' };
    expect(await frida.presses('Kontrollér listen', { ...onPlan, with: { ...columns, Listen: list } })).toBe('');
    const view = await frida.aims('Kontrollér listen', onPlan);
    expect(JSON.stringify(view)).toContain('Ingen Kender');
    await expect(frida.presses('Importér listen', onPlan)).rejects.toThrow('has no button');
    expect((await planOf(world, 'panel')).draft).toBeNull();
  });

  test('a pasted list shows what would come of it, and is then taken as the draft', async () => {
    const frida = world.person('Frida Fjeld');
    await frida.presses('Indsæt liste', onPlan);
    const columns = { Milepæl: 'Hvad', Frist: 'Klar senest', Ansvarlig: 'Ansvarlig', 'Udføres af': 'Klynge' };
    expect(await frida.presses('Kontrollér listen', { ...onPlan, with: { ...columns, Listen: right } })).toBe('');
    expect(await frida.presses('Importér listen', onPlan)).toBe('');
    expect((await planOf(world, 'panel')).draft).toMatchObject([
      { due: '2015-06-15', carriedBy: ['nord', 'midt'], owner: null, dueFrom: { via: 'list' } },
      { due: '2015-09-01', carriedBy: [], owner: await world.key('Lone Lund') },
      { due: '2015-11-30', carriedBy: [], owner: null },
    ]);
    expect((await planOf(world, 'panel')).list).toBeNull();
    expect(world.faults).toEqual([]);
  });

  test('pasting the same list once more changes nothing, and another spelling changes only that milestone', async () => {
    const frida = world.person('Frida Fjeld');
    const before = await planOf(world, 'panel');
    const columns = { Milepæl: 'Hvad', Frist: 'Klar senest', Ansvarlig: 'Ansvarlig', 'Udføres af': 'Klynge' };
    const paste = async (words: string) => {
      await frida.presses('Indsæt liste', onPlan);
      for (const chosen of [{}, columns])
        expect(await frida.presses('Kontrollér listen', { ...onPlan, with: { ...chosen, Listen: words } })).toBe('');
    };
    await paste(right);
    expect(await frida.presses('Importér listen', onPlan)).toBe('');
    expect(await planOf(world, 'panel')).toEqual(before);
    await paste(right.replace('Skema', 'SKEMA'));
    expect(await frida.presses('Importér listen', onPlan)).toBe('');
    const after = await planOf(world, 'panel');
    expect(after.edition).toBe(before.edition + 1);
    expect(after.draft?.map(({ id }) => id)).toEqual(before.draft?.map(({ id }) => id));
    expect(after.draft?.slice(1)).toEqual(before.draft?.slice(1));
    expect(world.faults).toEqual([]);
  });

  test('a second list keeps earlier answers, since the same words are the same milestone', async () => {
    await agrees(world);
    await world.at('2015-04-01T09:00');
    expect(await answers(world, 'Nanna Nord', 'Nord', '', 'Følger planen')).toBe('');
    const frida = world.person('Frida Fjeld');
    await frida.presses('Indsæt liste', onPlan);
    await frida.presses('Kontrollér listen', {
      ...onPlan,
      with: { Listen: 'Milepæl\tFrist\tKlynge\tAnsvarlig\nskema\t2015-08-17\tnord\t' },
    });
    expect(await frida.presses('Importér listen', onPlan)).toBe('');
    await agrees(world, 'Midt har sin egen plan');
    expect((await followUpOf(world, 'nord')).rows).toMatchObject([{ due: '2015-08-17', answer: { status: 'follows' }, withdrawn: false }]);
    expect((await followUpOf(world, 'midt')).rows).toMatchObject([{ withdrawn: true }]);
  });
});
