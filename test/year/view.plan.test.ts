import ical from 'node-ical';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandsFor, mayRecord, proposalOf, record } from '../../bot/cli/year/plan-record.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { openHandle } from '../../bot/handle.ts';
import { openSqlite, type SqliteStore } from '../../bot/store/sqlite.ts';
import { toIcs } from '../../bot/view/calendar/ics.ts';
import { fromIcs } from '../../bot/view/calendar/ics-read.ts';
import { fromCsv, toCsv } from '../../bot/view/year/csv.ts';
import { FileUnreadable } from '../../bot/view/year/import.ts';
import { readYear } from '../../bot/view/year/plan.ts';
import { describePlan } from '../../bot/view/year/plan-text.ts';
import { body, charter, termsOf } from '../kit/charter.ts';

const now = Temporal.Instant.from('2015-10-01T08:00:00Z');
const model: Charter = fjord();
let store: SqliteStore;
beforeEach(() => {
  store = openSqlite(':memory:');
});
afterEach(() => store.close());

describe('the year as it stands', () => {
  it('is a proposal where nothing is recorded, and says so', async () => {
    const years = await readYear(store, model, 2016, now);
    expect(years.map(({ body, stands, meetings }) => [body, stands, meetings.length])).toEqual([
      ['panel', 'proposal', 4],
      ['forum', 'proposal', 5],
    ]);
    const text = describePlan(model, 2016, years, 'da').join('\n');
    expect(text).toContain('panel (panel) 2016: forslag, ikke gemt');
    expect(text).toContain('4 om året (F1 §3)');
    expect(text).toContain('4-5 om året (ikke fra kommissoriet)');
  });
  it('is a proposal for what is left of a year under way, with all that is owed; late in the year, with what can still be', async () => {
    const seen = async (today: string) => {
      const years = await readYear(store, model, 2016, Temporal.Instant.from(`${today}T08:00:00Z`));
      return (years.find(({ body }) => body === 'panel')?.meetings ?? []).filter(({ date }) => date > today).map(({ date }) => date);
    };
    const left = await seen('2016-02-01');
    expect(left).toHaveLength(4);
    expect((left[0] ?? '') >= '2016-02-22').toBe(true);
    expect((await seen('2016-10-03')).length).toBe(1);
  });
  it('is the recorded plan once there is one, with the same dates', async () => {
    const before = await readYear(store, model, 2016, now);
    await propose();
    const after = await readYear(store, model, 2016, now);
    expect(after.map(({ stands }) => stands)).toEqual(['proposed', 'proposed']);
    expect(after.map(({ meetings }) => meetings)).toEqual(before.map(({ meetings }) => meetings));
    await ask({ type: 'AdjustMeeting', meeting: '1', to: null });
    const [panel] = await readYear(store, model, 2016, now);
    expect(panel?.meetings.filter(({ cancelled }) => cancelled)).toMatchObject([{ id: '1', revision: 1 }]);
    expect(panel?.shortfalls).toEqual([]);
    const [late] = await readYear(store, model, 2016, Temporal.Instant.from('2015-12-01T08:00:00Z'));
    expect(late?.shortfalls).toMatchObject([{ how: 'too-few-planned', has: 3, owes: 4 }]);
    expect(describePlan(model, 2016, late ? [late] : [], 'da')).toContain('  ! for få møder er planlagt: 3 af 4 (F1 §3)');
  });
  it('follows its meetings when they are moved or cancelled, and counts those planned beside it', async () => {
    await propose();
    const [panel] = await readYear(store, model, 2016, now);
    const meeting = { start: '2016-04-19T11:00:00Z', end: '2016-04-19T12:30:00Z', place: { ref: 't', mac: 'm' }, link: null } as const;
    const plan = { type: 'PlanMeeting', body: 'panel', joint: [], extraordinary: false, reason: null, ...meeting } as const;
    await on('meeting/panel.2016-2', plan);
    await on('meeting/extra1', { ...plan, start: '2016-12-20T08:00:00Z', end: '2016-12-20T09:00:00Z' });
    await on('meeting/panel.2016-2', { type: 'CancelMeeting', reason: { ref: 'r', mac: 'm' } });
    const [after] = await readYear(store, model, 2016, now);
    expect(after?.meetings.find(({ id }) => id === '2')).toMatchObject({
      date: '2016-04-19',
      time: '13:00',
      minutes: 90,
      cancelled: true,
      revision: 1,
    });
    expect(after?.meetings.find(({ id }) => id === '2')?.uid).toBe(panel?.meetings[1]?.uid);
    expect(after?.meetings.find(({ beside }) => beside)).toMatchObject({ date: '2016-12-20', time: '09:00', uid: 'extra1@samspil' });
  });
  it('dates set elsewhere stand in it, and are planned around', async () => {
    await importing('organ;dato;tid\ncouncil;2016-03-04;10:00\n', 'csv');
    const years = await readYear(store, model, 2016, now);
    expect(years.find(({ body }) => body === 'council')).toMatchObject({ stands: 'elsewhere', meetings: [{ date: '2016-03-04' }] });
  });
});

