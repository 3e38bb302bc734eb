import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import type { Shortfall } from '../vocabulary/year/year.ts';
import { owedBy, owedTogether } from './owed.ts';
import type { MeetingDate } from './series.ts';

/** Where a body's year has fewer meetings on a date than its terms, or our setting in their place, ask for. Cancelled ones are not handed in. */
export function shortfalls(
  charter: Charter,
  body: BodyId,
  year: number,
  meetings: readonly MeetingDate[],
  date: IsoDate,
): readonly Shortfall[] {
  const how = date > `${year}-12-31` ? 'fell-short' : date >= plannedBy(charter, body, year) ? 'too-few-planned' : null;
  if (how === null) return [];
  const owing = [
    { gathering: null, owed: owedBy(charter, body, year) },
    ...charter.gatherings.filter((each) => each.host === body).map((each) => ({ gathering: each.id, owed: owedTogether(each, year) })),
  ];
  return owing.flatMap(({ gathering, owed: { least, by, clause, ranOut } }) => {
    const has = meetings.filter((each) => each.body === body && each.gathering === gathering && each.date.startsWith(`${year}-`)).length;
    return has < least ? [{ body, gathering, year, how, has, owes: least, by, clause, ranOut }] : [];
  });
}

/** The day by which the year is planned; terms that begin later give a month from their beginning. */
function plannedBy(charter: Charter, body: BodyId, year: number): IsoDate {
  const usual = `${year - 1}-${charter.collaboration.defaults.planning.plannedBy}`;
  const begins = charter.bodies.find((each) => each.id === body)?.terms[0]?.from;
  const soonest = begins ? Temporal.PlainDate.from(begins).add({ months: 1 }).toString() : usual;
  return soonest > usual ? soonest : usual;
}
