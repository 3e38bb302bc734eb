import { describe, expect, test } from 'vitest';
import { deck } from '../../cards/deck.ts';
import { fill } from '../../cards/kit/fill.ts';
import { charter } from '../kit/charter.ts';
import { cardScenes } from '../kit/scenes/all.ts';
import { type Json, nodes } from './read.ts';

const names = ['Anna', 'Bo', 'Carla', 'Dorthe', 'Emil'];
const scenes = cardScenes({ charter: charter(), body: 'panel', names, place: 'Lokale 3', language: 'da' });

async function everyCard(check: (card: Json) => readonly string[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { card, state, about, occasion, viewer, desk } of scenes) {
    const face = await deck[card].show(desk, about, occasion, viewer);
    if (!face) throw new Error(`${card} ${state} shows nothing`);
    const paper = { about, occasion, form: 'f', version: 1, language: 'da', viewer: viewer.kind, viewers: [], mentions: [] } as const;
    faults.push(...check(fill(deck[card], face, paper).card).map((each) => `${card} ${state}: ${each}`));
  }
  return faults;
}
const onTop = (set: Json): readonly Json[] => (set.actions as readonly Json[]).filter(({ mode }) => mode !== 'secondary');

describe('the anatomy of every card', () => {
  test('at most three buttons stand together, and the others are in the menu', async () => {
    const sets = (card: Json) => nodes(card).filter(({ type }) => type === 'ActionSet');
    expect(await everyCard((card) => sets(card).flatMap((set) => (onTop(set).length > 3 ? [`${onTop(set).length} buttons`] : [])))).toEqual(
      [],
    );
  });

  test('at most one button in a row is the service it waits for, and the chairs’ ways look alike', async () => {
    const ways = ['here', 'up', 'back'];
    const check = (card: Json) =>
      nodes(card)
        .filter(({ type }) => type === 'ActionSet')
        .flatMap((set) => {
          const positive = onTop(set).filter(({ style }) => style === 'positive');
          const judging = positive.filter(({ verb, type }) => ways.includes(String(verb)) || type === 'Action.ShowCard');
          return [...(positive.length > 1 ? [`${positive.length} primary`] : []), ...judging.map(({ title }) => `${title} is primary`)];
        });
    expect(await everyCard(check)).toEqual([]);
  });

  test('no card has a table, or names a line of a command', async () => {
    const tables = (card: Json) => nodes(card).filter(({ type }) => type === 'Table');
    const commands = (card: Json) => nodes(card).filter(({ text }) => typeof text === 'string' && /\bnpm |\bsamspil [a-z]+ -/.test(text));
    expect(await everyCard((card) => [...tables(card), ...commands(card)].map(({ type, text }) => `${type} ${text ?? ''}`))).toEqual([]);
  });
});
