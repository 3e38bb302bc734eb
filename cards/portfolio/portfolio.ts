import { openNoes } from '../../bot/governance/portfolio/portfolio.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { levels, portfolioGoals, progresses, verdicts } from '../../bot/governance/vocabulary/portfolio.ts';
import { leadsIn, nameIn, sitsIn, worded } from '../initiative/file.ts';
import { clusterChoices } from '../initiative/forms.ts';
import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { type Choice, named } from '../kit/people.ts';
import { quarterSaid } from '../kit/quarter-said.ts';
import { nounOf } from '../kit/said.ts';
import { type Button, type Field, sheet, template } from '../kit/sheet.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { type PortfolioFile, portfolioFile, solutionName, solutionParts, wishLines } from './file.ts';
import { noSolution, type PortfolioForm, portfolioForms, portfolioMost, portfolioVerbs } from './press.ts';

/** The solutions a body follows: how each does against three goals, asked each quarter, and what is wished for. The body above reads along. */
export const portfolioCard: Card<'portfolio'> = {
  name: 'portfolio',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await portfolioFile(desk, about);
    if (!file) return null;
    const on = readOccasion('portfolio', occasion);
    if (on && file.state.asked !== null && on.mark < file.state.asked) return overFace(desk, file, on.mark, viewer);
    return faceOf(desk, file, Boolean(on?.in), viewer);
  },
  verbs: portfolioVerbs,
};

/** A card of a quarter that is over asks nothing any more. */
function overFace(desk: Desk, file: PortfolioFile, quarter: string, { language }: Viewer): Face {
  const { portfolio: text } = textIn(language);
  const of = nameIn(desk, file.state.body, language);
  const question = text.over(quarterSaid(quarter, language), quarter === file.state.askedBefore ? (file.state.leftBefore ?? null) : null);
  const nothing = { under: '', byWhen: '', parts: [], fields: [], missing: '', buttons: [] };
  return {
    data: sheet({ eyebrow: of, title: text.title, size: 'Medium', question, ...nothing, why: whyOf(desk, file, language) }),
    summary: question,
    mentions: [],
    viewers: [],
  };
}

function whyOf(desk: Desk, { clause }: PortfolioFile, language: Language): readonly string[] {
  return clause === null ? [textIn(language).why.asked] : chainSaid(desk.charter, { chain: [clause], ours: false }, language);
}

async function faceOf(desk: Desk, file: PortfolioFile, told: boolean, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { portfolio: text, back, summary, eyebrow } = textIn(language);
  const { state, owed } = file;
  const of = nameIn(desk, state.body, language);
  const quarter = state.asked === null ? '' : quarterSaid(state.asked, language);
  const takes = !told && (sitsIn(desk, file.body(state.body), viewer) || leadsIn(desk, file.body, state.body, viewer));
  const form = takes ? openForm(viewer, portfolioForms) : null;
  const asked = told
    ? { question: text.forInformation, byWhen: '' }
    : file.solutions.length === 0
      ? { question: text.none, byWhen: '' }
      : owed.length > 0
        ? {
            question: text.asked(quarter),
            byWhen: text.owing(owed.length, file.solutions.length, nounOf(desk.charter, state.body, language).noun),
          }
        : { question: quarter === '' ? '' : text.answered(quarter), byWhen: '' };
  const wishes = await wishLines(desk, file, viewer);
  return {
    data: sheet({
      eyebrow: of,
      title: text.title,
      size: form ? 'Medium' : 'Large',
      under: '',
      question: form ? text.asks[form] : asked.question,
      byWhen: form ? text.notes[form] : asked.byWhen,
      parts: form ? [] : [...(await solutionParts(desk, file, language)), { heading: wishes.length > 0 ? text.wishes : '', lines: wishes }],
      fields: form ? await fields(desk, file, form, viewer) : [],
      missing: text.required,
      buttons: form
        ? [
            form === 'edit'
              ? { title: text.buttons.next, verb: 'edit', sends: true }
              : { title: text.buttons.save, verb: form, sends: true },
            { title: back, verb: 'view', sends: false },
          ]
        : takes
          ? buttons(desk, file, viewer)
          : [],
      why: form ? [] : whyOf(desk, file, language),
    }),
    summary: summary(eyebrow(text.title, of), asked.question),
    mentions: [],
    viewers: told ? [] : runners(desk, file.body(state.body)),
  };
}

