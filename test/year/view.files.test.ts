import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite, type SqliteStore } from '../../bot/store/sqlite.ts';
import { fromIcs } from '../../bot/view/calendar/ics-read.ts';
import { fromCsv } from '../../bot/view/year/csv.ts';
import { FileUnreadable } from '../../bot/view/year/import.ts';
import { readYear } from '../../bot/view/year/plan.ts';
import { importing, model, now, propose } from './planned.ts';

let store: SqliteStore;

beforeEach(() => {
  store = openSqlite(':memory:');
});

afterEach(() => store.close());

describe('other people’s files', () => {
  it('a calendar in another zone, in UTC and floating, lands on our walls', () => {
    const at = (start: string, end: string) => event([start, end]);
    const read = (start: string, end: string) =>
      fromIcs(model, at(start, end), 'council').map(({ date, time, minutes }) => [date, time, minutes]);
    expect(read('DTSTART:20160701T080000Z', 'DTEND:20160701T100000Z')).toEqual([['2016-07-01', '10:00', 120]]);
    expect(read('DTSTART;TZID=Europe/London:20160101T080000', 'DURATION:PT90M')).toEqual([['2016-01-01', '09:00', 90]]);
    expect(read('DTSTART:20160301T090000', 'DTEND:20160301T110000')).toEqual([['2016-03-01', '09:00', 120]]);
    expect(read('DTSTART;VALUE=DATE:20160301', 'DTEND;VALUE=DATE:20160302')).toEqual([['2016-03-01', '00:00', 1440]]);
  });
  it('a zone that only the file knows is read from the file', () => {
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
    const text = event(['DTSTART;TZID=Romance Standard Time:20160301T120000', 'DTEND;TZID=Romance Standard Time:20160301T130000'], zone);
    expect(fromIcs(model, text, 'council')).toMatchObject([{ date: '2016-03-01', time: '08:00', minutes: 60 }]);
  });
  it('a table from a Danish spreadsheet is read as it is', () => {
    const text = '\uFEFFOrgan;Dato;Kl\r\nForum;1.3.2016;9.00\r\n"council";02-05-2016;13:30\r\n';
    expect(fromCsv(model, text, null)).toMatchObject([
      { body: 'forum', date: '2016-03-01', time: '09:00', minutes: 120 },
      { body: 'council', date: '2016-05-02', time: '13:30' },
    ]);
  });
  it('the same file read again, with a date moved, moves the meeting and keeps its id', async () => {
    const file = (day: string) => event([`DTSTART:201603${day}T090000`, `DTEND:201603${day}T110000`, 'UID:their-own-1']);
    await importing(store, file('01'), 'ics', 'council');
    const [before] = await council();
    await importing(store, file('08'), 'ics', 'council');
    expect(await council()).toMatchObject([{ uid: before?.uid, date: '2016-03-08', revision: 1 }]);
  });
  async function council() {
    return (await readYear(store, model, 2016, now)).find(({ body }) => body === 'council')?.meetings ?? [];
  }
});

