import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initModel } from '../../bot/model/starter.ts';
import { visitorOf } from '../kit/room/visitor.ts';
import { type Started, startMain } from '../kit/started.ts';
import { buttonsOf, isCalled, labelsOn, titleOf, unfoldedOn } from '../kit/teams/screen.ts';

const group = 'it-temagruppen';
const chair = 'Regional formand (it-temagruppen)';
const goesUp = 'Forelæg for SSG';

describe('the rehearsal room', { timeout: 120_000 }, () => {
  let folder: string;
  let bot: Started;
  let address: string;
  let room: ReturnType<typeof visitorOf>;
  const starts = async (...args: readonly string[]) => {
    const settings = { SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PAGES: join(folder, 'pages'), SAMSPIL_LOG_LEVEL: 'warn' };
    bot = startMain({ ...settings, SAMSPIL_PORT: '0' }, ...args);
    address = await bot.said('Samspil:');
    room = visitorOf(address);
  };
  const caseCard = async (name: string) => {
    const found = (await room.posts(group, name)).find(({ card }) => card !== null && isCalled(card, 'Sag IT'));
    if (!found?.card) throw new Error('no case stands in the channel');
    return { ...found, card: found.card };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspil-room-'));
    await starts();
  }, 180_000);
  afterAll(async () => {
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  test('a collaboration is at work: forty people, a case for two chairs, and a check-in three days off', async () => {
    const { people, channels, next, now } = await room.looks();
    expect(people.length).toBeGreaterThan(38);
    expect(people.length).toBeLessThan(50);
    expect(channels.find(({ body }) => body === group)?.waits).toContain(people.find(({ name }) => name === chair)?.id);
    expect(next?.says.map(({ words }) => words)).toEqual(['Samspil beder It-temagruppen om status på milepæle']);
    expect((Date.parse(next?.at ?? '') - Date.parse(now)) / 86_400_000).toBeCloseTo(3, 0);
  });

  test('the page and all that it loads come from this address', async () => {
    const html = await (await fetch(address)).text();
    const loaded = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, path = '']) => path).filter((path) => !path.startsWith('data:'));
    expect(loaded.length).toBeGreaterThan(4);
    for (const path of loaded) expect([path, (await fetch(new URL(path, address))).status]).toEqual([path, 200]);
  });

  test('a chair’s own view holds the buttons, and the card that all see holds none of them', async () => {
    const card = await caseCard(chair);
    const own = await room.ownView(chair, card);
    expect(labelsOn(own ?? {})).toContain(goesUp);
    expect(labelsOn(card.card)).not.toContain(goesUp);
    expect((await caseCard('Socialchef')).refresh).toBeNull();
  });

  test('whoever has no key is told why they may not judge', async () => {
    const card = await caseCard(chair);
    const form = unfoldedOn((await room.ownView(chair, card)) ?? {}, goesUp);
    const [sends] = buttonsOf(form ?? {}).filter(({ title }) => title === 'Forelæg');
    const { sentence } = await room.presses('Socialchef', card.activity, sends?.verb ?? '', sends?.data ?? {});
    expect(sentence).toMatch(/formand/i);
  });

  test('a word is answered in its thread', async () => {
    await room.writes('Socialchef', group, 'medlemmer');
    const answered = async () => {
      const posts = await room.posts(group, 'Socialchef');
      const asked = posts.findIndex(({ text }) => text === 'medlemmer');
      return asked >= 0 && posts.slice(asked).some(({ card }) => titleOf(card ?? {}).includes('Medlemmer'));
    };
    for (let looks = 0; looks < 100 && !(await answered()); looks++) await setTimeout(100);
    expect(await answered()).toBe(true);
  });

  test('the next event happens as it was said, and the ledger still holds', async () => {
    const before = await room.looks();
    expect((await room.moves('next')).says).toEqual(before.next?.says);
    const after = await room.looks();
    expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse(before.next?.at ?? ''));
    expect(after.entries.map(({ who, did }) => `${who} ${did}`)).toContain('Samspil bad om status på milepæle');
    const { entries, faults } = await room.checks();
    expect(entries).toBeGreaterThan(200);
    expect(faults).toEqual([]);
  });

  test('started again, the room stands where it stood', async () => {
    const before = await room.looks();
    const stood = (await room.posts(group, chair)).map(({ activity }) => activity);
    expect(await bot.stop()).toBe(0);
    await starts();
    expect(Date.parse((await room.looks()).now)).toBeGreaterThanOrEqual(Date.parse(before.now));
    expect((await room.looks()).tour).toEqual(before.tour);
    expect(before.tour).toHaveProperty('proof', true);
    expect((await room.posts(group, chair)).map(({ activity }) => activity)).toEqual(expect.arrayContaining(stood));
    expect((await room.ownView(chair, await caseCard(chair))) ?? null).not.toBeNull();
  });

  test('a new beginning forgets what was rehearsed', async () => {
    await room.again();
    for (let looks = 0; looks < 300; looks++) {
      const now = await room.looks().then(
        (seen) => seen.now ?? '',
        () => '',
      );
      if (now.startsWith('2015-02-20')) return;
      await setTimeout(200);
    }
    throw new Error('the room did not begin anew');
  });
});

test('who starts it twice is told where it already runs, and what the first has made stays', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samspil-twice-'));
  const settings = { SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PAGES: join(folder, 'pages'), SAMSPIL_PORT: '0' };
  const first = startMain(settings, '--empty');
  try {
    const address = await first.said('Samspil:');
    const second = startMain(settings, '--empty');
    expect(await second.ended).toBe(1);
    expect(second.complained()).toContain(`Open ${address}, or end it first.`);
    expect((await visitorOf(address).looks()).channels.length).toBeGreaterThan(20);
    await first.stop();
    const third = startMain(settings, '--empty');
    expect(await third.said('Samspil:')).toMatch(/^http/);
    await third.stop();
  } finally {
    await first.stop();
    await rm(folder, { recursive: true });
  }
});

test('a port that is taken gives way to the next one, and an empty room has nobody in a seat', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samspil-room-empty-'));
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const taken = (other.address() as { readonly port: number }).port;
  const settings = { SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PAGES: join(folder, 'pages'), SAMSPIL_LOG_LEVEL: 'warn' };
  const bot = startMain({ ...settings, SAMSPIL_PORT: String(taken) }, '--empty');
  try {
    const address = await bot.said('Samspil:');
    expect(new URL(address).port).not.toBe(String(taken));
    expect(bot.printed().join('\n')).toContain(`Port ${taken} is taken`);
    const { channels, next } = await visitorOf(address).looks();
    expect(channels.flatMap(({ waits }) => waits)).toEqual([]);
    expect(next).toBeNull();
  } finally {
    await bot.stop();
    other.close();
    await rm(folder, { recursive: true });
  }
});

test('another model is rehearsed with its own bodies, seven weeks after its first terms came into force', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samspil-room-model-'));
  const model = join(folder, 'model');
  initModel(model);
  const settings = { SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PAGES: join(folder, 'pages'), SAMSPIL_PORT: '0' };
  const bot = startMain(settings, '--model', model);
  try {
    const { channels, now, people } = await visitorOf(await bot.said('Samspil:')).looks();
    expect(channels.map(({ body }) => body).toSorted()).toEqual(['council', 'working-group']);
    expect(now).toMatch(/^2026-02-20/);
    expect(people.length).toBeGreaterThan(0);
  } finally {
    await bot.stop();
    await rm(folder, { recursive: true });
  }
});
