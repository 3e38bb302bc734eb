import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCases, raised } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

describe('a draft of a case that nobody has sent', () => {
  let world: World;
  const text = { ref: 'none', mac: 'none' };
  const content = { title: text, account: null, recommendations: [text], papers: null, journal: null };
  beforeAll(async () => {
    world = await openCases('2015-02-02T09:00');
  });
  afterAll(() => world.close());

  test('is said to the secretary of the body it was drafted for, by name and with the button on the card', async () => {
    await world.given('case/terms', { type: 'DraftCase', body: 'panel', matter: { kind: 'terms', weighs: [] }, content });
    await world.settle();
    expect(world.stands('Kladde til afsendelse', 'Panelet').join(' ')).toContain(
      '<at>Frida Fjeld</at>: send sagen, eller træk den tilbage.',
    );
    expect(world.stands('Sag', 'Panelet').join(' ')).toContain('Venter på Frida Fjeld.');
    await world.person('Frida Fjeld').presses('Åbn og svar', { on: 'Kladde til afsendelse', in: 'Panelet' });
    expect(await world.person('Frida Fjeld').presses('Send sagen', { on: 'Sag', in: 'Panelet' })).toBe('');
    expect(world.stands('Kladde til afsendelse', 'Panelet').join(' ')).toMatch(/besvaret .* af Frida Fjeld/);
  });

  test('is not said to whoever has just written it, and is reminded of when it has waited', async () => {
    const lone = world.person('Lone Lund');
    await lone.writes('rejs sag', 'Panelet');
    await lone.presses('Skriv sagen', { on: 'Rejs en sag' });
    await lone.presses('Gem som kladde', { on: 'Rejs en sag', with: raised });
    expect(
      world
        .channel('Panelet')
        .titles()
        .filter((title) => title.startsWith('Kladde til afsendelse')),
    ).toHaveLength(1);
    await world.at('2015-02-24T10:00');
    expect(world.stands('Påmindelse: kladde til afsendelse', 'Panelet').join(' ')).toContain('<at>Lone Lund</at>: send sagen');
    expect(world.faults).toEqual([]);
  });
});
