import { describe, expect, test } from 'vitest';
import { dayWritten, isDate, timeWritten, whenWritten } from '../../bot/governance/time/written.ts';
import fc from '../kit/seeded.ts';

const days: readonly (readonly [string, string])[] = [
  ['18. januar 2018', '2018-01-18'],
  ['18 januar 2018', '2018-01-18'],
  ['1.januar 2020', '2020-01-01'],
  ['onsdag den 15. januar 2020', '2020-01-15'],
  ['Ons. d. 15. jan. 2020', '2020-01-15'],
  ['lør. 18. januar 2020', '2020-01-18'],
  ['1.2.2015', '2015-02-01'],
  ['1. 2. 2015', '2015-02-01'],
  ['01-02-2015', '2015-02-01'],
  ['1/2-2015', '2015-02-01'],
  ['15/1 2020', '2020-01-15'],
  ['2020-02-01', '2020-02-01'],
  ['2020/2/1', '2020-02-01'],
  ['43831', '2020-01-01'],
  ['31.12.2019 00:00:00', '2019-12-31'],
  ['2019-12-31T00:00', '2019-12-31'],
  ['Tuesday, 30th January 2024', '2024-01-30'],
  ['January 30, 2024', '2024-01-30'],
  ['the 30th of January 2024', '2024-01-30'],
  ['måndag 15 januari 2024', '2024-01-15'],
  ['tirsdag 3. desember 2024', '2024-12-03'],
  ['20. mai 2021', '2021-05-20'],
  ['29. februar 2024', '2024-02-29'],
  ['1. sept. 2015', '2015-09-01'],
];
const ranges: readonly (readonly [string, string, string, string | null, string | null])[] = [
  ['19.-20. juni 2024', '2024-06-19', '2024-06-20', null, null],
  ['19-20 juni 2024', '2024-06-19', '2024-06-20', null, null],
  ['3. – 4. januar 2023', '2023-01-03', '2023-01-04', null, null],
  ['onsdag og torsdag den 19. og 20. juni 2024', '2024-06-19', '2024-06-20', null, null],
  ['30. juni - 1. juli 2024', '2024-06-30', '2024-07-01', null, null],
  ['19-20/6 2024', '2024-06-19', '2024-06-20', null, null],
  ['04-06-2020 09:00:00', '2020-06-04', '2020-06-04', '09:00', null],
  ['43831.375', '2020-01-01', '2020-01-01', '09:00', null],
  ['43831,5', '2020-01-01', '2020-01-01', '12:00', null],
  ['fredag d. 3. maj 2024 kl. 9-11', '2024-05-03', '2024-05-03', '09:00', '11:00'],
  ['3. – 4. januar 2023, kl. 12-12', '2023-01-03', '2023-01-04', '12:00', '12:00'],
];
const times: readonly (readonly [string, string, string | null])[] = [
  ['kl. 12-14', '12:00', '14:00'],
  ['kl 12-14', '12:00', '14:00'],
  ['kl 12', '12:00', null],
  ['8.30', '08:30', null],
  ['08:30:00', '08:30', null],
  ['kl. 15.30', '15:30', null],
  ['14.00 - 15.00', '14:00', '15:00'],
  ['9.00–11.00', '09:00', '11:00'],
  ['kl. 9.00 til kl. 11.00', '09:00', '11:00'],
  ['12-12', '12:00', '12:00'],
  ['9.30 am', '09:30', null],
  ['9.30 p.m.', '21:30', null],
  ['11 am - 1 pm', '11:00', '13:00'],
  ['9-11 am', '09:00', '11:00'],
  ['12 am', '00:00', null],
  ['22-24', '22:00', '24:00'],
  ['0.375', '09:00', null],
];
const periods: readonly (readonly [string, string, string])[] = [
  ['Ultimo 2019', '2019-12-31', '2019-12-31'],
  ['ultimo juni 2019', '2019-06-30', '2019-06-30'],
  ['primo marts 2020', '2020-03-10', '2020-03-10'],
  ['medio april 2020', '2020-04-15', '2020-04-15'],
  ['4. kvartal 2019', '2019-10-01', '2019-12-31'],
  ['Q4 2019', '2019-10-01', '2019-12-31'],
  ['2. halvår 2019', '2019-07-01', '2019-12-31'],
  ['uge 34 2019', '2019-08-19', '2019-08-23'],
  ['uge 1 2020', '2019-12-30', '2020-01-03'],
  ['uge 53, 2020', '2020-12-28', '2021-01-01'],
  ['December 2019', '2019-12-01', '2019-12-31'],
  ['februar 2024', '2024-02-01', '2024-02-29'],
  ['2020', '2020-01-01', '2020-12-31'],
];

