import { beforeAll, describe, expect, test } from 'vitest';
import { deck } from '../../cards/deck.ts';
import { fill } from '../../cards/kit/fill.ts';
import { languages } from '../../cards/text/languages.ts';
import { documentsCharter } from '../kit/read-once.ts';
import { cardScenes } from '../kit/scenes/all.ts';
import { galleryNames as names } from '../kit/scenes/names.ts';
import { linesOf, measured } from '../kit/screen/height.ts';
import { contrast, looks } from '../kit/screen/looks.ts';
import { type Json, nodes } from './read.ts';

const all: { readonly called: string; readonly card: Json }[] = [];
const called = (name: string): Json => all.find((each) => each.called === `${name}/da`)?.card ?? {};

beforeAll(async () => {
  for (const language of languages) {
    const scenes = cardScenes({ charter: documentsCharter(), body: 'it-temagruppen', names, place: 'Regionshuset, lokale 4', language });
    for (const { card, state, about, occasion, viewer, desk } of scenes) {
      const face = await deck[card].show(desk, about, occasion, viewer);
      if (!face) throw new Error(`${card} ${state} shows nothing`);
      const paper = { about, occasion, form: 'f', version: 1, language, viewer: viewer.kind, viewers: [], mentions: [] } as const;
      all.push({ called: `${card}/${state}/${language}`, card: fill(deck[card], face, paper).card });
    }
  }
});

const faults = (check: (card: Json, name: string) => readonly string[]) =>
  all.flatMap(({ called: name, card }) => check(card, name).map((each) => `${name}: ${each}`)).toSorted();

const headingOf = (card: Json) => nodes(card.body).find(({ style }) => String(style).toLowerCase() === 'heading');
/** Everything that stands there before something is unfolded. */
const standing = (value: unknown): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap(standing);
  if (typeof value !== 'object' || value === null || (value as Json).isVisible === false) return [];
  const { actions: _acts, ...node } = value as Json;
  return [node, ...Object.values(node).flatMap(standing)].filter((each) => 'type' in each);
};
const wordsIn = (node: Json) => String(node.text ?? '').replace(/[✓●▲■○] /g, '');

describe('the look of every card', () => {
  /** How high the eight cards of the design stand on a phone, and the scene that is most like each. */
  test.each([
    ['meeting/member', 311],
    ['reminder/three-missing', 173],
    ['case/chair', 700],
    ['check-in/owner', 687],
    ['status/forty', 702],
    ['case/returned-chair', 410],
    ['agenda/four', 344],
    ['case/confirming-chair', 368],
  ] as const)('%s is no higher than in its design, %i', (name, height) => {
    const { height: stands } = measured(called(name), 360);
    expect(stands).toBeGreaterThan(100);
    expect(stands).toBeLessThanOrEqual(height);
  });

  test('the first button of an ask stands on the first screen of a phone', () => {
    const check = (card: Json) => {
      const { button } = measured(card, 360);
      const typed = standing(card.body).some(({ type }) => String(type).startsWith('Input.'));
      const asks = standing(card.body).find(({ id }) => id === 'ask');
      const pressed = standing(asks?.items).some(({ id }) => id === 'buttons');
      return pressed && !typed && button !== null && button > 400 ? ['its button stands low'] : [];
    };
    expect(faults(check)).toEqual([]);
  });

  test('a title takes no more than two lines on the narrowest phone', () => {
    const check = (card: Json) => {
      const heading = headingOf(card);
      const leaf = nodes(card.body).some(({ type, width }) => type === 'Column' && width === '48px');
      return heading && linesOf(heading, leaf ? 234 : 294) > 2 ? [String(heading.text).slice(0, 60)] : [];
    };
    expect(faults(check)).toEqual([]);
  });

  test('what the title says does not stand again below it, except before another thing of its kind in a list', () => {
    const check = (card: Json) => {
      const title = wordsIn(headingOf(card) ?? {});
      // A title of one word says what kind of list it is.
      const says = (each: Json) => wordsIn(each).includes(title) && !wordsIn(each).startsWith(`${title} · `);
      const again = standing(card.body).filter((each) => each.type === 'TextBlock' && says(each));
      return title.includes(' ') && again.length > 1 ? [title.slice(0, 60)] : [];
    };
    expect(faults(check)).toEqual([]);
  });

  test('a card has one primary button at most', () => {
    const primary = (card: Json) =>
      nodes(card.body)
        .filter(({ type }) => type === 'ActionSet')
        .flatMap(({ actions }) => actions as readonly Json[])
        .filter(({ style }) => style === 'positive').length;
    expect(faults((card) => (primary(card) > 1 ? [`${primary(card)} primary`] : []))).toEqual([]);
  });

  test('a colour is never alone: a status has a mark and a word beside it', () => {
    const coloured = (card: Json) =>
      nodes(card.body).filter(({ type, color }) => type === 'TextBlock' && ['Good', 'Warning', 'Attention'].includes(String(color)));
    const bare = ({ text, size }: Json) => size !== 'ExtraLarge' && !/^[✓●▲■] \S/.test(String(text));
    expect(faults((card) => coloured(card).filter(bare).map(wordsIn))).toEqual([]);
  });

  test.each(Object.keys(looks))('every colour that is used can be read on its ground, %s', (look) => {
    const { grounds = {}, letters = {} } = looks[look] ?? {};
    const pairs = new Set<string>();
    const walk = (value: unknown, ground: string): void => {
      if (Array.isArray(value)) for (const each of value) walk(each, ground);
      else if (typeof value === 'object' && value !== null) {
        const node = value as Json;
        const own = node.type === 'Container' && typeof node.style === 'string' ? node.style.toLowerCase() : ground;
        if (node.type === 'TextBlock') pairs.add(`${own} ${node.isSubtle ? 'subtle' : String(node.color ?? 'default').toLowerCase()}`);
        for (const each of Object.values(node)) walk(each, own);
      }
    };
    for (const { card } of all) walk(card.body, 'default');
    const ratio = (pair: string) => {
      const [ground = '', words = ''] = pair.split(' ');
      return contrast(grounds[ground] ?? '#ffffff', letters[words] ?? '#ffffff');
    };
    expect(pairs.size).toBeGreaterThan(6);
    expect([...pairs].filter((pair) => ratio(pair) < 4.5)).toEqual([]);
  });
});
