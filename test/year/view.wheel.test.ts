import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BodyYear } from '../../bot/governance/year/facts.ts';
import { openSqlite, type SqliteStore } from '../../bot/store/sqlite.ts';
import { readYear } from '../../bot/view/year/plan.ts';
import { square, wheelSheet } from '../../bot/view/year/wheel.ts';
import { toPng } from '../../bot/view/year/wheel-png.ts';
import { documentsCharter } from '../kit/read-once.ts';

const now = Temporal.Instant.from('2015-10-01T08:00:00Z');
const charter = documentsCharter();
let store: SqliteStore;
let plans: readonly BodyYear[];
beforeEach(async () => {
  store = openSqlite(':memory:');
  plans = await readYear(store, charter, 2016, now);
});
afterEach(() => store.close());

describe('the year wheel', () => {
  it('the wheel shows the months and every meeting of the year, each meeting said in words as well', () => {
    const svg = wheelSheet(charter, 2016, plans, 'da');
    const said = [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, words]) => words ?? '');
    expect(said).toHaveLength(plans.reduce((sum, { meetings }) => sum + meetings.length, 0));
    expect(said).toContain('Sundhedsstyregruppen: tir 8. marts 2016, 09:00 (forslag, ikke gemt)');
    for (const month of ['januar', 'juli', 'december']) expect(svg).toContain(`>${month}</textPath>`);
  });
  it('the wheel is an A3 sheet, has a name for people who cannot see it, and closes every tag', () => {
    const svg = wheelSheet(charter, 2016, plans, 'da');
    expect(svg).toMatch(/^<svg [^>]*width="420mm" height="297mm"[^>]*role="img" aria-labelledby="title"/);
    expect(unclosed(svg)).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|null/);
  });
  it('the wheel of thirty bodies stays on the sheet, and no letter is too small to read in print', async () => {
    const [one] = plans;
    if (!one) throw new Error('no plan');
    const others = charter.bodies
      .filter(({ id, outside }) => !outside && plans.every(({ body }) => body !== id))
      .slice(0, 30 - plans.length);
    const thirty = [...plans, ...others.map(({ id }): BodyYear => ({ ...one, body: id, stands: 'elsewhere' }))];
    for (const shown of [plans, thirty]) {
      const svg = wheelSheet(charter, 2016, shown, 'da');
      const list = svg.slice(svg.indexOf('<g transform="translate(2980 170)">'));
      const lines = [...list.matchAll(/<(?:text|g)[^>]* (?:y="([\d.]+)"|transform="translate\(0 ([\d.]+)\)")/g)].map(([, y, moved]) =>
        Number(y ?? moved),
      );
      expect(170 + Math.max(...lines) + 260).toBeLessThan(2970);
      expect(Math.min(...[...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size)))).toBeGreaterThanOrEqual(22);
    }
  });
  it('each meeting on the wheel has a band from the deadline for items to the day its minutes are due', () => {
    const one = plans.filter(({ body }) => body === 'it-temagruppen');
    const bands = wheelSheet(charter, 2016, one, 'da').match(/fill-opacity="0.28"\/><path/g) ?? [];
    expect(bands.length).toBeGreaterThanOrEqual(4);
  });
  it('a name with markup in it does not become part of the wheel’s drawing', () => {
    const bodies = charter.bodies.map((each) => (each.id === 'it-temagruppen' ? { ...each, name: { da: 'IT <&> "drift"' } } : each));
    const svg = wheelSheet({ ...charter, bodies }, 2016, plans, 'da');
    expect(svg).toContain('IT &lt;&amp;&gt; &quot;drift&quot;');
    expect(unclosed(svg)).toEqual([]);
  });
  it('the wheel of one body is a PNG with our own letters, the same each time', () => {
    const [plan] = plans.filter(({ body }) => body === 'it-temagruppen');
    if (!plan) throw new Error('no plan');
    const svg = square(charter, plan, 'da');
    expect(svg).toContain('tor 4. feb');
    const png = Buffer.from(toPng(svg, 900));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([900, 900]);
    expect(Buffer.from(toPng(svg, 900)).equals(png)).toBe(true);
    const wordless = svg.replaceAll(/<text[\s>].*?<\/text>/gs, '');
    expect(png.length).toBeGreaterThan(Buffer.from(toPng(wordless, 900)).length * 1.2);
  });
});

/** Tags opened and not closed, or closed and not opened. */
function unclosed(svg: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = '', , self] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (self) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}
