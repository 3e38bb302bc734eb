import { expect, test } from 'vitest';
import { deck } from '../../cards/deck.ts';
import { charter } from '../kit/charter.ts';
import { cardScenes } from '../kit/scenes/all.ts';

const scenes = cardScenes({ charter: charter(), body: 'panel', names: ['Anna', 'Bo', 'Carla'], place: 'Lokale 3', language: 'da' });

test.each([
  ['proposed', true],
  ['running', true],
  ['turned-down', false],
  ['closed', false],
])('a group that is %s says when it ends: %s', async (state, ends) => {
  const found = scenes.find((each) => each.card === 'group' && each.state === state && each.viewer.kind === 'everyone');
  if (!found) throw new Error(`no group is ${state}`);
  const face = await deck.group.show(found.desk, found.about, found.occasion, found.viewer);
  expect(JSON.stringify(face?.data).includes('29. maj 2015')).toBe(ends);
});
