import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BodyYear } from '../../bot/governance/year/facts.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { samspil as command } from '../kit/commands.ts';

let directory: string;
let store: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-'));
  store = join(directory, 'samspil.db');
});
afterEach(() => rmSync(directory, { recursive: true }));

const samspil = (...words: readonly string[]) => command({ SAMSPIL_STORE: store }, ...words);
const cases = join(import.meta.dirname, 'cases');
const takes = (name: string, ...more: readonly string[]) => samspil('plan', 'import', join(cases, name), ...more);
function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}
async function meetings(body: string, year: string): Promise<BodyYear['meetings']> {
  const [plan] = JSON.parse((await samspil('plan', 'show', body, year, '--json')).out) as readonly BodyYear[];
  return plan?.meetings ?? [];
}

describe('a calendar of three meetings of a cluster', () => {
  const cluster = 'klyngestyregruppe-1';
  const stands = async () =>
    (await meetings(cluster, '2022')).map(({ date, time, cancelled, revision }) => [date, time, cancelled, revision]);

  it('importing a calendar with one event cancelled cancels that meeting alone and says so', async () => {
    await takes('w-year.ics', '--body', cluster);
    const { code, out } = await takes('w-cancel-one.ics', '--body', cluster);
    expect(code).toBe(0);
    expect(out).toContain('Udgår (1)\n  linje 20: Klyngestyregruppe 1 (somatik) · mandag 26. september 2022 kl. 16.00–18.00');
    expect(out).toContain(`${cluster} 2022: 2 andre møder står uændret.`);
    expect(await stands()).toEqual([
      ['2022-08-30', '14:00', false, 0],
      ['2022-09-26', '16:00', true, 1],
      ['2022-12-06', '08:00', false, 0],
    ]);
    expect((await takes('w-cancel-one.ics', '--body', cluster)).out).toContain('Intet nyt.');
  });
  it('importing a calendar with one event moved moves that meeting alone, with the same UID and the next SEQUENCE', async () => {
    await takes('w-year.ics', '--body', cluster);
    const before = await meetings(cluster, '2022');
    expect((await takes('w-move-one.ics', '--body', cluster)).out).toContain('0 nye, 1 ændret, 0 udgår, 0 uændrede.');
    const after = await meetings(cluster, '2022');
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(await stands()).toEqual([
      ['2022-08-30', '14:00', false, 0],
      ['2022-09-27', '16:00', false, 1],
      ['2022-12-06', '08:00', false, 0],
    ]);
  });
});

it('the words AFLYST and (aflyst) cancel a meeting, and Udsat is refused with its line and the known words', async () => {
  const dates = ['08-02-2027', '10-05-2027', '10-09-2027'];
  const plan = file('plan.csv', `organ;dato;tid\r\n${dates.map((date) => `SSG;${date};09.00\r\n`).join('')}`);
  await samspil('plan', 'import', plan);
  const refused = await takes('r4-status.csv');
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/linje 4: »Udsat« er ikke et kendt ord\. Kendte ord: .*aflyst.*, bekræftet/);
  expect((await meetings('SSG', '2027')).map(({ cancelled }) => cancelled)).toEqual([false, false, false]);
  const rest = readFileSync(join(cases, 'r4-status.csv'), 'utf8').replace(/SSG;10-09-2027;.*\r\n/, '');
  await samspil('plan', 'import', file('rest.csv', rest));
  expect((await meetings('SSG', '2027')).map(({ cancelled }) => cancelled)).toEqual([true, true, false]);
});

it('our own export, saved again by a Danish Excel, changes nothing when it is imported', async () => {
  const text = new TextDecoder('windows-1252').decode(readFileSync(join(cases, 'r5-own-export-saved-by-excel.csv')));
  await samspil('plan', 'import', file('before.csv', text));
  const again = await takes('r5-own-export-saved-by-excel.csv');
  expect([again.code, again.err]).toEqual([0, '']);
  expect(again.out).toContain('Filen er ikke i UTF-8; den er læst som Windows-1252.');
  expect(again.out).toContain('Uændrede (46)\n  linje 2–47');
  expect(again.out).toContain('Intet nyt.');
});

it('the manual’s example of seats is read with the Danish date that Excel gives it', async () => {
  const { code, out } = await samspil('seats', 'import', join(cases, 'r9-seats-dk.csv'));
  expect([code, out]).toEqual([0, expect.stringContaining('linje 2: it-temagruppen: Åse Ærø, regional-formand, fra 2015-02-01')]);
});

