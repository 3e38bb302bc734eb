import { emptyBody } from '../../bot/governance/body/body.ts';
import type { ClauseId } from '../../bot/governance/charter/charter.ts';
import { bodyOf, secretariatOf, termsInForce } from '../../bot/governance/charter/terms.ts';
import { openNoes, portfolio, progressOf, saidNow, solutionsIn, stillOwed } from '../../bot/governance/portfolio/portfolio.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { FollowUp, PortfolioState } from '../../bot/governance/vocabulary/portfolio.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { idIn, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { type InitiativeFile, nameIn, worded } from '../initiative/file.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { named } from '../kit/people.ts';
import { said } from '../kit/said.ts';
import type { SheetPart } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { dayInWords } from '../request/file.ts';
import { type Language, textIn } from '../text/languages.ts';

/** A body's portfolio, with what its card looks at. */
export interface PortfolioFile {
  readonly about: Stream;
  readonly state: PortfolioState;
  readonly body: InitiativeFile['body'];
  readonly solutions: readonly string[];
  /** Not followed up yet in the quarter that was asked about. */
  readonly owed: readonly string[];
  /** By which clause it follows them; null: by none. */
  readonly clause: ClauseId | null;
}

/** The card that stands shows the first few; one's own view more of them. */
const mostWishes = { everyone: 3, person: 12 };

/** A card is about a body, or about its portfolio; null: there is no such body. */
export async function portfolioFile(desk: Desk, about: Stream): Promise<PortfolioFile | null> {
  const id = idIn(about, 'body', 'portfolio');
  if (bodyOf(desk.charter, id)?.outside !== false) return null;
  const stream = streamOf('portfolio', id);
  const today = dateAt(desk.charter, desk.now);
  const { secretariat } = desk.charter.collaboration;
  const ids = [...new Set([id, secretariatOf(desk.charter, id, today) ?? secretariat, secretariat])];
  const bodies = new Map(await Promise.all(ids.map(async (each) => [each, await desk.body(each)] as const)));
  const state = (await desk.state('portfolio', stream)) ?? portfolio.initial(stream);
  const clause = termsInForce(desk.charter, id, today)?.portfolio?.clause ?? null;
  const body = (each: string) => bodies.get(each) ?? emptyBody(each);
  return { about: stream, state, body, solutions: solutionsIn(desk, state), owed: stillOwed(desk, state), clause };
}

export async function solutionName(
  desk: Desk,
  { about, state }: Pick<PortfolioFile, 'about' | 'state'>,
  id: string,
  language: Language,
): Promise<string> {
  const part = desk.charter.agreement.find((each) => each.id === id);
  if (part) return said(part.name, language, desk.charter);
  return (await worded(desk, about, state.added.find((each) => each.id === id)?.name ?? null, 120)) || textIn(language).portfolio.erased;
}

/** Each solution: how far it has come, where it is used, and how it does; what was said in an earlier quarter never stands as today's. */
export async function solutionParts(desk: Desk, file: PortfolioFile, language: Language): Promise<readonly SheetPart[]> {
  const { portfolio: text } = textIn(language);
  const { about, state, owed } = file;
  return Promise.all(
    file.solutions.map(async (id): Promise<SheetPart> => {
      const part = desk.charter.agreement.find((each) => each.id === id);
      const came = progressOf(desk, state, id);
      const stated = state.progress[id] === undefined && part?.state ? said(part.state.said, language, desk.charter) : '';
      const progress = stated || (came === null ? '' : text.progresses[came]);
      const use = (state.use[id] ?? []).map((each) => nameIn(desk, each, language)).join(', ');
      const told = saidNow(state, id);
      const missing = state.asked !== null && owed.includes(id);
      const noes: readonly (FollowUp | undefined)[] = openNoes(desk, state);
      const answers = await Promise.all(told.map((each) => answerLines(desk, about, each, missing, language)));
      const lines = missing
        ? [text.missing, ...answers.flatMap((each, at) => (noes.includes(told[at]) ? each : each.slice(0, 1)))]
        : answers.flat();
      const name = await solutionName(desk, file, id, language);
      return { heading: progress === '' ? name : text.solution(name, progress), lines: [...lines, ...(use === '' ? [] : [text.use(use)])] };
    }),
  );
}

function verdictsSaid({ verdicts }: FollowUp, language: Language): string {
  const { portfolio: text } = textIn(language);
  return verdicts.map(({ goal, says }) => text.verdict(text.goals[goal], text.says[says])).join(' · ');
}

/** What somebody said of a solution, when, and what they were answered. `before`: in an earlier quarter. */
async function answerLines(desk: Desk, about: Stream, told: FollowUp, before: boolean, language: Language): Promise<readonly string[]> {
  const { portfolio: text } = textIn(language);
  const { answered } = told;
  const [by = '', answerer = ''] = await named(desk, [told.person, ...(answered ? [answered.person] : [])]);
  const words = await worded(desk, about, told.text, 300);
  const answer = answered
    ? text.noAnswered(answerer, dayInWords(answered.on, language), await worded(desk, about, answered.text, 300))
    : '';
  const verdicts = verdictsSaid(told, language);
  const day = dayInWords(told.on, language);
  return [before ? text.before(verdicts, day) : verdicts, words, text.toldBy(by, day), answer].filter(Boolean);
}

/** A no in one line: of which solution, whose, and why. */
export async function noSaid(desk: Desk, file: PortfolioFile, no: FollowUp, language: Language): Promise<string> {
  const [who = ''] = await named(desk, [no.person]);
  const words = await worded(desk, file.about, no.text, 300);
  return textIn(language).portfolio.noOf(await solutionName(desk, file, no.solution, language), who, words);
}

/** What is wished for, the most wanted first. */
export async function wishLines(desk: Desk, file: PortfolioFile, { kind, language }: Viewer): Promise<readonly string[]> {
  const { portfolio: text } = textIn(language);
  const { shown, left } = shorten(file.state.wishes, mostWishes[kind]);
  const lines = await Promise.all(
    shown.map(async ({ title, level, solution }, at) => {
      const words = (await worded(desk, file.about, title, 200)) || text.erased;
      return text.wish(at + 1, words, text.levels[level], solution === null ? '' : await solutionName(desk, file, solution, language));
    }),
  );
  return left === 0 ? lines : [...lines, text.more(left)];
}
