import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Charter, Terms } from '../../bot/governance/charter/charter.ts';
import { judges, onCase, openCases, raised, raises, threeBodies, toForum } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

const seats = [
  ['panel', 'Rita Regn', 'regional-chair'],
  ['panel', 'Mads Muld', 'municipal-chair'],
  ['panel', 'Lone Lund', 'municipal-leader'],
  ['forum', 'Egon Eng', 'regional-chair'],
  ['forum', 'Dorte Dal', 'municipal-chair'],
  ['bureau', 'Gerda Glar', 'regional-secretary'],
] as const;

/** The forum meets four times a year. */
function meetingOften(): Charter {
  const model = threeBodies();
  const source = { document: 'F1', section: '§4' };
  const cadence = { stated: true, value: { least: 4, most: 4, about: false, asNeeded: false }, clause: 'forum-cadence' } as const;
  const clause = { id: 'forum-cadence', text: { da: 'Fire møder om året' }, source };
  const often = (terms: Terms) => ({ ...terms, cadence, clauses: [...terms.clauses, clause] });
  const bodies = model.bodies.map((each) => (each.id === 'forum' ? { ...each, terms: each.terms.map(often) } : each));
  return { ...model, bodies: bodies as Charter['bodies'] };
}

describe('a body without a secretary', () => {
  let world: World;
  beforeAll(async () => {
    world = await openCases('2015-02-02T09:00', { seats, charter: meetingOften() });
    await toForum(world);
  });
  afterAll(() => world.close());

  test('has its errands asked of the secretariat, which reads in whose place', () => {
    const asked = world.stands('Sag uden møde', 'Forum');
    expect(asked).toContain('<at>Gerda Glar</at>: indkald til et møde, eller start skriftlig behandling.');
    expect(asked).toContain('forum har ingen sekretær.');
    expect(asked).toContain('Derfor spørges bureau.');
  });

  test('hears of too few meetings through the secretariat, in the same words', async () => {
    await world.at('2015-11-30T10:00');
    await world.at('2015-12-01T10:00');
    const short = world.stands('Der er for få møder i året', 'Forum').join(' ');
    expect(short).toContain('<at>Gerda Glar</at>');
    expect(short).toContain('forum har ingen sekretær. Derfor spørges bureau.');
    expect(world.faults).toEqual([]);
  });
});

describe('somebody who is away and has no deputy', () => {
  let world: World;
  beforeAll(async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world, { ...raised, 'Hvad handler sagen om?': 'Sundhedsfagligt forhold' });
    await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for');
  });
  afterAll(() => world.close());
  const away = async (name: string, body: string) => {
    await world.given(`body/${body}`, { type: 'NoteAbsence', person: await world.key(name), from: '2015-02-02', until: '2015-03-20' });
    await world.settle();
  };

  test('is not counted as several people, and the secretary is asked to find another', async () => {
    await away('Rita Regn', 'panel');
    const asked = world.stands('Sag til vurdering', 'Panelet');
    expect(asked).toContain('<at>Frida Fjeld</at>: udpeg et medlem eller en stedfortræder, som kan svare.');
    expect(asked).toContain('Rita Regn er fraværende. Ingen kan svare nu.');
    expect(world.stands(onCase, 'Panelet').join(' ')).toContain(
      'Venter på Rita Regn. Rita Regn er fraværende. Ingen kan svare nu. Derfor spørges',
    );
    const frida = world.person('Frida Fjeld');
    expect((await frida.buttons(onCase, 'Panelet'))[0]).toBe('Udpeg medlem');
    await frida.presses('Udpeg medlem', { on: onCase, in: 'Panelet' });
    expect(frida.reads(onCase, 'Panelet')).toContain('Medlemmer');
    expect(await world.person('Lone Lund').buttons(onCase, 'Panelet')).not.toContain('Udpeg medlem');
    await judges(world, 'Rita Regn', 'Panelet', 'Forelæg for');
  });

  test('is waited for in a written procedure, and it is not said that seats must be filled', async () => {
    const here = { on: onCase, in: 'Forum' };
    await world.person('Finn Fjord').presses('Start skriftlig behandling', here);
    await world.person('Finn Fjord').presses('Start', { ...here, with: { Svarfrist: '2015-02-13' } });
    await away('Dorte Dal', 'forum');
    expect(world.stands('Skriftlig behandling', 'Forum')).not.toContain('Ingen andre kan svare nu.');
    await world.person('Egon Eng').presses('Godkend', here);
    const asked = world.stands('Skriftlig behandling', 'Forum');
    expect(asked).toContain('Dorte Dal er fraværende.');
    expect(asked).toContain('Ingen andre kan svare nu.');
    expect(asked.join(' ')).not.toContain('udpeget');
  });
});
