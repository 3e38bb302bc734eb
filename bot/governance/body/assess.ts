import { Temporal } from 'temporal-polyfill';
import type { Assessing, Charter, IsoDate, Terms } from '../charter/charter.ts';
import { isNamedBy, termsInForce } from '../charter/terms.ts';
import { isChair, mayRun } from '../people/roles.ts';
import { dateAt, instantOf, isPromptDay, mayPrompt } from '../time/calendar.ts';
import { type Quarter, quarterOf } from '../time/periods.ts';
import type { AssessCommand, AssessEvent, BodyState } from '../vocabulary/body.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Around } from '../vocabulary/subject.ts';

/** The period that is running: its first day, the day from which an assessment is asked for, and whether it has been done. */
export interface AssessPeriod {
  readonly terms: Terms;
  readonly assessing: Assessing;
  readonly from: IsoDate;
  readonly askedFrom: IsoDate;
  readonly done: boolean;
}

/** null: the terms in force ask for none. */
export function assessPeriod(charter: Charter, { body, assessment }: BodyState, date: IsoDate): AssessPeriod | null {
  const terms = termsInForce(charter, body, date);
  if (!terms?.assess) return null;
  const { years } = terms.assess;
  let from = Temporal.PlainDate.from(terms.from);
  for (let next = from.add({ years }); next.toString() <= date; next = from.add({ years })) from = next;
  const askedFrom = from.add({ years }).subtract({ years: 1 }).toString();
  const done = assessment !== null && isNamedBy(terms, assessment.terms) && assessment.on >= from.toString();
  return { terms, assessing: terms.assess, from: from.toString(), askedFrom, done };
}

/** The quarter in which a body must be asked now; null: not yet, already, nowhere, or done. */
export function assessToAsk(charter: Charter, body: BodyState, now: Temporal.Instant): Quarter | null {
  const today = dateAt(charter, now);
  const period = assessPeriod(charter, body, today);
  if (body.channel === null || period === null || period.done || today < period.askedFrom || !mayPrompt(charter, now)) return null;
  const quarter = quarterOf(today);
  return body.assessAsked === null || body.assessAsked < quarter ? quarter : null;
}

/** When it may next be due to ask, in milliseconds, reckoned from each version of the terms; null: never. */
export function nextAssessAt(charter: Charter, body: BodyState): number | null {
  if (body.channel === null) return null;
  const versions = charter.bodies.find((each) => each.id === body.body)?.terms ?? [];
  const days = versions.flatMap((terms, at): readonly IsoDate[] => {
    if (!terms.assess) return [];
    const first = firstOpenDay(body, terms, terms.assess.years);
    const replaced = versions[at + 1]?.from;
    return replaced === undefined || first < replaced ? [first] : [];
  });
  const [next] = days.sort();
  if (next === undefined) return null;
  let day = Temporal.PlainDate.from(next);
  for (let ahead = 0; ahead < 60 && !isPromptDay(charter, day.toString()); ahead++) day = day.add({ days: 1 });
  return instantOf(charter, day.toString(), charter.collaboration.defaults.promptsFrom).epochMilliseconds;
}

export function decideAssess(state: BodyState, command: AssessCommand, around: Around): readonly AssessEvent[] | Refusal {
  const today = dateAt(around.charter, around.now);
  switch (command.type) {
    case 'AskAssessment': {
      const asked = assessToAsk(around.charter, state, around.now);
      return asked === command.quarter ? [{ type: 'AssessmentAsked', v: 1, quarter: asked }] : [];
    }
    case 'AssessTerms': {
      const by = around.by.kind === 'person' ? around.one(around.by.person) : null;
      const chair = by !== null && isChair(around.charter, state, by, today, around.one);
      if (by === null || !(chair || mayRun(around, state.body))) return { refused: 'only-secretaries' };
      const period = assessPeriod(around.charter, state, today);
      if (period === null) return { refused: 'nothing-to-assess' };
      const { revise, text } = command;
      return [{ type: 'TermsAssessed', v: 1, on: today, terms: period.terms.hash, revise, text, person: by }];
    }
  }
}

/** The first day of a period of these terms that may still have to be asked about. */
function firstOpenDay({ assessment, assessAsked }: BodyState, terms: Terms, years: number): IsoDate {
  const done = assessment !== null && isNamedBy(terms, assessment.terms) ? assessment.on : '';
  let from = Temporal.PlainDate.from(terms.from);
  while (done >= from.toString()) from = from.add({ years });
  const first = from.add({ years }).subtract({ years: 1 }).toString();
  if (assessAsked === null) return first;
  const [year, number] = assessAsked.split('-Q').map(Number);
  const after = Temporal.PlainDate.from({ year: year ?? 0, month: 1, day: 1 })
    .add({ months: 3 * (number ?? 0) })
    .toString();
  return after > first ? after : first;
}
