import { afterEach, expect, test } from 'vitest';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import { meets, openCases, theCase, toForum } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

let world: World;

afterEach(() => world.close());

test('a result that the terms do not allow is refused, and the secretariat hears what did not follow', async () => {
  world = await openCases('2015-02-02T09:00');
  await meets(world, 'forum', 'f1', '2015-03-16');
  await toForum(world);
  await world.given('meeting/f1', { type: 'SendAgenda' });
  await world.at('2015-03-16T14:30');
  const state = begun((await world.store.recall('meeting/f1'))?.state, 'meeting');
  const [item] = state?.items ?? [];
  const text = { ref: 'none', mac: 'none' };
  await world.given('meeting/f1', { type: 'RecordOutcome', item: item?.id ?? '', outcome: 'decided', text });
  await world.given('meeting/f1', { type: 'SendMinutes' });
  await world.settle();
  const said = 'Mødets resultat skulle tilbage til sagen: Det kan ikke afgøres her';
  expect(world.stands('Noget blev ikke gennemført', 'Sekretariatet')).toContainEqual(expect.stringContaining(said));
  expect(await world.person('Gerda Glar').sees('Noget blev ikke gennemført', 'Sekretariatet')).toContainEqual(
    expect.stringContaining(said),
  );
  expect(await theCase(world)).toMatchObject({ phase: 'waiting', at: 'forum' });
});
