import type { Told } from '../../bot/governance/vocabulary/request.ts';
import type { Desk } from './card.ts';
import { plain } from './escape.ts';

/** The words of something that was told, at most `most` characters; '' where nothing was said, or its words are erased. */
export async function toldWords(desk: Desk, told: Told | null, most: number): Promise<string> {
  return told ? plain((await desk.words(told.in, told.text)) ?? '', most) : '';
}
