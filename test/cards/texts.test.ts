import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deck } from '../../cards/deck.ts';
import { fill } from '../../cards/kit/fill.ts';
import { da } from '../../cards/text/da/all.ts';
import { charter } from '../kit/charter.ts';
import { documentsCharter } from '../kit/read-once.ts';
import { cardScenes } from '../kit/scenes/all.ts';
import { galleryNames } from '../kit/scenes/names.ts';
import { hear, leaves } from './hearing.ts';

const list = new URL('without-scene.txt', import.meta.url);

test('every text of the cards stands in a scene, apart from those on a list that only gets shorter', async () => {
  const invented = {
    charter: charter(),
    body: 'panel',
    names: ['Anna', 'Bo', 'Carla', 'Dorthe', 'Emil'],
    place: '',
    language: 'da',
  } as const;
  const documents = {
    charter: documentsCharter(),
    body: 'it-temagruppen',
    names: galleryNames,
    place: 'Lokale 4',
    language: 'da',
  } as const;
  // What stands in a calendar file is read in somebody's own calendar.
  const elsewhere = /^((refusals|commands|tables|files)\.|calendar\.(own|agenda|joinAt|readAt|answerIn)$)/;
  const onCards = leaves(da).filter((each) => !elsewhere.test(each));
  const { heard, end } = hear(da);
  try {
    for (const { card, state, about, occasion, viewer, desk } of [...cardScenes(invented), ...cardScenes(documents)]) {
      const face = await deck[card].show(desk, about, occasion, viewer);
      if (!face) throw new Error(`${card} ${state} shows nothing`);
      fill(deck[card], face, { about, occasion, form: 'f', version: 1, language: 'da', viewer: viewer.kind, viewers: [], mentions: [] });
    }
  } finally {
    end();
  }
  const without = onCards.filter((each) => !heard.has(each)).toSorted();
  const known = readFileSync(list, 'utf8')
    .split('\n')
    .filter((each) => each !== '');
  expect(without).toEqual(known);
});
