import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { browser, openBrowser } from '../kit/screen/browser.ts';

describe('the browser of the tests', () => {
  test('a missing browser is a fault in CI and skips the test elsewhere', () => {
    expect(() => browser({ CHROMIUM_PATH: '/no/such/browser', CI: 'true' })).toThrow('/no/such/browser');
    expect(browser({ CHROMIUM_PATH: '/no/such/browser' })).toBeNull();
  });

  test.skipIf(browser() === null)('the test browser shows a local page and requests nothing from other machines', async () => {
    const server = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<h1>Her</h1><img src="http://elsewhere.example/x.png">'),
    );
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { context, close } = await openBrowser();
    try {
      const page = await context.newPage();
      const refused: string[] = [];
      page.on('requestfailed', (request) => refused.push(request.url()));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      expect(await page.getByRole('heading').textContent()).toBe('Her');
      expect(refused).toEqual(['http://elsewhere.example/x.png']);
    } finally {
      await close();
      server.close();
    }
  });
});
