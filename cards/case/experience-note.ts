import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card } from '../kit/card.ts';
import { template } from '../kit/sheet.ts';
import { doneFace, noteFace } from '../kit/told-note.ts';
import { experienceFile, experienceTitle, nameToday, wordsIn } from '../knowledge/experience-file.ts';
import { textIn } from '../text/languages.ts';
import { caseFile } from './file.ts';
import { resultLines } from './said.ts';

/** A short card in an experience's thread: what became of it, to whoever told it. It stands with cases, since a case is what may come of it. */
export const experienceNote: Card<'experience-note'> = {
  name: 'experience-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await experienceFile(desk, about);
    const on = readOccasion('experience-note', occasion);
    if (!file || !on) return null;
    const { language } = viewer;
    const { experienceNote: text } = textIn(language);
    const { state } = file;
    const title = await experienceTitle(desk, file, language);
    const leads = { verb: 'experience', open: text.open };
    if (on.what === 'outcome') {
      const ended = state.ended?.[on.mark - 1];
      if (!ended || on.mark !== state.ended?.length) return doneFace(text.done(title));
      const end = await caseFile(desk, ended.about);
      const words = end ? (await resultLines(desk, end, language, 400)).slice(0, 1).join('') : '';
      const heading = ended.outcome === 'decided' ? text.titles.decided : text.titles.rejected;
      return noteFace(desk, { title: heading, when: title, words, persons: [], ...leads }, language);
    }
    if (on.mark !== state.edition || state.phase === 'told') return doneFace(text.done(title));
    const words = await wordsIn(desk, about, state.assessed?.words ?? null, 400);
    const from = nameToday(desk, state.assessor, language);
    const heading = state.phase === 'spread' ? text.titles.spread : text.titles.aside;
    const said = { title: heading, when: title, words: textIn(language).experience.by(from, words), persons: [state.by] };
    return noteFace(desk, { ...said, ...leads }, language);
  },
  verbs: { experience: ({ about }) => ({ read: 'card', card: 'experience', about, open: null, picks: {} }) },
};
