import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentsCharter } from '../kit/read-once.ts';
import { openWorld, type World } from '../kit/world.ts';

const seats = [
  ['sundhedsstyregruppen', 'Regitze Rand', 'regional-formand'],
  ['sundhedsstyregruppen', 'Kaj Kant', 'kommunal-formand'],
] as const;
const card = { on: 'Gruppe nedsat', in: 'SSG' } as const;
let world: World;
beforeAll(async () => {
  const channels = { SSG: 'sundhedsstyregruppen' };
  const people = ['Mona Mose'];
  world = await openWorld({ at: '2019-03-04T09:00', charter: documentsCharter(), channels, seats, people, since: '2018-01-01' });
  const regitze = world.person('Regitze Rand');
  await regitze.writes('grupper', 'SSG');
  const list = { on: 'Grupper', in: 'SSG' };
  await regitze.presses('Nedsæt en gruppe', list);
  const group = { 'Formål og opgave': 'Udkast til fælles plan', Medlemmer: 'Mona Mose', Slutdato: '2019-05-31' };
  await regitze.presses('Foreslå gruppen', { ...list, with: group });
  await world.person('Kaj Kant').presses('Nedsæt gruppen', { on: 'Forslag om en gruppe', in: 'SSG' });
});
afterAll(() => world.close());

test('whoever is put in a group hears it by name on the day it is set up, with what is wanted and by when', async () => {
  const note = world.stands('Frist for gruppen', 'SSG').join('\n');
  expect(note).toContain('<at>Mona Mose</at>: aflevér gruppens rapport.');
  expect(note).toContain('Senest fredag 31. maj 2019.');
});

test('when its end is moved, its members hear the new day, and nobody is said to have answered for them', async () => {
  const regitze = world.person('Regitze Rand');
  await regitze.presses('Foreslå forlængelse', card);
  await regitze.presses('Foreslå', { ...card, with: { 'Ny slutdato': '2019-06-28' } });
  await world.person('Kaj Kant').presses('Forlæng', card);
  expect(world.channel('SSG').titles()).toContain('Frist for gruppen: ikke længere aktuelt siden 4. marts 2019.');
  expect(world.stands('Frist for gruppen', 'SSG').join('\n')).toContain('Senest fredag 28. juni 2019.');
});

test('a group whose day has passed is not said to work until then', async () => {
  await world.at('2019-08-05T09:00');
  expect(world.stands('Gruppe nedsat', 'SSG')).toContain('Gruppens frist var 28. juni 2019. Rapporten mangler.');
  const mona = world.person('Mona Mose');
  await mona.presses('Aflevér rapporten', card);
  await mona.presses('Aflevér', { ...card, with: { 'Rapport eller link til den': 'Planen er klar' } });
  await world.person('Kaj Kant').presses('Kvittér', card);
  const closed = world.stands('Gruppe nedsat', 'SSG');
  for (const line of ['Gruppen er afsluttet.', 'Afleveret af Mona Mose.', 'Kaj Kant har kvitteret for rapporten.'])
    expect(closed).toContain(line);
});

test('whoever handed in a group’s report hears by name that it is received, and by whom', () => {
  const note = world.stands('Rapporten er modtaget', 'SSG').join(' ');
  expect(note).toContain('<at>Mona Mose</at>');
  expect(note).toContain('Kaj Kant har kvitteret for rapporten.');
  expect(world.faults).toEqual([]);
});
