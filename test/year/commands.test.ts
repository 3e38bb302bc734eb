import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BodyYear } from '../../bot/governance/year/facts.ts';
import { samspil as command, samspilAlone } from '../kit/commands.ts';

let directory: string;
let store: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-'));
  store = join(directory, 'samspil.db');
});
afterEach(() => rmSync(directory, { recursive: true }));

const settings = () => ({ SAMSPIL_STORE: store });
const samspil = (...words: readonly string[]) => command(settings(), ...words);
function file(name: string, text: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}
async function years(...words: string[]): Promise<readonly BodyYear[]> {
  return JSON.parse((await samspil('plan', ...words, '--json')).out);
}

describe('samspil plan', () => {
  it('the plan command says of every body what it proposes, and makes no store by looking', async () => {
    const plans = await years('all', '2016');
    expect(plans.length).toBeGreaterThan(9);
    expect(new Set(plans.map(({ stands }) => stands))).toEqual(new Set(['proposal']));
    expect(plans.filter(({ owed }) => owed.by === 'setting').every(({ owed }) => owed.clause === null)).toBe(true);
    expect(existsSync(store)).toBe(false);
  });
  it('the plan command records a proposal, and says from then on that it is recorded', async () => {
    expect((await samspil('plan', 'propose', 'it', '2027')).out).toContain('it-temagruppen 2027: 4 datoer foreslået');
    expect((await samspil('plan', 'it', '2027')).out).toContain('2027: foreslået, afventer formandskabet');
    expect((await samspil('plan', 'propose', 'it', '2027')).out).toContain('Nothing to propose');
  });
  it('the plan command plans around dates that are set elsewhere', async () => {
    const dates = ['15-02-2027', '31-05-2027', '13-09-2027', '29-11-2027'];
    const sku = file('sku.csv', `organ;dato;tid\n${dates.map((date) => `SKU;${date};15.00\n`).join('')}`);
    expect((await samspil('plan', 'import', sku)).out).toContain('4 datoer sat af andre');
    const plans = await years('all', '2027');
    const council = plans.find(({ stands }) => stands === 'elsewhere');
    const forum = plans.find(({ body }) => body === 'sundhedsstyregruppen');
    expect(council?.meetings).toHaveLength(4);
    const own = forum?.meetings.filter(({ gathering }) => gathering === null) ?? [];
    expect(own.map(({ date }, at) => Date.parse(council?.meetings[at]?.date ?? '') - Date.parse(date) >= 14 * 86_400_000)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
  it.each([
    ['cut.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'linje 2: Kalenderen er ikke hel'],
    ['wrong.csv', 'organ;dato;tid\nssg;2027-02-30;09:00\n', 'linje 2: »2027-02-30« er ikke en dato.'],
    ['other.txt', 'hej', 'linje 1: Der er ingen kolonne til »dato«. Overskrifter: hej.'],
    ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), 'linje 1: Kan ikke læses'],
    ['far.csv', 'organ;dato;tid\nssg;2080-03-01;09:00\n', 'linje 2: Helligdagene i 2080 kendes ikke'],
    ['steer.csv', 'organ;dato;tid\n\u001B[2J\u0007;2027-03-01;09:00\n', 'Ingen gruppe eller udvalg hedder »[2J«'],
  ])('the plan command reads nothing from a damaged file: %s', async (name, text, sentence) => {
    const { code, err } = await samspil('plan', 'import', file(name, text));
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)]);
    expect(existsSync(store)).toBe(false);
  });
  it('the year command draws the year wheel', async () => {
    const to = join(directory, 'wheel.svg');
    expect((await samspilAlone(settings(), 'year', '2016', '--svg', to)).code).toBe(0);
    expect(readFileSync(to, 'utf8')).toContain('Årshjul 2016');
  });
});
