import Holidays, { type HolidaysTypes } from 'date-holidays';
import type { Collaboration, IsoDate } from '../governance/charter/charter.ts';

const firstYear = 2010;
const lastYear = 2040;

/** Public holidays of the country, and the days the model adds to every year. Weekends are not among them. */
export function daysOff({ country, region, alsoOff }: Collaboration['calendar']): ReadonlySet<IsoDate> {
  const holidays = calendarOf(country, region);
  const off = new Set<IsoDate>();
  for (let year = firstYear; year <= lastYear; year++) {
    for (const day of alsoOff) off.add(`${year}-${day}`);
    for (const holiday of holidays.getHolidays(year)) off.add(holiday.date.slice(0, 10));
  }
  return off;
}

export function knowsCountry(country: string): boolean {
  return country in new Holidays().getCountries();
}

export function knowsRegion(country: string, region: string): boolean {
  return region in (new Holidays().getStates(country) ?? {});
}

function calendarOf(country: string, region: string | null): Holidays {
  const only: HolidaysTypes.Options = { types: ['public'] };
  return region === null ? new Holidays(country, only) : new Holidays(country, region, only);
}
