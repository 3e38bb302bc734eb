import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textIn } from '../../cards/text/languages.ts';
import { visitorOf } from '../kit/room/visitor.ts';
import { browser, type OpenBrowser, openBrowser } from '../kit/screen/browser.ts';
import { type Started, startMain } from '../kit/started.ts';
import { isCalled, labelsOn } from '../kit/teams/screen.ts';

const group = 'it-temagruppen';
const [one, other] = ['Regional formand (it-temagruppen)', 'Kommunal formand (it-temagruppen)'];
const neither = 'Socialchef';
const goesUp = 'Forelæg for SSG';
const { upNow } = textIn('da').case.buttons;

describe.skipIf(browser() === null)('two persons in the room at once, each with a browser', { timeout: 120_000 }, () => {
  let folder: string;
  let bot: Started;
  let address: string;
  let room: ReturnType<typeof visitorOf>;
  const browsers: OpenBrowser[] = [];

  const opens = async (name: string): Promise<Page> => {
    const opened = await openBrowser();
    browsers.push(opened);
    const page = await opened.context.newPage();
    page.setDefaultTimeout(30_000);
    const person = (await room.looks()).people.find((each) => each.name === name)?.id ?? '';
    await page.goto(`${address}/?${new URLSearchParams({ person, body: group, language: 'da' })}`);
    return page;
  };
  const caseOn = (page: Page) => page.locator('article.root').filter({ hasText: 'Sag IT 2015-01' });
  const upOn = (page: Page) => caseOn(page).getByRole('button', { name: goesUp });
  const shared = async () => {
    const found = (await room.posts(group, neither)).find(({ card }) => card !== null && isCalled(card, 'Sag IT'));
    return labelsOn(found?.card ?? {});
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspil-two-'));
    bot = startMain({ SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PAGES: join(folder, 'pages'), SAMSPIL_PORT: '0' });
    address = await bot.said('Samspil:');
    room = visitorOf(address);
  }, 180_000);
  afterAll(async () => {
    for (const each of browsers) await each.close();
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  test('the view of one person is never shown to another, however fast the person is changed and however late a view comes', async () => {
    const page = await opens(one);
    await upOn(page).waitFor();
    let held = 0;
    await page.route('**/teams/client/press', async (route) => {
      held += 1;
      if (held % 2 === 1) await page.waitForTimeout(700);
      await route.continue();
    });
    const people = page.getByRole('combobox', { name: 'Du er' });
    const seen: string[] = [];
    for (const name of [neither, one, neither, other, neither, one, other, neither]) {
      await people.selectOption({ label: name });
      for (let looks = 0; looks < 6; looks++) {
        const buttons = await upOn(page).count();
        if (name === neither && buttons > 0) seen.push(`${name} after ${looks}`);
        await page.waitForTimeout(looks * 20);
      }
    }
    await page.waitForTimeout(1_500);
    expect([...seen, ...(await upOn(page).allTextContents())]).toEqual([]);
    await people.selectOption({ label: other });
    await upOn(page).waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.close();
  });

  test('what is pressed or written while another person’s view is asked for is nobody else’s', async () => {
    const page = await opens(one);
    await upOn(page).waitFor();
    await page.route('**/teams/client/posts*', async (route) => {
      await page.waitForTimeout(800);
      await route.continue();
    });
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/press') && request.postData()?.includes('"manual"')) sent.push(request.postData() ?? '');
    });
    await page.getByRole('combobox', { name: 'Du er' }).selectOption({ label: neither });
    expect(await upOn(page).count()).toBe(0);
    expect(sent).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.close();
  });

  test('both chairs refer the case within a second, and it goes up once, with both answers in the ledger', async () => {
    const pages = [await opens(one), await opens(other)];
    for (const page of pages) {
      await upOn(page).click();
      await caseOn(page).getByRole('button', { name: upNow, exact: true }).waitFor();
    }
    expect(await shared()).not.toContain(goesUp);
    await Promise.all(pages.map((page) => caseOn(page).getByRole('button', { name: upNow, exact: true }).click()));
    for (const page of pages) await caseOn(page).getByText('fredag 6. marts 2015').first().waitFor();
    for (const page of pages) expect(await upOn(page).count()).toBe(0);
    expect(await shared()).not.toContain(goesUp);
    const { entries } = await room.looks();
    const told = entries.map(({ who, did }) => `${who} ${did}`);
    for (const chair of [one, other]) expect(told.filter((line) => line.startsWith(`${chair} vurderede`))).toHaveLength(1);
    for (const once of ['forelagde', 'på dagsordenen']) expect(told.filter((line) => line.includes(once))).toHaveLength(1);
    expect((await room.checks()).faults).toEqual([]);
  });
});
