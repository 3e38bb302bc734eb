import { mouseOn } from '../../kit/room/hands.ts';
import { touristOn } from '../../kit/room/tourist.ts';
import { openBrowser } from '../../kit/screen/browser.ts';

/** `npm run first-answer -- ADDRESS` opens a rehearsal room that runs and presses the first answer; it exits with 1 where the room takes none. */
const [address] = process.argv.slice(2);
if (address === undefined) throw new Error('Which address? It is the one that npm start printed.');
const chromium = await openBrowser();
try {
  const page = await chromium.context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${address}/?language=da`);
  await page.getByRole('listitem').first().waitFor();
  const asked = await touristOn(page, 'da', mouseOn(page)).answer();
  console.log(`answered: ${asked}`);
} finally {
  await chromium.close();
}
