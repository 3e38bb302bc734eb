import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TeamsActivity } from '../../bot/rehearsal/connector/activities.ts';
import { openWorld, type World, type WorldOptions } from '../kit/world.ts';

const members = Array.from({ length: 40 }, (_, at) => `Medlem ${at + 1}`);
const opening: WorldOptions = {
  at: '2015-02-24T09:00',
  channels: { Panelet: 'panel' },
  seats: members.map((name) => ['panel', name, 'adviser']),
};
const on = { on: 'Møde: panel' };
/** Each test has a meeting of its own, in one collaboration. */
const days = ['02', '03', '04', '05', '06', '09', '10'];
let worlds: World[];
let world: World;
let folder: string;
let meeting: `meeting/${string}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samspil-presses-'));
  world = await openWorld({ ...opening, store: join(folder, 'samspil.db') });
  worlds = [world];
});
beforeEach(async () => {
  const day = days.shift() ?? '';
  meeting = `meeting/m${day}`;
  await world.given(meeting, {
    type: 'PlanMeeting',
    body: 'panel',
    joint: [],
    extraordinary: false,
    reason: null,
    start: `2015-03-${day}T12:00:00Z`,
    end: `2015-03-${day}T14:00:00Z`,
    place: null,
    link: { ref: 'none', mac: 'none' },
  });
  await world.settle();
});
afterAll(async () => {
  for (const each of worlds.reverse()) await each.close();
  rmSync(folder, { recursive: true });
});

describe('many answers to one meeting, of which none is lost or counted twice', () => {
  test('one click that Teams delivers four times under two ids is one answer', async () => {
    const click = await world.person('Medlem 1').aims('Kommer', on);
    const again = { ...click, id: 'f:delivered-anew' };
    expect(await all(world, [click, click, again, again])).toEqual(['card', 'card', 'card', 'card']);
    expect(await answers()).toEqual(['Medlem 1: coming']);
  });

  test('a double click is one answer', async () => {
    const medlem = world.person('Medlem 1');
    expect(await all(world, [await medlem.aims('Afbud', on), await medlem.aims('Afbud', on)])).toEqual(['card', 'card']);
    expect(await answers()).toEqual(['Medlem 1: absent']);
  });

  test('every change of mind is recorded, and the newest answer counts', async () => {
    const medlem = world.person('Medlem 1');
    for (const label of ['Kommer', 'Afbud', 'Kommer']) expect(await medlem.presses(label, on)).toBe('');
    expect(await answers()).toEqual(['Medlem 1: coming', 'Medlem 1: absent', 'Medlem 1: coming']);
    expect(world.stands('Møde: panel')).toContainEqual(expect.stringMatching(/^1 kommer · 39 har ikke svaret/));
  });

  test('a click that Teams delivers again late does not undo a change of mind', async () => {
    const medlem = world.person('Medlem 1');
    const click = await medlem.aims('Kommer', on);
    expect(await all(world, [click])).toEqual(['card']);
    await medlem.presses('Afbud', on);
    expect(await all(world, [{ ...click, id: 'f:delivered-late' }])).toEqual(['card']);
    expect(await answers()).toEqual(['Medlem 1: coming', 'Medlem 1: absent']);
  });

  test('a press on a card three editions old counts', async () => {
    const old = await world.person('Medlem 1').aims('Kommer', on);
    for (const name of ['Medlem 2', 'Medlem 3', 'Medlem 4']) await world.person(name).presses('Afbud', on);
    expect(await all(world, [old])).toEqual(['card']);
    await world.settle();
    expect(await answers()).toContain('Medlem 1: coming');
    expect(world.stands('Møde: panel')).toContainEqual(expect.stringMatching(/^1 kommer · 3 afbud · 36 har ikke svaret/));
  });

  test('40 members answer at once, and the card is replaced a few times, not forty', async () => {
    const before = world.standing('Møde: panel', 'Panelet').replaced;
    expect(new Set(await all(world, await everyoneComes(world)))).toEqual(new Set(['card']));
    await world.settle();
    expect([...(await answers())].sort()).toEqual(members.map((name) => `${name}: coming`).sort());
    expect(world.stands('Møde: panel')).toContainEqual(expect.stringMatching(/^40 kommer/));
    expect(world.standing('Møde: panel', 'Panelet').replaced - before).toBeLessThanOrEqual(3);
  });

  test('40 members answer at once, each once in the ledger, though many clicks reach both of two bots on one store', async () => {
    const second = await openWorld({ ...opening, store: join(folder, 'samspil.db'), connector: world.connector });
    worlds.push(second);
    const clicks = await everyoneComes(world);
    const [odd, even] = [0, 1].map((half) => clicks.filter((_, at) => at % 2 === half));
    const told = await Promise.all([all(world, clicks), all(second, odd ?? []), all(second, even?.slice(0, 5) ?? [])]);
    expect(new Set(told.flat())).toEqual(new Set(['card']));
    expect([...(await answers())].sort()).toEqual(members.map((name) => `${name}: coming`).sort());
  });
});

async function everyoneComes(at: World): Promise<readonly TeamsActivity[]> {
  return Promise.all(members.map((name) => at.person(name).aims('Kommer', on)));
}

/** Presses all at once, and says what each of them is shown. */
async function all(at: World, clicks: readonly TeamsActivity[]): Promise<readonly string[]> {
  const told = await Promise.all(clicks.map((click) => at.hand(click)));
  return told.map((answer) => ('card' in answer ? 'card' : 'sentence' in answer ? answer.sentence : 'nothing'));
}

/** The answers that the ledger holds, in its order. */
async function answers(): Promise<readonly string[]> {
  const entries = await world.store.history(meeting);
  return Promise.all(
    entries.flatMap(({ event }) =>
      event.type === 'AttendanceAnswered' ? [world.bot.directory.who(event.person).then((who) => `${who?.name}: ${event.attendance}`)] : [],
    ),
  );
}
