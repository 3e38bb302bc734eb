import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../bot/governance/lists/line.ts';
import { openSqlite, type SqliteStore } from '../../bot/store/sqlite.ts';
import { readYear } from '../../bot/view/year/plan.ts';
import { calendarOf, fjord, type How, importing, now, proposing } from '../kit/plan-world.ts';

const model = fjord();
let store: SqliteStore;
beforeEach(() => {
  store = openSqlite(':memory:');
});
afterEach(() => store.close());

const take = (file: string | Uint8Array, how: How = {}) => importing(store, model, file, how);
const council = async () => (await readYear(store, model, 2016, now)).find(({ body }) => body === 'council')?.meetings ?? [];
const live = async () => (await council()).filter(({ cancelled }) => !cancelled).map(({ date, time }) => `${date} ${time}`);

describe('other people’s files', () => {
  it('meetings in another time zone, in UTC or in no zone are read in Danish time', async () => {
    const read = async (start: string, end: string) =>
      (await take(calendarOf([start, end]), { body: 'council' })).changes.map(({ is: { date, time, minutes } }) => [date, time, minutes]);
    expect(await read('DTSTART:20160701T080000Z', 'DTEND:20160701T100000Z')).toEqual([['2016-07-01', '10:00', 120]]);
    expect(await read('DTSTART;TZID=Europe/London:20160101T080000', 'DURATION:PT90M')).toEqual([['2016-01-01', '09:00', 90]]);
    expect(await read('DTSTART:20160301T090000', 'DTEND:20160301T110000')).toEqual([['2016-03-01', '09:00', 120]]);
    expect(await read('DTSTART;TZID=Romance Standard Time:20160601T090000', 'DURATION:PT1H')).toEqual([['2016-06-01', '09:00', 60]]);
    expect(await read('DTSTART;TZID="GMT Standard Time":20160602T090000', 'DURATION:PT1H')).toEqual([['2016-06-02', '10:00', 60]]);
    expect(await read('DTSTART;TZID=/citadel.org/20210210_1/Europe/Oslo:20160603T090000', 'DURATION:PT1H')).toEqual([
      ['2016-06-03', '09:00', 60],
    ]);
    expect(await read('DTSTART;VALUE=DATE:20160309', 'DTEND;VALUE=DATE:20160310')).toEqual([['2016-03-09', '00:00', 1440]]);
  });
  it('the import asks about a whole day, and remarks on a time without a zone', async () => {
    const day = await take(calendarOf(['DTSTART;VALUE=DATE:20160309', 'SUMMARY:Seminar']), { body: 'council' });
    expect(day.remarks).toMatchObject([{ says: 'whole-day', guess: true, what: 'Seminar', day: '2016-03-09' }]);
    const floating = await take(calendarOf(['DTSTART:20160401T090000', 'DURATION:PT1H']), { body: 'council' });
    expect(floating.remarks).toMatchObject([{ says: 'no-zone', guess: false, what: 'Europe/Copenhagen' }, { says: 'stand' }]);
  });
  it('a zone that only the file knows is read from the file', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Romance Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0500',
      'TZOFFSETTO:+0500',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const lines = ['DTSTART;TZID=Romance Standard Time:20160301T120000', 'DTEND;TZID=Romance Standard Time:20160301T130000'];
    expect((await take(calendarOf(lines, zone), { body: 'council' })).changes).toMatchObject([
      { is: { date: '2016-03-01', time: '08:00', minutes: 60 } },
    ]);
  });
  it('a table from a Danish spreadsheet is read as it is', async () => {
    const text = '\uFEFFOrgan;Dato;Kl\r\nForum;1.3.2016;9.00\r\n"council";02-05-2016;13:30\r\n';
    expect((await take(text)).changes).toMatchObject([
      { how: 'new', line: 2, is: { body: 'forum', date: '2016-03-01', time: '09:00', minutes: 120 } },
      { how: 'new', line: 3, is: { body: 'council', date: '2016-05-02', time: '13:30' } },
    ]);
  });
  it('reading the same file again with a date moved moves the meeting and keeps its id', async () => {
    const file = (day: string) => calendarOf([`DTSTART:201603${day}T090000`, `DTEND:201603${day}T110000`, 'UID:their-own-1']);
    await take(file('01'), { body: 'council' });
    const [before] = await council();
    await take(file('08'), { body: 'council' });
    expect(await council()).toMatchObject([{ uid: before?.uid, date: '2016-03-08', revision: 1 }]);
  });
  it('the length of an alarm is not read as the length of the meeting', async () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT5M', 'REPEAT:2', 'END:VALARM'];
    const { changes, remarks } = await take(calendarOf(['DTSTART:20160301T090000', ...alarm]), { body: 'council' });
    expect(changes).toMatchObject([{ is: { minutes: 120 } }]);
    expect(remarks).toMatchObject([{ says: 'no-zone' }, { says: 'usual-minutes', what: '120' }]);
  });
});

