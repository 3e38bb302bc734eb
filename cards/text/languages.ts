import type { Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import { da } from './da/all.ts';
import { en } from './en/all.ts';
import type { Names } from './refusals.ts';
import type { Text } from './text.ts';

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

const texts: Readonly<Record<Language, Text>> = { da, en };

export function textIn(language: Language): Text {
  return texts[language];
}

/** The one of our languages nearest to a language tag, `en-GB` as well as `en`; ours is the fallback where none is. */
export function nearest(tag: string | null, fallback: Language): Language {
  const wanted = tag?.toLowerCase().split('-')[0];
  return languages.find((each) => each === wanted) ?? fallback;
}

export function refusalSentence(language: Language, refusal: Refusal, names: Names): string {
  const say = textIn(language).refusals[refusal.refused] as (refusal: Refusal, names: Names) => string;
  return say(refusal, names);
}
