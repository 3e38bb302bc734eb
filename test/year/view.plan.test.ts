import ical from 'node-ical';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvText } from '../../bot/files/cells.ts';
import { openSqlite, type SqliteStore } from '../../bot/store/sqlite.ts';
import { toIcs } from '../../bot/view/calendar/ics.ts';
import { readYear } from '../../bot/view/year/plan.ts';
import { planCells } from '../../bot/view/year/plan-cells.ts';
import { describePlan } from '../../bot/view/year/plan-text.ts';
import { yearDateSaid } from '../../cards/year/said.ts';
import { asking, fjord, importing, now, proposing } from '../kit/plan-world.ts';

const model = fjord();
let store: SqliteStore;
beforeEach(() => {
  store = openSqlite(':memory:');
});
afterEach(() => store.close());

describe('the year as it stands', () => {
  it('a year of which nothing is recorded is shown as a proposal, and says so', async () => {
    const years = await readYear(store, model, 2016, now);
    expect(years.map(({ body, stands, meetings }) => [body, stands, meetings.length])).toEqual([
      ['panel', 'proposal', 4],
      ['forum', 'proposal', 5],
    ]);
    const text = describePlan(model, 2016, years, 'da').join('\n');
    expect(text).toContain('panel (panel) 2016: forslag, ikke gemt');
    expect(text).toContain('4 om året (F1 §3)');
    expect(text).toContain('4–5 om året (standard)');
  });
  it('a year under way is proposed in what is left of it with all that is owed, and late in the year with what still fits', async () => {
    const seen = async (today: string) => {
      const years = await readYear(store, model, 2016, Temporal.Instant.from(`${today}T08:00:00Z`));
      return (years.find(({ body }) => body === 'panel')?.meetings ?? []).filter(({ date }) => date > today).map(({ date }) => date);
    };
    const left = await seen('2016-02-01');
    expect(left).toHaveLength(4);
    expect((left[0] ?? '') >= '2016-02-22').toBe(true);
    expect((await seen('2016-10-03')).length).toBe(1);
  });
  it('a year that was recorded is shown as the recorded plan, with the dates of the proposal', async () => {
    const before = await readYear(store, model, 2016, now);
    await proposing(store, model, 2016);
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
  it('the year follows its meetings when they are moved or cancelled, and shows those planned beside it', async () => {
    await proposing(store, model, 2016);
    const [panel] = await readYear(store, model, 2016, now);
    const meeting = { start: '2016-04-19T11:00:00Z', end: '2016-04-19T12:30:00Z', place: { ref: 't', mac: 'm' }, link: null } as const;
    const plan = { type: 'PlanMeeting', body: 'panel', joint: [], extraordinary: false, reason: null, ...meeting } as const;
    await asking(store, model, 'meeting/panel.2016-2', plan);
    await asking(store, model, 'meeting/extra1', { ...plan, start: '2016-12-20T08:00:00Z', end: '2016-12-20T09:00:00Z' });
    await asking(store, model, 'meeting/panel.2016-2', { type: 'CancelMeeting', reason: { ref: 'r', mac: 'm' } });
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
  it('a joint date says with whom it is, and a date right after the holidays says from when on it would be better', async () => {
    const given = { gathering: null, time: '09:00', minutes: 120 } as const;
    const august = { ...given, id: '1', date: '2016-08-02', joint: ['forum'], online: true };
    await ask({ type: 'ProposeYear', meetings: [august, { ...given, id: '2', date: '2016-09-20', joint: [], online: false }] });
    const plan = (await readYear(store, model, 2016, now)).find(({ body }) => body === 'panel');
    const [first, second] = plan?.meetings.map((meeting) => plan && yearDateSaid(model, plan, meeting, 'da')) ?? [];
    expect(first).toContain('fælles med Forum · virtuelt');
    expect(first).toContain('fristerne falder samlet før ferien, bedre fra 15. august 2016');
    expect(second).not.toMatch(/fælles|virtuelt|ferien/);
    expect(describePlan(model, 2016, plan ? [plan] : [], 'en').join(' ')).toContain('before the holidays, better from 2016-08-15');
  });
  it('the year shows dates that were set elsewhere', async () => {
    await importing(store, model, 'organ;dato;tid\ncouncil;2016-03-04;10:00\n');
    const years = await readYear(store, model, 2016, now);
    expect(years.find(({ body }) => body === 'council')).toMatchObject({ stands: 'elsewhere', meetings: [{ date: '2016-03-04' }] });
  });
});

describe('a plan written out as a calendar', () => {
  it('a plan written out as a calendar or a table and read in again is the same plan', async () => {
    await proposing(store, model, 2016);
    await ask({ type: 'AdjustMeeting', meeting: '3', to: { date: '2016-09-27', time: '13:00', minutes: 45 } });
    await ask({ type: 'AdjustMeeting', meeting: '1', to: null });
    for (const format of ['ics', 'csv'] as const) {
      const years = await readYear(store, model, 2016, now);
      const text = format === 'ics' ? toIcs(model, years, 'da', now) : csvText(planCells(model, years, 'da'));
      expect((await importing(store, model, text)).changes.every(({ how }) => how === 'same')).toBe(true);
      const other = openSqlite(':memory:');
      await importing(other, model, text);
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
  it('another reader of calendars finds the instants, UIDs, sequences and cancellations of the plan', async () => {
    await proposing(store, model, 2016);
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
  it('the lines of a calendar keep within 75 octets, end as the standard says, and cut no letter', async () => {
    const long = fjord({ forum: 'Ærø- og Øresundsforummet for blåbærgrødsanliggender, ålegræs; og så videre i årevis' });
    const text = toIcs(long, await readYear(store, long, 2016, now), 'da', now);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.replaceAll('\r\n ', '')).toContain(
      'SUMMARY:Ærø- og Øresundsforummet for blåbærgrødsanliggender\\, ålegræs\\; og så videre i årevis',
    );
  });
  it('a calendar tells when the clocks of its zone change', async () => {
    const text = toIcs(model, await readYear(store, model, 2016, now), 'da', now);
    const part = (name: string, begins: string, from: string, to: string, month: number) =>
      [
        `BEGIN:${name}`,
        `DTSTART:${begins}`,
        `TZOFFSETFROM:${from}`,
        `TZOFFSETTO:${to}`,
        `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
        '',
      ].join('\r\n');
    expect(text).toContain(part('DAYLIGHT', '19700329T020000', '+0100', '+0200', 3));
    expect(text).toContain(part('STANDARD', '19701025T030000', '+0200', '+0100', 10));
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toHaveLength(2);
  });
});

function ask(command: Parameters<typeof asking>[3]) {
  return asking(store, model, 'year/panel.2016', command);
}
