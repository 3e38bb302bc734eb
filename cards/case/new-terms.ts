import { Temporal } from 'temporal-polyfill';
import { isAnswered } from '../../bot/governance/case/phases.ts';
import { bodyOf } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Desk } from '../kit/card.ts';
import type { SheetPart } from '../kit/sheet.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { CaseFile } from './file.ts';

/** Terms that the case has put in force, or, where it only had words, that somebody must write them: from when, and what is missing as long as no file of the model has them, who sees to it and by when. */
export function newTermsPart(desk: Desk, { about, state }: CaseFile, language: Language): SheetPart {
  const { newTerms: text } = textIn(language);
  const versions = bodyOf(desk.charter, state.body)?.terms ?? [];
  const mine = state.terms === null ? undefined : versions.find(({ hash }) => hash === state.terms?.hash);
  const bare = isAnswered(state) && state.result.kind === 'decided' && state.matter.kind === 'terms' && state.terms === null;
  if (!mine) return { heading: bare ? text.heading : '', lines: bare ? [text.noVersion] : [] };
  const day = textIn(language).date(Temporal.PlainDate.from(mine.from));
  const begun = mine.from <= dateAt(desk.charter, desk.now);
  const missing = mine.decidedIn === about ? [text.noFile, text.writeIt(begun ? null : day)] : [];
  return { heading: text.heading, lines: [begun ? text.since(day) : text.from(day), ...missing] };
}
