import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../charter/charter.ts';

const months: readonly (readonly string[])[] = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['marts', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** A day as people write it in a list: 2015-02-01, 1.2.2015, 1/2-2015, 1-2-15, 1. februar 2015. The day comes before the month. null: no day. */
export function dateWritten(written: string): IsoDate | null {
  const said = written.trim().toLocaleLowerCase('da');
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]00:00(?::00)?)?$/.exec(said) ?? [];
  if (y && m && d) return dated(y, m, d);
  const [, day, month, year] = /^(\d{1,2})[./ -]\s?(\d{1,2})[./ -]\s?(\d{4}|\d{2})$/.exec(said) ?? [];
  if (day && month && year) return dated(year, month, day);
  const [, on, word, of] = /^(\d{1,2})\.?\s+(\p{L}+)\.?,?\s+(\d{4})$/u.exec(said) ?? [];
  const at = months.findIndex((names) => names.includes(word ?? ''));
  return on && of && at >= 0 ? dated(of, String(at + 1), on) : null;
}

function dated(year: string, month: string, day: string): IsoDate | null {
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}
