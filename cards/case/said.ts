import { silentInWriting } from '../../bot/governance/case/aim.ts';
import { awaitsEvidence } from '../../bot/governance/case/gate.ts';
import { practiceIsOpen } from '../../bot/governance/case/outcome.ts';
import { endedInWriting, isAnswered, objectionIn, owesSentence, reopeningIn, writtenIn } from '../../bot/governance/case/phases.ts';
import { asReadOn } from '../../bot/governance/charter/as-read.ts';
import { competenceOn } from '../../bot/governance/charter/competence.ts';
import { silence, silentSince } from '../../bot/governance/people/silence.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Judgement } from '../../bot/governance/vocabulary/case/case.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Turn } from '../../bot/governance/vocabulary/turn.ts';
import type { Desk } from '../kit/card.ts';
import { bodiesOnward } from '../kit/clauses.ts';
import { named } from '../kit/people.ts';
import { type Language, textIn } from '../text/languages.ts';
import { type CaseFile, called, caseDay, caseWords, dayAt } from './file.ts';

const mostReason = 300;

/** What the case asks now, and by when; '' where it asks nobody. */
export function asking(desk: Desk, file: CaseFile, language: Language): { readonly question: string; readonly byWhen: string } {
  const text = textIn(language).case;
  const { state } = file;
  const silent = silentSince(desk.charter, state.since, silence.reminded);
  const soon = silent > dateAt(desk.charter, desk.now) ? text.byWhen(caseDay(silent, language)) : text.byNow;
  switch (state.phase) {
    case 'draft':
      return { question: text.ask.send, byWhen: '' };
    case 'judging':
      if (awaitsEvidence(desk.charter, state)) return { question: textIn(language).gates.ask, byWhen: soon };
      if (owesSentence(state.turns).length > 0) return { question: text.ask.sentence, byWhen: soon };
      return { question: mayDecide(desk, file) ? text.ask.here : text.ask.up, byWhen: soon };
    case 'confirming':
      if (objectionIn(state)) return { question: '', byWhen: '' };
      return awaitsEvidence(desk.charter, state)
        ? { question: textIn(language).gates.ask, byWhen: soon }
        : { question: text.ask.confirm, byWhen: soon };
    case 'written':
      return { question: text.ask.written, byWhen: text.byWhen(caseDay(state.written.until, language)) };
    case 'returned':
      if (reopeningIn(state).length > 0) return { question: text.ask.reopen, byWhen: text.byNow };
      if (state.receipt === null) return { question: text.ask.receipt, byWhen: soon };
      return practiceIsOpen(state) ? { question: text.ask.practice, byWhen: '' } : { question: '', byWhen: '' };
    case 'closed':
      return reopeningIn(state).length > 0 ? { question: text.ask.reopen, byWhen: text.byNow } : { question: '', byWhen: '' };
    case 'waiting':
    case 'withdrawn':
      return { question: '', byWhen: '' };
  }
}

export function mayDecide(desk: Desk, { state }: CaseFile): boolean {
  const { verdict } = competenceOn(asReadOn(desk.charter, state.termsOn), state.at, state.matter, state.termsOn);
  return verdict === 'decides' || verdict === 'chairs-judge';
}

/** One line of bodies: where it has been, where it is, and where it goes. */
export function journey(desk: Desk, file: CaseFile, language: Language): string {
  const text = textIn(language).case;
  const { state } = file;
  const name = (body: string) => called(desk, file, body, language);
  const been = state.way.map((stop) => text.been(name(stop.body)));
  const over = isAnswered(state);
  if (over && state.at !== state.body) return [...been, text.been(name(state.at)), text.backTo(name(state.body))].join(text.arrow);
  if (over || state.phase === 'withdrawn') return [...been, text.been(name(state.at))].join(text.arrow);
  const goes = bodiesOnward(
    asReadOn(desk.charter, state.termsOn),
    state.at,
    state.matter,
    state.termsOn,
    state.way.map((stop) => stop.body),
  );
  return [...been, text.is(name(state.at)), ...goes.map((body) => text.goes(name(body)))].join(text.arrow);
}

/** How it left the bodies it has been to, with the reasons that were given; and why it came back, where it did. */
export async function reasonsOnTheWay(desk: Desk, file: CaseFile, language: Language): Promise<readonly string[]> {
  const text = textIn(language).case;
  const { state } = file;
  const reasons = async (turns: readonly Turn<Judgement>[]) => {
    const given = turns.filter(({ judgement }) => judgement.reason !== null);
    const words = await Promise.all(given.map(({ judgement }) => caseWords(desk, file.about, judgement.reason, mostReason)));
    const who = await named(
      desk,
      given.map(({ person }) => person),
    );
    return words.flatMap((each, at) => (each === '' ? [] : [text.reason(who[at] ?? '', each)]));
  };
  const stops = await Promise.all(
    state.way
      .slice(-3)
      .map(async (stop) => [text.left[stop.left](called(desk, file, stop.body, language)), ...(await reasons(stop.reasons))]),
  );
  const kept = state.kept.length > 0 ? [text.kept(called(desk, file, state.at, language)), ...(await reasons(state.kept))] : [];
  const back = 'sentBack' in state ? state.sentBack : null;
  if (!back) return [...stops.flat(), ...kept];
  const words = back.result ? await caseWords(desk, back.result.textsIn, back.result.text, mostReason) : '';
  return [
    ...stops.flat(),
    text.cameBack(called(desk, file, back.body, language)),
    ...(words ? [words] : []),
    ...(await reasons(back.reasons)),
  ];
}

