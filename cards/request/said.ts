import { refusedLines } from '../care/refused-lines.ts';
import type { Desk } from '../kit/card.ts';
import { named } from '../kit/people.ts';
import type { SheetPart } from '../kit/sheet.ts';
import { answersIn, toldWords } from '../kit/told-words.ts';
import { type Language, textIn } from '../text/languages.ts';
import { askedNow, dayInWords, nameThen, type RequestFile } from './file.ts';

const most = { account: 700, part: 300, report: 900 };

/** What is asked now, and of whom; where nothing is, how it stands. */
export async function askedOf(desk: Desk, file: RequestFile, language: Language): Promise<{ question: string; byWhen: string }> {
  const { request: text } = textIn(language);
  const { state } = file;
  const [from, to] = [nameThen(desk, file, state.from, language), nameThen(desk, file, state.to, language)];
  const asked = askedNow(file);
  if (state.question === null || asked === null) {
    const until = state.phase === 'accepted' && state.order.until ? text.wantedBy(dayInWords(state.order.until, language)) : '';
    return { question: text.stands[state.phase](from, to), byWhen: until };
  }
  const names = await named(desk, asked.persons);
  const waits = names.length > 0 ? text.waitsFor(names.join(', ')) : text.nobody;
  switch (state.question.ask) {
    case 'order':
      return { question: text.asks.order(from, to), byWhen: waits };
    case 'accept':
      return { question: text.asks.accept(to), byWhen: waits };
    case 'delegate':
      return { question: text.asks.delegate(nameThen(desk, file, state.question.to, language)), byWhen: waits };
    case 'report':
      return { question: text.asks.report(from), byWhen: waits };
  }
}

/** The story of a request, the newest of it first. */
export async function storyOf(desk: Desk, file: RequestFile, language: Language): Promise<readonly SheetPart[]> {
  const { request: text, turnedDown: down } = textIn(language);
  const { about, state } = file;
  const lines = (heading: string, all: readonly string[]): SheetPart => ({ heading: all.length > 0 ? heading : '', lines: all });
  const { question } = state;
  const proposed =
    question?.ask === 'delegate' || question?.ask === 'report'
      ? [await toldWords(desk, { text: question.text, in: about }, question.ask === 'report' ? most.report : most.part)]
      : [];
  const papers = state.order.papers && (await desk.words(state.order.papers.in, state.order.papers.text));
  const account = await toldWords(desk, state.order.account, most.account);
  const until = state.order.until && state.phase !== 'accepted' ? [text.wantedBy(dayInWords(state.order.until, language))] : [];
  return [
    lines(text.report, [await toldWords(desk, state.report, most.report)].filter(Boolean)),
    lines(question?.ask === 'report' ? text.reportDraft : text.partDraft, proposed.filter(Boolean)),
    lines(text.answered, await answersIn(desk, about, state.turns, language)),
    lines(
      state.turnedDown ? down.titles[state.turnedDown.ask] : '',
      state.turnedDown ? await answersIn(desk, about, state.turnedDown.turns, language) : [],
    ),
    { ...lines(text.account, [account, ...until].filter(Boolean)), ...(papers ? { leads: { open: text.papers, link: papers } } : {}) },
    lines(text.parts, await partsOf(desk, file, language)),
    lines(text.refused, await refusedLines(desk, about, state, language)),
  ];
}

async function partsOf(desk: Desk, file: RequestFile, language: Language): Promise<readonly string[]> {
  const { request: text } = textIn(language);
  return Promise.all(
    file.state.delegations.map(async ({ to, phase, report }) =>
      text.part(nameThen(desk, file, to, language), phase, await toldWords(desk, report, most.part)),
    ),
  );
}
