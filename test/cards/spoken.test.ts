import { describe, expect, test } from 'vitest';
import { deck } from '../../cards/deck.ts';
import { fill } from '../../cards/kit/fill.ts';
import type { Language } from '../../cards/text/languages.ts';
import { charter } from '../kit/charter.ts';
import { cardScenes } from '../kit/scenes/all.ts';
import { type Json, nodes } from './read.ts';

/** Words that no daily card says, and why they are kept away stands in the guide of each language. */
const banned: Readonly<Record<Language, readonly RegExp[]>> = {
  da: [
    /\b(organ(et|ets|er|erne)?|nøgle(n|r|rne)?|bemanding|protokol(len)?|kontroltal|journalnr|modellen|hoved)\b/i,
    /\b(send(es|t)? op|skriv(es)? ind|skrevet ind|sæt(tes)? ind|sat ind|lægge(s)? ud|lagt ud|ud i livet|ligger stille|står stille)\b/i,
    /\b(prøven|melding(en)?|ledig(e)? plads|ikke fra kommissoriet|og\/eller|obs)\b/i,
    /\b(Tak|Ups|Desværre)\b/,
    /!(\s|$)/,
    /\b\d{1,2}\.\d{1,2}\.\d{4}\b|\bkl\. 0\d|\b\d\d:\d\d\b/,
    /\+\d+$/,
  ],
  en: [
    /\b(key(s)?|organ|manning|minutes book)\b/i,
    /\b(and\/or|sorry|oops|thank you)\b/i,
    /!(\s|$)/,
    /\b(organiz|finaliz|prioritiz|color)/i,
  ],
};
/** A line of a document, or a document by its number, says nothing to whoever reads a card. */
const reference = /\b(linje|lines?) \d|\bD[0-4]\b|§ ?\d/;
/** Pasted lists are spoken of by line, which is a line of the list. */
const ofLists = new Set(['milestones', 'plan-list', 'files']);

const wordsOf = (label: string) =>
  label
    .replaceAll(/»[^«]*«|“[^”]*”|\d+/g, '')
    .split(/[\s,]+/)
    .filter((each) => each !== '' && each !== '▾');

async function said(language: Language, check: (card: Json, name: string) => readonly string[]): Promise<readonly string[]> {
  const faults = new Set<string>();
  const setting = { charter: charter(), body: 'panel', names: ['Anna', 'Bo', 'Carla', 'Dorthe', 'Emil'], place: '' } as const;
  for (const { card, state, about, occasion, viewer, desk } of cardScenes({ ...setting, language })) {
    const face = await deck[card].show(desk, about, occasion, viewer);
    if (!face) throw new Error(`${card} ${state} shows nothing`);
    const paper = { about, occasion, form: 'f', version: 1, language, viewer: viewer.kind, viewers: [], mentions: [] } as const;
    for (const each of check(fill(deck[card], face, paper).card, card)) faults.add(`${card}: ${each}`);
  }
  return [...faults];
}

/** What somebody typed stands in a scene too; our words are those in the texts. */
const typed = /^»|takes it up|tager det op|Sygeplejersken/;

describe.each(['da', 'en'] as const)('what the cards say in %s', (language) => {
  test('no card uses a word that the guide puts away, or names a line or a document by number', async () => {
    const check = (card: Json, name: string) =>
      nodes(card)
        .flatMap(({ text, title, label, placeholder }) => [text, title, label, placeholder])
        .filter((each): each is string => typeof each === 'string' && !typed.test(each))
        .filter((each) => banned[language].some((word) => word.test(each)) || (!ofLists.has(name) && reference.test(each)));
    expect(await said(language, check)).toEqual([]);
  });

  test('a button says in at most three words, four in English what it does', async () => {
    const check = (card: Json) =>
      nodes(card).flatMap(({ type, title }) => {
        if (typeof title !== 'string' || !String(type).startsWith('Action.') || type === 'Action.ToggleVisibility') return [];
        return wordsOf(title).length > (language === 'da' ? 3 : 4) ? [title] : [];
      });
    expect(await said(language, check)).toEqual([]);
  });
});
