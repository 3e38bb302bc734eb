import { afterEach, expect, test } from 'vitest';
import { meets } from '../kit/case-world.ts';
import { openPanel } from '../kit/panel.ts';
import type { World } from '../kit/world.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
async function opened(): Promise<World> {
  const world = await openPanel('2015-02-23T09:00');
  closing.push(world.close);
  await meets(world, 'panel', 'm1', '2015-03-02');
  return world;
}
const on = 'Møde: panel';
const asked = async (world: World) =>
  (await world.person('Lone Lund').buttons(on, 'Panelet')).filter((each) => ['Kommer', 'Afbud'].includes(each));
const mine = async (world: World) => {
  await world.person('Lone Lund').writes('mine', 'Panelet');
  return (await world.person('Lone Lund').sees('Det venter på dig', 'Panelet')).join('\n');
};

test('whoever has not answered is asked whether they come until the meeting begins, and not while it is under way', async () => {
  const world = await opened();
  await world.at('2015-03-02T12:55');
  expect(await asked(world)).toEqual(['Kommer', 'Afbud']);
  expect(await mine(world)).toContain('Kommer du?');
  expect(world.stands('Kommer du ', 'Panelet').join('\n')).toContain('<at>Lone Lund</at>');
  await world.at('2015-03-02T13:00');
  expect(await asked(world)).toEqual([]);
  expect(world.stands(on, 'Panelet')).toContain('Mødet er i gang.');
  expect(
    world
      .channel('Panelet')
      .titles()
      .filter((each) => each.startsWith('Kommer du')),
  ).toEqual([]);
  expect(await mine(world)).not.toContain('Kommer du?');
});

test('nobody is asked whether they come to a meeting whose minutes have been sent, though its end has not come', async () => {
  const world = await opened();
  await world.at('2015-03-02T13:10');
  await world.given('meeting/m1', { type: 'SendMinutes' });
  await world.settle();
  expect(await asked(world)).toEqual([]);
  expect(world.stands(on, 'Panelet')).toContain('Referatet er udsendt.');
  expect(world.faults).toEqual([]);
});
