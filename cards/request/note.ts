import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card } from '../kit/card.ts';
import { template } from '../kit/sheet.ts';
import { noteFace, overFace } from '../kit/told-note.ts';
import { toldWords } from '../kit/told-words.ts';
import { textIn } from '../text/languages.ts';
import { requestFile, requestTitle } from './file.ts';
import { askedOf } from './said.ts';

/** How a request ended, in the thread of each part of it. */
export const requestNote: Card<'request-note'> = {
  name: 'request-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await requestFile(desk, about);
    const on = readOccasion('request-note', occasion);
    const { language } = viewer;
    if (!file) return null;
    if (on?.what !== 'outcome') return overFace(language);
    const { requestNote: text } = textIn(language);
    const { question: stands } = await askedOf(desk, file, language);
    const report = await toldWords(desk, file.state.report, 500);
    return noteFace(
      desk,
      {
        title: text.outcome,
        when: await requestTitle(desk, file, language),
        words: [stands, ...(report === '' ? [] : [text.report(report)])].join(' '),
        persons: [],
        verb: 'request',
        open: text.open,
      },
      language,
    );
  },
  verbs: { request: ({ about }) => ({ read: 'card', card: 'request', about, open: null, picks: {} }) },
};
