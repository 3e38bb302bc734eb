import { describe, expect, test } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { nextDueAsking, nextQuarterDay, promptDaysAfter, quarterDay } from '../../bot/governance/milestone/check-in-dates.ts';
import { daysOff } from '../../bot/model/days-off.ts';
import { charter } from '../kit/charter.ts';
import fc from '../kit/seeded.ts';
import { daysAskedAsDue, shifted } from './check-in-days.ts';

const fjord = charter();
const danish: Charter = { ...fjord, daysOff: daysOff(fjord.collaboration.calendar) };

/** Finds every day on which something due is asked about, from a year before the due date until two after. */
function askings(due: string, model = danish): readonly string[] {
  const days: string[] = [];
  const last = shifted(due, 800);
  for (let day = nextDueAsking(model, due, shifted(due, -365)); day <= last; day = nextDueAsking(model, due, day)) days.push(day);
  return days;
}

describe('the days on which a milestone is asked about', () => {
  test('a milestone is asked about 30 and 7 days before it is due, on the day, and each week while it is overdue', () => {
    expect(askings('2015-03-18').slice(0, 5)).toEqual(['2015-02-16', '2015-03-11', '2015-03-18', '2015-03-25', '2015-04-01']);
  });

  test('a question before the due date moves to before a day off, and a later question to after it', () => {
    // It is due on a Saturday and asked about on Monday. Seven days before is a Saturday after Constitution Day, thirty Ascension Day.
    expect(askings('2015-06-13').slice(0, 4)).toEqual(['2015-05-13', '2015-06-04', '2015-06-15', '2015-06-22']);
    // The second week of being overdue falls on Good Friday.
    expect(askings('2015-03-20').slice(3, 6)).toEqual(['2015-03-27', '2015-04-07', '2015-04-10']);
  });

  test('a milestone due in July is asked about at the end of June, and not again before August', () => {
    expect(askings('2015-07-20').slice(0, 5)).toEqual(['2015-05-29', '2015-06-23', '2015-06-30', '2015-08-04', '2015-08-11']);
    // This one is due on a Sunday whose next working day is in July.
    expect(askings('2019-06-30').slice(2, 4)).toEqual(['2019-06-28', '2019-08-02']);
  });

  test('a milestone is asked about on each quarter’s first day of prompts, which for the third quarter is in August', () => {
    const days = [];
    for (let day = '2014-12-31'; day < '2017-01-01'; day = nextQuarterDay(danish, day)) days.push(day);
    expect(days.slice(1)).toEqual([
      '2015-01-02',
      '2015-04-01',
      '2015-08-03',
      '2015-10-01',
      '2016-01-04',
      '2016-04-01',
      '2016-08-01',
      '2016-10-03',
    ]);
    expect(['2015-01-01', '2015-01-02', '2015-07-20', '2015-08-03', '2015-12-31'].map((day) => quarterDay(danish, day))).toEqual([
      '2014-10-01',
      '2015-01-02',
      '2015-04-01',
      '2015-08-03',
      '2015-10-01',
    ]);
  });

  test('the days of asking are the same as a walk through the calendar day by day finds', { timeout: 60_000 }, () => {
    const date = fc.integer({ min: 0, max: 366 * 6 }).map((days) => shifted('2012-01-01', days));
    fc.assert(
      fc.property(date, fc.constantFrom([7], [], [7, 12], [6, 7], [1]), (due, months) => {
        const { collaboration } = danish;
        const model = { ...danish, collaboration: { ...collaboration, calendar: { ...collaboration.calendar, holidayMonths: months } } };
        expect(askings(due, model)).toEqual([...daysAskedAsDue(model, due, shifted(due, 800))].sort());
      }),
      { numRuns: 150 },
    );
  });
});

test('the time for an answer counts only days on which prompts go out', () => {
  expect(promptDaysAfter(danish, '2015-04-01', 5)).toBe('2015-04-13');
  expect(promptDaysAfter(danish, '2015-06-29', 5)).toBe('2015-08-06');
});
