import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Renderer from 'adaptivecards';
import type { Page } from 'playwright-core';
import { dateAt } from '../../../bot/governance/time/calendar.ts';
import { readCharter } from '../../../bot/model/read.ts';
import { drawOrganisation } from '../../../bot/view/organisation/organisation.ts';
import { square } from '../../../bot/view/year/wheel.ts';
import { toPng } from '../../../bot/view/year/wheel-png.ts';
import { deck } from '../../../cards/deck.ts';
import { fill } from '../../../cards/kit/fill.ts';
import { languages } from '../../../cards/text/languages.ts';
import { datesShown } from '../../../cards/year/file.ts';
import { cardScenes } from '../../kit/scenes/all.ts';
import { galleryNames } from '../../kit/scenes/names.ts';
import type { CardScene } from '../../kit/scenes/scene.ts';
import { openBrowser } from '../../kit/screen/browser.ts';
import { readPng } from '../../kit/screen/png.ts';
import { palettePng } from '../../kit/screen/png-palette.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'docs', 'pictures');
const renderer = join(root, 'node_modules', 'adaptivecards', 'dist');
const width = 360;
const pictureAddresses = 'https://billeder.example/*';

/** Draws every card, or only the named ones, in every state and language with the real renderer as wide as a phone, and writes the index. */
async function pictures(only: readonly string[]): Promise<void> {
  const wanted = (card: string) => only.length === 0 || only.includes(card);
  const read = readCharter(join(root, 'seeds'));
  if ('errors' in read) throw new Error(`the model has errors: ${JSON.stringify(read.errors[0])}`);
  const { charter } = read;
  await mkdir(folder, { recursive: true });
  for (const old of await readdir(folder))
    if (only.length === 0 && old.startsWith('card-') && old.endsWith('.png')) await rm(join(folder, old));

  const { context, close } = await openBrowser();
  const drawn: { readonly scene: CardScene; readonly files: readonly string[] }[] = [];
  try {
    const page = await context.newPage();
    await page.setViewportSize({ width: width + 24, height: 800 });
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style><div id="card"></div>`);
    await page.addStyleTag({ path: join(renderer, 'adaptivecards.css') });
    await page.addScriptTag({ path: join(renderer, 'adaptivecards.min.js') });
    const [scenes = [], ...others] = languages.map((language) =>
      cardScenes({ charter, body: 'it-temagruppen', names: galleryNames, place: 'Regionshuset, lokale 4', language }),
    );
    for (const [at, scene] of scenes.entries()) {
      const same = [scene, ...others.flatMap((list) => list[at] ?? [])];
      const files: string[] = [];
      for (const each of same) files.push(wanted(each.card) ? await draw(page, each) : fileOf(each));
      drawn.push({ scene, files });
    }
  } finally {
    await close();
  }
  await writeFile(join(folder, 'README.md'), index(drawn));
  console.log(`${drawn.flatMap(({ files }) => files).length} pictures in docs/pictures`);
}

async function draw(page: Page, scene: CardScene): Promise<string> {
  const { language } = scene.viewer;
  const card = deck[scene.card];
  const face = await card?.show(scene.desk, scene.about, scene.occasion, scene.viewer);
  if (!card || !face) throw new Error(`${scene.card} ${scene.state} shows nothing`);
  const filled = fill(card, face, {
    about: scene.about,
    occasion: scene.occasion,
    form: 'form1',
    version: 1,
    language,
    viewer: scene.viewer.kind,
    viewers: [],
    mentions: face.mentions.map(({ person, name }) => ({ name, mri: `29:${person}` })),
  });
  const file = fileOf(scene);
  await page.unroute(pictureAddresses);
  await page.route(pictureAddresses, async (route) =>
    route.fulfill({ contentType: 'image/png', body: await pictureOn(scene, route.request().url()) }),
  );
  await page.evaluate(render, { card: filled.card, host });
  await page.evaluate(imagesLoaded);
  const shot = await page.locator('#card').screenshot({ animations: 'disabled', omitBackground: true });
  await writeFile(join(folder, file), palettePng(readPng(shot)));
  return file;
}

function fileOf({ card, state, viewer }: CardScene): string {
  return `card-${card}-${state}.${viewer.language}.png`;
}

/** Draws the picture that an address on a scene's card names. */
async function pictureOn({ desk, viewer: { language } }: CardScene, url: string): Promise<Buffer> {
  const [, body = '', year = ''] = /\/year-(.+)-(\d{4})\.png/.exec(url) ?? [];
  const plan = year === '' ? undefined : (await desk.year(Number(year))).find((each) => each.body === body);
  if (plan) {
    const meetings = datesShown({ plan, today: dateAt(desk.charter, desk.now) });
    return Buffer.from(toPng(square(desk.charter, { ...plan, meetings }, language), 2 * width));
  }
  const [, asOf = ''] = /organisation-(\d{4}-\d\d-\d\d)-\w+\.png$/.exec(url) ?? [];
  return Buffer.from(toPng(drawOrganisation(desk.charter, asOf, language), 2 * width));
}

/** This runs in the page. */
async function imagesLoaded(): Promise<void> {
  const { document } = globalThis as unknown as { readonly document: { readonly images: Iterable<{ decode(): Promise<void> }> } };
  await Promise.all(Array.from(document.images, (image) => image.decode()));
}

/** This runs in the page and draws as a Teams client does, with mentions coloured. */
function render({ card, host }: { readonly card: object; readonly host: object }): void {
  const { AdaptiveCard, HostConfig } = (globalThis as unknown as { readonly AdaptiveCards: typeof Renderer }).AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text.replace(/<at>(.*?)<\/at>/g, '<b class="mention">$1</b>');
    result.didProcess = true;
  };
  const drawing = new AdaptiveCard();
  drawing.hostConfig = new HostConfig(host);
  drawing.parse(card);
  const { document } = globalThis as unknown as {
    readonly document: { getElementById(id: string): { replaceChildren(node: unknown): void } };
  };
  document.getElementById('card').replaceChildren(drawing.render());
}

function index(drawn: readonly { readonly scene: CardScene; readonly files: readonly string[] }[]): string {
  const cards = [...new Set(drawn.map(({ scene }) => scene.card))];
  const lines = cards.flatMap((card) => [
    `## ${card}`,
    '',
    `| state | ${languages.join(' | ')} |`,
    `| --- | ${languages.map(() => '---').join(' | ')} |`,
    ...drawn
      .filter(({ scene }) => scene.card === card)
      .map(({ scene, files }) => `| ${scene.state} | ${files.map((file) => `![${scene.card}, ${scene.state}](${file})`).join(' | ')} |`),
    '',
  ]);
  const about = `Every card in every state, as wide as a phone shows it (${width} px), drawn by the Adaptive Cards renderer with a look like that of Teams. The people are invented.`;
  return ['# Cards', '', about, 'Written by `npm run pictures`; not drawn by Teams itself.', '', ...lines].join('\n');
}

