import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../bot/governance/model.ts';
import type { YearState } from '../bot/governance/year.ts';
import { readYear } from '../bot/view/plan.ts';
import { openWorld, type World } from './world.ts';

const people = ['Frida Fjeld', 'Rita Regn', 'Mads Muld', 'Palle Praksis'];
const stream = 'year/panel.2016';
const dates = ['2016-03-01', '2016-06-07', '2016-11-01'];
const meetings = dates.map((date, at) => ({ id: `${at + 1}`, gathering: null, date, time: '13:00', minutes: 120 }));
let world: World;
beforeAll(async () => {
  world = await openWorld({ at: '2015-10-05T09:00', people });
  await world.channel('Panelet').installs();
  await world.given(`channel/${world.channel('Panelet').key}`, { type: 'BindBody', body: 'panel' });
  for (const [seat, name] of [
    ['regional-secretary', 'Frida Fjeld'],
    ['regional-chair', 'Rita Regn'],
    ['municipal-chair', 'Mads Muld'],
    ['practitioner', 'Palle Praksis'],
  ] as const) {
    await world.given('body/panel', {
      type: 'FillSeat',
      appointment: `a-${seat}`,
      seat,
      person: await world.key(name),
      from: '2015-10-01',
    });
  }
  await world.settle();
});
afterAll(() => world.close());

let acts = 0;
async function says(name: string, command: Command) {
  const by = { kind: 'person', person: await world.key(name), administrator: false } as const;
  const handled = await world.bot.handle({ stream, command, by, cause: `press:year-${++acts}`, now: world.now() });
  await world.settle();
  return handled.result === 'refused' ? handled.refusal.refused : handled.result;
}
const cards = () =>
  world
    .channel('Panelet')
    .titles()
    .filter((title) => title.startsWith('Møde: panel'));

describe('a year, from proposal to meetings', () => {
  test('the secretary proposes it; nobody in the channel is disturbed', async () => {
    expect(await says('Frida Fjeld', { type: 'ProposeYear', meetings })).toBe('done');
    expect(cards()).toEqual([]);
    expect(await waited()).toEqual([await world.key('Rita Regn'), await world.key('Mads Muld')]);
  });
  test('one chair confirms; a member cannot; nothing is planned yet', async () => {
    expect(await says('Palle Praksis', { type: 'ConfirmYear', seen: 1 })).toBe('only-chairs');
    expect(await says('Rita Regn', { type: 'ConfirmYear', seen: 1 })).toBe('done');
    expect(await waited()).toEqual([await world.key('Mads Muld')]);
    expect(cards()).toEqual([]);
  });
  test('a date is moved: the first chair is asked again, and what they saw no longer counts', async () => {
    const to = { date: '2016-06-14', time: '13:00', minutes: 120 };
    expect(await says('Frida Fjeld', { type: 'AdjustMeeting', meeting: '2', to })).toBe('done');
    expect(await says('Mads Muld', { type: 'ConfirmYear', seen: 1 })).toBe('changed-meanwhile');
    expect(await says('Mads Muld', { type: 'ConfirmYear', seen: 2 })).toBe('done');
    expect(cards()).toEqual([]);
  });
  test('both have confirmed: each date is a meeting, with one card standing for each', async () => {
    expect(await says('Rita Regn', { type: 'ConfirmYear', seen: 2 })).toBe('done');
    expect(cards()).toHaveLength(3);
    expect(await waited()).toEqual([]);
    expect(await says('Rita Regn', { type: 'ConfirmYear', seen: 2 })).toBe('already');
    expect(cards()).toHaveLength(3);
    const [panel] = await readYear(world.store, world.charter, 2016, world.now());
    expect(panel?.meetings.map(({ date, time, uid }) => [date, time, uid])).toEqual([
      ['2016-03-01', '13:00', 'panel.2016-1@samspil'],
      ['2016-06-14', '13:00', 'panel.2016-2@samspil'],
      ['2016-11-01', '13:00', 'panel.2016-3@samspil'],
    ]);
    expect(world.faults).toEqual([]);
  });
});

async function waited() {
  const state = (await world.store.recall(stream))?.state as YearState | undefined;
  expect(await world.store.waitingOn(state?.waitingOn[0] ?? 'nobody')).toEqual(state?.waitingOn.length ? [stream] : []);
  return state?.waitingOn;
}
