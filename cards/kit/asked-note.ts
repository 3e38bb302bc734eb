import { askedAfter, silentSince } from '../../bot/governance/people/silence.ts';
import type { Occasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { IsoInstant } from '../../bot/governance/vocabulary/stream.ts';
import type { AskedPrompt } from '../../bot/governance/vocabulary/turn.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { Desk, Face } from './card.ts';
import { mentioned } from './people.ts';

type NoteCard = 'experience-note' | 'flag-note';

/** The silence that was said is the one that still lasts. */
export function stillSilent(desk: Desk, since: IsoInstant, { what, mark }: Extract<Occasion<NoteCard>, { what: AskedPrompt }>): boolean {
  return mark === silentSince(desk.charter, since, askedAfter[what]);
}

interface Said {
  readonly title: string;
  readonly when: string;
  readonly words: string;
  readonly persons: readonly string[];
  readonly verb: string;
  readonly open: string;
  /** It names its persons because it waits for them. */
  readonly asks: boolean;
}

/** The face of such a note: what it says, and whom it names. */
export async function noteFace(desk: Desk, said: Said, language: Language): Promise<Face> {
  const { summary, why } = textIn(language);
  const mentions = await mentioned(desk, said.persons.slice(0, 40));
  const names = mentions.map(({ name }) => `<at>${name}</at>`).join(', ');
  return {
    data: {
      done: '',
      title: said.title,
      when: said.when,
      lines: [names, said.words].filter(Boolean).map((text) => ({ text })),
      verb: said.verb,
      open: said.open,
      why: why.ours,
    },
    summary: summary(said.title, said.when),
    mentions,
    viewers: said.persons,
  };
}

/** It is done, and takes one line. */
export function doneFace(done: string): Face {
  return { data: { done, title: '', when: '', lines: [], verb: 'view', open: '', why: '' }, summary: done, mentions: [], viewers: [] };
}
