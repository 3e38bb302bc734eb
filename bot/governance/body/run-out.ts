import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate, Terms } from '../charter/charter.ts';
import { bodyOf, hasRunOut, termsInForce } from '../charter/terms.ts';
import { dateAt, instantOf, isPromptDay, mayPrompt } from '../time/calendar.ts';
import { type Quarter, quarterOf } from '../time/periods.ts';
import type { BodyState } from '../vocabulary/body.ts';

/** The terms in force on a date, where their end has passed and nothing has replaced them. */
export function runOutTerms(charter: Charter, body: BodyState, date: IsoDate): Terms | null {
  const terms = termsInForce(charter, body.body, date);
  return terms && hasRunOut(terms, date) ? terms : null;
}

/** The quarter in which it must be said now that the body's terms have run out; null: nothing to say, nowhere, or already said. */
export function runOutToSay(charter: Charter, body: BodyState, now: Temporal.Instant): Quarter | null {
  const today = dateAt(charter, now);
  if (body.channel === null || !mayPrompt(charter, now) || runOutTerms(charter, body, today) === null) return null;
  const quarter = quarterOf(today);
  if (isSaidToNobody(charter, body, today)) return null;
  return body.runOutSaid === null || body.runOutSaid < quarter ? quarter : null;
}

/** It has been said, and there is still nobody there who could do anything about it: whoever serves the body has heard it once. */
function isSaidToNobody(charter: Charter, body: BodyState, date: IsoDate): boolean {
  const ended = termsInForce(charter, body.body, date)?.until ?? null;
  const said = body.runOutSaid !== null && ended !== null && body.runOutSaid >= quarterOf(ended);
  return said && !body.appointments.some(({ from, until }) => from <= date && (until === null || until >= date));
}

/** When it may next be due to be said, in milliseconds; null: never, as the terms stand. */
export function nextRunOutAt(charter: Charter, body: BodyState): number | null {
  if (body.channel === null) return null;
  const versions = bodyOf(charter, body.body)?.terms ?? [];
  const earliest = body.runOutSaid === null ? null : dayAfterQuarter(body.runOutSaid);
  const days = versions.flatMap(({ until }, at): readonly IsoDate[] => {
    if (until === null) return [];
    const first = Temporal.PlainDate.from(until).add({ days: 1 }).toString();
    const day = promptDayFrom(charter, earliest !== null && earliest > first ? earliest : first);
    const replaced = versions[at + 1]?.from;
    return (replaced === undefined || day < replaced) && !isSaidToNobody(charter, body, day) ? [day] : [];
  });
  const [next] = days.sort();
  return next === undefined ? null : instantOf(charter, next, charter.collaboration.defaults.promptsFrom).epochMilliseconds;
}

function dayAfterQuarter(quarter: Quarter): IsoDate {
  const [year, number] = quarter.split('-Q').map(Number);
  return Temporal.PlainDate.from({ year: year ?? 0, month: 1, day: 1 })
    .add({ months: 3 * (number ?? 0) })
    .toString();
}

function promptDayFrom(charter: Charter, date: IsoDate): IsoDate {
  const first = Temporal.PlainDate.from(date);
  for (let ahead = 0; ahead < 366; ahead++) {
    const day = first.add({ days: ahead }).toString();
    if (isPromptDay(charter, day)) return day;
  }
  return date;
}
