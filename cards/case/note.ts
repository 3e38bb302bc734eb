import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { template } from '../kit/sheet.ts';
import { doneFace, noteSheet, overFace } from '../kit/told-note.ts';
import { textIn } from '../text/languages.ts';
import { caseFile, caseTitle } from './file.ts';
import { resultLines } from './said.ts';

/** How a case ended, for information, in its thread where it went through. It shrinks to one line when that is so no more. */
export const caseNote: Card<'case-note'> = {
  name: 'case-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await caseFile(desk, about);
    const on = readOccasion('case-note', occasion);
    const { language } = viewer;
    if (!file) return null;
    if (on?.what !== 'outcome') return overFace(language);
    const text = textIn(language);
    const number = plain(file.state.number ?? '');
    const { phase } = file.state;
    if ((phase !== 'returned' && phase !== 'closed') || file.state.since !== on.mark) return doneFace(text.caseNote.done(number));
    const name = text.case.title(number, await caseTitle(desk, file, language));
    const result = (await resultLines(desk, file, language, 300)).join(' ');
    return {
      data: noteSheet({
        done: '',
        title: text.caseNote.outcome,
        when: name,
        lines: result === '' ? [] : [{ text: result }],
        verb: 'case',
        open: text.caseNote.open,
        why: text.why.ours,
      }),
      summary: text.summary(text.caseNote.outcome, name),
      mentions: [],
      viewers: [],
    };
  },
  verbs: { case: ({ about }) => ({ read: 'card', card: 'case', about, open: null, picks: {} }) },
};
