import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openWorld, type World } from '../kit/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({
    at: '2015-02-24T09:00',
    channels: { Sekretariatet: 'bureau', Panelet: 'panel' },
    seats: [['bureau', 'Frida Fjeld', 'regional-secretary']],
    people: ['Rita Regn', 'Mads Muld'],
  });
});
afterEach(() => world.close());

test('a card that Teams rejects is shown to the secretariat, who can have it tried again', async () => {
  expect(world.channel('Sekretariatet').titles()).toEqual(['bureau: Kanalen bruges af']);
  world.connector.fault({ on: 'create', channel: world.channel('Panelet').place.channel, how: { status: 400, code: 'BadSyntax' } });
  await plan('m1');
  expect(world.channel('Panelet').titles()).toEqual(['panel: Kanalen bruges af']);
  expect(world.stands('Opslag, der ikke kunne sendes', 'Sekretariatet')).toContain('Møde (panel): Teams afviste det.');

  expect(await world.person('Rita Regn').buttons('Opslag, der ikke kunne sendes')).not.toContain('Send igen');
  expect(await world.person('Frida Fjeld').presses('Send igen', { on: 'Opslag, der ikke kunne sendes' })).toBe('');
  expect(world.channel('Panelet').titles()).toEqual(['panel: Kanalen bruges af', 'Møde: panel']);
  expect(world.stands('Opslag, der ikke kunne sendes', 'Sekretariatet')).toContain('Alle opslag er sendt.');
});

test('a card that went away in Teams is posted anew when something changes', async () => {
  await plan('m1');
  await seat('Rita Regn');
  const lost = world.standing('Møde: panel');
  const press = await world.person('Rita Regn').aims('Kommer', { on: 'Møde: panel' });
  world.connector.forget(lost.activity);
  await world.hand(press);
  await world.settle();
  expect(world.standing('Møde: panel').activity).not.toBe(lost.activity);
  expect(world.stands('Møde: panel')).toContain('1 kommer');
});

test('a bot that is removed from a channel and installed again sends what waited, and the body meets there as before', async () => {
  const { place } = world.channel('Panelet');
  world.connector.shut([place.channel], 'uninstalled');
  await plan('m1');
  expect(await world.store.parked()).toEqual([]);
  world.connector.open([place.channel]);
  await world.channel('Panelet').installs();
  expect(world.channel('Panelet').titles()).toEqual(['panel: Kanalen bruges af', 'Møde: panel']);
});

async function plan(id: string): Promise<void> {
  const stream: Stream = `meeting/${id}`;
  const what = { body: 'panel', joint: [], extraordinary: false, reason: null, place: null, link: { ref: 'none', mac: 'none' } };
  await world.given(stream, { type: 'PlanMeeting', ...what, start: '2015-03-02T12:00:00Z', end: '2015-03-02T14:00:00Z' });
  await world.settle();
}

async function seat(name: string): Promise<void> {
  const person = await world.key(name);
  await world.given('body/panel', { type: 'FillSeat', appointment: 'a1', seat: 'adviser', person, from: '2015-01-01' });
  await world.settle();
}
