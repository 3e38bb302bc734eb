import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { channelKey, openDirectory } from '../bot/directory.ts';
import type { Command } from '../bot/governance/vocabulary/all.ts';
import type { Stream } from '../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../bot/handle.ts';
import { invoke, someone, type TeamsPlace } from '../bot/rehearsal/connector/activities.ts';
import { openSqlite } from '../bot/store/sqlite.ts';
import { now } from '../scheduler/clock.ts';
import { charter } from '../test/kit/charter.ts';
import { appId, startConnector, tenant } from '../test/kit/teams/connector.ts';
import { median, ratio } from './figures.ts';

/** Presses a second through the whole bot, each with a durable commit, beside a bare botbuilder that only answers. */
const members = 40;
const meetings = 20;
const connections = 16;
const rounds = 7;
const roundMs = 2_000;

const folder = await mkdtemp(join(tmpdir(), 'samspil-bench-'));
const connector = await startConnector({ limits: false });
const place: TeamsPlace = {
  serviceUrl: connector.url,
  appId,
  tenant,
  team: '19:fjorden@thread.tacv2',
  teamName: 'Fjorden',
  channel: '19:panelet@thread.tacv2',
  channelName: 'Panelet',
};
await furnish(join(folder, 'samspil.db'));
const told = JSON.stringify({ store: join(folder, 'samspil.db'), cloud: connector.cloud });
const bot = await started(new URL('./bot.ts', import.meta.url));
const echo = await started(new URL('./echo.ts', import.meta.url));
const authorization = `Bearer ${await connector.token()}`;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
let presses = 0;

await round(bot.port, meetings);
await round(echo.port, meetings);
const seconds: { readonly bare: number; readonly spread: number; readonly one: number }[] = [];
for (let each = 0; each < rounds; each++) {
  const bare = await round(echo.port, meetings);
  seconds.push({ bare, spread: await round(bot.port, meetings), one: await round(bot.port, 1) });
}
const bare = median(seconds.map((each) => each.bare));
const spread = median(seconds.map((each) => each.spread));
const one = median(seconds.map((each) => each.one));
console.log(`presses a second, ${connections} connections, median of ${rounds} interleaved rounds`);
console.log(`  bare botbuilder, token checked, nothing remembered         ${Math.round(bare)}   1.00`);
console.log(`  Samspil, each answer durable, ${meetings} meetings                  ${Math.round(spread)}   ${ratio(spread, bare)}`);
console.log(`  Samspil, each answer durable, all about the same meeting   ${Math.round(one)}   ${ratio(one, bare)}`);

agent.destroy();
for (const { child } of [bot, echo]) {
  child.disconnect();
  await once(child, 'exit');
}
await connector.close();
await rm(folder, { recursive: true });

/** A body with its members and open meetings, as if it had been set up by hand. */
async function furnish(file: string): Promise<void> {
  const store = openSqlite(file);
  const directory = openDirectory(store);
  const handle = openHandle(
    store,
    () => charter(),
    (ms) => setTimeout(ms),
  );
  let asks = 0;
  const ask = async (stream: Stream, command: Command) => {
    const handled = await handle({ stream, command, by: { kind: 'operator' }, cause: `operator:bench.${++asks}`, now: now() });
    if (handled.result === 'refused') throw new Error(`${command.type} was refused: ${handled.refusal.refused}`);
  };
  const channel = channelKey(place.channel);
  await directory.keepAddress({ ...place, channel, conversation: place.channel, name: 'Panelet', bot: `28:${appId}` });
  await ask(`channel/${channel}`, { type: 'NoteInstalled', of: 'channel' });
  await ask(`channel/${channel}`, { type: 'BindBody', body: 'panel' });
  const roster: { person: string; guest: boolean }[] = [];
  for (let each = 1; each <= members; each++) {
    const { id, name, aadObjectId } = someone(each);
    const person = await directory.person({ tenant, aadObjectId, mri: id }, name, 'da-DK');
    roster.push({ person, guest: false });
    await ask('body/panel', { type: 'FillSeat', appointment: `a${each}`, seat: 'adviser', person, from: '2015-01-01' });
  }
  await directory.keepRoster(channel, { members: roster, at: now().toString() });
  const start = now().add({ hours: 24 * 3 });
  for (let each = 0; each < meetings; each++) {
    const when = { start: start.toString(), end: start.add({ hours: 2 }).toString() };
    const what = { place: null, link: { ref: 'none', mac: 'none' }, joint: [], extraordinary: false, reason: null };
    await ask(`meeting/m${each}`, { type: 'PlanMeeting', body: 'panel', ...when, ...what });
  }
  await store.close();
}

async function started(file: URL) {
  const child = fork(file, [told]);
  const [port] = await once(child, 'message');
  return { child, port: Number(port) };
}

/** Presses a second over one round, every connection pressing again as soon as it has its answer. */
async function round(port: number, among: number): Promise<number> {
  const began = performance.now();
  let done = 0;
  const until = began + roundMs;
  const connection = async () => {
    while (performance.now() < until) {
      await press(port, among);
      done++;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return done / ((performance.now() - began) / 1_000);
}

/** A member changes their answer to one of the meetings; every press is another printing of the card. */
async function press(port: number, among: number): Promise<void> {
  const at = presses++;
  const from = someone(1 + (Math.floor(at / among) % members));
  const verb = Math.floor(at / (members * among)) % 2 === 0 ? 'coming' : 'absent';
  const about = `meeting/m${at % among}`;
  const data = { card: 'meeting', about, occasion: '', form: `f${at}`, version: 1 };
  const body = JSON.stringify(invoke(place, from, { verb, data, replyTo: '1' }));
  const asked = request({
    host: '127.0.0.1',
    port,
    path: '/api/messages',
    method: 'POST',
    agent,
    headers: { authorization, 'content-type': 'application/json' },
  });
  asked.end(body);
  const [response] = await once(asked, 'response');
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  const answered = JSON.parse(Buffer.concat(parts).toString('utf8'));
  if (answered.type !== 'application/vnd.microsoft.card.adaptive') throw new Error(`${response.statusCode}: ${JSON.stringify(answered)}`);
}
