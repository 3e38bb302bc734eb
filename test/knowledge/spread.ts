import type { World } from '../kit/world.ts';

export const spreading = 'Erfaring: Besøg dagen efter';

/** Nanna Nord shares an experience in the channel Nord, and the panel's chair Rita Regn spreads it. */
export async function spreads(world: World): Promise<void> {
  const [nanna, rita] = [world.person('Nanna Nord'), world.person('Rita Regn')];
  await nanna.writes('del erfaring', 'Nord');
  await nanna.presses('Del en erfaring', { on: 'Erfaringer', in: 'Nord' });
  const told = {
    Overskrift: 'Besøg dagen efter',
    'Hvad gjorde I, og hvad var resultatet?': 'Færre kom ind igen',
    'Hvem skal vurdere erfaringen?': 'panel',
  };
  await nanna.presses('Del', { on: 'Erfaringer', in: 'Nord', with: told });
  await rita.presses('Udbred', { on: spreading, in: 'Panelet' });
  await rita.presses('Udbred', { on: spreading, in: 'Panelet', with: { Begrundelse: 'Det virker' } });
}
