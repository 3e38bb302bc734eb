import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantOf, isWorkingDay, mayPrompt, promptOn, wall, workingDaysAfter, workingDaysBefore } from '../bot/governance/calendar.ts';
import { charter } from './charter.ts';

const fjord = charter();
const anyDate = fc.integer({ min: 0, max: 364 }).map((day) => Temporal.PlainDate.from('2015-01-01').add({ days: day }).toString());

describe('the calendar', () => {
  it.each([
    ['2015-04-07', 1, '2015-04-01'],
    ['2015-05-26', 1, '2015-05-22'],
    ['2015-06-08', 1, '2015-06-04'],
    ['2015-03-02', 5, '2015-02-23'],
    ['2015-12-28', 2, '2015-12-22'],
  ])('the working day before %s, %i back, is %s', (date, n, expected) => {
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
  it('prompts keep the clock on the wall across summer time', () => {
    expect(promptOn(fjord, '2015-03-27').toString()).toBe('2015-03-27T07:30:00Z');
    expect(promptOn(fjord, '2015-03-30').toString()).toBe('2015-03-30T06:30:00Z');
  });
  it('what falls in July moves to the last working day of June', () => {
    expect(wall(fjord, promptOn(fjord, '2015-07-31')).toPlainDate().toString()).toBe('2015-06-30');
    const shifted = charter({ daysOff: new Set(['2015-06-30']) });
    expect(wall(shifted, promptOn(shifted, '2015-07-01')).toPlainDate().toString()).toBe('2015-06-29');
  });
  it('a prompt may go out when, and only when, people are at work', () => {
    const at = (text: string) => mayPrompt(fjord, instantOf(fjord, text.slice(0, 10), text.slice(11)));
    expect(at('2015-02-03T08:30')).toBe(true);
    expect(at('2015-02-03T15:30')).toBe(true);
    expect(at('2015-02-03T08:29')).toBe(false);
    expect(at('2015-02-03T15:31')).toBe(false);
    expect(at('2015-02-07T10:00')).toBe(false);
    expect(at('2015-06-05T10:00')).toBe(false);
    expect(at('2015-07-07T10:00')).toBe(false);
  });
  it('every prompt of a year lands in a time when prompts may go out, if the day meant was a working day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        if (isWorkingDay(fjord, date)) expect(mayPrompt(fjord, promptOn(fjord, date))).toBe(true);
      }),
    );
  });
  it('a time skipped in spring is an hour later, one that comes twice in autumn is the first', () => {
    expect(instantOf(fjord, '2015-03-29', '02:30').toString()).toBe('2015-03-29T01:30:00Z');
    expect(instantOf(fjord, '2015-10-25', '02:30').toString()).toBe('2015-10-25T00:30:00Z');
  });
});
