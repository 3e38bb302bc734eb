import { fold, lettersWrong, nearestWords } from '../../bot/governance/lists/fold.ts';
import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import { type Language, textIn } from '../text/languages.ts';

/** What Teams offers in its menus, as many as it takes, in this order. */
export const menu: readonly (keyof ReturnType<typeof textIn>['words'])[] = [
  ...(['mine', 'meetings', 'agenda', 'minutes', 'cases', 'raise-case'] as const),
  ...(['milestones', 'status', 'flags', 'experiences', 'seats', 'help'] as const),
];

/** Every word that stands alone, with the card it brings. */
export function wordsFor(language: Language): readonly (readonly [string, CardName])[] {
  const { words, otherWords } = textIn(language);
  const known = Object.entries(words).map(([card, word]) => [word, card as CardName] as const);
  return [...known, ...Object.entries(otherWords).flatMap(([card, each]) => each.map((word) => [word, card as CardName] as const))];
}

/** Nobody who means a word writes more than this; what is longer is not compared. */
const longest = 60;

/** The card a word with one wrong letter was meant for; null: none, or it may be several. A short word is too easily another. */
export function slipOf(said: string, language: Language): CardName | null {
  if (said.length > longest) return null;
  const meant = wordsFor(language).filter(([word]) => fold(word).length >= 5 && lettersWrong(said, word) === 1);
  const cards = new Set(meant.map(([, card]) => card));
  return cards.size === 1 ? ([...cards][0] ?? null) : null;
}

/** At most three cards that somebody may have meant: those a word may stand for, whose word was among others, or is written nearly so. */
export function nearestTo(said: string, language: Language): { readonly cards: readonly CardName[]; readonly several: boolean } {
  if (said.length > longest) return { cards: [], several: false };
  const either: Readonly<Record<string, readonly CardName[]>> = textIn(language).eitherOf;
  const several = Object.entries(either).find(([word]) => fold(word) === fold(said))?.[1];
  if (several) return { cards: several, several: true };
  const words = wordsFor(language);
  const within = words.filter(([word]) => fold(word).length >= 4 && ` ${fold(said)} `.includes(` ${fold(word)} `));
  const longestFirst = within.toSorted(([a], [b]) => b.length - a.length).map(([, card]) => card);
  const near = nearestWords(
    said,
    words.map(([word]) => word),
    6,
  );
  const nearly = near.flatMap((word) => words.find(([each]) => each === word)?.[1] ?? []);
  const begun = words
    .map(([word, card]) => ({ card, letters: sharedStart(fold(word), fold(said)) }))
    .filter(({ letters }) => letters >= stem)
    .toSorted((a, b) => b.letters - a.letters);
  return { cards: [...new Set([...longestFirst, ...nearly, ...begun.map(({ card }) => card)])].slice(0, 3), several: false };
}

/** So many letters at the beginning make words of one kin: »mødedag« is near »møder«. */
const stem = 4;

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
