import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPanelAndBureau } from '../kit/panel.ts';
import type { World } from '../kit/world.ts';

describe('a card that somebody’s word brought', () => {
  let world: World;
  beforeEach(async () => {
    world = await openPanelAndBureau('2015-02-02T09:00', [
      ['panel', 'Rita Regn', 'regional-chair'],
      ['panel', 'Mads Muld', 'municipal-chair'],
    ]);
    await world.person('Rita Regn').writes('bemanding', 'Panelet');
    expect(seats().join(' ')).toContain('Mads Muld');
  });
  afterEach(() => world.close());

  const seats = () => world.stands('Medlemmer: panel', 'Panelet');
  const ends = (until: string) => world.given('body/panel', { type: 'EndAppointment', appointment: 'panel-municipal-chair', until });

  test('it is kept true for the rest of the day', async () => {
    await ends('2015-02-01');
    await world.settle();
    expect(seats().join(' ')).not.toContain('Mads Muld');
  });

  test('from midnight it says of which day it is, and stays as it was', async () => {
    const before = seats();
    await world.at('2015-02-03T00:00');
    expect(seats()).toEqual([...before.slice(0, 3), 'Sådan så det ud mandag 2. februar 2015', ...before.slice(3)]);
    await ends('2015-02-01');
    await world.settle();
    expect(seats().join(' ')).toContain('Mads Muld');
  });

  test('it is sent once where nothing changes before the day is over', async () => {
    await world.at('2015-02-02T16:00');
    expect(world.standing('Medlemmer: panel', 'Panelet').replaced).toBe(0);
  });

  test('the answer is posted only once, also where somebody deletes it', async () => {
    const cards = () => world.channel('Panelet').titles().length;
    const before = cards();
    world.connector.forget(world.standing('Medlemmer: panel', 'Panelet').activity);
    await ends('2015-02-01');
    await world.at('2015-02-03T00:00');
    expect(cards()).toBe(before - 1);
  });
});
