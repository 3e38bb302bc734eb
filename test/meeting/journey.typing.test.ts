import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPanel, plans } from '../kit/panel.ts';
import { buttonsOf, type Shown } from '../kit/teams/screen.ts';
import type { World } from '../kit/world.ts';

let world: World;
beforeEach(async () => {
  world = await openPanel('2015-02-02T09:00');
  const at = { Dato: '2015-03-16', 'Fra kl.': '13:00', 'Til kl.': '15:00', 'Sted eller link': 'Lokale Havblik' };
  await plans(world, 'Frida Fjeld', at);
});
afterEach(() => world.close());

const on = 'Møde: panel';
const frida = () => world.person('Frida Fjeld');
const replaced = () => world.standing(on).replaced;
const propose = async (title: string) => {
  await frida().presses('Dagsorden', { on });
  await frida().presses('Foreslå et punkt', { on });
  await frida().presses('Gem', { on, with: { 'Punktets type': 'til beslutning', Overskrift: title } });
};
const labels = (answer: Awaited<ReturnType<World['hand']>>) =>
  'card' in answer ? buttonsOf(answer.card as Shown).map(({ title }) => title) : [];

test('an answer by somebody else does not redraw the card while a form opened from it is being filled in', async () => {
  await frida().presses('Dagsorden', { on });
  await world.hand(await frida().aims('Foreslå et punkt', { on }));
  const before = replaced();
  await world.hand(await world.person('Rita Regn').aims('Kommer', { on }));
  await world.bot.deliver.empty();
  expect(replaced()).toBe(before);
  await world.settle();
  expect(replaced()).toBe(before + 1);
});

test('after one decision the form for the next item stands until it is filled in', async () => {
  await propose('Første punkt');
  await propose('Andet punkt');
  await world.at('2015-03-16T13:30');
  await frida().presses('Referat', { on });
  await frida().presses('Registrér resultat', { on });
  await world.at('2015-03-16T13:32');
  const first = { Punkt: '1. Første', Resultat: 'Besluttet', Ordlyd: 'Ja' };
  const answer = await world.hand(await frida().aims('Gem', { on, with: first }));
  expect(labels(answer)).toEqual(['Gem', 'Tilbage']);
  const later = world.now().add({ minutes: 2, seconds: 30 }).epochMilliseconds;
  // Besides the meeting's card, what is asked about its agenda is looked at again.
  expect(await world.store.backlog(later)).toMatchObject({ open: 2, oldestMs: 0 });
  await world.settle();
  await frida().presses('Referat', { on });
  await frida().presses('Registrér resultat', { on });
  const last = await world.hand(await frida().aims('Gem', { on, with: { Punkt: '2. Andet', Resultat: 'Drøftet' } }));
  expect(labels(last)).toContain('Udsend referat');
});

test('the secretary of a meeting without items reads why the agenda cannot be sent yet', async () => {
  const wanting = 'Dagsordenen kan udsendes, når der er mindst ét punkt.';
  await frida().presses('Dagsorden', { on });
  expect(frida().reads(on)).toContain(wanting);
  await world.person('Rita Regn').presses('Dagsorden', { on });
  expect(world.person('Rita Regn').reads(on)).not.toContain(wanting);
  await propose('Første punkt');
  expect(frida().reads(on)).not.toContain(wanting);
});
