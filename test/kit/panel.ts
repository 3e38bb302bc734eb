import type { Charter } from '../../bot/governance/charter/charter.ts';
import { openWorld, type World } from './world.ts';

const seated = [
  ['Frida Fjeld', 'regional-secretary'],
  ['Rita Regn', 'regional-chair'],
  ['Mads Muld', 'municipal-chair'],
  ['Lone Lund', 'municipal-leader'],
  ['Palle Praksis', 'practitioner'],
] as const;
/** The panel's people; Dorte sits in the forum. */
export const people = [...seated.map(([name]) => name), 'Dorte Dal', 'Finn Fjord'];

/** A world where the panel meets in one channel and the forum in another, seats filled. */
export async function openPanel(at: string, charter?: Charter): Promise<World> {
  const world = await openWorld({ people, at, ...(charter ? { charter } : {}) });
  await world.channel('Panelet').installs();
  await world.person('Frida Fjeld').presses('Gem valget', { on: 'Hvilket organ', in: 'Panelet', with: { Organ: 'panel' } });
  await world.channel('Forum').installs();
  await world.person('Frida Fjeld').presses('Gem valget', { on: 'Hvilket organ', in: 'Forum', with: { Organ: 'forum' } });
  for (const [name, seat] of seated) await fill('panel', name, seat);
  await fill('forum', 'Dorte Dal', 'municipal-chair');
  await fill('forum', 'Finn Fjord', 'regional-secretary');
  return world;

  async function fill(body: string, name: string, seat: string): Promise<void> {
    const appointment = `a-${body}-${seat}`;
    await world.given(`body/${body}`, { type: 'FillSeat', appointment, seat, person: await world.key(name), from: '2015-01-01' });
  }
}

/** A secretary puts a meeting in from the card. */
export async function plans(world: World, by: string, fields: Readonly<Record<string, string>>, special = false): Promise<string> {
  const secretary = world.person(by);
  await secretary.writes('nyt møde', 'Panelet');
  await secretary.presses(special ? 'Sæt et særligt møde ind' : 'Sæt et møde ind', { on: 'Nyt møde' });
  return secretary.presses('Opret mødet', { on: 'Nyt møde', with: fields });
}
