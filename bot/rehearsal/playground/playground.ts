import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import { freePort } from '../free-port.ts';
import { openHand, type Stander } from './hand.ts';

interface Playground {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const howToAdd = 'npm install --no-save @microsoft/m365agentsplayground@0.2.28';

const others = ['Kommunal sekretær', 'Regional formand', 'Kommunal formand', 'Almen praksis', 'Klynge'];

/** Six people, named by role. The first one sits at the screen. */
const standers: readonly [Stander, ...Stander[]] = [standing('Regional sekretær'), ...others.map(standing)];
const usualPort = 56_150;

/** Whoever sits at the screen may do everything. */
export const administrators = [standers[0].aadObjectId];

export const handOn = (moveClock: Parameters<typeof openHand>[0]['moveClock']) => openHand({ people: standers, moveClock });

/** It runs beside the bot: General belongs to a body, the second channel to one that refers to it. The bot runs without it too. */
export async function beside(charter: Charter, endpoint: string): Promise<{ readonly said: string; readonly stop: () => Promise<void> }> {
  const started = await startPlayground(charter, endpoint);
  const without = { stop: async () => undefined };
  if (started === 'not-installed') return { ...without, said: `The stand-in for Teams is not installed. Add it: ${howToAdd}` };
  if (started === 'not-started') return { ...without, said: 'The stand-in for Teams did not start. The bot runs without it.' };
  return { stop: started.stop, said: `Teams stand-in: ${started.url}` };
}

/** Its package may be missing, and it may end at once. */
async function startPlayground(charter: Charter, endpoint: string): Promise<Playground | 'not-installed' | 'not-started'> {
  const cli = installed();
  if (cli === null) return 'not-installed';
  const usual = await startOn(await freePort(usualPort), cli, charter, endpoint);
  return usual ?? (await startOn(await freePort(0), cli, charter, endpoint)) ?? 'not-started';
}

/** Null where the port is taken, also when somebody else took it meanwhile: it is known by a number of its own. */
async function startOn(port: number | null, cli: string, charter: Charter, endpoint: string): Promise<Playground | null> {
  if (port === null) return null;
  const mark = randomUUID();
  const folder = await mkdtemp(join(tmpdir(), 'samspil-stand-in-'));
  await writeFile(join(folder, '.m365agentsplayground.yml'), stringify(settings(charter, mark)));
  const preload = fileURLToPath(new URL('loopback.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--import', preload, cli, 'start', '-p', String(port), '-e', endpoint, '-c', 'msteams', '--disable-telemetry'],
    { cwd: folder, stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  if ((await told(`${url}/_internal/v1/config`, child)).includes(mark)) return { url, stop };
  await stop();
  return null;
}

/** What the address answers within twenty seconds; nothing where the process behind it has ended. */
async function told(url: string, child: ChildProcess): Promise<string> {
  for (let asked = 0; asked < 100 && child.exitCode === null; asked++) {
    try {
      return await (await fetch(url)).text();
    } catch (notYet) {
      if (!(notYet instanceof TypeError)) throw notYet;
      await setTimeout(200);
    }
  }
  return '';
}

function installed(): string | null {
  try {
    return fileURLToPath(new URL('cli.js', import.meta.resolve('@microsoft/m365agentsplayground/package.json')));
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw fault;
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}

/** The file the stand-in wants: exactly five users beside the one at the screen, General, and at most one channel more. */
function settings(charter: Charter, mark: string): object {
  const { team, secondChannel } = channelsFor(charter);
  const [current, ...users] = standers.map(user);
  return {
    version: '0.1.1',
    tenantId: guid('tenant'),
    bot: { id: '28:samspil', name: 'Samspil' },
    currentUser: current,
    users,
    personalChat: { id: `a:${mark}` },
    groupChat: { id: '19:group@thread.v2', name: team },
    team: {
      id: '19:general@thread.tacv2',
      name: team,
      aadGroupId: guid('team'),
      channels: [{ id: '19:second@thread.tacv2', name: secondChannel }],
    },
  };
}

/** General is for the body that the model's first body with one above it refers to; the second channel is for that first one. */
function channelsFor({ bodies, collaboration }: Charter): { readonly team: string; readonly secondChannel: string } {
  const [language = ''] = collaboration.languages;
  const named = (id: BodyId | null, otherwise: string) => bodies.find((each) => each.id === id)?.name[language] ?? otherwise;
  const below = bodies.find((each) => !each.outside && each.terms.some(({ above }) => above.stated));
  const above = below?.terms.map((terms) => terms.above).find((each) => each.stated)?.value ?? null;
  return { team: named(above, 'General'), secondChannel: named(below?.id ?? null, 'Channel') };
}

function standing(name: string): Stander {
  const aadObjectId = guid(name);
  return { name, aadObjectId, mri: `29:${aadObjectId}` };
}

function user({ name, aadObjectId, mri }: Stander) {
  const [givenName = name, ...surname] = name.split(' ');
  const address = `${aadObjectId.slice(0, 8)}@example.org`;
  return { id: mri, name, userPrincipleName: address, aadObjectId, givenName, surname: surname.join(' ') || givenName, email: address };
}

/** The same name, the same id, so that what was remembered yesterday is theirs today. */
function guid(of: string): string {
  const hex = createHash('sha256').update(`stand-in|${of}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
