import type { Charter } from '../../bot/governance/charter/charter.ts';
import { endOf, instantOf, wall } from '../../bot/governance/time/calendar.ts';
import type { TriedDate } from '../../bot/governance/year/take.ts';
import { bodyName, said } from '../kit/said.ts';
import type { Language } from '../text/languages.ts';
import { textIn } from '../text/languages.ts';

/** A meeting of a plan in one line: whose, when, on what occasion, with whom. */
export function meetingSaid(
  charter: Charter,
  { body, gathering, date, time, minutes, joint, online }: TriedDate,
  language: Language,
): string {
  const { period, files: text } = textIn(language);
  const occasion = charter.gatherings.find((each) => each.host === body && each.id === gathering);
  const names = joint.map((each) => bodyName(charter, each, language, date)).join(', ');
  return [
    bodyName(charter, body, language, date),
    period(wall(charter, instantOf(charter, date, time)), endOf(charter, date, time, minutes)),
    ...(occasion ? [said(occasion.name, language, charter)] : []),
    ...(names === '' ? [] : [text.with(names)]),
    ...(online ? [text.online] : []),
  ].join(' · ');
}
