import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../bot/governance/time/calendar.ts';
import { openHandle } from '../../bot/handle.ts';
import { readCharter } from '../../bot/model/read.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { adoptTerms } from '../../scheduler/adopt.ts';
import { type Started, startMain } from '../kit/started.ts';

let folder: string;
let running: Started[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspil-main-'));
  running = [];
});
afterEach(async () => {
  for (const each of running) await each.stop();
  await rm(folder, { recursive: true });
});

describe('npm start', { timeout: 180_000 }, () => {
  test('on a machine without a program that opens a browser the stand-in for Teams answers beside the bot, and both stop when told to', async () => {
    const bot = start({ PATH: folder }, '--playground');
    const address = await bot.said('Samspil:');
    const standIn = await bot.said('Teams');
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ alive: true });
    expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({ ready: true, parked: 0 });
    expect((await fetch(`${standIn}/_debug/ping`)).status).toBe(200);
    expect(await bot.stop()).toBe(0);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    await expect(fetch(`${standIn}/_debug/ping`)).rejects.toThrow();
  });

  test('the bot refuses to start when terms that have been in force were changed, and names the file and line', async () => {
    const seeds = join(folder, 'seeds');
    await cp(new URL('../../seeds', import.meta.url), seeds, { recursive: true });
    await adopts(seeds, '2015-01-05T08:00');
    const file = join(seeds, 'it-temagruppen.yaml');
    const terms = await readFile(file, 'utf8');
    await writeFile(file, terms.replace('until: 2018-12-31', 'until: 2019-12-31'));
    expect(await readFile(file, 'utf8')).not.toBe(terms);
    const bot = start({ SAMSPIL_SEEDS: seeds }, '--playground');
    expect(await bot.ended).toBe(1);
    expect(bot.complained()).toMatch(/it-temagruppen\.yaml:\d+: .*have been in force/);
  });

  test('the bot says in one sentence that its store cannot be opened', async () => {
    await writeFile(join(folder, 'letter.txt'), 'Kære alle');
    const bot = start({ SAMSPIL_STORE: join(folder, 'letter.txt') }, '--playground');
    expect(await bot.ended).toBe(1);
    expect(bot.complained()).toBe(`The store ${join(folder, 'letter.txt')} cannot be opened: file is not a database.\n`);
  });

  test('the bot goes on without a stand-in for Teams that ends at once, and says so', async () => {
    const ends = `data:text/javascript,${encodeURIComponent("if (process.argv[1]?.includes('m365agentsplayground')) process.exit(1);")}`;
    const bot = start({ NODE_OPTIONS: `--import ${ends}` }, '--playground');
    const address = await bot.said('Samspil:');
    expect(await bot.said('The stand-in')).toBe('The stand-in for Teams did not start. The bot runs without it.');
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  test('the bot runs without the stand-in for Teams installed, and says how to add it', async () => {
    const missing = `data:text/javascript,${encodeURIComponent(`
      import { registerHooks } from 'node:module';
      registerHooks({ resolve: (name, at, next) => next(name.replace('@microsoft/m365agentsplayground', '@microsoft/not-there'), at) });
    `)}`;
    const bot = start({ NODE_OPTIONS: `--import ${missing}` }, '--playground');
    const address = await bot.said('Samspil:');
    expect(await bot.said('The stand-in')).toBe(
      'The stand-in for Teams is not installed. Add it: npm install --no-save @microsoft/m365agentsplayground@0.2.28',
    );
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  test('the bot tells an older Node which version it needs', () => {
    const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.1.0"}})';
    const script = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).scripts.start;
    const [, ...args] = script.split(' ');
    const { status, stderr } = spawnSync(process.execPath, ['--import', older, ...args], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Samspil needs Node 24, and this is Node 20\.1\.0: .+\n$/)]);
  });

  test('when the shell through which npm has started the program is ended, the program ends too', async () => {
    const loaded = new URL('../../bot/needs-node.js', import.meta.url).pathname;
    const forever = `console.log(process.pid); setInterval(() => undefined, 1_000);`;
    const shell = spawn('sh', ['-c', `"${process.execPath}" --import "${loaded}" -e "${forever}"; true`]);
    const [printed] = await once(shell.stdout, 'data');
    shell.kill('SIGTERM');
    await expect.poll(() => isRunning(Number(printed)), { timeout: 10_000 }).toBe(false);
  });

  test('an install that was not finished, and a package that is lost, are said in a sentence', async () => {
    const sentence = 'The packages are not installed, or not all of them: run npm ci, and try again.\n';
    await mkdir(join(folder, 'bot'));
    await mkdir(join(folder, 'node_modules'));
    await cp(new URL('../../bot/needs-node.js', import.meta.url), join(folder, 'bot/needs-node.js'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await writeFile(join(folder, 'bot/main.js'), "import 'pino';");
    const starts = () => spawnSync(process.execPath, ['--import', './bot/needs-node.js', 'bot/main.js'], { encoding: 'utf8', cwd: folder });
    expect(starts()).toMatchObject({ status: 1, stderr: sentence });
    await writeFile(join(folder, 'node_modules/.package-lock.json'), '{}');
    expect(starts()).toMatchObject({ status: 1, stderr: `The package pino is missing. ${sentence}` });
  });
});

function isRunning(pid: number): boolean {
  return spawnSync('kill', ['-0', String(pid)]).status === 0;
}

/** What an earlier start of the bot has taken into the ledger. */
async function adopts(seeds: string, at: string): Promise<void> {
  const read = readCharter(seeds);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  const store = openSqlite(join(folder, 'samspil.db'));
  const handle = openHandle(
    store,
    () => read.charter,
    async () => undefined,
  );
  await adoptTerms(store, handle, read.charter, instantOf(read.charter, at.slice(0, 10), at.slice(11)));
  await store.close();
}

function start(settings: Readonly<Record<string, string>> = {}, ...args: readonly string[]): Started {
  const bot = startMain({ SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PORT: '0', SAMSPIL_LOG_LEVEL: 'warn', ...settings }, ...args);
  running.push(bot);
  return bot;
}
