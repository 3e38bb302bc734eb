import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is. Without one a developer's machine gets null and one plain line, and its browser tests are left out; in CI it is a fault. */
export function browser(environment: NodeJS.ProcessEnv = process.env): string | null {
  const path = environment.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (existsSync(path)) return path;
  const missing = `Chromium was not found at ${path}: install it (apt-get install chromium) or set CHROMIUM_PATH.`;
  if (environment.CI) throw new Error(missing);
  console.warn(`${missing} The tests that need a browser are left out.`);
  return null;
}

export interface OpenBrowser {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** A headless browser in a folder of its own that reaches this machine only; `close` removes the folder. */
export async function openBrowser(): Promise<OpenBrowser> {
  const executablePath = browser();
  if (executablePath === null) throw new Error('Ask browser() first: it says whether there is one.');
  const folder = await mkdtemp(join(tmpdir(), 'samspil-browser-'));
  const context = await chromium.launchPersistentContext(folder, { executablePath, headless: true, args: flags });
  await context.route(
    (url) => url.protocol.startsWith('http') && !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname),
    (route) => route.abort(),
  );
  return {
    context,
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
