import { describe, expect, test } from 'vitest';
import { deck } from '../../cards/deck.ts';
import { fill } from '../../cards/kit/fill.ts';
import { charter } from '../kit/charter.ts';
import { cardScenes } from '../kit/scenes/all.ts';
import { type Json, nodes } from './read.ts';

const noes = new Set(['open no', 'open wrong', 'open against', 'open back', 'no', 'wrong', 'against', 'back']);
const others = new Set(['yes', 'right', 'for', 'open here', 'open up', 'here', 'up', 'take-back', 'open gate', 'ask-meeting']);
const names = ['Anna', 'Bo', 'Carla', 'Dorthe', 'Emil'];
const scenes = cardScenes({ charter: charter(), body: 'panel', names, place: 'Lokale 3', language: 'da' });

describe('the buttons of an answer', () => {
  test('no card in the gallery leaves somebody with a no and nothing else to answer', async () => {
    let asked = 0;
    for (const { card, state, about, occasion, viewer, desk } of scenes) {
      if (viewer.kind === 'everyone' || viewer.open !== null) continue;
      const face = await deck[card].show(desk, about, occasion, viewer);
      if (!face) throw new Error(`${card} ${state} shows nothing`);
      const paper = { about, occasion, form: 'f', version: 1, language: 'da', viewer: 'person', viewers: [], mentions: [] } as const;
      const verbs = nodes(fill(deck[card], { ...face, mentions: [] }, paper).card).flatMap(({ verb, data }) =>
        verb ? [[verb, (data as Json).open].filter(Boolean).join(' ')] : [],
      );
      if (!verbs.some((each) => noes.has(each))) continue;
      asked++;
      expect(
        verbs.some((each) => others.has(each)),
        `${card} ${state}: ${verbs.join(', ')}`,
      ).toBe(true);
    }
    expect(asked).toBeGreaterThan(8);
  });
});