describe('a series in a calendar', () => {
  const series = (...more: readonly string[]) =>
    calendarOf(['DTSTART;TZID=Europe/Copenhagen:20160308T090000', 'DURATION:PT2H', 'UID:series', ...more]);
  const exception = (lines: readonly string[]) => ['END:VEVENT', 'BEGIN:VEVENT', 'UID:series', 'DURATION:PT2H', ...lines];

  it('a series has every date of its rule except those taken out, at the same hour in summer and winter', async () => {
    await take(series('RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=2TU', 'EXDATE;TZID=Europe/Copenhagen:20160510T090000'), { body: 'council' });
    expect(await live()).toEqual(['2016-03-08 09:00', '2016-04-12 09:00', '2016-06-14 09:00']);
  });
  it('a series ends where its rule says, in UTC as well, and takes in extra dates', async () => {
    const rule = 'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20160405T070000Z';
    await take(series(rule, 'RDATE;TZID=Europe/Copenhagen:20160601T130000'), { body: 'council' });
    expect(await live()).toEqual(['2016-03-08 09:00', '2016-03-22 09:00', '2016-04-05 09:00', '2016-06-01 13:00']);
  });
  it('one date of a series may be moved or cancelled, in the same file or in a later one, and the rest stands', async () => {
    const rule = 'RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=2TU';
    const moved = ['RECURRENCE-ID;TZID=Europe/Copenhagen:20160412T090000', 'DTSTART;TZID=Europe/Copenhagen:20160414T130000'];
    await take(series(rule, ...exception(moved)), { body: 'council' });
    expect(await live()).toEqual(['2016-03-08 09:00', '2016-04-14 13:00', '2016-05-10 09:00']);
    const gone = ['DTSTART:20160510T070000Z', 'DURATION:PT2H', 'UID:series', 'RECURRENCE-ID:20160510T070000Z', 'STATUS:CANCELLED'];
    expect((await take(calendarOf(gone), { body: 'council' })).changes).toMatchObject([{ how: 'removed', line: 2 }]);
    expect(await live()).toEqual(['2016-03-08 09:00', '2016-04-14 13:00']);
  });
  it('a series without an end is followed through the year that is named, and refused when none is', async () => {
    const endless = series('RRULE:FREQ=MONTHLY;BYDAY=2TU');
    expect((await take(endless, { body: 'council' })).faults).toMatchObject([{ line: 6, problem: 'without-end' }]);
    await take(endless, { body: 'council', year: 2016 });
    expect(await live()).toHaveLength(10);
  });
});

