import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, type OpenBrowser, openBrowser } from '../kit/screen/browser.ts';
import { handOn } from '../kit/stand-in/hand.ts';
import { type Started, startMain } from '../kit/started.ts';

const group = 'Temagruppen for sundheds-it og digitale arbejdsgange';

/** The test does as somebody at the screen does, and waits for what is to come, as people do. */
describe.skipIf(browser() === null)('the first five minutes, in a real browser', { timeout: 120_000 }, () => {
  let folder: string;
  let bot: Started;
  let chromium: OpenBrowser;
  let page: Page;
  let hand: ReturnType<typeof handOn>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspil-browser-walk-'));
    bot = startMain(
      { SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PORT: '0', SAMSPIL_LOG_LEVEL: 'warn' },
      '--playground',
      '--now',
      '2015-01-05T08:00',
    );
    chromium = await openBrowser();
    page = await chromium.context.newPage();
    page.setDefaultTimeout(30_000);
    hand = handOn(await bot.said('Samspil:'));
    await page.goto(await bot.said('Teams'));
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    await page.getByText(group).first().click();
  }, 180_000);
  afterAll(async () => {
    await chromium.close();
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  const card = (words: string) => page.locator('.ac-adaptiveCard').filter({ hasText: words }).first();
  const presses = (label: string, on: string) => card(on).getByRole('button', { name: label, exact: true }).click();
  const chooses = async (what: string, among: string, on: string) => {
    await card(on).getByRole('combobox', { name: among }).click();
    await page.getByRole('option', { name: what }).first().click();
  };
  const writes = async (words: string) => {
    await page.getByRole('textbox').first().click();
    await page.keyboard.type('@');
    await page
      .getByRole('menuitem', { name: 'Samspil' })
      .or(page.getByRole('option', { name: 'Samspil' }))
      .first()
      .click();
    await page.keyboard.type(words);
    await page.getByRole('button', { name: 'Post', exact: true }).click();
  };
  const reads = (words: string) => page.getByText(words).first().waitFor();

  test('somebody at the screen chooses the body and fills its seats', async () => {
    await presses('Vis handlinger', 'Hvilken gruppe');
    await chooses(group, 'Gruppe eller udvalg', 'Hvilken gruppe');
    await presses('Gem valget', 'Hvilken gruppe');
    await reads('Kanalen bruges af');
    await writes('bemanding');
    for (const role of ['Regional sekretær', 'Regional formand', 'Kommunal formand']) {
      // The card in the channel is drawn again with who has been appointed, and one's own view is opened from it once more.
      await presses('Vis handlinger', 'Medlemmer');
      await presses('Udpeg medlem', 'Medlemmer');
      await chooses(role, 'Plads', 'Medlemmer');
      await card('Medlemmer').getByRole('textbox').first().fill(role);
      await presses('Find', 'Medlemmer');
      await chooses(role, 'Person', 'Medlemmer');
      await presses('Gem', 'Medlemmer');
    }
    await reads('3 udpeget');
  });

  test('somebody at the screen puts a meeting in and answers it as a chair', async () => {
    await writes('nyt møde');
    await presses('Vis handlinger', 'Nyt møde');
    await presses('Indkald til møde', 'Nyt møde');
    await card('Nyt møde').getByRole('textbox').last().fill('Rådhuset');
    await presses('Opret mødet', 'Nyt møde');
    await hand.becomes('Regional formand');
    await presses('Kommer', 'Kommer du ');
    await reads('1 kommer');
  });

  test('the reminder names the chair who has not answered, and shrinks when they do', async () => {
    await hand.passes('P25D', 'PT1H');
    await reads('Mangler svar fra');
    expect(await card('Mangler svar fra').innerText()).toMatch(/^(?![\s\S]*Regional)[\s\S]*Kommunal formand/);
    await hand.becomes('Kommunal formand');
    await presses('Kommer', 'Mangler svar fra');
    await reads('Alle har svaret om mødet');
  });
});