describe('out as a calendar', () => {
  it('and in again gives the same plan', async () => {
    await propose();
    await ask({ type: 'AdjustMeeting', meeting: '3', to: { date: '2016-09-27', time: '13:00', minutes: 45 } });
    await ask({ type: 'AdjustMeeting', meeting: '1', to: null });
    for (const format of ['ics', 'csv'] as const) {
      const years = await readYear(store, model, 2016, now);
      const text = format === 'ics' ? toIcs(model, years, 'da', now) : toCsv(model, years, 'da');
      expect(await importing(text, format)).toEqual([]);
      const other = openSqlite(':memory:');
      await importing(text, format, other);
      const dates = (all: typeof years) =>
        all.map(({ body, meetings }) => [
          body,
          meetings
            .filter((each) => !each.cancelled)
            .map(({ uid, date, time, minutes, gathering }) => [uid, date, time, minutes, gathering]),
        ]);
      expect(dates(await readYear(other, model, 2016, now))).toEqual(dates(years));
      await other.close();
    }
  });
  it('another reader of calendars finds the same instants, UIDs, sequences and cancellations', async () => {
    await propose();
    await ask({ type: 'AdjustMeeting', meeting: '3', to: { date: '2016-09-27', time: '13:00', minutes: 45 } });
    await ask({ type: 'AdjustMeeting', meeting: '1', to: null });
    const years = await readYear(store, model, 2016, now);
    const read = Object.values(ical.sync.parseICS(toIcs(model, years, 'da', now))).filter((each) => each?.type === 'VEVENT');
    const expected = years.flatMap(({ meetings }) =>
      meetings.map(({ uid, date, time, minutes, revision, cancelled }) => {
        const start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: time });
        const end = start.add({ minutes });
        return [uid, start.epochMilliseconds, end.epochMilliseconds, String(revision), cancelled ? 'CANCELLED' : 'TENTATIVE'];
      }),
    );
    expect(read.map((each) => [each.uid, each.start.getTime(), each.end?.getTime(), String(each.sequence), each.status])).toEqual(expected);
  });
  it('keeps lines within 75 octets, ends each as the standard says, and cuts no letter', async () => {
    const long = fjord({ forum: 'Ærø- og Øresundsforummet for blåbærgrødsanliggender, ålegræs; og så videre i årevis' });
    const text = toIcs(long, await readYear(store, long, 2016, now), 'da', now);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.replaceAll('\r\n ', '')).toContain(
      'SUMMARY:Ærø- og Øresundsforummet for blåbærgrødsanliggender\\, ålegræs\\; og så videre i årevis',
    );
  });
  it('tells the zone’s clocks as they change', async () => {
    const text = toIcs(model, await readYear(store, model, 2016, now), 'da', now);
    expect(text).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20160327T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n');
    expect(text).toContain('BEGIN:STANDARD\r\nDTSTART:20161030T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n');
  });
});

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
    await importing(file('01'), 'ics', store, 'council');
    const [before] = await council();
    await importing(file('08'), 'ics', store, 'council');
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
    await expect(importing(text, 'csv')).rejects.toThrow('there is no body called "?[2J?".');
  });
  it('an alarm’s length is not the meeting’s', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT5M', 'REPEAT:2', 'END:VALARM'];
    expect(fromIcs(model, event([good[0] ?? '', ...alarm]), 'council')).toMatchObject([{ minutes: 120 }]);
  });
  it('nothing is recorded where one of several years would be refused', async () => {
    await propose();
    const text = 'organ;dato;tid\npanel;2017-03-01;09:00\nforum;2016-03-01;09:00\n';
    await expect(importing(text, 'csv', store, null, true)).rejects.toThrow('Nothing was changed.');
    expect((await readYear(store, model, 2017, now)).map(({ stands }) => stands)).toEqual(['proposal', 'proposal']);
  });

  async function refused(text: string, format: 'ics' | 'csv', line: number) {
    const heads = await store.heads(null, Number.MAX_SAFE_INTEGER);
    const fault = await importing(text, format, store, 'council').then(
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

async function importing(text: string, format: 'ics' | 'csv', into: SqliteStore = store, whose: string | null = null, elsewhere = false) {
  const dates = format === 'ics' ? fromIcs(model, text, whose) : fromCsv(model, text, whose);
  const asked = await commandsFor(into, model, dates, elsewhere, now);
  await mayRecord(into, model, asked, now);
  return record(into, model, asked, now);
}

async function propose() {
  const years = await readYear(store, model, 2016, now);
  await record(store, model, years.map(proposalOf), now);
}

type Asked = Parameters<ReturnType<typeof openHandle>>[0];
let nth = 0;
async function on(stream: Asked['stream'], command: Asked['command']) {
  const handle = openHandle(
    store,
    () => model,
    async () => undefined,
  );
  const handled = await handle({ stream, command, by: { kind: 'operator' }, cause: `operator:test-${++nth}`, now });
  if (handled.result === 'refused') throw new Error(handled.refusal.refused);
}
function ask(command: Asked['command']) {
  return on('year/panel.2016', command);
}

/** A panel that the terms give four meetings, under a forum that has four by a setting and calls one gathering. */
function fjord(names: { readonly forum?: string } = {}): Charter {
  const clause = {
    id: 'panel-cadence',
    kind: 'cadence',
    text: { da: 'Mødes fire gange om året.' },
    source: { document: 'F1', section: '§3' },
    state: { kind: 'waits', for: 'year wheel' },
  } as const;
  const value = { least: 4, most: 4, about: false, asNeeded: false };
  const panel = {
    ...termsOf('panel', { above: 'forum', until: null }),
    cadence: { stated: true, value, clause: clause.id },
    clauses: [clause],
  } as const;
  const forum = { ...body('forum', { until: null }), name: { da: names.forum ?? 'Forum', en: 'forum' }, kind: 'steering-group' };
  const base = charter({
    bodies: [{ ...body('panel'), terms: [panel] }, forum, { ...body('council'), outside: true, terms: [] }],
    gatherings: [
      {
        id: 'dag',
        name: { da: 'Temadag', en: 'Theme day' },
        host: 'forum',
        who: [{ body: 'panel', kind: null, seats: 'chairs' }],
        least: 1,
        most: 2,
        minutes: 360,
        from: '2015-01-01',
        until: null,
        clause: clause.id,
      },
    ],
  });
  const { collaboration } = base;
  const { defaults } = collaboration;
  const cadences = [{ body: 'forum', kind: null, least: 4, most: 5 }];
  return { ...base, collaboration: { ...collaboration, defaults: { ...defaults, planning: { ...defaults.planning, cadences } } } };
}
