import type { Charter } from '../../bot/governance/charter/charter.ts';
import { body, charter as fjord } from './charter.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

const seats = [
  ['panel', 'Frida Fjeld', 'regional-secretary'],
  ['panel', 'Rita Regn', 'regional-chair'],
  ['panel', 'Mads Muld', 'municipal-chair'],
  ['panel', 'Lone Lund', 'municipal-leader'],
  ['panel', 'Palle Praksis', 'practitioner'],
  ['forum', 'Dorte Dal', 'municipal-chair'],
  ['forum', 'Finn Fjord', 'regional-secretary'],
] as const;

export const people = seats.map(([, name]) => name);

/** A world where the panel meets in one channel and the forum in another, seats filled. */
export function openPanel(at: string, charter: Charter = fjord()): Promise<World> {
  return openWorld({ at, charter, channels: { Panelet: 'panel', Forum: 'forum' }, seats });
}

/** A panel and the bureau that serves it, each in a channel, with these people in their seats. */
export function openPanelAndBureau(
  at: string,
  people: NonNullable<WorldOptions['seats']>,
  more: Partial<WorldOptions> = {},
): Promise<World> {
  const bodies = [body('panel'), body('bureau')];
  return openWorld({ at, charter: fjord({ bodies }), channels: { Panelet: 'panel', Sekretariatet: 'bureau' }, seats: people, ...more });
}

/** A secretary puts a meeting in from the card. */
export async function plans(world: World, by: string, fields: Readonly<Record<string, string>>, special = false): Promise<string> {
  const secretary = world.person(by);
  await secretary.writes('nyt møde', 'Panelet');
  await secretary.presses(special ? 'Indkald særligt møde' : 'Indkald til møde', { on: 'Nyt møde' });
  return secretary.presses('Opret mødet', { on: 'Nyt møde', with: fields });
}
