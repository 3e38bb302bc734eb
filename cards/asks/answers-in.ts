import type { Said } from '../../bot/governance/vocabulary/request.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Turn } from '../../bot/governance/vocabulary/turn.ts';
import type { Desk } from '../kit/card.ts';
import { named } from '../kit/people.ts';
import { toldWords } from '../kit/told-words.ts';
import { type Language, textIn } from '../text/languages.ts';

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