/** What a body came to, in its own words, and who wrote them down. */
export async function resultLines(desk: Desk, { state }: CaseFile, language: Language, most: number): Promise<readonly string[]> {
  const text = textIn(language).case;
  if (!('result' in state)) return [];
  const { result } = state;
  const words = await caseWords(desk, result.textsIn, result.text, most);
  const by = state.recordedBy ? [text.recordedBy((await named(desk, [state.recordedBy]))[0] ?? '')] : [];
  const receipt = isAnswered(state) && state.receipt ? [text.receipted((await named(desk, [state.receipt]))[0] ?? '')] : [];
  return [text.resultLine(text.results[result.kind], words), ...by, ...receipt];
}

/** How many are for and against in writing, and the reasons of those against. */
export async function writtenLines(desk: Desk, file: CaseFile, language: Language): Promise<readonly string[]> {
  const text = textIn(language).case;
  const { state, around } = file;
  const written = writtenIn(state);
  if (!written) return [];
  const { answers } = written;
  const count = (answer: string) => answers.filter((each) => each.answer === answer).length;
  const silent = state.phase === 'written' || written.missing ? missingInWriting(file).length : 0;
  const spoken = answers.filter(({ answer }) => answer !== 'for').slice(-12);
  const said = await Promise.all(
    spoken.map(async ({ person, answer, reason }) => {
      const [who = ''] = await named(desk, [around.one(person)]);
      const words = reason === null ? '' : await caseWords(desk, file.about, reason, mostReason);
      return answer === 'meeting' ? text.asksMeeting(who, words) : text.against(who, words);
    }),
  );
  return [text.tally(count('for'), count('against'), silent), ...said];
}

export function missingInWriting({ state, around }: CaseFile): readonly PersonKey[] {
  return silentInWriting(state, around);
}

/** What a written procedure came to that has ended: whether everybody approved, and if not, why not, and who is missing. */
export async function writtenOut(desk: Desk, { state, around }: CaseFile, language: Language): Promise<readonly string[]> {
  const ended = endedInWriting(state);
  if (!ended) return [];
  const { writtenOut: text } = textIn(language).case;
  const silent = silentInWriting(state, around);
  const count = (answer: string) => ended.answers.filter((each) => each.answer === answer).length;
  const [yes, no] = [count('for'), count('against')];
  if (yes + no === 0) return [text.none];
  if (no === 0 && silent.length === 0) return [text.all(yes)];
  const names = silent.length > 0 && silent.length <= 6 ? [text.silent((await named(desk, silent)).join(', '))] : [];
  return [text.not(no, silent.length), ...names];
}

/** Results that were opened again, or were to be: what was decided, who wanted it otherwise and why. */
export async function reopeningLines(desk: Desk, file: CaseFile, language: Language): Promise<readonly string[]> {
  const text = textIn(language).case;
  const lines = await Promise.all(
    file.state.reopenings.slice(-4).map(async ({ result, decided, turns, opened }) => {
      const [body, day, kind] = [called(desk, file, result.body, language), dayAt(desk, decided, language), text.results[result.kind]];
      const words = result.text ? await caseWords(desk, result.textsIn, result.text, mostReason) : '';
      const persons = turns.map(({ person }) => person);
      const who = await named(desk, persons);
      const why = await Promise.all(turns.map(({ judgement }) => caseWords(desk, file.about, judgement.reason, mostReason)));
      const said = turns.map(({ judgement }, at) => text.reason(`${who[at] ?? ''} (${text.says[judgement.says]})`, why[at] ?? ''));
      return [opened ? text.reopened(body, day, kind, words) : text.keptResult(body, day, kind), ...said];
    }),
  );
  return lines.flat();
}

/** What bodies that were told have said it should come to. */
export function directionLines(desk: Desk, file: CaseFile, language: Language): Promise<readonly string[]> {
  const text = textIn(language).case;
  return Promise.all(
    file.state.directions.slice(-4).map(async ({ body, person, text: words }) => {
      const [who = ''] = await named(desk, [person]);
      return text.direction(called(desk, file, body, language), who, await caseWords(desk, file.about, words, mostReason));
    }),
  );
}
