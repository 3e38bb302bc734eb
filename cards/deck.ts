import type { Card, CardName, Language } from './card.ts';
import { meeting } from './meeting.ts';
import { textIn } from './text/languages.ts';
import { welcome } from './welcome.ts';

/** Every card there is, by name. Verbs register themselves from here. */
export const deck: Readonly<Record<CardName, Card>> = Object.fromEntries([welcome, meeting].map((card) => [card.name, card]));

/** The words that open a card, by language: what somebody writes in a channel, in lower case. */
export const words: Readonly<Record<Language, Readonly<Record<string, CardName>>>> = {
  da: wordsIn('da'),
  en: wordsIn('en'),
};

function wordsIn(language: Language): Readonly<Record<string, CardName>> {
  return Object.fromEntries(Object.entries(textIn(language).words).map(([card, word]) => [word, card]));
}
