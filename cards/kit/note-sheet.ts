import { lineOnly, sheet } from './sheet.ts';

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
}

export function noteSheet({ done, title, when, lines, verb, open, why, eyebrow = '' }: NoteSaid): Readonly<Record<string, unknown>> {
  if (done !== '') return lineOnly(done);
  return sheet({
    eyebrow,
    title,
    size: 'Medium',
    under: when,
    question: '',
    byWhen: '',
    waits: lines.map(({ text }) => text),
    parts: [],
    fields: [],
    missing: '',
    buttons: open === '' ? [] : [{ title: open, verb, sends: false, primary: true }],
    why: [why],
  });
}
