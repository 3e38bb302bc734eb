import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { deck } from '../../cards/deck.ts';
import { fill } from '../../cards/kit/fill.ts';
import { da } from '../../cards/text/da/all.ts';
import { charter } from '../kit/charter.ts';
import { cardScenes } from '../kit/scenes/all.ts';
import { heard, leaves } from './hearing.ts';

vi.mock('../../cards/text/languages.ts', async (load) => {
  const real = await load<typeof import('../../cards/text/languages.ts')>();
  const { hearing } = await import('./hearing.ts');
  return { ...real, textIn: (language: 'da' | 'en') => hearing(real.textIn(language)) };
});

const list = new URL('without-scene.txt', import.meta.url);

test('every text of the cards stands in a scene, apart from those on a list that only gets shorter', async () => {
  const setting = {
    charter: charter(),
    body: 'panel',
    names: ['Anna', 'Bo', 'Carla', 'Dorthe', 'Emil'],
    place: 'Lokale 3',
    language: 'da',
  } as const;
  for (const { card, state, about, occasion, viewer, desk } of cardScenes(setting)) {
    const face = await deck[card].show(desk, about, occasion, viewer);
    if (!face) throw new Error(`${card} ${state} shows nothing`);
    fill(deck[card], face, { about, occasion, form: 'f', version: 1, language: 'da', viewer: viewer.kind, viewers: [], mentions: [] });
  }
  const onCards = leaves(da).filter((each) => !/^(refusals|commands|tables|files)\./.test(each));
  const without = onCards.filter((each) => !heard.has(each)).toSorted();
  if (!existsSync(list)) writeFileSync(list, `${without.join('\n')}\n`);
  const known = readFileSync(list, 'utf8')
    .split('\n')
    .filter((each) => each !== '');
  expect(without).toEqual(known);
});
