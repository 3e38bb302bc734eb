import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '../../bot/governance/meeting/deadlines.ts';
import { instantOf, mayPrompt } from '../../bot/governance/time/calendar.ts';
import { documentsCharter } from '../kit/read-once.ts';

const charter = documentsCharter();

/** These days are copied from a Danish calendar, not computed. Store Bededag was a holiday for the last time in 2023. */
const offOnWeekdays: Readonly<Record<string, readonly string[]>> = {
  '2023': ['2023-04-06', '2023-04-07', '2023-04-10', '2023-05-05', '2023-05-18', '2023-05-29', '2023-06-05', '2023-12-25', '2023-12-26'],
  '2024': [
    '2024-01-01',
    '2024-03-28',
    '2024-03-29',
    '2024-04-01',
    '2024-05-09',
    '2024-05-20',
    '2024-06-05',
    '2024-12-24',
    '2024-12-25',
    '2024-12-26',
    '2024-12-31',
  ],
};

describe('the days off of a year', () => {
  it.each(['2023', '2024'])('the weekdays off in %s are those of the Danish calendar and those the model adds', (year) => {
    const weekday = (date: string) => Temporal.PlainDate.from(date).dayOfWeek <= 5;
    const found = [...charter.daysOff].filter((date) => date.startsWith(`${year}-`) && weekday(date));
    expect(found.sort()).toEqual(offOnWeekdays[year]);
  });
});

/** Meetings at nine, worked out by hand across both clock changes, Easter, Store Bededag, Whitsun, 5 June, July and New Year. */
const table = [
  ['2023-03-24', '08:00', '2023-03-10', '2023-03-17', '2023-03-23', '2023-04-11'],
  ['2023-03-28', '07:00', '2023-03-14', '2023-03-21', '2023-03-27', '2023-04-11'],
  ['2023-04-20', '07:00', '2023-04-05', '2023-04-13', '2023-04-19', '2023-05-04'],
  ['2023-05-19', '07:00', '2023-05-04', '2023-05-12', '2023-05-17', '2023-06-02'],
  ['2023-06-12', '07:00', '2023-05-26', '2023-06-02', '2023-06-09', '2023-06-26'],
  ['2023-06-19', '07:00', '2023-06-02', '2023-06-12', '2023-06-16', '2023-08-01'],
  ['2023-08-10', '07:00', '2023-06-30', '2023-08-03', '2023-08-09', '2023-08-24'],
  ['2023-10-27', '07:00', '2023-10-13', '2023-10-20', '2023-10-26', '2023-11-10'],
  ['2023-10-31', '08:00', '2023-10-17', '2023-10-24', '2023-10-30', '2023-11-14'],
  ['2023-12-19', '08:00', '2023-12-05', '2023-12-12', '2023-12-18', '2024-01-02'],
  ['2024-05-10', '07:00', '2024-04-26', '2024-05-03', '2024-05-08', '2024-05-24'],
] as const;

describe('a year across both clock changes, Easter and July', () => {
  it.each(table)(
    'a meeting on %s begins at %s UTC; its items are due %s, its agenda %s, its reminder %s and its minutes %s',
    (date, utc, items, agenda, reminder, minutes) => {
      const start = instantOf(charter, date, '09:00');
      expect(start.toString()).toBe(`${date}T${utc}:00Z`);
      const due = deadlinesOf(
        charter,
        'it-temagruppen',
        start.toString(),
        start.add({ hours: 2 }).toString(),
        start.subtract({ hours: 24 * 200 }),
      );
      expect([due.items, due.agenda, due.reminder, due.minutes]).toEqual([items, agenda, reminder, minutes]);
    },
  );
  it('the bot may speak on 230 days of 2023: 260 weekdays, nine of them off, 21 in July', () => {
    const days = Array.from({ length: 365 }, (_, at) => Temporal.PlainDate.from('2023-01-01').add({ days: at }).toString());
    const spoken = days.filter((date) => mayPrompt(charter, instantOf(charter, date, '08:30')));
    expect(spoken).toHaveLength(230);
    expect(spoken.filter((date) => date.startsWith('2023-07') || offOnWeekdays['2023']?.includes(date))).toEqual([]);
  });
  it.each(['2023-03-24T07:30', '2023-03-27T06:30', '2023-10-27T06:30', '2023-10-30T07:30'])(
    'the bot may speak from half past eight Danish time, which is %s UTC, and not a minute before',
    (utc) => {
      const at = Temporal.Instant.from(`${utc}:00Z`);
      expect([mayPrompt(charter, at), mayPrompt(charter, at.subtract({ minutes: 1 }))]).toEqual([true, false]);
    },
  );
});