function buttons(desk: Desk, file: PortfolioFile, viewer: Viewer): readonly Button[] {
  const { buttons: text } = textIn(viewer.language).portfolio;
  const opening = (title: string, open: PortfolioForm): Button => ({ title, verb: 'open', open, sends: false });
  const { state, solutions } = file;
  const noes = openNoes(desk, state).length > 0;
  return [
    ...(state.asked !== null && solutions.length > 0 ? [opening(text.follow, 'follow')] : []),
    opening(text.wish, 'wish'),
    ...(noes ? [{ title: text.raise, verb: 'raise', sends: false }] : []),
    ...(noes && leadsIn(desk, file.body, state.body, viewer) ? [opening(text.answer, 'answer')] : []),
    ...(leadsIn(desk, file.body, state.body, viewer) ? [opening(text.edit, 'edit')] : []),
  ];
}

async function fields(desk: Desk, file: PortfolioFile, form: PortfolioForm, viewer: Viewer): Promise<readonly Field[]> {
  const { language } = viewer;
  const { fields: text, ...words } = textIn(language).portfolio;
  const { state } = file;
  const picks = viewer.kind === 'person' ? viewer.picks : {};
  const one = (id: string, label: string, choices: readonly Choice[], value = picks[id] ?? ''): Field => ({
    kind: 'one',
    id,
    label,
    choices,
    style: choices.length > 6 ? 'compact' : 'expanded',
    value,
  });
  const chosen = <W extends string>(of: readonly W[], said: Readonly<Record<W, string>>): readonly Choice[] =>
    of.map((value) => ({ title: said[value], value }));
  const solutions = await Promise.all(
    [...file.owed, ...file.solutions.filter((id) => !file.owed.includes(id))].map(async (id) => ({
      title: await solutionName(desk, file, id, language),
      value: id,
    })),
  );
  const first = solutions[0]?.value ?? '';
  const wishes = await Promise.all(
    state.wishes.map(async ({ id, title }) => ({ title: (await worded(desk, file.about, title, 80)) || words.erased, value: id })),
  );
  switch (form) {
    case 'follow':
      return [
        one('solution', text.solution, solutions, picks.solution ?? first),
        ...portfolioGoals.map((goal) => one(goal, words.questions[goal], chosen(verdicts, words.says))),
        { kind: 'text', id: 'text', label: text.text, most: portfolioMost.text, long: true, required: false, value: picks.text ?? '' },
      ];
    case 'answer': {
      const noes = await noChoices(desk, file, language);
      return [
        one('of', text.no, noes, noes.length === 1 ? noes[0]?.value : undefined),
        { kind: 'text', id: 'text', label: text.does, most: portfolioMost.text, long: true, required: true, value: picks.text ?? '' },
      ];
    }
    case 'wish':
      return [
        { kind: 'text', id: 'title', label: text.wish, most: portfolioMost.title, long: true, required: true, value: picks.title ?? '' },
        one('level', text.level, chosen(levels, words.levels), picks.level ?? 'joint'),
        ...(solutions.length > 0
          ? [one('solution', text.about, [{ title: text.noSolution, value: noSolution }, ...solutions], noSolution)]
          : []),
      ];
    case 'edit':
      return [
        one('what', text.what, [
          ...(wishes.length > 1 ? [{ title: words.edits.order, value: 'order' }] : []),
          ...(wishes.length > 0 ? [{ title: words.edits.close, value: 'close' }] : []),
          ...(solutions.length > 0
            ? [
                { title: words.edits.progress, value: 'progress' },
                { title: words.edits.use, value: 'use' },
              ]
            : []),
          { title: words.edits.solution, value: 'solution' },
        ]),
      ];
    case 'order':
      return [one('wish', text.first, wishes)];
    case 'close':
      return [one('wish', text.close, wishes), one('met', text.met, chosen(['yes', 'no'], words.met))];
    case 'solution':
      return [{ kind: 'text', id: 'title', label: text.name, most: portfolioMost.title, required: true, value: picks.title ?? '' }];
    case 'progress':
      return [one('solution', text.solution, solutions, first), one('progress', text.progress, chosen(progresses, words.progresses))];
    case 'use':
      return [
        one('solution', text.solution, solutions, first),
        { kind: 'several', id: 'bodies', label: text.use, choices: clusterChoices(desk, state.body, language), value: '' },
      ];
  }
}

/** Each no that nobody has answered: of which solution, and whose. */
async function noChoices(desk: Desk, file: PortfolioFile, language: Language): Promise<readonly Choice[]> {
  return Promise.all(
    openNoes(desk, file.state).map(async ({ solution, person }) => {
      const [who = ''] = await named(desk, [person]);
      return { title: `${await solutionName(desk, file, solution, language)}: ${who}`, value: `${solution} ${person}` };
    }),
  );
}
