import { describe, expect, test } from 'vitest';
import { deck } from '../../cards/deck.ts';
import { budget, fill, weight } from '../../cards/kit/fill.ts';
import { nodes } from '../cards/read.ts';
import { documentsCharter } from '../kit/read-once.ts';
import { cardScenes } from '../kit/scenes/all.ts';
import type { CardScene } from '../kit/scenes/scene.ts';
import { buttonsOf, type Shown, wordsOf } from '../kit/teams/screen.ts';

const charter = documentsCharter();

const names = ['Ingrid Damgaard', 'Jonas Bech', 'Kirsten Aaby', 'Lars Thorup', 'Mette Overgaard', 'Niels Krogh', 'Olivia Stub'];
const scenes = cardScenes({ charter, body: 'it-temagruppen', names, place: 'Regionshuset', language: 'da' });
const ours = ['milestones', 'milestone-plan', 'check-in', 'milestone-note'];

async function drawn({ card: name, about, occasion, viewer, desk }: CardScene): Promise<{ readonly card: Shown; readonly weight: number }> {
  const card = deck[name];
  const face = await card?.show(desk, about, occasion, viewer);
  if (!card || !face) throw new Error(`${name} shows nothing`);
  const mentions = face.mentions.map(({ person, name }) => ({ name, mri: `29:${person}${'x'.repeat(60)}` }));
  const viewers = face.viewers.map((person) => `29:${person}${'x'.repeat(60)}`);
  const paper = { about, occasion, form: 'f00d', version: 1, language: 'da', viewer: viewer.kind, viewers, mentions } as const;
  const filled = fill(card, face, paper);
  return { card: filled.card, weight: weight(filled) };
}
const scene = (card: string, state: string): CardScene => {
  const found = scenes.find((each) => each.card === card && each.state === state);
  if (!found) throw new Error(`${card} has no scene ${state}`);
  return found;
};
/** The milestones on a card, those behind a press too: what it is, its day, and how it stands. */
const rowsOf = ({ body }: Shown): readonly (readonly string[])[] =>
  nodes(body).flatMap((node) => {
    const words = JSON.stringify(node);
    // The figures are columns too, and larger.
    return node.type === 'ColumnSet' && words.includes('"stretch"') && !words.includes('"ExtraLarge"') ? [wordsOf(node)] : [];
  });

describe('cards of milestones, in the documents’ own model', () => {
  test('the cards of milestones stay under the size budget, with forty milestones and the longest forms', async () => {
    const mine = scenes.filter(({ card }) => ours.includes(card));
    expect(mine.length).toBeGreaterThan(40);
    for (const each of mine) expect((await drawn(each)).weight, `${each.card} ${each.state}`).toBeLessThanOrEqual(budget);
  });

  test('a standing check-in shows the nearest eight milestones, and a person’s own view shows all, page after page', async () => {
    const { card } = await drawn(scene('check-in', 'forty'));
    const standing = rowsOf(card);
    expect(standing).toHaveLength(8);
    expect(wordsOf(card)).toContain('… og 32 til.');
    const pages = [await drawn(scene('check-in', 'forty-all')), await drawn(scene('check-in', 'forty-all-next'))];
    const all = pages.flatMap((each) => rowsOf(each.card));
    expect(all).toHaveLength(40);
    expect(all.slice(0, 8)).toEqual(standing);
    expect(buttonsOf((await drawn(scene('check-in', 'forty-chair'))).card).map(({ title }) => title)).toEqual([
      'Følger planen',
      'I risiko',
      'Forsinket',
      'Vis alle',
      'Nået',
      'Svar',
    ]);
  });

  test('a check-in mentions only owners who have not answered', async () => {
    const mentioned = async (state: string) =>
      JSON.stringify((await drawn(scene('check-in', state))).card.msteams ?? []).match(/<at>[^<]*<\/at>/g) ?? [];
    const before = await mentioned('asked');
    const after = await mentioned('half-answered');
    expect(before.length).toBeGreaterThan(after.length);
    expect(after.length).toBeGreaterThan(0);
    expect(await mentioned('all-answered')).toEqual([]);
  });

  test('a check-in shrinks to one line when all have answered, and when a newer one stands', async () => {
    for (const state of ['all-answered', 'newer']) expect(wordsOf((await drawn(scene('check-in', state))).card), state).toHaveLength(1);
  });

  test('an earlier answer stands with its day where there is no newer one, and not as an answer of today', async () => {
    const { card } = await drawn(scene('check-in', 'asked-again'));
    expect(rowsOf(card).map((row) => row.at(-1))).toEqual(Array(6).fill('○ Ikke besvaret (15. jan. 2015: følger planen)'));
  });
});
