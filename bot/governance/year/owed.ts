import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, ClauseId, Gathering, IsoDate, Terms } from '../charter/charter.ts';
import { bodyOf, hasRunOut } from '../charter/terms.ts';
import type { Owed } from '../vocabulary/year/year.ts';

interface Part {
  readonly terms: Terms;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly by: 'terms' | 'setting';
  readonly least: number;
  readonly most: number | null;
}

/** Meetings owed by a body's own terms in a year. Each version of the terms answers for the part of the year it is in force. */
export function owedBy(charter: Charter, id: BodyId, year: number): Owed {
  const parts = partsOf(charter, id, year);
  const days = Temporal.PlainDate.from({ year, month: 1, day: 1 }).daysInYear;
  const share = (count: (part: Part) => number) =>
    parts.reduce((sum, part) => sum + (count(part) * (between(part.from, part.until) + 1)) / days, 0);
  const exact = share((part) => part.least);
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return { ...nothing, ...wholeYear(year) };
  const { cadence } = last.terms;
  return {
    by: parts.some((part) => part.by === 'terms') ? 'terms' : 'setting',
    least: Math.floor(exact + 1e-9),
    most: parts.some((part) => part.most === null) ? null : Math.ceil(share((part) => part.most ?? 0) - 1e-9),
    propose: Math.ceil(exact - 1e-9),
    yearly: Math.max(...parts.map((part) => part.least)),
    about: cadence.stated && cadence.value.about,
    asNeeded: cadence.stated && cadence.value.asNeeded,
    clause: parts.findLast((part) => part.terms.cadence.stated) ? clauseOf(parts) : null,
    ranOut: hasRunOut(last.terms, last.until),
    from: first.from,
    until: last.until,
    firstBy: firstBy(first.terms, year),
  };
}

/** A gathering is owed in every whole year since it was stated, and in proportion in the year it began. */
export function owedTogether(gathering: Gathering, year: number): Owed {
  const { from: first, until: last } = wholeYear(year);
  if (gathering.from > last || gathering.least === 0) return { ...nothing, from: first, until: last };
  const from = gathering.from > first ? gathering.from : first;
  const exact = (gathering.least * (between(from, last) + 1)) / (between(first, last) + 1);
  return {
    ...nothing,
    by: 'terms',
    least: Math.floor(exact + 1e-9),
    most: gathering.most,
    propose: Math.ceil(exact - 1e-9),
    yearly: gathering.least,
    clause: gathering.clause,
    ranOut: gathering.until !== null && gathering.until < last,
    from,
    until: last,
  };
}

const nothing: Omit<Owed, 'from' | 'until'> = {
  by: 'nothing',
  least: 0,
  most: null,
  propose: 0,
  yearly: 0,
  about: false,
  asNeeded: false,
  clause: null,
  ranOut: false,
  firstBy: null,
};

function partsOf(charter: Charter, id: BodyId, year: number): readonly Part[] {
  const body = bodyOf(charter, id);
  if (!body || body.outside) return [];
  const { from: first, until: last } = wholeYear(year);
  return body.terms.flatMap((terms, at): readonly Part[] => {
    const begins = terms.firstMeeting.stated ? `${terms.firstMeeting.value}-01` : terms.from;
    const next = body.terms[at + 1];
    const from = begins > first ? begins : first;
    const until = next && next.from <= last ? dayBefore(next.from) : last;
    const number = numberOf(charter, id, body.kind, terms);
    return number && from <= until ? [{ terms, from, until, ...number }] : [];
  });
}

function numberOf(charter: Charter, id: BodyId, kind: string, terms: Terms): Pick<Part, 'by' | 'least' | 'most'> | null {
  if (terms.cadence.stated) {
    const { least, most } = terms.cadence.value;
    return least === null ? null : { by: 'terms', least, most };
  }
  const setting = charter.collaboration.defaults.planning.cadences.find((each) => each.body === id || each.kind === kind);
  return setting ? { by: 'setting', least: setting.least, most: setting.most } : null;
}

function clauseOf(parts: readonly Part[]): ClauseId | null {
  const cadence = parts.findLast((part) => part.terms.cadence.stated)?.terms.cadence;
  return cadence?.stated ? cadence.clause : null;
}

function firstBy(terms: Terms, year: number): Owed['firstBy'] {
  if (!terms.firstMeeting.stated) return null;
  const month = Temporal.PlainYearMonth.from(terms.firstMeeting.value);
  if (month.year !== year) return null;
  return { date: month.toPlainDate({ day: month.daysInMonth }).toString(), clause: terms.firstMeeting.clause };
}

function wholeYear(year: number): { readonly from: IsoDate; readonly until: IsoDate } {
  return { from: `${year}-01-01`, until: `${year}-12-31` };
}

function between(from: IsoDate, until: IsoDate): number {
  return Temporal.PlainDate.from(from).until(until, { largestUnit: 'days' }).days;
}

function dayBefore(date: IsoDate): IsoDate {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
}
