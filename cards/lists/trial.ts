import { Temporal } from 'temporal-polyfill';
import type { Fault } from '../../bot/governance/lists/line.ts';
import { type Change, changesOf, isNothingNew, type Remark, type Trial } from '../../bot/governance/lists/trial.ts';
import type { Language } from '../text/languages.ts';
import { textIn } from '../text/languages.ts';

/** One heading of a trial, and what stands below it. */
export interface TrialPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What an import would do, in words: what is new, changed, taken out and as before, what was filled in, and what is not understood. */
export function trialParts<T>(trial: Trial<T>, language: Language, say: (each: T) => string): readonly TrialPart[] {
  const text = textIn(language).files;
  const shown = (['new', 'changed', 'removed'] as const).flatMap((how): TrialPart[] => {
    const mine = trial.changes.filter((each) => each.how === how);
    return mine.length === 0 ? [] : [{ heading: text.how[how](mine.length), lines: mine.map((each) => changeSaid(each, language, say)) }];
  });
  const same = trial.changes.filter(({ how }) => how === 'same');
  const faults = trial.faults.map((each) => faultSaid(each, language));
  return [
    ...shown,
    ...(same.length === 0
      ? []
      : [{ heading: text.how.same(same.length), lines: [text.lines(spans(same.flatMap(({ line }) => line ?? [])))] }]),
    ...(trial.remarks.length === 0 ? [] : [{ heading: text.beside, lines: trial.remarks.map((each) => remarkSaid(each, language)) }]),
    ...(faults.length === 0 ? [] : [{ heading: text.notUnderstood(faults.length), lines: faults }]),
  ];
}

/** How much of it there is, in one line. */
export function trialSum<T>(trial: Trial<T>, language: Language): string {
  const text = textIn(language).files;
  const count = (how: Change<T>['how']) => changesOf(trial, how);
  return isNothingNew(trial) ? text.nothingNew : text.sum(count('new'), count('changed'), count('removed'), count('same'));
}

/** A line of a file that is not understood, without anything that could steer what it is shown on. */
export function faultSaid({ line, problem, what, known }: Fault, language: Language): string {
  const text = textIn(language).files;
  const column = Object.entries(text.columns).find(([name]) => name === what)?.[1];
  const said = text.problems[problem](
    column && problem !== 'refused' ? column : plainly(what),
    known.map((each) => plainly(each)).join(', '),
  );
  return line > 0 ? text.at(text.line(line), said) : said;
}

function changeSaid<T>({ line, is, was, how }: Change<T>, language: Language, say: (each: T) => string): string {
  const text = textIn(language).files;
  const words = how === 'changed' && was ? text.was(say(is), say(was)) : say(is);
  return text.at(line === null ? text.notMentioned : text.line(line), plainly(words, 400));
}

function remarkSaid({ says, lines, what, day, about }: Remark, language: Language): string {
  const { files: text, weekday } = textIn(language);
  const said = text.remarks[says](plainly(what), day === null ? '' : weekday(Temporal.PlainDate.from(day)));
  if (about !== '') return text.at(plainly(about), said);
  return lines.length === 0 ? said : text.at(lines.length === 1 ? text.line(lines[0] ?? 0) : text.lines(spans(lines)), said);
}

/** `2–45, 47`. */
function spans(lines: readonly number[]): string {
  const found: [number, number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] + 1 === line) last[1] = line;
    else found.push([line, line]);
  }
  return found.map(([from, until]) => (from === until ? String(from) : `${from}–${until}`)).join(', ');
}

function plainly(words: string, most = 160): string {
  const said = words.replace(/[\p{C}\s]+/gu, ' ').trim();
  return said.length > most ? `${said.slice(0, most - 1)}…` : said;
}
