import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../charter/charter.ts';

/** What a cell or a field says of when. Everything people write goes through here: imports, forms, commands. */
export interface WhenWritten {
  readonly from: IsoDate;
  /** The last day; `from` itself where one day is named. */
  readonly until: IsoDate;
  readonly time: WrittenTime | null;
  /** What the words left open and was filled in; it is shown before it is taken. */
  readonly guessed: readonly Guess[];
}
/** `until` null: only the beginning is said. `24:00` is the end of a day. */
export interface WrittenTime {
  readonly from: string;
  readonly until: string | null;
}
/** `century`: the year has two digits. `year`: there is none. `period`: a quarter, a week, a month is named, and not a day of it. */
export type Guess = 'century' | 'year' | 'period';
/** `weekday`: the date falls on another day of the week than the one it is written with. `no-date`: the words say that there is none. */
export type NotWritten = { readonly not: 'understood' | 'weekday' | 'no-date' };
/** What words are read beside. `year`: where they name none; `periods`: whether a quarter or a week will do for a day. */
export interface WrittenBeside {
  readonly year?: number | null;
  readonly periods?: boolean;
}

const months: readonly RegExp[] = [
  /^jan(uary?|uari|uar)?$/,
  /^feb(ruary?|ruari|ruar)?$/,
  /^mar(ts|ch|s)?$/,
  /^apr(il)?$/,
  /^(maj|may|mai)$/,
  /^jun[ie]?$/,
  /^jul[iy]?$/,
  /^aug(ust|usti)?$/,
  /^sept?(ember)?$/,
  /^o[kc]t(ober)?$/,
  /^nov(ember)?$/,
  /^de[cs](ember)?$/,
];
const weekdays: readonly RegExp[] = [
  /^(man(dag)?|m[åa]n(dag)?|mon(day)?|må)$/,
  /^(tirs?(dag)?|tis(dag)?|tues?(day)?|ti)$/,
  /^(ons(dag)?|wed(nesday)?|on)$/,
  /^(tors?(dag)?|thu(rs?(day)?)?|to)$/,
  /^(fre(dag)?|fri(day)?|fr)$/,
  /^(l[øö]r(dag)?|sat(urday)?|lø)$/,
  /^(s[øö]n(dag)?|sun(day)?|sø)$/,
];
const noDate = /^(løbende|l[öo]pande|ongoing|continuous(ly)?|uden (fast )?frist|ingen frist|no deadline)$/;
/** Excel counts days from here; what it holds to be 29 February 1900 is long before any of ours. */
const excelEpoch = Temporal.PlainDate.from('1899-12-30');
const serials = { first: 36_526, last: 73_050 };
const mark = String.raw`(?:\.|:e|st|nd|rd|th)?`;
const word = String.raw`([\p{L}]+)\.?`;
const year = String.raw`(\d{4}|'?\d{2})`;
const between = String.raw`\s?(?:-|til|to|og|and|&)\s?`;

/** A day or days as people write them, with a time or without. */
export function whenWritten(text: string, reading: WrittenBeside = {}): WhenWritten | NotWritten {
  const said = plainly(text);
  if (noDate.test(said)) return { not: 'no-date' };
  const serial = /^(\d{5})(?:[.,](\d+))?$/.exec(said);
  if (serial) return serialWritten(Number(serial[1]), Number(`0.${serial[2] ?? 0}`));
  const { named, rest } = withoutWeekday(said);
  for (const { pattern, read } of forms) {
    const found = pattern.exec(rest);
    if (!found) continue;
    const days = read(found, reading);
    if (!days) continue;
    const after = rest.slice(found[0].length).replace(/^[\s,.;]+/, '');
    const bare = /^(00:00(:00)?(\.0+)?)?$/.test(after);
    const time = bare ? null : timeWritten(after);
    if (!bare && !time) continue;
    if (named.some((day, at) => day !== Temporal.PlainDate.from(at === 0 ? days.from : days.until).dayOfWeek)) return { not: 'weekday' };
    return { ...days, time };
  }
  return (reading.periods && periodWritten(rest, reading)) || { not: 'understood' };
}

/** The one day that is meant; null where it cannot be known without asking. */
export function dayWritten(text: string): IsoDate | null {
  const read = whenWritten(text);
  return 'not' in read || read.guessed.length > 0 || read.from !== read.until || read.time ? null : read.from;
}

/** A time, or from one to another: kl. 12-14, 8.30, 14.00 - 15.00, 9.30 am. null: it is none. */
export function timeWritten(text: string): WrittenTime | null {
  const said = plainly(text)
    .replace(/^(kl(okken)?\b\.?|at|fra|from|i tidsrummet)\s*/, '')
    .replace(/\s*(timer|uhr|h)?\.?$/, '');
  if (/^0(?:[.,](?:\d|\d{3,}))?$/.test(said)) return clock(Math.round(Number(said.replace(',', '.')) * 1440));
  const one = String.raw`(\d{1,2})(?:[:.](\d{2})(?::00(?:\.0+)?)?)?\s?([ap])?(?:\.?m\b\.?)?`;
  const found = new RegExp(`^${one}(?:${between}(?:kl\\.?\\s?)?${one})?$`).exec(said);
  if (!found) return null;
  const [, hour = '', minute, half, toHour, toMinute, toHalf] = found;
  const from = at(hour, minute, half ?? (toHalf === 'p' && Number(hour) >= Number(toHour) ? 'a' : toHalf));
  const until = toHour === undefined ? null : at(toHour, toMinute, toHalf);
  if (from === null || from === '24:00' || (toHour !== undefined && until === null)) return null;
  return { from, until };
}

