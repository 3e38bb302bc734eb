import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelKey } from '../../bot/directory.ts';
import { installed, invoke, message, type Someone, someone } from '../../bot/rehearsal/connector/activities.ts';
import { openLocal } from '../../bot/teams/local.ts';
import { textIn } from '../../cards/text/languages.ts';
import { openEdge } from '../kit/teams/edge.ts';

const roles = ['Regional formand', 'Kommunal formand', 'Regional sekretær', 'Kommunal sekretær', 'Almen praksis', 'Klynge'];
const [screen, ...others] = roles.map((name, at) => someone(at + 1, name)) as [Someone, ...Someone[]];
const stander = ({ name, aadObjectId, id }: Someone) => ({ name, aadObjectId, mri: id });
let edge: Awaited<ReturnType<typeof openEdge>>;
let clock: Temporal.Instant;

beforeEach(async () => {
  clock = Temporal.Instant.from('2015-01-05T07:00:00Z');
  const local = openLocal({
    people: [stander(screen), ...others.map(stander)],
    moveClock: async (by) => {
      clock = clock.toZonedDateTimeISO('Europe/Copenhagen').add(by).toInstant();
      return clock;
    },
    timeZone: 'Europe/Copenhagen',
  });
  edge = await openEdge({ tokens: false, settings: { bot: { kind: 'local' } }, deps: { local } });
  edge.connector.roster(edge.place.channel, [screen, ...others]);
  await edge.deliver(installed(edge.place, screen), null);
  await expect.poll(async () => (await edge.directory.roster(key()))?.members.length).toBe(6);
});
afterEach(() => edge.close());

const key = () => channelKey(edge.place.channel);
const says = async (who: Someone, text: string) => {
  const before = edge.connector.posts().length;
  await edge.deliver(message(edge.place, who, text), null);
  await expect.poll(() => edge.connector.posts().length).toBe(before + 1);
};
/** Only the administrator's view has the button that binds. */
const mayBind = async (who: Someone) => {
  const data = { card: 'welcome', about: `channel/${key()}`, occasion: '', form: 'f1', version: 1 };
  const { body } = await edge.deliver(invoke(edge.place, who, { verb: 'view', data, replyTo: '1' }), null);
  return body.includes('"verb":"bind"');
};

describe('the word som', () => {
  it('the word som makes the presses at the screen count as another person’s, until the next som', async () => {
    expect(await mayBind(screen)).toBe(true);
    await says(screen, 'som kommunal formand');
    expect(await mayBind(screen)).toBe(false);
    await says(screen, 'som Regional Formand');
    expect(await mayBind(screen)).toBe(true);
  });

  it('the word som changes nobody but the person at the screen', async () => {
    await says(screen, 'som klynge');
    for (const other of others) expect(await mayBind(other)).toBe(false);
    await says(screen, 'som regional formand');
    for (const other of others) expect(await mayBind(other)).toBe(false);
    expect((await edge.directory.everyone()).size).toBe(6);
  });

  it('the word som is a word like any other where local mode is not open', async () => {
    const teams = await openEdge();
    await teams.deliver(message(teams.place, screen, 'som klynge'));
    await expect.poll(() => teams.connector.posts().length).toBe(1);
    expect(JSON.stringify(teams.connector.posts()[0]?.card)).toContain(textIn('da').help.title);
    await teams.close();
  });
});

it('local mode answers in the first language of the collaboration, whatever the stand-in says its client speaks', async () => {
  const data = { card: 'welcome', about: `channel/${key()}`, occasion: '', form: 'f1', version: 1 };
  const activity = { ...invoke(edge.place, screen, { verb: 'view', data, replyTo: '1' }), locale: 'en-US' };
  expect((await edge.deliver(activity, null)).body).toContain(textIn('da').welcome.title);
});

describe('the word tid', () => {
  it.each([
    ['tid +7d', '2015-01-12T07:00:00Z'],
    ['tid +2u', '2015-01-19T07:00:00Z'],
    ['time +3h', '2015-01-05T10:00:00Z'],
    ['tid +90m', '2015-01-05T08:30:00Z'],
  ])('writing %s moves the clock', async (words, then) => {
    await says(screen, words);
    expect(clock.toString()).toBe(then);
  });
  it.each(['tid', 'tid -7d', 'tid +0d', 'tid +7x', 'tid i morgen', 'tid +99999d'])(
    'writing %s leaves the clock alone and gets an answer',
    async (words) => {
      await says(screen, words);
      expect(clock.toString()).toBe('2015-01-05T07:00:00Z');
    },
  );
});

describe('the stand-in’s page', () => {
  it.each(['som klynge', 'hjælp'])('the bot answers “%s” only after the stand-in’s page has had time to draw the post', async (words) => {
    const slept: (() => void)[] = [];
    const sleep = () => new Promise<void>((wakes) => void slept.push(wakes));
    const local = { identify: <T>(identity: T) => identity, word: async (said: string) => (said.startsWith('som') ? 'Ja' : null) };
    const slow = await openEdge({ tokens: false, settings: { bot: { kind: 'local' } }, deps: { local, pace: { now: Date.now, sleep } } });
    const answered = slow.deliver(message(slow.place, screen, words), null);
    await expect.poll(() => slept.length).toBe(1);
    expect(slow.connector.posts()).toEqual([]);
    slept[0]?.();
    await expect.poll(() => slow.connector.posts().length).toBe(1);
    await answered;
    await slow.close();
  });
});

it('local mode cannot be opened beside credentials', async () => {
  const local = { identify: <T>(identity: T) => identity, word: async () => null };
  await expect(openEdge({ deps: { local } })).rejects.toThrow('local mode');
});
