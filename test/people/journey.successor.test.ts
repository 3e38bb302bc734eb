import { expect, test } from 'vitest';
import { openWorld } from '../kit/world.ts';

test('a chair who leaves is shown with the last day, and the successor is appointed before it from the day after', async () => {
  const world = await openWorld({
    at: '2015-02-16T09:00',
    channels: { Panelet: 'panel' },
    seats: [
      ['panel', 'Frida Fjeld', 'regional-secretary'],
      ['panel', 'Rita Regn', 'regional-chair'],
    ],
    people: ['Ida Is'],
  });
  const frida = world.person('Frida Fjeld');
  const here = { on: 'Medlemmer', in: 'Panelet' } as const;
  await frida.writes('medlemmer', 'Panelet');
  await frida.presses('Afslut udpegning', here);
  await frida.presses('Gem', { ...here, with: { Udpegning: 'Rita Regn', 'Sidste dag': '2015-02-20' } });
  expect(frida.reads('Medlemmer', 'Panelet').join('\n')).toContain('Rita Regn (til og med 20. februar 2015)');
  await frida.presses('Udpeg medlem', here);
  await frida.presses('Find', { ...here, with: { Plads: 'regional-chair', 'Navn eller en del af det': 'Ida' } });
  expect(await frida.presses('Gem', { ...here, with: { Person: 'Ida Is' } })).toBe('');
  await world.at('2015-02-23T09:00');
  await frida.writes('medlemmer', 'Panelet');
  const now = world.stands('Medlemmer', 'Panelet').join('\n');
  expect(now).toContain('Ida Is (fra 21. februar 2015)');
  expect(now).not.toContain('Rita Regn');
  expect(world.faults).toEqual([]);
  await world.close();
});
