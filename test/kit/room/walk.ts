import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { obstacles } from '../screen/axe.ts';
import { openBrowser } from '../screen/browser.ts';
import { startMain } from '../started.ts';
import { type Hands, keyboardOn, mouseOn } from './hands.ts';
import { touristOn } from './tourist.ts';

export interface Walk {
  readonly language: 'da' | 'en';
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly by: 'mouse' | 'keyboard';
}
export interface Walked {
  /** The words of each step that was done. */
  readonly told: readonly string[];
  readonly ticked: number;
  readonly presses: number;
  /** Step by step. */
  readonly counted: readonly string[];
  readonly seconds: number;
  /** What went wrong in the page's own script. */
  readonly faults: readonly string[];
  /** What stood in somebody's way, with the step at which it did. */
  readonly obstacles: readonly string[];
}

/** Where the picture of each step is kept. */
const kept = new URL('../../../dist/room/', import.meta.url).pathname;

/**
 * The whole tour in a room of its own. `looks`: the page is looked through with axe after each press, with forms and lists folded out as they
 * then stand, and not only at the end.
 */
export async function walks(walk: Walk, { looks }: { readonly looks: boolean }): Promise<Walked> {
  const { language, width, height, theme, by } = walk;
  const folder = await mkdtemp(join(tmpdir(), 'samspil-tour-'));
  await mkdir(kept, { recursive: true });
  const bot = startMain({ SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PAGES: join(folder, 'pages'), SAMSPIL_PORT: '0' });
  const chromium = await openBrowser();
  try {
    const page = await chromium.context.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.setDefaultTimeout(30_000);
    await page.setViewportSize({ width, height });
    await page.goto(`${await bot.said('Samspil:')}/?${new URLSearchParams({ language, theme })}`);
    await page.getByRole('listitem').first().waitFor();
    const began = Date.now();
    const told: string[] = [];
    const counted: string[] = [];
    const found: string[] = [];
    let now = '';
    const look = async () => void found.push(...(await inTheWay(page)).map((each) => `${now}: ${each}`));
    const own = by === 'mouse' ? mouseOn(page) : keyboardOn(page);
    const hands = looks ? looking(own, look) : own;
    for (const [name, step] of Object.entries(touristOn(page, language, hands))) {
      now = name;
      const before = hands.pressed();
      told.push(await step().catch(async (fault: unknown) => stuck(page, walk, name, fault)));
      counted.push(`${name} ${hands.pressed() - before}`);
      const number = String(told.length).padStart(2, '0');
      await page.screenshot({ path: join(kept, `${nameOf(walk)}-${number}-${name}.png`) });
    }
    await look();
    const ticked = await page.locator('#steps .done').count();
    return { told, ticked, counted, presses: hands.pressed(), seconds: Math.round((Date.now() - began) / 1000), faults, obstacles: found };
  } finally {
    await chromium.close();
    await bot.stop();
    await rm(folder, { recursive: true });
  }
}

/** Looks around after each press. */
function looking(hands: Hands, look: () => Promise<void>): Hands {
  return {
    ...hands,
    press: async (on) => {
      await hands.press(on);
      await look();
    },
  };
}

export function nameOf({ language, width, theme, by }: Walk): string {
  return [language, width, theme, by].join('-');
}

/** What is drawn again while it is looked at is looked at once more. */
async function inTheWay(page: Page): Promise<readonly string[]> {
  let found = await obstacles(page);
  for (let looks = 0; looks < 3 && found.length > 0; looks++) {
    await page.waitForTimeout(700);
    found = await obstacles(page);
  }
  const fits = await page.evaluate('document.documentElement.scrollWidth <= innerWidth');
  return [...found, ...(fits ? [] : ['the page is wider than the screen'])];
}

/** What stood on the page where somebody could not go on. */
async function stuck(page: Page, walk: Walk, step: string, fault: unknown): Promise<never> {
  await page.screenshot({ path: join(kept, `${nameOf(walk)}-stuck.png`), fullPage: true });
  throw new Error(`${step}: ${await page.locator('body').ariaSnapshot()}`, { cause: fault });
}
