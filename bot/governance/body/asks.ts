import type { Charter } from '../charter/charter.ts';
import { bodyOf, hasRunOut } from '../charter/terms.ts';
import { instantOf } from '../time/calendar.ts';
import { firstDayOf, promptDayFrom, type Quarter } from '../time/periods.ts';
import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { BodyState } from '../vocabulary/body.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** Those who run a body are asked to assess its terms in time, and told each quarter that they have run out. Their own cards say so. */
export function bodyAsks(about: Stream, state: BodyState, charter: Charter): readonly Ask[] {
  const { body, assessAsked, assessment, runOutSaid } = state;
  const opening = (quarter: Quarter) =>
    instantOf(charter, promptDayFrom(charter, firstDayOf(quarter)), charter.collaboration.defaults.promptsFrom).toString();
  const of = { role: 'runs', body } as const;
  const terms = bodyOf(charter, body)?.terms.at(-1);
  const assessed = assessAsked === null || (assessment !== null && assessment.on >= firstDayOf(assessAsked));
  const ranOut = runOutSaid !== null && terms !== undefined && hasRunOut(terms, firstDayOf(runOutSaid));
  return [
    ...(assessed
      ? []
      : [askFor(about, 'assess-terms', assessAsked, { since: opening(assessAsked), of, where: body, ladder: 'own', said: 'card' })]),
    ...(ranOut
      ? [askFor(about, 'terms-run-out', runOutSaid, { since: opening(runOutSaid), of, where: body, ladder: 'own', said: 'card' })]
      : []),
  ];
}
