import { afterEach, beforeEach, expect, test } from 'vitest';
import { judges, openCases, raises } from '../kit/case-world.ts';
import { nameOf } from '../kit/teams/screen.ts';
import type { World } from '../kit/world.ts';

let world: World;
beforeEach(async () => {
  world = await openCases('2015-02-02T09:00');
  await raises(world);
});
afterEach(() => world.close());

const on = 'Det venter på dig';

test('a case that waits for a chair’s key is on that chair’s own list, in whichever channel they ask', async () => {
  const rita = world.person('Rita Regn');
  await rita.writes('mine', 'Forum');
  expect((await rita.sees(on)).join('\n')).toContain('Hvor skal sagen behandles?');
  expect(
    world
      .channel('Forum')
      .titles()
      .filter((title) => title === on),
  ).toHaveLength(1);
  expect(() => world.stands(on)).toThrow('no card begins with');
  const answer = await world.hand(await rita.aims('Gå til sagen', { on }));
  expect('card' in answer ? nameOf(answer.card) : answer).toMatch(/^Sag PANEL 2015-01/);
});

test('a chair who has turned their key is no longer asked about the case', async () => {
  await judges(world, 'Rita Regn', 'Panelet', 'Forelæg for', 'Det rammer flere.');
  const rita = world.person('Rita Regn');
  await rita.writes('mine', 'Panelet');
  const seen = await rita.sees(on);
  expect(seen, seen.join(' | ')).toContain('Du mangler ikke at svare på noget.');
  await world.person('Mads Muld').writes('mine', 'Panelet');
  expect((await world.person('Mads Muld').sees(on)).join('\n')).toContain('Sag PANEL 2015-01');
});
