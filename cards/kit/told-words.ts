import type { Said, Told } from '../../bot/governance/vocabulary/request.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Turn } from '../../bot/governance/vocabulary/turn.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { Desk } from './card.ts';
import { plain } from './escape.ts';
import { named } from './people.ts';

/** The words of something that was told, at most `most` characters; '' where nothing was said, or its words are erased. */
export async function toldWords(desk: Desk, told: Told | null, most: number): Promise<string> {
  return told ? plain((await desk.words(told.in, told.text)) ?? '', most) : '';
}

/** Who said what, with the reason. */
export async function answersIn(desk: Desk, about: Stream, turns: readonly Turn<Said>[], language: Language): Promise<readonly string[]> {
  const { request: text } = textIn(language);
  return Promise.all(
    turns.map(async ({ person, judgement }) => {
      const [name = ''] = await named(desk, [person]);
      return text.said(name, judgement.yes, await toldWords(desk, judgement.reason && { text: judgement.reason, in: about }, 300));
    }),
  );
}
