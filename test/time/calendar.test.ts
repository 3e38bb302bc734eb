import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { commentsUntil, deadlinesOf } from '../../bot/governance/meeting/deadlines.ts';
import { instantOf, isWorkingDay, mayPrompt, workingDaysAfter, workingDaysBefore } from '../../bot/governance/time/calendar.ts';
import { charter } from '../kit/charter.ts';
import fc from '../kit/seeded.ts';

const fjord = charter();
const anyDate = fc.integer({ min: 0, max: 364 }).map((day) => Temporal.PlainDate.from('2015-01-01').add({ days: day }).toString());

describe('the calendar', () => {
  it.each([
    ['2015-04-07', 1, '2015-04-01'],
    ['2015-05-26', 1, '2015-05-22'],
    ['2015-06-08', 1, '2015-06-04'],
    ['2015-03-02', 5, '2015-02-23'],
    ['2015-12-28', 2, '2015-12-22'],
  ])('the working day before %s, counted %i back, is %s', (date, n, expected) => {
    expect(workingDaysBefore(fjord, date, n)).toBe(expected);
  });
  it('a working day is never a weekend or a day off, and counting back undoes counting forward', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 15 }), (date, n) => {
        const after = workingDaysAfter(fjord, date, n);
        expect(isWorkingDay(fjord, after)).toBe(true);
        if (isWorkingDay(fjord, date)) expect(workingDaysBefore(fjord, after, n)).toBe(date);
      }),
    );
  });
  it('prompts keep the same local hour across the change to summer time', () => {
    expect(instantOf(fjord, '2015-03-27', '08:30').toString()).toBe('2015-03-27T07:30:00Z');
    expect(instantOf(fjord, '2015-03-30', '08:30').toString()).toBe('2015-03-30T06:30:00Z');
  });
  it('a prompt goes out only in working hours on working days outside July', () => {
    const at = (text: string) => mayPrompt(fjord, instantOf(fjord, text.slice(0, 10), text.slice(11)));
    expect(at('2015-02-03T08:30')).toBe(true);
    expect(at('2015-02-03T15:30')).toBe(true);
    expect(at('2015-02-03T08:29')).toBe(false);
    expect(at('2015-02-03T15:31')).toBe(false);
    expect(at('2015-02-07T10:00')).toBe(false);
    expect(at('2015-06-05T10:00')).toBe(false);
    expect(at('2015-07-07T10:00')).toBe(false);
  });
  it('a time skipped in spring is read an hour later, and a time that comes twice in autumn is the first', () => {
    expect(instantOf(fjord, '2015-03-29', '02:30').toString()).toBe('2015-03-29T01:30:00Z');
    expect(instantOf(fjord, '2015-10-25', '02:30').toString()).toBe('2015-10-25T00:30:00Z');
  });
});

describe('the deadlines of a meeting', () => {
  const deadlines = (day: string, change = fjord, planned = '2015-01-02T08:00:00Z') =>
    deadlinesOf(
      change,
      'forum',
      instantOf(change, day, '13:00').toString(),
      instantOf(change, day, '15:00').toString(),
      Temporal.Instant.from(planned),
    );

  it.each([
    ['2015-03-02', { call: '2015-02-09', items: '2015-02-16', agenda: '2015-02-23', reminder: '2015-02-27', minutes: '2015-03-16' }],
    ['2015-04-14', { call: '2015-03-24', items: '2015-03-31', agenda: '2015-04-07', reminder: '2015-04-13', minutes: '2015-04-28' }],
    ['2015-04-17', { call: '2015-03-25', items: '2015-04-01', agenda: '2015-04-10', reminder: '2015-04-16', minutes: '2015-05-04' }],
    ['2015-06-15', { call: '2015-05-22', items: '2015-06-01', agenda: '2015-06-08', reminder: '2015-06-12', minutes: '2015-06-29' }],
    ['2015-08-03', { call: '2015-06-23', items: '2015-06-30', agenda: '2015-06-30', reminder: '2015-06-30', minutes: '2015-08-17' }],
    ['2015-06-30', { call: '2015-06-09', items: '2015-06-16', agenda: '2015-06-23', reminder: '2015-06-29', minutes: '2015-08-03' }],
  ])('a meeting on %s has its deadlines on working days outside July', (day, expected) => {
    expect(deadlines(day)).toEqual(expected);
  });
  it('a meeting’s deadlines are working days outside July and come in order before and after it', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const { call, items, agenda, reminder, minutes } = deadlines(day, fjord, '2014-01-01T00:00:00Z');
        const before = [call, items, agenda, reminder].filter((each) => each !== null);
        expect(before).toEqual([...before].sort());
        for (const each of [...before, minutes]) {
          if (each >= '2015-01-01' && each < '2016-01-01') expect(isWorkingDay(fjord, each)).toBe(true);
          expect(each.slice(5, 7)).not.toBe('07');
        }
        for (const each of before) expect(each < day).toBe(true);
        expect(minutes > day).toBe(true);
      }),
    );
  });
  it('deadlines that have passed when the meeting is planned are not owed', () => {
    expect(deadlines('2015-03-02', fjord, '2015-02-20T08:00:00Z')).toMatchObject({ call: null, items: null, agenda: '2015-02-23' });
  });
  it('a body’s own deadlines apply first, and the collaboration’s apply to the rest', () => {
    const own = { itemsDays: 21, minutesDays: 7, commentWorkingDays: 10 };
    const early = { ...fjord, bodies: fjord.bodies.map((each) => (each.id === 'forum' ? { ...each, deadlines: own } : each)) };
    expect(deadlines('2015-03-02', early)).toMatchObject({ items: '2015-02-09', agenda: '2015-02-23', minutes: '2015-03-09' });
    expect(commentsUntil(early, 'forum', '2015-03-09')).toBe('2015-03-23');
    expect(commentsUntil(early, 'panel', '2015-03-09')).toBe('2015-03-16');
  });
});
