import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '../../bot/governance/meeting/deadlines.ts';
import { elapsedMinutes, endOf, instantOf, isWorkingDay } from '../../bot/governance/time/calendar.ts';
import { quarterOf } from '../../bot/governance/time/periods.ts';
import { dayWritten, whenWritten } from '../../bot/governance/time/written.ts';
import type { BodyYear } from '../../bot/governance/year/facts.ts';
import { toIcs } from '../../bot/view/calendar/ics.ts';
import { datesInCalendar } from '../../bot/view/calendar/ics-read.ts';
import { documentsCharter } from '../kit/read-once.ts';

const charter = documentsCharter();
const [first, last] = [2015, 2035];
const dayMs = 86_400_000;
/** Days are counted in milliseconds and named by luxon and Intl, so that nothing here comes from the code under test. */
const days = Array.from(
  { length: Math.round((Date.UTC(last + 1, 0, 1) - Date.UTC(first, 0, 1)) / dayMs) },
  (_, at) => new Date(Date.UTC(first, 0, 1) + at * dayMs),
);
const iso = (day: Date) => day.toISOString().slice(0, 10);
const plus = (day: Date, count: number) => new Date(day.getTime() + count * dayMs);

/** Easter follows Meeus and Jones; some holidays move with it and others do not. Store bededag was a day off until 2023. */
function feasts(year: number): ReadonlySet<string> {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const easter = new Date(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1));
  const moving = [-3, -2, 0, 1, 39, 49, 50, ...(year <= 2023 ? [26] : [])].map((after) => iso(plus(easter, after)));
  return new Set([...moving, ...['01-01', '06-05', '12-24', '12-25', '12-26', '12-31'].map((day) => `${year}-${day}`)]);
}
const off = new Map(Array.from({ length: last - first + 3 }, (_, at) => [first - 1 + at, feasts(first - 1 + at)] as const));
const works = (day: Date) => day.getUTCDay() % 6 !== 0 && !off.get(day.getUTCFullYear())?.has(iso(day));
function to(day: Date, step: 1 | -1, fits: (each: Date) => boolean): Date {
  let found = day;
  while (!fits(found)) found = plus(found, step);
  return found;
}
const noLater = (day: Date) => to(day, -1, (each) => works(each) && each.getUTCMonth() !== 6);
const noEarlier = (day: Date) => to(day, 1, (each) => works(each) && each.getUTCMonth() !== 6);

describe(`every day from ${first} to ${last}`, () => {
  test('every day is a working day or a day off as the Danish holidays have it', () => {
    const wrong = days.filter((day) => isWorkingDay(charter, iso(day)) !== works(day)).map(iso);
    expect(wrong).toEqual([]);
  });
  test('every day has the quarter and week that another library counts, and is read as Intl writes it', () => {
    const full = new Intl.DateTimeFormat('da', { dateStyle: 'full', timeZone: 'UTC' });
    for (const day of days) {
      const other = DateTime.fromJSDate(day, { zone: 'utc' });
      expect(quarterOf(iso(day))).toBe(`${other.year}-Q${other.quarter}`);
      expect(dayWritten(full.format(day))).toBe(iso(day));
      if (other.weekday !== 1) continue;
      const week = whenWritten(`uge ${other.weekNumber} ${other.weekYear}`, { periods: true });
      expect('not' in week ? week : [week.from, week.until]).toEqual([iso(day), iso(plus(day, 4))]);
    }
  });
  test('a meeting’s deadlines move to working days outside July, earlier before the meeting and later after it', () => {
    const { itemsDays, agendaDays, minutesDays, remindWorkingDays, callDays } = charter.collaboration.defaults;
    const planned = Temporal.Instant.from('2014-01-01T08:00:00Z');
    const body = charter.bodies.find(({ outside, deadlines }) => !outside && Object.keys(deadlines).length === 0)?.id ?? '';
    for (const day of days.filter((each) => works(each) && each.getUTCMonth() !== 6)) {
      const start = instantOf(charter, iso(day), '09:00');
      let reminder = day;
      for (let left = remindWorkingDays; left > 0; left--) reminder = to(plus(reminder, -1), -1, works);
      const items = noLater(to(plus(day, -itemsDays), -1, works));
      const expected = {
        items: iso(items),
        call: iso(noLater(to(plus(items, -callDays), -1, works))),
        agenda: iso(noLater(to(plus(day, -agendaDays), -1, works))),
        reminder: iso(noLater(reminder)),
        minutes: iso(noEarlier(plus(day, minutesDays))),
      };
      expect([iso(day), deadlinesOf(charter, body, start.toString(), start.add({ hours: 2 }).toString(), planned)]).toEqual([
        iso(day),
        expected,
      ]);
    }
  });
});

describe('a meeting across a change of the clocks', () => {
  const changes = days.filter((day) => {
    const [one, two] = [day, plus(day, 1)].map((each) => DateTime.fromISO(iso(each), { zone: 'Europe/Copenhagen' }).offset);
    return one !== two;
  });
  test('the clocks change twice each year', () => expect(changes).toHaveLength(2 * (last - first + 1)));

  test.each([
    ['22:00', 360],
    ['00:00', 1440],
    ['01:30', 90],
    ['23:00', 2880],
  ] as const)('a meeting from %s keeps its %i minutes across a change of the clocks, also when exported and imported', (time, minutes) => {
    for (const change of changes) {
      const date = iso(time > '12:00' ? plus(change, -1) : change);
      const begins = DateTime.fromISO(`${date}T${time}`, { zone: 'Europe/Copenhagen' });
      const ends = begins.plus({ minutes });
      const end = endOf(charter, date, time, minutes);
      expect(end.epochMilliseconds).toBe(ends.toMillis());
      expect(elapsedMinutes(charter, { date, time }, { date: end.toPlainDate().toString(), time: end.toPlainTime().toString() })).toBeOneOf(
        [minutes, minutes - 60],
      );
      const meeting = {
        id: '1',
        gathering: null,
        date,
        time,
        minutes,
        joint: [],
        online: false,
        revision: 0,
        cancelled: false,
        beside: false,
        breaks: [],
        uid: `x.${date.slice(0, 4)}-1@samspil`,
      };
      const plan = { body: charter.bodies[0]?.id ?? '', stands: 'confirmed', meetings: [meeting] } as unknown as BodyYear;
      const { dates, faults } = datesInCalendar(charter, toIcs(charter, [plan], 'da', Temporal.Instant.from('2015-01-01T00:00:00Z')), {
        body: null,
        year: null,
      });
      expect([faults, dates.map((each) => [each.date, each.time, each.minutes])]).toEqual([[], [[date, time, minutes]]]);
    }
  });
});
