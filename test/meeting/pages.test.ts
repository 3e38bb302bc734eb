import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeldItem, HeldMeeting } from '../../bot/view/meeting/held.ts';
import { indexPage, meetingPage } from '../../bot/view/meeting/pages.ts';
import { obstacles } from '../kit/screen/axe.ts';
import { browser, type OpenBrowser, openBrowser } from '../kit/screen/browser.ts';

const at = (time: string) => Temporal.PlainDateTime.from(time).toZonedDateTime('Europe/Copenhagen');
const item = (number: number, change: Partial<HeldItem> = {}): HeldItem => ({
  number,
  kind: 'decision',
  title: `Fælles plan nr. ${number}`,
  recommendations: ['planen godkendes', 'den følges op'],
  case: '15/1234',
  papers: 'https://dokumenter.example/hemmelig-sti',
  closed: false,
  outcome: { kind: 'decided', text: 'Planen godkendes.\n\nDen følges op i 2016.' },
  dissents: [{ person: 'p-1', seat: 'Formand (Region)', text: 'Fristen er for kort' }],
  ...change,
});
const held = (change: Partial<HeldMeeting> = {}): HeldMeeting => ({
  id: 'm1',
  bodies: ['Panelet', 'Forum'],
  start: at('2015-03-16T13:00'),
  end: at('2015-03-17T12:00'),
  place: 'Lokale Havblik',
  extraordinary: true,
  phase: 'over',
  minutes: 'published',
  items: [
    item(1),
    item(2, { closed: true, title: 'En følsom sag', outcome: { kind: 'noted', text: 'Hemmeligt' } }),
    item(3, {
      kind: 'information',
      title: '<script>alert(1)</script> & "citat"',
      recommendations: [],
      case: null,
      outcome: { kind: 'noted', text: '' },
      dissents: [],
    }),
    item(4, { title: 'Etmegetlangtordudenmellemrum'.repeat(8), outcome: { kind: 'carried', text: '' } }),
  ],
  ...change,
});

describe('the page of a meeting', () => {
  test.each([
    ['Læs mere på https://fjord.example/plan?a=1&b=2.', 'https://fjord.example/plan?a=1&b=2'],
    ['See (http://fjord.example/en_(paper)), please', 'http://fjord.example/en_(paper)'],
  ])('an address in a decision is a link, and what follows it in the sentence is not: %s', (text, address) => {
    const decided = meetingPage('Fjordsamarbejdet', held({ items: [item(1, { outcome: { kind: 'decided', text } })] }));
    const shown = address.replace('&', '&#38;');
    expect(decided).toContain(`<a href="${shown}" rel="noopener noreferrer">${shown}</a>`);
  });

  test.each([
    'javascript:alert(1)',
    'https://nogen:kode@fjord.example/',
    'ftp://fjord.example/fil',
    'file:///c:/hemmelig',
    'xhttps://fjord.example',
  ])('nothing else is one: %s', (text) => {
    const decided = meetingPage('Fjordsamarbejdet', held({ items: [item(1, { outcome: { kind: 'decided', text } })] }));
    expect(decided).not.toContain('rel="noopener');
  });

  test('an address can neither leave its attribute nor bring markup with it', () => {
    const text = `https://fjord.example/"onclick="x https://fjord.example/'><script>1</script>`;
    const decided = meetingPage('Fjordsamarbejdet', held({ items: [item(1, { outcome: { kind: 'decided', text } })] }));
    expect(decided).not.toMatch(/"onclick|<script/);
  });

  const page = meetingPage('Fjordsamarbejdet', held());

  test('the page of a meeting says what was recommended and decided, and names a dissent by its seat', () => {
    for (const words of [
      'at planen godkendes',
      'Besluttet',
      'Den følges op i 2016.',
      'Formand (Region): Fristen er for kort',
      'Sag 15/1234',
    ])
      expect(page).toContain(words);
    expect(page).toContain('mandag 16. marts 2015 kl. 13.00 til tirsdag 17. marts 2015 kl. 12.00');
  });

  test('the page of a meeting leaves out closed items and links to papers, and keeps the items’ numbers', () => {
    for (const words of ['følsom', 'Hemmeligt', 'hemmelig-sti', '>2<', '<h2>2. ']) expect(page).not.toContain(words);
    expect(page).toContain('<h2>3. ');
  });

  test('the page of a meeting takes no written words for markup, and runs no script', () => {
    expect(page).not.toMatch(/<script|javascript:|\son\w+=/);
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;citat&#34;');
  });
});

describe.skipIf(browser() === null)('the page of a meeting, in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samspil-pages-test-'));
  let open: OpenBrowser;
  beforeAll(async () => {
    writeFileSync(join(folder, 'm1.html'), meetingPage('Fjordsamarbejdet', held()));
    writeFileSync(
      join(folder, 'm2.html'),
      meetingPage('Fjordsamarbejdet', held({ id: 'm2', items: [item(1, { closed: true })], place: '' })),
    );
    writeFileSync(join(folder, 'index.html'), indexPage('Fjordsamarbejdet', [held(), held({ id: 'm0', start: at('2014-11-03T09:00') })]));
    writeFileSync(join(folder, 'empty.html'), indexPage('Fjordsamarbejdet', []));
    open = await openBrowser();
  });
  afterAll(async () => {
    await open.close();
    rmSync(folder, { recursive: true });
  });
  const shown = async (name: string) => {
    const page = await open.context.newPage();
    await page.goto(`file://${join(folder, name)}`);
    return page;
  };

  test.each(['m1.html', 'm2.html', 'index.html', 'empty.html'])('the page %s passes the accessibility checks', async (name) => {
    expect(await obstacles(await shown(name))).toEqual([]);
  });

  test('the first press of Tab leads past the top, and the list leads to a meeting’s page', async () => {
    const page = await shown('index.html');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Spring til indholdet');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('indhold');
    await page.getByRole('link', { name: 'mandag 16. marts 2015' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Referat: Panelet + Forum');
    expect(await page.getByRole('table', { name: 'Punkter og resultat' }).getByRole('columnheader').count()).toBe(4);
  });

  test('nobody has to scroll a meeting’s page sideways on the narrowest phone', async () => {
    const page = await shown('m1.html');
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });
});
