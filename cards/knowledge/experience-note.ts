import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { doneFace, noteFace, stillSilent } from '../kit/asked-note.ts';
import type { Card } from '../kit/card.ts';
import template from '../meeting/prompt.json' with { type: 'json' };
import { textIn } from '../text/languages.ts';
import { assessorsAwaited, experienceFile, experienceTitle, nameToday, wordsIn } from './experience-file.ts';

/** A short card in an experience's thread: those who should read it, and what became of it, to whoever told it. */
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
    if (on.what !== 'told') {
      if (state.phase !== 'told' || !stillSilent(desk, state.since, on)) return doneFace(text.done(title));
      const said = { title: text.titles[on.what], when: title, words: '', persons: assessorsAwaited(file), asks: true, ...leads };
      return noteFace(desk, said, language);
    }
    if (on.mark !== state.edition || state.phase === 'told') return doneFace(text.done(title));
    const words = await wordsIn(desk, about, state.assessed?.words ?? null, 400);
    const from = nameToday(desk, state.assessor, language);
    const heading = state.phase === 'spread' ? text.titles.spread : text.titles.aside;
    const said = { title: heading, when: title, words: textIn(language).experience.by(from, words), persons: [state.by], asks: false };
    return noteFace(desk, { ...said, ...leads }, language);
  },
  verbs: { experience: ({ about }) => ({ read: 'card', card: 'experience', about, open: null, picks: {} }) },
};