describe('spreadsheets as people keep them', () => {
  it('a plan as people write it is imported with only its date column pointed out', async () => {
    const sheet = [
      'Mødeplan 2024 for sundhedssamarbejdet;;;;;;',
      ';;;;;;',
      'Hvornår mødes vi;Kl.;Udvalg;Sted;Bemærkning;Deltagere;',
      'torsdag den 18. januar 2024;kl. 12-14;Sundhedsstyregruppen;Regionshuset;;alle;',
      '04-06-2024 09:00:00;;SSG;Virtuelt;;;',
      '19.-20. juni 2024;12-12;SSG (fælles med Formandskabet);Viborg;;;',
      '1.10.2024;14.00 - 15.00;It-temagruppen;Teams;Fællesmøde med temagruppen for forebyggelse;;',
      ';;;;;;',
      'Tuesday, 3rd December 2024;9.30 am;It-temagruppen;;;;',
    ].map((line) => `${line}\r\n`);
    const { code, out, err } = await samspil('plan', 'import', file('plan.csv', sheet.join('')), '--column', 'date=Hvornår mødes vi');
    expect([code, err]).toEqual([0, expect.any(String)]);
    expect(out).toContain('Kolonnen »Deltagere« er ikke taget med.');
    const said = async (body: string) =>
      (await meetings(body, '2024')).map(({ date, time, minutes, joint, online }) => [date, time, minutes, joint, online]);
    expect(await said('SSG')).toEqual([
      ['2024-01-18', '12:00', 120, [], false],
      ['2024-06-04', '09:00', 120, [], true],
      ['2024-06-19', '12:00', 1440, ['formandskabet'], false],
    ]);
    expect(await said('it')).toEqual([
      ['2024-10-01', '14:00', 60, ['forebyggelse'], true],
      ['2024-12-03', '09:30', 120, [], false],
    ]);
    expect((await samspil('plan', 'import', file('plan.csv', sheet.join('')), '--column', 'date=Hvornår mødes vi')).out).toContain(
      'Intet nyt.',
    );
  });
  it('a missing time becomes the body’s usual one and a two-digit year is a guess, and both need a confirmation', async () => {
    const usual = file('usual.csv', 'udvalg;dato;kl\nSSG;1.2.2027;13-15\nSSG;1.3.2027;13-15\n');
    await samspil('plan', 'import', usual);
    const open = file('open.csv', 'udvalg;dato;kl\nSSG;03-05-27;\n');
    const asked = await samspil('plan', 'import', open);
    expect([asked.code, asked.out]).toEqual([1, expect.stringContaining('»03-05-27« er læst som mandag 3. maj 2027.')]);
    expect(asked.out).toContain('Uden klokkeslæt: det sædvanlige, kl. 13:00, er indsat.');
    expect(asked.err).toContain('tilføj så --yes');
    expect(await meetings('SSG', '2027')).toHaveLength(2);
    expect((await samspil('plan', 'import', open, '--yes')).code).toBe(0);
    expect(await meetings('SSG', '2027')).toMatchObject([{}, {}, { date: '2027-05-03', time: '13:00', minutes: 120 }]);
  });
  it('a list of actions with quarters, weeks and ends of years is imported as a milestone plan, without ongoing ones', async () => {
    const sheet = [
      'Handleplan 2019-2020;;;;',
      'Nr.;Indsats/opgave/projekt;Status på indsatsen;Forventes at være klar til;',
      '1;Fælles skabelon;I gang;Ultimo 2019;',
      '2;Ny vejledning;I gang;4. kvartal 2019;',
      '3;Uddannelse;;December 2019;',
      '4;Evaluering;;2020;',
      '5;Besøg;;uge 34 2020;',
      '6;Netværk;Løber;Løbende;',
      '7;"Pilot, to steder";;1.januar 2020;',
    ].map((line) => `${line}\r\n`);
    const { code, out } = await samspil('milestones', 'import', file('plan.csv', sheet.join('')), '--body', 'it');
    expect([code, out]).toEqual([0, expect.stringContaining('Kolonnen »Status på indsatsen« er ikke taget med.')]);
    expect(out).toContain('linje 8: »Netværk« har ingen dato og er ikke taget med.');
    const open = openSqlite(store);
    const state = (await open.recall('milestone-plan/it-temagruppen'))?.state;
    await open.close();
    expect(state?.kind === 'milestone-plan' && state.draft?.map(({ due }) => due)).toEqual([
      '2019-12-31',
      '2019-12-31',
      '2019-12-31',
      '2020-12-31',
      '2020-08-21',
      '2020-01-01',
    ]);
  });
  it('an import cancels the meetings that the file leaves out only when asked to, and only once confirmed', async () => {
    await samspil('plan', 'import', file('all.csv', 'udvalg;dato;kl\nSSG;1.2.2027;9-11\nSSG;1.3.2027;9-11\nSSG;3.5.2027;9-11\n'));
    const before = await meetings('SSG', '2027');
    const part = file('part.csv', 'udvalg;dato;kl\nSSG;1.2.2027;9-11\nSSG;10.3.2027;9-11\n');
    const listed = await samspil('plan', 'import', part, '--replace');
    expect([listed.code, listed.out]).toEqual([1, expect.stringContaining('står ikke i filen: Sundhedsstyregruppen · mandag 3. maj 2027')]);
    expect(listed.out).toContain('linje 3: Læst som mødet mandag 1. marts 2027, der flyttes.');
    expect(await meetings('SSG', '2027')).toEqual(before);
    await samspil('plan', 'import', part, '--replace', '--yes');
    const after = await meetings('SSG', '2027');
    expect(after.map(({ uid, date, cancelled }) => [uid, date, cancelled])).toEqual([
      [before[0]?.uid, '2027-02-01', false],
      [before[1]?.uid, '2027-03-10', false],
      [before[2]?.uid, '2027-05-03', true],
    ]);
  });
  it('a dry run creates no store', async () => {
    const { code, out } = await samspil('plan', 'import', file('a.csv', 'udvalg;dato;kl\nSSG;1.2.2027;9-11\n'), '--dry-run');
    expect([code, out, existsSync(store)]).toEqual([0, expect.stringContaining('Intet er ændret.'), false]);
  });
});
