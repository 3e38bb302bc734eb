import type { Language } from '../text/languages.ts';
import { textIn } from '../text/languages.ts';
import type { Desk, Face } from './card.ts';
import { mentioned } from './people.ts';
import { lineOnly, sheet } from './sheet.ts';

interface Said {
  readonly title: string;
  readonly when: string;
  readonly words: string;
  readonly persons: readonly string[];
  readonly verb: string;
  readonly open: string;
}

/** The face of such a note: what it says, and whom it names. */
export async function noteFace(desk: Desk, said: Said, language: Language): Promise<Face> {
  const { summary, why } = textIn(language);
  const mentions = await mentioned(desk, said.persons);
  const names = mentions.map(({ name }) => `<at>${name}</at>`).join(', ');
  return {
    data: noteSheet({
      done: '',
      title: said.title,
      when: said.when,
      lines: [names, said.words].filter(Boolean).map((text) => ({ text })),
      verb: said.verb,
      open: said.open,
      why: why.ours,
    }),
    summary: summary(said.title, said.when),
    mentions,
    viewers: said.persons,
  };
}

/** An older Samspil reminded here, in a card that is made no more. */
export function overFace(language: Language): Face {
  return { ...doneFace(textIn(language).over), closed: true };
}

/** It is done, and takes one line. */
export function doneFace(done: string): Face {
  return { data: lineOnly(done), summary: done, mentions: [], viewers: [], idle: true };
}

/** A short card in a thread; where `done` says something, it has shrunk to that line. */
export interface NoteSaid {
  readonly done: string;
  readonly title: string;
  readonly when: string;
  /** Whom it names, and what they are asked. */
  readonly lines: readonly { readonly text: string }[];
  readonly verb: string;
  /** The button that leads to the answer; '': there is none. */
  readonly open: string;
  readonly why: string;
  readonly eyebrow?: string;
  /** What else is asked of the same persons, and the way to all of it. */
  readonly also?: { readonly heading: string; readonly lines: readonly string[]; readonly open: string; readonly verb: string } | null;
}

export function noteSheet({
  done,
  title,
  when,
  lines,
  verb,
  open,
  why,
  eyebrow = '',
  also = null,
}: NoteSaid): Readonly<Record<string, unknown>> {
  if (done !== '') return lineOnly(done);
  return sheet({
    eyebrow,
    title,
    size: 'Medium',
    under: when,
    question: '',
    byWhen: '',
    waits: lines.map(({ text }) => text),
    parts: also ? [{ heading: also.heading, lines: also.lines, buttons: [{ title: also.open, verb: also.verb, sends: false }] }] : [],
    fields: [],
    missing: '',
    buttons: open === '' ? [] : [{ title: open, verb, sends: false, primary: true }],
    why: [why],
  });
}
