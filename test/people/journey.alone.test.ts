import { afterEach, expect, test } from 'vitest';
import { judges, openCases, raised, raises } from '../kit/case-world.ts';
import { wordsOf } from '../kit/teams/screen.ts';
import { administrator, type World } from '../kit/world.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
async function opened(options: Parameters<typeof openCases>[1] = {}): Promise<World> {
  const world = await openCases('2015-02-02T09:00', options);
  closing.push(world.close);
  return world;
}
const members = ['Rita Regn', 'Mads Muld', 'Lone Lund'];

test('what came of a case is said to whoever raised it by itself, also where the same person was asked something within the hour', async () => {
  const world = await opened();
  const professional = { ...raised, 'Hvad handler sagen om?': 'Sundhedsfagligt forhold' };
  const frida = world.person('Frida Fjeld');
  for (const title of ['Et', 'To']) await raises(world, { ...professional, Overskrift: title });
  for (const number of ['02', '01']) {
    const here = { on: `Sag PANEL 2015-${number}`, in: 'Panelet' };
    for (const name of ['Rita Regn', 'Mads Muld']) {
      for (const _press of ['the card', 'its form']) await world.person(name).presses('Behandl selv', here);
    }
    await frida.presses('Start skriftlig behandling', here);
    await frida.presses('Start', { ...here, with: { Svarfrist: '2015-02-13' } });
  }
  const here = { on: 'Sag PANEL 2015-01', in: 'Panelet' };
  for (const name of members) await world.person(name).presses('Godkend', here);
  await frida.presses('Registrér resultat', here);
  await frida.presses('Gem', { ...here, with: { Resultat: 'Besluttet', 'Beslutningens ordlyd': 'Det må de gerne.' } });
  for (const name of ['Rita Regn', 'Mads Muld']) await world.person(name).presses('Bekræft', here);
  const told = world.stands('Resultat af sagen', 'Panelet').join('\n');
  expect(told).toContain('<at>Lone Lund</at>: kvittér for resultatet.');
  expect(told).toContain('Det må de gerne.');
  const asked = world
    .channel('Panelet')
    .cards()
    .map(({ card }) => wordsOf(card).join('\n'));
  expect(asked.filter((words) => words.includes('Resultat af sagen ·'))).toEqual([]);
  expect(world.faults).toEqual([]);
});

test('a list of what nobody has answered is not posted when all has been answered before the secretariat has a channel', async () => {
  const world = await opened({ channels: { Panelet: 'panel', Forum: 'forum' } });
  await raises(world);
  await world.at('2015-02-23T08:30');
  await world.at('2015-02-23T08:31');
  for (const name of ['Rita Regn', 'Mads Muld']) await judges(world, name, 'Panelet', 'Behandl selv');
  await world.channel('Sekretariatet').installs();
  const choice = { 'Gruppe eller udvalg': 'bureau' };
  await world.person(administrator).presses('Gem valget', { on: 'Hvilken gruppe', in: 'Sekretariatet', with: choice });
  await world.at('2015-02-24T09:00');
  expect(world.channel('Sekretariatet').titles().join('\n')).not.toContain('Spørgsmål uden svar');
});

test('the way to the answer stands before whoever is asked, and those who run the body, and before nobody else', async () => {
  const world = await opened();
  await raises(world);
  const on = 'Sag til vurdering';
  for (const name of ['Rita Regn', 'Mads Muld', 'Frida Fjeld'])
    expect(await world.person(name).buttons(on, 'Panelet')).toContain('Åbn og svar');
  for (const name of ['Lone Lund', 'Dorte Dal']) expect(await world.person(name).buttons(on, 'Panelet')).not.toContain('Åbn og svar');
  await world.person('Rita Regn').presses('Åbn og svar', { on, in: 'Panelet' });
  expect(await world.person('Rita Regn').reads(on, 'Panelet').join('\n')).toContain('Fælles udskrivning');
});
