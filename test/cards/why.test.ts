import { expect, test } from 'vitest';
import { deck } from '../../cards/deck.ts';
import { fill } from '../../cards/kit/fill.ts';
import { languages } from '../../cards/text/languages.ts';
import { documentsCharter } from '../kit/read-once.ts';
import { cardScenes } from '../kit/scenes/all.ts';
import type { CardScene } from '../kit/scenes/scene.ts';
import { type Shown, wordsOf } from '../kit/teams/screen.ts';

const charter = documentsCharter();
const names = Array.from({ length: 26 }, (_, at) => `Fornavn${at} Efternavn${at}`);

/** The real model has a clause for every card. Year cards have tests of their own, because laying out a year takes long. */
test.each(languages)('every card that stands for everyone says why it is there, unless it is one line, in %s', async (language) => {
  const scenes = cardScenes({ charter, body: 'it-temagruppen', names, place: 'Regionshuset', language });
  const standing = scenes.filter(({ viewer, card }) => viewer.kind === 'everyone' && !card.startsWith('year'));
  expect(standing.length).toBeGreaterThan(60);
  const silent: string[] = [];
  for (const scene of standing) {
    const card = await drawn(scene);
    if (card && wordsOf(card).length > 1 && !JSON.stringify(card).includes('"isSubtle":true')) silent.push(`${scene.card} ${scene.state}`);
  }
  expect(silent).toEqual([]);
});

async function drawn({ card: name, desk, about, occasion, viewer }: CardScene): Promise<Shown | null> {
  const card = deck[name];
  const face = await card?.show(desk, about, occasion, viewer);
  if (!card || !face) return null;
  const { language, kind } = viewer;
  return fill(card, face, { about, occasion, form: 'f', version: 1, language, viewer: kind, viewers: [], mentions: [] }).card;
}
