import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { body, charter } from '../kit/charter.ts';
import { openWorld, type World } from '../kit/world.ts';
import { spreading, spreads } from './spread.ts';

const bays = ['south', 'west', 'east', 'inner'] as const;

/** A panel spreads what one bay has tried; four other bays have no channel of their own and are served by the bureau. */
function fjord(): Charter {
  const knowing = (id: string, how: 'spreads' | 'shares') => {
    const known = body(id, { above: 'forum' });
    return { ...known, terms: known.terms.map((terms) => ({ ...terms, [how]: `${id}-${how}` })) };
  };
  return charter({
    bodies: [knowing('panel', 'spreads'), ...['north', ...bays].map((id) => knowing(id, 'shares')), body('forum'), body('bureau')],
  });
}

describe('an experience that is spread to bodies without a channel of their own', () => {
  let world: World;
  const on = spreading;
  beforeAll(async () => {
    world = await openWorld({
      at: '2015-02-02T09:00',
      charter: fjord(),
      channels: { Panelet: 'panel', Nord: 'north', Bureauet: 'bureau' },
      seats: [
        ['panel', 'Rita Regn', 'regional-chair'],
        ['panel', 'Mads Muld', 'municipal-chair'],
        ['north', 'Nanna Nord', 'municipal-leader'],
        ['bureau', 'Bente Bureau', 'regional-secretary'],
      ],
    });
    await spreads(world);
  });
  afterAll(() => world.close());
  const cards = (channel: string) =>
    world
      .channel(channel)
      .titles()
      .filter((each) => each === on).length;

  test('it is one card in the channel that serves them, which asks for one body after the other', async () => {
    expect(cards('Bureauet')).toBe(1);
    const bente = world.person('Bente Bureau');
    const asked = new Set<string>();
    for (const _bay of bays) {
      for (const line of world.stands(on, 'Bureauet')) if (line.startsWith('Er erfaringen relevant for')) asked.add(line);
      expect(await bente.presses('Relevant', { on, in: 'Bureauet' })).toBe('');
    }
    expect([...asked].sort()).toEqual(bays.map((bay) => `Er erfaringen relevant for ${bay}?`).sort());
    expect(cards('Bureauet')).toBe(1);
    expect(world.stands(on, 'Panelet').join()).toContain('4 relevant');
  });

  test('a body that is given a channel has its own card there, and the others keep theirs', async () => {
    await world.channel('Syd').installs();
    await world.given(`channel/${world.channel('Syd').key}`, { type: 'BindBody', body: 'south' });
    await world.settle();
    expect([cards('Syd'), cards('Bureauet')]).toEqual([1, 1]);
    expect(world.faults).toEqual([]);
  });
});