describe('a damaged file', () => {
  const good = ['DTSTART:20160301T090000', 'DTEND:20160301T110000', 'UID:1'];
  const whole = event(good);
  it.each([
    ['empty', '', 1],
    ['not a calendar', 'Kære alle, her er datoerne', 1],
    ['a page of the web', '<!DOCTYPE html>\n<p>Log ind</p>', 1],
    ['cut off', whole.slice(0, whole.indexOf('END:VEVENT')), 2],
    ['cut in the middle of a line', whole.slice(0, whole.indexOf('0900')), 2],
    ['without its head', whole.slice(whole.indexOf('BEGIN:VEVENT')), 1],
    ['an end too many', whole.replace('END:VEVENT', 'END:VEVENT\r\nEND:VEVENT'), 7],
    ['one event inside another', whole.replace('UID:1', 'BEGIN:VEVENT'), 5],
    ['a line that is none', whole.replace('UID:1', 'hov'), 5],
    ['something after the end', `${whole}X:1\r\n`, 8],
    ['a date that does not exist', event(['DTSTART:20160230T090000', 'DTEND:20160301T110000']), 3],
    ['a time that does not exist', event(['DTSTART:20160301T250000', 'DTEND:20160301T110000']), 3],
    ['a date that is none', event(['DTSTART:i morgen', 'DTEND:20160301T110000']), 3],
    ['no beginning', event(['UID:1', 'DTEND:20160301T110000']), 2],
    ['an end before the beginning', event([good[0] ?? '', 'DTEND:20160301T080000']), 4],
    ['a length that is none', event([good[0] ?? '', 'DURATION:to timer']), 4],
    ['a length of nothing', event([good[0] ?? '', 'DURATION:PT0M']), 4],
    ['a zone that nobody knows', event(['DTSTART;TZID=Fjordtid:20160301T090000', 'DTEND:20160301T110000']), 3],
    ['an event that repeats', event([...good, 'RRULE:FREQ=MONTHLY']), 6],
    ['a body that is not there', event([...good, 'X-SAMSPIL-BODY:fjordrådet']), 6],
    ['a gathering that is not there', event([...good, 'X-SAMSPIL-BODY:forum', 'X-SAMSPIL-GATHERING:fest']), 7],
    ['an id that is none', event([...good, 'X-SAMSPIL-ID:../../1']), 6],
    ['no events', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', 1],
    ['two beginnings', event([...good, 'DTSTART:20160302T090000']), 6],
    ['a meeting of two years', event([good[0] ?? '', 'DTEND:20180301T110000']), 4],
    ['the same meeting twice', `${whole.replace('END:VCALENDAR\r\n', '')}${whole.replace('BEGIN:VCALENDAR\r\n', '')}`, 7],
  ])('calendar: %s', async (_what, text, line) => {
    await refused(text, 'ics', line);
  });
  it.each([
    ['empty', '', 1],
    ['a column nobody knows', 'organ;dato;tid;sted\nforum;2016-03-01;09:00;Viborg\n', 1],
    ['no column of dates', 'organ;tid\nforum;09:00\n', 1],
    ['a column twice', 'organ;dato;tid;dato\nforum;2016-03-01;09:00;x\n', 1],
    ['a cell too many', 'organ;dato;tid\nforum;2016-03-01;09:00\nforum;2016-03-02;09:00;x\n', 3],
    ['a cell too few', 'organ;dato;tid\nforum;2016-03-01\n', 2],
    ['a quotation mark left open', 'organ;dato;tid\nforum;"2016-03-01;09:00\n', 2],
    ['a date that does not exist', 'organ;dato;tid\nforum;2016-02-30;09:00\n', 2],
    ['a date that is none', 'organ;dato;tid\nforum;2016-03-01;09:00\nforum;første marts;09:00\n', 3],
    ['a time that is none', 'organ;dato;tid\nforum;2016-03-01;25:00\n', 2],
    ['minutes that are none', 'organ;dato;tid;minutter\nforum;2016-03-01;09:00;to timer\n', 2],
    ['a body that is not there', 'organ;dato;tid\nfjordrådet;2016-03-01;09:00\n', 2],
    ['a gathering that is not there', 'organ;dato;tid;anledning\nforum;2016-03-01;09:00;fest\n', 2],
    ['the same date twice', 'organ;dato;tid\nforum;2016-03-01;09:00\nforum;1.3.2016;9.00\n', 3],
    ['a head and nothing else', 'organ;dato;tid\n', 1],
    ['an id that is none', 'organ;dato;tid;id\nforum;2016-03-01;09:00;ÆØÅ\n', 2],
  ])('table: %s', async (_what, text, line) => {
    await refused(text, 'csv', line);
  });
  it('what it quotes cannot steer the terminal it is read on', async () => {
    const text = 'organ;dato;tid\n\u001B[2J\u0007;2016-03-01;09:00\n';
    await expect(importing(store, text, 'csv')).rejects.toThrow('there is no body called "?[2J?".');
  });
  it('an alarm’s length is not the meeting’s', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT5M', 'REPEAT:2', 'END:VALARM'];
    expect(fromIcs(model, event([good[0] ?? '', ...alarm]), 'council')).toMatchObject([{ minutes: 120 }]);
  });
  it('nothing is recorded where one of several years would be refused', async () => {
    await propose(store);
    const text = 'organ;dato;tid\npanel;2017-03-01;09:00\nforum;2016-03-01;09:00\n';
    await expect(importing(store, text, 'csv', null, true)).rejects.toThrow('Nothing was changed.');
    expect((await readYear(store, model, 2017, now)).map(({ stands }) => stands)).toEqual(['proposal', 'proposal']);
  });

  async function refused(text: string, format: 'ics' | 'csv', line: number) {
    const heads = await store.heads(null, Number.MAX_SAFE_INTEGER);
    const fault = await importing(store, text, format, 'council').then(
      () => null,
      (each: unknown) => each,
    );
    expect(fault).toBeInstanceOf(FileUnreadable);
    expect(fault).toMatchObject({ line, message: expect.stringMatching(new RegExp(`^Line ${line}: .{10,}`)) });
    expect(await store.heads(null, Number.MAX_SAFE_INTEGER)).toEqual(heads);
  }
});

function event(lines: readonly string[], zone: readonly string[] = []): string {
  return ['BEGIN:VCALENDAR', ...zone, 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
}
