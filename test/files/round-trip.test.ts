import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvText, xlsxBytes } from '../../bot/files/cells.ts';
import { opened } from '../../bot/files/open.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { needsALook } from '../../bot/governance/lists/trial.ts';
import { elapsedMinutes, endOf } from '../../bot/governance/time/calendar.ts';
import type { GivenDate } from '../../bot/governance/vocabulary/year/year.ts';
import type { BodyYear } from '../../bot/governance/year/facts.ts';
import { openSqlite, type SqliteStore } from '../../bot/store/sqlite.ts';
import { toIcs } from '../../bot/view/calendar/ics.ts';
import { datesInFile } from '../../bot/view/year/dates-in.ts';
import { readYear } from '../../bot/view/year/plan.ts';
import { planCells } from '../../bot/view/year/plan-cells.ts';
import { samspil as command } from '../kit/commands.ts';
import { encoded, letters } from '../kit/letters.ts';
import { asking, fjord, importing, now } from '../kit/plan-world.ts';
import fc from '../kit/seeded.ts';

const model: Charter = fjord();
let store: SqliteStore;
beforeEach(() => {
  store = openSqlite(':memory:');
});
afterEach(() => store.close());

/** Draws any plan that the rules accept, with meetings across clock changes, over several days, joint and online. */
const dates = fc
  .uniqueArray(
    fc.record({
      date: fc.oneof(
        fc.constantFrom('2016-03-26', '2016-03-27', '2016-10-29', '2016-10-30', '2016-12-31', '2016-02-29'),
        fc.integer({ min: 0, max: 365 }).map((day) => new Date(Date.UTC(2016, 0, 1 + day)).toISOString().slice(0, 10)),
      ),
      time: fc.oneof(fc.constantFrom('00:00', '01:30', '02:30', '23:30'), fc.constantFrom('09:00', '13:15')),
      minutes: fc.constantFrom(1, 45, 90, 120, 600, 1_440, 2_880),
      joint: fc.constantFrom<readonly string[]>([], ['forum']),
      online: fc.boolean(),
      gathering: fc.constant(null),
    }),
    { minLength: 1, maxLength: 6, selector: ({ date }) => date },
  )
  .map((all) => all.map((each, at): GivenDate => ({ ...each, id: String(at + 1) })));
/** A time that the clocks skip in spring does not exist. */
const exists = (each: GivenDate) =>
  elapsedMinutes(model, { date: each.date, time: '00:00' }, each) >= 0 &&
  endOf(model, each.date, each.time, 0).toPlainTime().toString().startsWith(each.time);

async function files(years: readonly BodyYear[]): Promise<readonly (readonly [string, Uint8Array])[]> {
  const cells = planCells(model, years, 'da');
  return [
    ...letters.map((as) => [as, encoded(csvText(cells).slice(1), as)] as const),
    ['xlsx', await xlsxBytes(cells)],
    ['ics', Buffer.from(toIcs(model, years, 'da', now))],
    ['english', Buffer.from(csvText(planCells(model, years, 'en')))],
  ];
}
const stands = (years: readonly BodyYear[]) =>
  years.flatMap(({ body, meetings }) =>
    meetings.map(({ uid, date, time, minutes, joint, online, cancelled }) => [body, uid, date, time, minutes, joint, online, cancelled]),
  );