describe('a day, as people write it', () => {
  test.each(days)('»%s« is read as the day %s', (words, day) => expect(dayWritten(words)).toBe(day));
  test.each(ranges)('»%s« is read as the days from %s to %s', (words, from, until, begins, ends) => {
    expect(whenWritten(words)).toEqual({ from, until, guessed: [], time: begins === null ? null : { from: begins, until: ends } });
  });
  test.each(['', 'snart', '31.9.2015', '2024-02-30', '29. februar 2023', '13/13/2015', '1/30/2024', '9/2015', '20.-19. juni 2024', '2020'])(
    '»%s« is not read as a date',
    (words) => {
      expect(whenWritten(words)).toEqual({ not: 'understood' });
      expect(dayWritten(words)).toBeNull();
    },
  );
  test('a date with a two-digit year is a guess, and is not read where nobody can be asked', () => {
    expect(whenWritten('01-02-15')).toMatchObject({ from: '2015-02-01', guessed: ['century'] });
    expect(whenWritten('15-01-20')).toMatchObject({ from: '2020-01-15', guessed: ['century'] });
    expect(dayWritten('15-01-20')).toBeNull();
  });
  test('a date without a year is a guess where the year is known, and otherwise is not understood', () => {
    expect(whenWritten('18. januar kl. 9', { year: 2027 })).toMatchObject({
      from: '2027-01-18',
      guessed: ['year'],
      time: { from: '09:00' },
    });
    expect(whenWritten('18. januar')).toEqual({ not: 'understood' });
  });
  test('a date on another weekday than it says is refused', () => {
    expect(whenWritten('tirsdag den 15. januar 2020')).toEqual({ not: 'weekday' });
    expect(whenWritten('onsdag og fredag den 19. og 20. juni 2024')).toEqual({ not: 'weekday' });
  });
});

describe('a time, as people write it', () => {
  test.each(times)('»%s« is read as the time %s', (words, from, until) => expect(timeWritten(words)).toEqual({ from, until }));
  test.each(['', '25', '9.60', '24:00', '13 pm', '9.3', 'middag', '9-', '9-25'])('»%s« is not read as a time', (words) => {
    expect(timeWritten(words)).toBeNull();
  });
});

describe('a period that a milestone is promised for', () => {
  test.each(periods)('»%s« is read as the period from %s to %s', (words, from, until) => {
    expect(whenWritten(words, { periods: true })).toEqual({ from, until, time: null, guessed: ['period'] });
    expect(whenWritten(words)).toEqual({ not: 'understood' });
  });
  test('a period without a year takes the known year and is marked as a guess', () => {
    expect(whenWritten('uge 34', { periods: true, year: 2019 })).toMatchObject({ until: '2019-08-23', guessed: ['year', 'period'] });
    expect(whenWritten('uge 34', { periods: true })).toEqual({ not: 'understood' });
  });
  test.each(['uge 53 2019', '5. kvartal 2019', 'uge 0 2019', 'snarest 2019'])('»%s« is not read as a period', (words) => {
    expect(whenWritten(words, { periods: true })).toEqual({ not: 'understood' });
  });
  test.each(['Løbende', 'ongoing', 'uden frist'])('»%s« is read as having no date', (words) => {
    expect(whenWritten(words)).toEqual({ not: 'no-date' });
  });
});

describe('whatever is written', () => {
  const date = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  const ways: readonly ((day: Date) => string)[] = [
    (day) => day.toISOString().slice(0, 10),
    ...['da', 'en-GB', 'nb', 'sv'].flatMap((locale) =>
      (['long', 'full'] as const).map(
        (dateStyle) => (day: Date) => new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(day),
      ),
    ),
    (day) => new Intl.DateTimeFormat('da', { dateStyle: 'short', timeZone: 'UTC' }).format(day),
    (day) => String(day.getTime() / 86_400_000 + 25_569),
    (day) => `${day.getUTCDate()}/${day.getUTCMonth() + 1}-${day.getUTCFullYear()}`,
  ];
  test('every day is read back from each way in which calendars write it', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(...ways), (at, write) => {
        const day = new Date(Math.floor(at.getTime() / 86_400_000) * 86_400_000);
        expect([write(day), dayWritten(write(day))]).toEqual([write(day), day.toISOString().slice(0, 10)]);
      }),
      { numRuns: 2_000 },
    );
  });
  test('every time is read back, alone and as a range', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    const clock = (at: number, between: string) => `${Math.floor(at / 60)}${between}${String(at % 60).padStart(2, '0')}`;
    const whole = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(minute, minute, fc.constantFrom('.', ':'), fc.constantFrom('-', ' – ', ' til '), (from, until, dot, dash) => {
        expect(timeWritten(`kl. ${clock(from, dot)}`)).toEqual({ from: whole(from), until: null });
        expect(timeWritten(`${clock(from, dot)}${dash}${clock(until, dot)}`)).toEqual({ from: whole(from), until: whole(until) });
      }),
      { numRuns: 500 },
    );
  });
  test('a date that is read always exists, and no text makes the reader fail', () => {
    const piece = fc.constantFrom(
      '1',
      '31',
      '2',
      '2024',
      '24',
      '.',
      '-',
      '/',
      ' ',
      'januar',
      'feb',
      'kl. ',
      '9',
      'uge',
      'mandag',
      'den',
      'ø',
      '{',
    );
    const words = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(words, fc.boolean(), (text, periods) => {
        const read = whenWritten(text, { periods, year: 2024 });
        if ('not' in read) return;
        expect([isDate(read.from), isDate(read.until), read.from <= read.until]).toEqual([true, true, true]);
      }),
      { numRuns: 5_000 },
    );
  });
});
