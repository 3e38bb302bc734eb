import { resultIn } from '../../bot/governance/case/phases.ts';
import { onlyTold } from '../../bot/governance/case/standing.ts';
import { toldByHand } from '../../bot/governance/charter/practice.ts';
import { refusedLines } from '../care/refused-lines.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { matterLine } from '../kit/matter.ts';
import type { Lead, SheetPart } from '../kit/sheet.ts';
import { type Language, textIn } from '../text/languages.ts';
import { type CaseFile, called, caseWords } from './file.ts';
import { gateParts } from './gates.ts';
import type { CaseForm } from './may.ts';
import { movesPart } from './moves.ts';
import { newTermsPart } from './new-terms.ts';
import { originParts } from './origin.ts';
import { directionLines, journey, reasonsOnTheWay, reopeningLines, resultLines, writtenLines } from './said.ts';

/** How much of it a card has room for. */
const most = { brief: 160, account: 500, recommendation: 300, recommendations: 8, decision: 700 };

/** What somebody who is asked must know to answer, on one screen of a phone: what it is, what is recommended, and what others said. */
export async function briefOf(desk: Desk, file: CaseFile, viewer: Viewer): Promise<readonly SheetPart[]> {
  const { language } = viewer;
  const { case: text } = textIn(language);
  const { about, state } = file;
  const judged = resultIn(state) !== null;
  const account = judged ? '' : await caseWords(desk, about, state.content.account, most.brief);
  const answers = await writtenLines(desk, file, language);
  return [
    ...(judged ? [] : [await recommended(desk, file, language)]),
    { heading: judged ? '' : text.journey, lines: [journey(desk, file, language)] },
    ...(await originParts(desk, file, language)),
    ...(await movesPart(desk, file, language)),
    ...(await gateParts(desk, file, language, most.brief)),
    ...(answers.length > 0 ? [{ heading: text.answers, lines: answers }] : []),
    ...(account ? [{ heading: text.account, lines: [account] }] : []),
  ];
}

/** What a body came to, in the words that are asked about; null: nothing yet. */
export async function leadOf(desk: Desk, file: CaseFile, language: Language): Promise<Lead | null> {
  const { case: text } = textIn(language);
  const { state } = file;
  const [said, ...more] = await resultLines(desk, file, language, most.decision);
  return said === undefined ? null : { from: text.result(called(desk, file, resultIn(state)?.body ?? state.at, language)), said, more };
}

/** A form shows what is judged and nothing else, so that it fits a phone; the plain card tells the whole story. */
export async function caseParts(
  desk: Desk,
  file: CaseFile,
  viewer: Viewer,
  form: CaseForm | null,
  standing: readonly string[],
): Promise<readonly SheetPart[]> {
  const { language } = viewer;
  const { case: text } = textIn(language);
  const { about, state } = file;
  const lines = (heading: string, all: readonly string[]): SheetPart => ({ heading: all.length > 0 ? heading : '', lines: all });
  const folded = (heading: string, all: readonly string[]): SheetPart => ({ ...lines(heading, all), folded: true });
  const recommendation = await recommended(desk, file, language);
  if (form === 'edit' || form === 'absence') return [];
  if (form !== null)
    return state.phase === 'judging' || state.phase === 'written' ? [recommendation, ...(await movesPart(desk, file, language))] : [];
  const papers = state.content.papers && (await desk.words(about, state.content.papers));
  const account = await caseWords(desk, about, state.content.account, most.account);
  const refused = await refusedLines(desk, about, state, language);
  const byHand = state.practicePlan === null ? toldByHand(desk.charter, state.matter, state.termsOn) : [];
  const told = state.told
    .filter((body) => onlyTold(state, body) && !byHand.includes(body))
    .map((body) => called(desk, file, body, language))
    .join(', ');
  return [
    newTermsPart(desk, file, language),
    { ...recommendation, ...(papers ? { leads: { open: text.papers, link: papers } } : {}) },
    ...(await originParts(desk, file, language)),
    ...(await movesPart(desk, file, language)),
    ...(await gateParts(desk, file, language, most.recommendation)),
    lines(text.answers, await writtenLines(desk, file, language)),
    lines(text.standing, [
      ...standing,
      ...(state.practicePlan ? [text.practicePlan(await caseWords(desk, about, state.practicePlan, most.recommendation))] : []),
    ]),
    lines(text.journey, [
      journey(desk, file, language),
      ...(await reasonsOnTheWay(desk, file, language)),
      ...(told ? [text.told(told)] : []),
    ]),
    folded(text.reopenings, await reopeningLines(desk, file, language)),
    folded(text.directions, await directionLines(desk, file, language)),
    folded(text.account, [account, matterLine(state.matter, language)].filter(Boolean)),
    lines(text.refused, refused),
  ];
}

async function recommended(desk: Desk, { about, state }: CaseFile, language: Language): Promise<SheetPart> {
  const { case: text } = textIn(language);
  const all = state.content.recommendations.slice(0, most.recommendations);
  const said = await Promise.all(all.map((each) => caseWords(desk, about, each, most.recommendation)));
  return { heading: text.recommendations, lines: said.filter(Boolean).map(text.at) };
}