describe('a damaged file', () => {
  const good = ['DTSTART:20160301T090000', 'DTEND:20160301T110000', 'UID:1'];
  const whole = calendarOf(good);
  it.each<[string, string, number, Problem]>([
    ['empty', '', 1, 'empty'],
    ['a page of the web', '<!DOCTYPE html>\n<p>Log ind</p>\n', 1, 'no-column'],
    ['cut off', whole.slice(0, whole.indexOf('END:VEVENT')), 2, 'not-whole'],
    ['cut in the middle of a line', whole.slice(0, whole.indexOf('0900')), 2, 'not-whole'],
    ['an end too many', whole.replace('END:VEVENT', 'END:VEVENT\r\nEND:VEVENT'), 7, 'not-whole'],
    ['one event inside another', whole.replace('UID:1', 'BEGIN:VEVENT'), 5, 'not-whole'],
    ['a line that is none', whole.replace('UID:1', 'hov'), 5, 'not-a-line'],
    ['something after the end', `${whole}X:1\r\n`, 8, 'not-whole'],
    ['a date that does not exist', calendarOf(['DTSTART:20160230T090000', 'DTEND:20160301T110000']), 3, 'no-such-time'],
    ['a time that does not exist', calendarOf(['DTSTART:20160301T250000', 'DTEND:20160301T110000']), 3, 'no-such-time'],
    ['a date that is none', calendarOf(['DTSTART:i morgen', 'DTEND:20160301T110000']), 3, 'no-such-time'],
    ['no beginning', calendarOf(['UID:1', 'DTEND:20160301T110000']), 2, 'no-such-time'],
    ['an end before the beginning', calendarOf([good[0] ?? '', 'DTEND:20160301T080000']), 4, 'ends-before-it-starts'],
    ['a length that is none', calendarOf([good[0] ?? '', 'DURATION:to timer']), 4, 'not-minutes'],
    ['a length of nothing', calendarOf([good[0] ?? '', 'DURATION:PT0M']), 4, 'not-minutes'],
    ['a zone that nobody knows', calendarOf(['DTSTART;TZID=Fjordtid:20160301T090000', 'DTEND:20160301T110000']), 3, 'no-zone-called'],
    ['a body that is not there', calendarOf([...good, 'X-SAMSPIL-BODY:fjordrådet']), 6, 'no-body-called'],
    ['a gathering that is not there', calendarOf([...good, 'X-SAMSPIL-BODY:forum', 'X-SAMSPIL-GATHERING:fest']), 7, 'no-gathering-called'],
    ['an id that is none', calendarOf([...good, 'X-SAMSPIL-ID:../../1']), 6, 'not-an-id'],
    ['no events', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', 1, 'no-events'],
    ['two beginnings', calendarOf([...good, 'DTSTART:20160302T090000']), 6, 'stands-twice'],
    ['a meeting of two years', calendarOf([good[0] ?? '', 'DTEND:20180301T110000']), 3, 'too-long'],
    ['somebody’s answer', whole.replace('BEGIN:VEVENT', 'METHOD:REPLY\r\nBEGIN:VEVENT'), 2, 'not-read'],
    ['the same meeting twice', `${whole.replace('END:VCALENDAR\r\n', '')}${whole.replace('BEGIN:VCALENDAR\r\n', '')}`, 7, 'twice'],
  ])('a damaged calendar is refused as a whole with its wrong line: %s', async (_what, text, line, problem) => {
    await refused(text, line, problem);
  });
  it.each<[string, string, number, Problem]>([
    ['no column of dates', 'organ;tid\nforum;09:00\n', 1, 'no-column'],
    ['a column twice', 'organ;dato;tid;dato\nforum;2016-03-01;09:00;x\n', 1, 'column-twice'],
    ['a cell too many', 'organ;dato;tid\nforum;2016-03-01;09:00\nforum;2016-03-02;09:00;x\n', 3, 'cells'],
    ['a cell too few', 'organ;dato;tid\nforum;2016-03-01\n', 2, 'cells'],
    ['a quotation mark left open', 'organ;dato;tid\nforum;"2016-03-01;09:00\n', 2, 'open-quote'],
    ['a date that does not exist', 'organ;dato;tid\nforum;2016-02-30;09:00\n', 2, 'not-a-date'],
    ['a date that is none', 'organ;dato;tid\nforum;2016-03-01;09:00\nforum;første marts;09:00\n', 3, 'not-a-date'],
    ['a date on another weekday', 'organ;dato;tid\nforum;mandag den 1. marts 2016;09:00\n', 2, 'weekday'],
    ['a time that is none', 'organ;dato;tid\nforum;2016-03-01;25:00\n', 2, 'not-a-time'],
    ['minutes that are none', 'organ;dato;tid;minutter\nforum;2016-03-01;09:00;to timer\n', 2, 'not-minutes'],
    ['a body that is not there', 'organ;dato;tid\nfjordrådet;2016-03-01;09:00\n', 2, 'no-body-called'],
    ['a gathering that is not there', 'organ;dato;tid;anledning\nforum;2016-03-01;09:00;fest\n', 2, 'no-gathering-called'],
    ['the same date twice', 'organ;dato;tid\nforum;2016-03-01;09:00\nforum;1.3.2016;9.00\n', 3, 'twice'],
    ['a head and nothing else', 'organ;dato;tid\n', 1, 'empty'],
    ['an id that is none', 'organ;dato;tid;id\nforum;2016-03-01;09:00;ÆØÅ\n', 2, 'not-an-id'],
    ['a word of status that is none', 'organ;dato;tid;status\nforum;2016-03-01;09:00;udsat\n', 2, 'not-a-word'],
    ['a remark that may change the meeting', 'organ;dato;tid;bemærkning\nforum;2016-03-01;09:00;Flyttet til april\n', 2, 'remark'],
    ['a year without a calendar', 'organ;dato;tid\nforum;2080-03-01;09:00\n', 2, 'no-calendar'],
  ])('a damaged table is refused as a whole with its wrong line: %s', async (_what, text, line, problem) => {
    await refused(text, line, problem);
  });
  it('the import names everything that is wrong at once', async () => {
    const { faults } = await take('organ;dato;tid\nfjordrådet;2016-02-30;25:00\nforum;i morgen;09:00\n');
    expect(faults.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'no-body-called'],
      [2, 'not-a-date'],
      [3, 'not-a-date'],
    ]);
  });
  it('an import of several years records nothing when one of them would be refused', async () => {
    await proposing(store, model, 2016);
    const { faults } = await take('organ;dato;tid\npanel;2017-03-01;09:00\nforum;2016-03-01;09:00\n', { elsewhere: true });
    expect(faults).toMatchObject([{ line: 3, problem: 'refused' }]);
    expect((await readYear(store, model, 2017, now)).map(({ stands }) => stands)).toEqual(['proposal', 'proposal']);
  });

  async function refused(text: string, line: number, problem: Problem) {
    const heads = await store.heads(null, Number.MAX_SAFE_INTEGER);
    expect((await take(text, { body: 'council' })).faults).toMatchObject([{ line, problem }]);
    expect(await store.heads(null, Number.MAX_SAFE_INTEGER)).toEqual(heads);
  }
});
