import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelKey } from '../../bot/directory.ts';
import { installed, invoke, message, type Someone, someone } from '../../bot/rehearsal/connector/activities.ts';
import { openHand } from '../../bot/rehearsal/playground/hand.ts';
import { textIn } from '../../cards/text/languages.ts';
import { handOn } from '../kit/stand-in/hand.ts';
import { openEdge } from '../kit/teams/edge.ts';

const roles = ['Regional formand', 'Kommunal formand', 'Regional sekretær', 'Kommunal sekretær', 'Almen praksis', 'Klynge'];
const [screen, ...others] = roles.map((name, at) => someone(at + 1, name)) as [Someone, ...Someone[]];
const stander = ({ name, aadObjectId, id }: Someone) => ({ name, aadObjectId, mri: id });
const patience = { timeout: 20_000 };
let edge: Awaited<ReturnType<typeof openEdge>>;
let server: Server;
let hand: ReturnType<typeof handOn>;
let clock: Temporal.Instant;

beforeEach(async () => {
  clock = Temporal.Instant.from('2015-01-05T07:00:00Z');
  const opened = openHand({
    people: [stander(screen), ...others.map(stander)],
    moveClock: async (by) => {
      clock = clock.toZonedDateTimeISO('Europe/Copenhagen').add(by).toInstant();
      return clock;
    },
  });
  server = createServer(express().use(opened.router)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  hand = handOn(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  edge = await openEdge({ tokens: false, settings: { bot: { kind: 'local' } }, deps: { local: opened.edge } });
  edge.connector.roster(edge.place.channel, [screen, ...others]);
  await edge.deliver(installed(edge.place, screen), null);
  await expect.poll(async () => (await edge.directory.roster(key()))?.members.length, patience).toBe(6);
});
afterEach(async () => {
  server.close();
  await edge.close();
});

const key = () => channelKey(edge.place.channel);
/** Only the administrator's view has the button that binds. */
const mayBind = async (who: Someone) => {
  const data = { card: 'welcome', about: `channel/${key()}`, occasion: '', form: 'f1', version: 1 };
  const { body } = await edge.deliver(invoke(edge.place, who, { verb: 'view', data, replyTo: '1' }), null);
  return body.includes('"verb":"bind"');
};

describe('who sits at the screen of the stand-in', () => {
  it('the presses at the screen count as another person’s, until the screen becomes somebody else’s', async () => {
    expect(await mayBind(screen)).toBe(true);
    await hand.becomes('Kommunal formand');
    expect(await mayBind(screen)).toBe(false);
    await hand.becomes('Regional formand');
    expect(await mayBind(screen)).toBe(true);
  });

  it('nobody but the person at the screen becomes another', async () => {
    await hand.becomes('Klynge');
    for (const other of others) expect(await mayBind(other)).toBe(false);
    await hand.becomes('Regional formand');
    for (const other of others) expect(await mayBind(other)).toBe(false);
    expect((await edge.directory.everyone()).size).toBe(6);
  });

  it('whoever is not there is refused, and told who is', async () => {
    const refused = await hand.asks('person', { name: 'Bodil' });
    expect([refused.status, await refused.json()]).toEqual([400, { people: roles }]);
    expect(await mayBind(screen)).toBe(true);
  });

  it.each(['som klynge', 'tid +7d'])('“%s” is a word like any other: it changes neither the person nor the time', async (words) => {
    await edge.deliver(message(edge.place, screen, words), null);
    await expect.poll(() => edge.connector.posts().length, patience).toBe(1);
    expect(await mayBind(screen)).toBe(true);
    expect(clock.toString()).toBe('2015-01-05T07:00:00Z');
  });
});

it('local mode answers in the first language of the collaboration, whatever the stand-in says its client speaks', async () => {
  const data = { card: 'welcome', about: `channel/${key()}`, occasion: '', form: 'f1', version: 1 };
  const activity = { ...invoke(edge.place, screen, { verb: 'view', data, replyTo: '1' }), locale: 'en-US' };
  expect((await edge.deliver(activity, null)).body).toContain(textIn('da').welcome.title);
});

describe('the time of the stand-in', () => {
  it.each([
    ['P7D', '2015-01-12T07:00:00Z'],
    ['P2W', '2015-01-19T07:00:00Z'],
    ['PT3H', '2015-01-05T10:00:00Z'],
    ['PT90M', '2015-01-05T08:30:00Z'],
  ])('%s moves the clock on', async (by, then) => {
    await hand.passes(by);
    expect(clock.toString()).toBe(then);
  });
  it.each(['', '-P7D', 'P0D', '7d', 'i morgen', 'P99999D'])('“%s” leaves the clock alone and is refused', async (by) => {
    expect((await hand.asks('clock', { by })).status).toBe(400);
    expect(clock.toString()).toBe('2015-01-05T07:00:00Z');
  });
});

describe('the stand-in’s page', () => {
  it('the bot answers a word only after the stand-in’s page has had time to draw the post', async () => {
    const slept: (() => void)[] = [];
    const sleep = () => new Promise<void>((wakes) => void slept.push(wakes));
    const local = { identify: <T>(identity: T) => identity };
    const slow = await openEdge({ tokens: false, settings: { bot: { kind: 'local' } }, deps: { local, pace: { now: Date.now, sleep } } });
    const answered = slow.deliver(message(slow.place, screen, 'hjælp'), null);
    await expect.poll(() => slept.length, patience).toBe(1);
    expect(slow.connector.posts()).toEqual([]);
    slept[0]?.();
    await expect.poll(() => slow.connector.posts().length, patience).toBe(1);
    await answered;
    await slow.close();
  });
});

it('local mode cannot be opened beside credentials', async () => {
  const local = { identify: <T>(identity: T) => identity };
  await expect(openEdge({ deps: { local } })).rejects.toThrow('local mode');
});