const style = `
  body { margin: 12px; font-family: 'Segoe UI', 'Noto Sans', 'DejaVu Sans', 'Noto Color Emoji', sans-serif; background: transparent; }
  #card { width: ${width}px; border: 1px solid #d1d1d1; border-radius: 4px; box-sizing: border-box; }
  .mention { color: #5b5fc7; }
  .ac-pushButton { background: #fff; border: 1px solid #d1d1d1; border-radius: 4px; padding: 5px 12px; font: 600 14px inherit; font-family: inherit; cursor: pointer; }
  .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  .ac-actionSet .ac-pushButton { flex: 0 0 auto !important; }
  .ac-input { font-family: inherit; font-size: 14px; padding: 5px 8px; border: 1px solid #8a8886; border-radius: 4px; box-sizing: border-box; width: 100%; }
`;

/** The sizes, spacing and colours are near those of Teams' light theme. */
const host = {
  fontFamily: "'Segoe UI', 'Noto Sans', 'DejaVu Sans', 'Noto Color Emoji', sans-serif",
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e1e1e1' },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  containerStyles: {
    default: {
      backgroundColor: '#ffffff',
      foregroundColors: { default: { default: '#242424', subtle: '#616161' }, accent: { default: '#5b5fc7', subtle: '#5b5fc7' } },
    },
    emphasis: { backgroundColor: '#f5f5f5' },
    good: { backgroundColor: '#e7f2da' },
    warning: { backgroundColor: '#fbf6d9' },
    attention: { backgroundColor: '#fcf4f6' },
  },
  actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, spacing: 'default' },
  inputs: { label: { inputSpacing: 4, requiredInputs: { size: 'default', suffix: ' *' }, optionalInputs: { size: 'default' } } },
};

await pictures(process.argv.slice(2));
