import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBeside } from '../../bot/beside.ts';
import type { Config } from '../../bot/config.ts';

let folder: string;
let server: Server;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samspil-beside-'));
  writeFileSync(join(folder, 'index.html'), '<h1>Møder</h1>');
  writeFileSync(join(folder, '.half.part'), 'half');
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const local: Config['bot'] = { kind: 'local' };
const teams: Config['bot'] = { kind: 'teams', appId: 'a', tenant: 't', appType: 'UserAssignedMsi', password: null };

async function status(bot: Config['bot'], path: string): Promise<number> {
  const store = { backlog: async () => ({ open: 0, oldestMs: 0, parked: 0 }) };
  const beside = openBeside(
    { store, now: () => Temporal.Instant.from('2015-02-02T08:00:00Z'), serving: () => true },
    { bot, pagesPlace: folder },
  );
  server = createServer(express().use(beside));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return (await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' })).status;
}

test.each([
  ['/moeder/', 200],
  ['/moeder/index.html', 200],
  ['/moeder/.half.part', 404],
  ['/moeder/%2e%2e/samspil.db', 404],
  ['/readyz', 200],
])('the address %s answers %i in local mode', async (path, expected) => {
  expect(await status(local, path)).toBe(expected);
});

test('the bot shows no pages outside local mode', async () => {
  expect(await status(teams, '/moeder/')).toBe(404);
});