/** Whether this is a date as machines write it, and one that exists. */
export function isDate(text: string): boolean {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return y !== undefined && dated(y, m ?? '', d ?? '') !== null;
}

type Days = Pick<WhenWritten, 'from' | 'until' | 'guessed'>;
type Form = { readonly pattern: RegExp; readonly read: (found: RegExpExecArray, reading: WrittenBeside) => Days | null };

/** In order: what says most comes first, so that a part of it is not read as something else. */
const forms: readonly Form[] = [
  {
    pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:t(?=\d))?/,
    read: ([, y = '', m = '', d = '']) => days([y, m, d], [y, m, d], {}),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})\\.?${between}(\\d{1,2})\\s?[./]\\s?(\\d{1,2})[-. /]{1,2}${year}(?!\\d)`),
    read: ([, a = '', b = '', m = '', y = ''], how) => days([y, m, a], [y, m, b], how),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})[./-]\\s?(\\d{1,2})(?:[./-]|\\.?\\s|\\s?-\\s?)\\s?${year}(?!\\d|[:.]\\d)`),
    read: ([, d = '', m = '', y = ''], how) => days([y, m, d], [y, m, d], how),
  },
  {
    pattern: new RegExp(
      `^(\\d{1,2})${mark}\\s?(?:of\\s)?${word}${between}(\\d{1,2})${mark}\\s?(?:of\\s)?${word},?\\s?${year}(?!\\d|[:.]\\d)`,
      'u',
    ),
    read: ([, a = '', m = '', b = '', n = '', y = ''], how) => days([y, m, a], [y, n, b], how),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})${mark}${between}(\\d{1,2})${mark}\\s?(?:of\\s)?${word},?\\s?${year}(?!\\d|[:.]\\d)`, 'u'),
    read: ([, a = '', b = '', m = '', y = ''], how) => days([y, m, a], [y, m, b], how),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})${mark}\\s?(?:of\\s)?${word},?\\s?${year}(?!\\d|[:.]\\d)`, 'u'),
    read: ([, d = '', m = '', y = ''], how) => days([y, m, d], [y, m, d], how),
  },
  {
    pattern: new RegExp(`^${word}\\s(\\d{1,2})${mark}(?:${between}(\\d{1,2})${mark})?,?\\s${year}(?!\\d|[:.]\\d)`, 'u'),
    read: ([, m = '', a = '', b, y = ''], how) => days([y, m, a], [y, m, b ?? a], how),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})${mark}(?:${between}(\\d{1,2})${mark})?\\s?(?:of\\s)?${word}(?!\\p{L})`, 'u'),
    read: ([, a = '', b, m = ''], how) => days(['', m, a], ['', m, b ?? a], how),
  },
];

type Named = readonly [year: string, month: string, day: string];

/** null: no such days, or the last before the first, or no year where none is known. */
function days([y, m, d]: Named, [, n, e]: Named, { year: usual = null }: WrittenBeside): Days | null {
  const digits = y.replace("'", '');
  if (digits === '' && usual === null) return null;
  const full = digits === '' ? String(usual) : digits.length === 2 ? `20${digits}` : digits;
  const [from, until] = [dated(full, m, d), dated(full, n, e)];
  if (from === null || until === null || until < from) return null;
  return { from, until, guessed: digits === '' ? ['year'] : digits.length === 2 ? ['century'] : [] };
}

function dated(y: string, m: string, d: string): IsoDate | null {
  const month = /^\d/.test(m) ? Number(m) : months.findIndex((name) => name.test(m)) + 1;
  const [of, day] = [Number(y), Number(d)];
  if (month < 1 || month > 12 || day < 1 || of < 1900) return null;
  if (day > Temporal.PlainYearMonth.from({ year: of, month }).daysInMonth) return null;
  return Temporal.PlainDate.from({ year: of, month, day }).toString();
}

/** Days of the week before a date, as numbers; a word that is none stays. */
function withoutWeekday(said: string): { readonly named: readonly number[]; readonly rest: string } {
  const named: number[] = [];
  let rest = said;
  for (;;) {
    const [all = '', first = ''] = /^(\p{L}+)(?!\p{L})\.?,?\s*(?:(?:-|og|and|&)\s*(?=\p{L}))?/u.exec(rest) ?? [];
    const day = weekdays.findIndex((name) => name.test(first)) + 1;
    if (first === '' || day === 0 || named.length > 1) break;
    named.push(day);
    rest = rest.slice(all.length);
  }
  return { named, rest: rest.replace(/^(den|d\.|the)\s*/, '') };
}

/** A period whose last day is what is promised; the words say so, and whoever reads them back sees the day. */
function periodWritten(said: string, { year: usual = null }: WrittenBeside): WhenWritten | null {
  const period = said.replace(/^(i|inden|senest|by|in|end of(?= \d{4})|udgangen af|slutningen af)\s+/, '');
  const quarter = /^(?:(?<n>[1-4])\.?\s?(?:kvartal|kv\b\.?|kvt\b\.?|quarter)|[qk](?<m>[1-4])),?\s?(?<y>\d{4})?$/.exec(period)?.groups;
  const turned = /^(?<y>\d{4})[\s-]?[qk](?<m>[1-4])$/.exec(period)?.groups;
  const third = quarter ?? turned;
  if (third) return lasting(third.y, usual, (of) => monthsIn(of, (Number(third.n ?? third.m) - 1) * 3 + 1, 3));
  const half = /^(?:([12])\.?\s?halv[åa]r|h([12])),?\s?(\d{4})?$/.exec(period);
  if (half) return lasting(half[3], usual, (of) => monthsIn(of, (Number(half[1] ?? half[2]) - 1) * 6 + 1, 6));
  const week = /^(?:uger?|vecka|week)\s?(\d{1,2})(?:\s?-\s?(\d{1,2}))?,?\s?(?:[i/]\s?)?(\d{4})?$/.exec(period);
  if (week) return lasting(week[3], usual, (of) => weeksIn(of, Number(week[1]), Number(week[2] ?? week[1])));
  const part = /^(primo|medio|ultimo)\s(?:(\p{L}+)\.?,?\s?)?(\d{4})?$/u.exec(period);
  if (part) return lasting(part[3], usual, (of) => partOf(part[1] ?? '', of, part[2]));
  const month = /^(\p{L}+)\.?,?\s?(\d{4})?$/u.exec(period);
  const nth = months.findIndex((name) => name.test(month?.[1] ?? '')) + 1;
  if (month && nth > 0) return lasting(month[2], usual, (of) => monthsIn(of, nth, 1));
  const whole = /^(?:år(?:et)?\s)?((?:19|20)\d\d)$/.exec(period);
  return whole ? lasting(whole[1], usual, (of) => monthsIn(of, 1, 12)) : null;
}

function lasting(
  y: string | undefined,
  usual: number | null,
  period: (of: number) => Pick<Days, 'from' | 'until'> | null,
): WhenWritten | null {
  const of = y === undefined ? usual : Number(y);
  const found = of === null || of < 1900 ? null : period(of);
  return found && { ...found, time: null, guessed: y === undefined ? ['year', 'period'] : ['period'] };
}

function monthsIn(of: number, month: number, count: number): Pick<Days, 'from' | 'until'> {
  const from = Temporal.PlainDate.from({ year: of, month, day: 1 });
  return { from: from.toString(), until: from.add({ months: count }).subtract({ days: 1 }).toString() };
}

/** Weeks as the calendar counts them, Monday to Friday: what is promised for a week is there before the weekend. */
function weeksIn(of: number, first: number, last: number): Pick<Days, 'from' | 'until'> | null {
  if (of > 2_200 || first < 1 || last < first || last > 53) return null;
  const fourth = Temporal.PlainDate.from({ year: of, month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 });
  const [from, until] = [monday.add({ weeks: first - 1 }), monday.add({ weeks: last - 1, days: 4 })];
  const real = from.add({ days: 3 }).year === of && until.subtract({ days: 1 }).year === of;
  return real ? { from: from.toString(), until: until.toString() } : null;
}

/** Primo is the first ten days, medio the middle, ultimo the last day. */
function partOf(part: string, of: number, name: string | undefined): Pick<Days, 'from' | 'until'> | null {
  const nth = name === undefined ? 0 : months.findIndex((each) => each.test(name)) + 1;
  if (name !== undefined && nth === 0) return null;
  const { from, until } = name === undefined ? monthsIn(of, part === 'ultimo' ? 12 : part === 'primo' ? 1 : 6, 1) : monthsIn(of, nth, 1);
  if (part === 'ultimo') return { from: until, until };
  const day = `${from.slice(0, 8)}${part === 'primo' ? '10' : '15'}`;
  return { from: day, until: day };
}

function serialWritten(day: number, part: number): WhenWritten | NotWritten {
  if (day < serials.first || day > serials.last) return { not: 'understood' };
  const date = excelEpoch.add({ days: day }).toString();
  const minutes = Math.round(part * 1440);
  return { from: date, until: date, time: minutes === 0 ? null : clock(minutes), guessed: [] };
}

function clock(minutes: number): WrittenTime {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  return { from: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, until: null };
}

function at(hour: string, minute: string | undefined, half: string | undefined): string | null {
  const [written, of] = [Number(hour), Number(minute ?? 0)];
  if (half !== undefined && (written < 1 || written > 12)) return null;
  const h = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  if (of > 59 || h > 24 || (h === 24 && of > 0)) return null;
  return `${String(h).padStart(2, '0')}:${String(of).padStart(2, '0')}`;
}

/** Small letters, one kind of space and of dash. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('da')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
