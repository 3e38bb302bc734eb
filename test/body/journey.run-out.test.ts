import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../kit/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({
    at: '2018-12-03T09:00',
    channels: { Panelet: 'panel' },
    seats: [
      ['panel', 'Frida Fjeld', 'regional-secretary'],
      ['panel', 'Rita Regn', 'regional-chair'],
      ['panel', 'Mads Muld', 'municipal-chair'],
      ['panel', 'Palle Praksis', 'practitioner'],
    ],
    since: '2018-01-01',
  });
});
afterAll(() => world.close());

const said = () =>
  world
    .channel('Panelet')
    .titles()
    .filter((title) => title.startsWith('Kommissoriet er udløbet'));

describe('terms that have run out', () => {
  test('the channel hears nothing of its terms while they run', async () => {
    await world.at('2018-12-31T10:00');
    expect(said()).toEqual([]);
  });

  test('chairs and secretaries are told in the body’s channel, in prompt hours, that its terms have run out', async () => {
    await world.at('2019-01-01T22:00');
    await world.at('2019-01-02T08:00');
    expect(said()).toEqual([]);
    await world.at('2019-01-02T08:30');
    expect(said()).toHaveLength(1);
    const { card } = world.standing('Kommissoriet er udløbet', 'Panelet');
    const named = (card.msteams as { entities: { mentioned: { name: string } }[] }).entities.map(({ mentioned }) => mentioned.name);
    expect(named).toEqual(['Rita Regn', 'Mads Muld', 'Frida Fjeld']);
    expect(world.stands('Kommissoriet er udløbet')).toContain(
      'Perioden sluttede den 31. december 2018. Samspil bruger kommissoriet, til et nyt er godkendt.',
    );
  });

  test('the card about terms that have run out opens the form for the case that it asks for', async () => {
    const rita = world.person('Rita Regn');
    expect(await rita.presses('Rejs sag', { on: 'Kommissoriet er udløbet' })).toBe('');
    expect(rita.reads('Kommissoriet er udløbet')).toContain('Hvad skal der tages stilling til?');
  });

  test('the channel is told of terms that have run out once a quarter, but not in July', async () => {
    await world.at('2019-03-29T10:00');
    expect(said()).toHaveLength(1);
    await world.at('2019-04-02T10:00');
    await world.at('2019-07-16T10:00');
    expect(said()).toHaveLength(2);
    await world.at('2019-08-01T10:00');
    expect(said()).toHaveLength(3);
    expect(world.faults).toEqual([]);
  });
});
