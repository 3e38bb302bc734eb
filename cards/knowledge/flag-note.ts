import { resultIn } from '../../bot/governance/case/phases.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card, Desk } from '../kit/card.ts';
import { template } from '../kit/sheet.ts';
import { doneFace, noteFace } from '../kit/told-note.ts';
import { type Language, textIn } from '../text/languages.ts';
import { wordsIn } from './experience-file.ts';
import { type FlagFile, flagFile } from './flag-file.ts';

/** A short card in a flag's thread: what became of it, to whoever spoke up. */
export const flagNote: Card<'flag-note'> = {
  name: 'flag-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await flagFile(desk, about);
    const on = readOccasion('flag-note', occasion);
    if (!file || !on) return null;
    const { language } = viewer;
    const { flagNote: text, flag } = textIn(language);
    const { state } = file;
    const done = doneFace(text.done(flag.titles[state.concern]));
    const when = flag.titles[state.concern];
    const leads = { verb: 'flag', open: text.open };
    if (on.mark !== state.heard) return done;
    const title = text.titles[state.phase === 'answered' ? 'answered' : (state.case?.outcome ?? 'answered')];
    return noteFace(desk, { title, when, words: await becameOf(desk, file, language), persons: [state.by], ...leads }, language);
  },
  verbs: { flag: ({ about }) => ({ read: 'card', card: 'flag', about, open: null, picks: {} }) },
};

/** The chairs' words, or those of the body that decided the case. */
async function becameOf(desk: Desk, { about, state }: FlagFile, language: Language): Promise<string> {
  if (state.phase === 'answered') return wordsIn(desk, about, state.answer?.text ?? null, 500);
  const known = state.case ? await desk.state('case', state.case.about) : null;
  if (!known || !state.case) return '';
  const settled = state.case.outcome === 'decided' || state.case.outcome === 'rejected';
  const result = resultIn(known);
  if (settled && result) return wordsIn(desk, result.textsIn, result.text, 500);
  const title = (await wordsIn(desk, state.case.about, known.content.title, 160)) || textIn(language).case.untitled;
  return [known.number ?? '', title].filter(Boolean).join(' ');
}