describe('a plan exported and imported again', () => {
  it('an exported plan changes nothing in the store it came from, and gives the same plan in an empty one', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(dates, async (all) => {
        const meetings = all.filter(exists);
        if (meetings.length === 0) return;
        runs += 1;
        const here = openSqlite(':memory:');
        await asking(here, model, 'year/panel.2016', { type: 'ProposeYear', meetings });
        const years = (await readYear(here, model, 2016, now)).filter(({ body }) => body === 'panel');
        for (const [as, bytes] of await files(years)) {
          const trial = await importing(here, model, bytes);
          expect([as, trial.faults, trial.changes.map(({ how }) => how), needsALook(trial)]).toEqual([
            as,
            [],
            meetings.map(() => 'same'),
            false,
          ]);
          const there = openSqlite(':memory:');
          await importing(there, model, bytes);
          expect([as, stands((await readYear(there, model, 2016, now)).filter(({ body }) => body === 'panel'))]).toEqual([
            as,
            stands(years),
          ]);
          await there.close();
        }
        await here.close();
      }),
      { numRuns: 12 },
    );
    expect(runs).toBeGreaterThan(5);
  }, 120_000);

  it('importing one changed row of a plan changes that meeting alone', async () => {
    const meetings = ['2016-02-01', '2016-05-02', '2016-09-05'].map(
      (date, at): GivenDate => ({ id: String(at + 1), gathering: null, date, time: '09:00', minutes: 120, joint: [], online: false }),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 }), fc.constantFrom('date', 'time', 'cancel'), async (which, what) => {
        const here = openSqlite(':memory:');
        await asking(here, model, 'year/panel.2016', { type: 'ProposeYear', meetings });
        const before = (await readYear(here, model, 2016, now)).filter(({ body }) => body === 'panel');
        const { head, rows } = planCells(model, before, 'da');
        const row = (rows[which] ?? []).map((cell, at) => {
          if (what === 'date' && head[at] === 'Dato') return cell.replace(/^\d\d/, '17');
          if (what === 'time' && head[at] === 'Kl') return '13:00';
          return what === 'cancel' && head[at] === 'Status' ? 'Aflyst' : cell;
        });
        await importing(here, model, csvText({ head, rows: [row] }));
        const after = (await readYear(here, model, 2016, now)).filter(({ body }) => body === 'panel');
        const others = (years: readonly BodyYear[]) => stands(years).filter(([, uid]) => uid !== `panel.2016-${which + 1}@samspil`);
        expect(others(after)).toEqual(others(before));
        expect(stands(after)).not.toEqual(stands(before));
        await here.close();
      }),
      { numRuns: 9 },
    );
  });

  it('a file cut off anywhere is refused, is asked about or changes only whole lines', async () => {
    const given = ['2016-02-01', '2016-05-02'].map(
      (date, at): GivenDate => ({ id: String(at + 1), gathering: null, date, time: '09:00', minutes: 120, joint: [], online: at === 0 }),
    );
    await asking(store, model, 'year/panel.2016', { type: 'ProposeYear', meetings: given });
    const years = (await readYear(store, model, 2016, now)).filter(({ body }) => body === 'panel');
    const whole = stands(years).map((each) => JSON.stringify(each.slice(1, 7)));
    for (const [as, bytes] of await files(years)) {
      for (let end = 0; end < bytes.length; end += as === 'xlsx' ? 41 : 1) {
        const read = datesInFile(model, await opened(bytes.subarray(0, end)), { body: null, year: null, pointed: {} });
        if (read.faults.length > 0 || read.remarks.some(({ guess }) => guess)) continue;
        const said = read.dates.map(({ id, date, time, minutes, joint, online }) =>
          JSON.stringify([`panel.2016-${id}@samspil`, date, time, minutes, joint ?? [], online ?? false]),
        );
        expect([as, end, said.filter((each) => !whole.includes(each))]).toEqual([as, end, []]);
      }
    }
  }, 120_000);
});

describe('a milestone plan exported and imported again', () => {
  it('an exported milestone plan changes nothing when it is imported again, as .csv in any encoding or as .xlsx', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'samspil-'));
    const samspil = (...words: readonly string[]) => command({ SAMSPIL_STORE: join(directory, 'samspil.db') }, ...words);
    const file = (name: string, bytes: Uint8Array | string) => {
      writeFileSync(join(directory, name), bytes);
      return join(directory, name);
    };
    try {
      const list =
        'Leverance;Frist;Start;Afhænger af;Klynge;Nr\r\n"Fælles; skabelon";1.9.2027;1.2.2027;;;1\r\n=Pilot;2027-10-01;;1;klyngestyregruppe-1, klyngestyregruppe-2;2\r\n';
      expect((await samspil('milestones', 'import', file('list.csv', list), '--body', 'it')).code).toBe(0);
      const text = (await samspil('milestones', 'it', '--csv')).out;
      expect(text.split('\r\n')[0]).toBe('\uFEFFMilepæl;Frist;Start;Ansvarlig;Indsats;Afhænger af;Udføres af;Nr.;Status');
      await samspil('milestones', 'it', '--xlsx', '--to', join(directory, 'out.xlsx'));
      const all = [...letters.map((as) => file(`${as}.csv`, encoded(text.slice(1), as))), join(directory, 'out.xlsx')];
      for (const path of all) {
        const again = await samspil('milestones', 'import', path, '--body', 'it');
        expect([path, again.code, again.out]).toEqual([path, 0, expect.stringContaining('Intet nyt.')]);
      }
      expect(readFileSync(join(directory, 'out.xlsx')).subarray(0, 2).toString()).toBe('PK');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
