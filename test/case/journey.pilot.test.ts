import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { judges, openCases, raises, threeBodies } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

const on = 'Sag PANEL 2015-01';
const written = { 'Resultat og kilde': 'Færre kom ind igen', Anbefaling: 'Udbred' };

/** Trials lay down what they have shown, and nobody is above the forum. */
function trying(): Charter {
  const { collaboration, bodies, ...model } = threeBodies();
  return {
    ...model,
    collaboration: { ...collaboration, defaults: { ...collaboration.defaults, scalingPath: true } },
    bodies: bodies.map((each) =>
      each.id === 'forum' ? { ...each, terms: each.terms.map((terms) => ({ ...terms, above: { stated: false } })) } : each,
    ),
  };
}

describe('a case on a trial that is to be spread, though nobody ticked that', () => {
  let world: World;
  beforeAll(async () => {
    world = await openCases('2015-02-02T09:00', { charter: trying() });
    await raises(world, {
      'Hvad handler sagen om?': 'Pilotprojekt eller prøvehandling',
      Overskrift: 'Prøven udbredes',
      'Sagsfremstilling (kort)': 'Besøg dagen efter udskrivning.',
      'Indstilling, ét at-punkt pr. linje': 'at prøven udbredes',
    });
  });
  afterAll(() => world.close());

  test('asks whoever raised it for what the trial has shown, before the chairs are asked anything', async () => {
    expect(world.stands('Afprøvningens resultat mangler', 'Panelet').join(' ')).toContain(
      '<at>Lone Lund</at>: skriv, hvad afprøvningen viste.',
    );
    expect(world.channel('Panelet').titles()).not.toContain('Sag til vurdering');
    const stands = world.stands(on, 'Panelet').join('\n');
    expect(stands).toContain('Venter på Lone Lund.');
    expect(stands).not.toContain('Afventer formandskabet');
    expect(stands).toContain('Resultatet af afprøvningen skal skrives, før panel kan sende sagen videre.');
  });

  test('offers the chairs nothing that would be refused', async () => {
    const buttons = await world.person('Rita Regn').buttons(on, 'Panelet');
    expect(buttons).toContain('Skriv afprøvningens resultat');
    expect(buttons.filter((each) => /forelæg|Forelæg|her/.test(each) && !/resultat/.test(each))).toEqual([]);
  });

  test('asks the chairs at once when it is written', async () => {
    const lone = world.person('Lone Lund');
    await lone.presses('Skriv afprøvningens resultat', { on, in: 'Panelet' });
    expect(await lone.presses('Gem', { on, in: 'Panelet', with: written })).toBe('');
    expect(world.stands('Sag til vurdering', 'Panelet').join(' ')).toContain('<at>Rita Regn</at>, <at>Mads Muld</at>: vurdér sagen.');
    expect(world.stands('Afprøvningens resultat mangler', 'Panelet').join(' ')).toMatch(/besvaret .* af Lone Lund/);
  });

  test('asks the secretary of the next body for it there, and says that a last body decides and sends nothing on', async () => {
    for (const chair of ['Rita Regn', 'Mads Muld']) expect(await judges(world, chair, 'Panelet', 'Forelæg for')).toBe('');
    expect(world.stands('Afprøvningens resultat mangler', 'Forum').join(' ')).toContain(
      '<at>Finn Fjord</at>: skriv, hvad afprøvningen viste.',
    );
    expect(world.stands(on, 'Forum').join('\n')).toContain('Resultatet af afprøvningen skal skrives, før forum kan beslutte.');
    expect(await world.person('Finn Fjord').buttons(on, 'Forum')).not.toContain('Start skriftlig behandling');
    expect(world.stands(on, 'Forum').join(' ')).toContain('Sekretæren skal indkalde til et møde.');
    expect(world.faults).toEqual([]);
  });
});
