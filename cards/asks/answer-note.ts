import { noMark } from '../../bot/governance/portfolio/portfolio.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { kindOf, type PersonKey, type Stream } from '../../bot/governance/vocabulary/stream.ts';
import { groupFile } from '../group/file.ts';
import { worded } from '../initiative/file.ts';
import type { Card, Desk } from '../kit/card.ts';
import { named } from '../kit/people.ts';
import { template } from '../kit/sheet.ts';
import { noteFace, overFace } from '../kit/told-note.ts';
import { portfolioFile, solutionName } from '../portfolio/file.ts';
import { dayInWords } from '../request/file.ts';
import { type Language, textIn } from '../text/languages.ts';
import { nameOfAbout } from './named.ts';

interface Heard {
  readonly title: string;
  readonly when: string;
  readonly words: string;
  readonly persons: readonly PersonKey[];
}

/** What somebody said or handed in has been answered: told to them by name, in the thread of its card, with who answered. */
export const answerNote: Card<'answer-note'> = {
  name: 'answer-note',
  template,
  show: async (desk, about, occasion, { language }) => {
    const mark = readOccasion('answer-note', occasion)?.mark ?? '';
    const heard = kindOf(about) === 'group' ? await receiptOf(desk, about, mark, language) : await answerTo(desk, about, mark, language);
    if (heard === null) return overFace(language);
    return noteFace(desk, { ...heard, verb: 'see', open: textIn(language).answerNote.open }, language);
  },
  verbs: {
    see: ({ about }) => ({ read: 'card', card: kindOf(about) === 'group' ? 'group' : 'portfolio', about, open: null, picks: {} }),
  },
};

/** Those who were to report hear that the report has been received, and by whom. */
async function receiptOf(desk: Desk, about: Stream, mark: string, language: Language): Promise<Heard | null> {
  const { answerNote: text } = textIn(language);
  const file = await groupFile(desk, about);
  if (!file || file.state.receipt === null || file.state.since !== mark) return null;
  const { receipt, reportedBy, mandate } = file.state;
  const [who = ''] = await named(desk, [receipt]);
  const told = [...(reportedBy === null ? [] : [reportedBy]), ...mandate.persons].map(desk.one);
  return {
    title: text.received,
    when: await nameOfAbout(desk, about, language),
    words: text.by(who),
    persons: [...new Set(told)].filter((person) => person !== desk.one(receipt)),
  };
}

/** Whoever said that a solution does not meet a goal hears what is done about it. */
async function answerTo(desk: Desk, about: Stream, mark: string, language: Language): Promise<Heard | null> {
  const { answerNote: text, portfolio } = textIn(language);
  const file = await portfolioFile(desk, about);
  const no = file?.state.followUps.find((each) => noMark(each) === mark);
  if (!file || !no?.answered) return null;
  const [who = ''] = await named(desk, [no.answered.person]);
  const words = await worded(desk, file.about, no.answered.text, 300);
  return {
    title: text.answered,
    when: await solutionName(desk, file, no.solution, language),
    words: portfolio.noAnswered(who, dayInWords(no.answered.on, language), words),
    persons: [desk.one(no.person)],
  };
}
