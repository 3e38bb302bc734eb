import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPanel, plans } from '../kit/panel.ts';
import { nameOf, wordsOf } from '../kit/teams/screen.ts';
import type { World } from '../kit/world.ts';

let world: World;
beforeEach(async () => {
  world = await openPanel('2015-02-02T09:00');
});
afterEach(() => world.close());

const where = { 'Fra kl.': '13:00', 'Til kl.': '15:00', 'Sted eller link': 'Lokale Havblik' };
const frida = () => world.person('Frida Fjeld');
const standing = (title: string, channel: string) =>
  world
    .channel(channel)
    .cards()
    .filter(({ card, root }) => root && nameOf(card) === title);
const posted = () => world.connector.posts().length;

describe('a meeting that is moved', () => {
  test('a moved meeting keeps its one card, asks everyone again, and reminds only before the new date', async () => {
    await plans(world, 'Frida Fjeld', { Dato: '2015-03-16', ...where });
    await world.person('Rita Regn').presses('Kommer', { on: 'Møde: panel' });
    await world.at('2015-03-03T09:00');
    await frida().presses('Ændr mødet', { on: 'Møde: panel' });
    await frida().presses('Flyt mødet', { on: 'Møde: panel' });
    const moved = { Dato: '2015-03-23', 'Fra kl.': '09:00', 'Til kl.': '11:00' };
    await expect(frida().presses('Gem', { on: 'Møde: panel', with: moved })).rejects.toThrow('"Begrundelse" must be filled in');
    expect(await frida().presses('Gem', { on: 'Møde: panel', with: { ...moved, Begrundelse: 'Vinterferie i kommunen' } })).toBe('');
    expect(world.stands('Møde: panel')).toEqual(
      expect.arrayContaining(['Mandag 23. marts kl. 9.00–11.00', 'Lokale Havblik', 'Begrundelse: Vinterferie i kommunen']),
    );
    expect(world.stands('Møde: panel')).toContain('Region: 0 kommer · 1 har ikke svaret');
    expect(world.stands('Mødet er ændret')).toContain('Ny tid: mandag 23. marts kl. 9.00–11.00.');
    await world.at('2015-03-13T12:00');
    expect(() => world.standing('Kommer du ')).toThrow();
    await world.person('Mads Muld').presses('Kommer', { on: 'Møde: panel' });
    await world.at('2015-03-20T08:30');
    const reminded = JSON.stringify(world.standing('Kommer du ').card.msteams);
    expect(reminded).toContain('Rita Regn');
    expect(reminded).not.toContain('Mads Muld');
    expect(standing('Møde: panel', 'Panelet')).toHaveLength(1);
  });

  test('a meeting moved after its call for items calls anew before the new date, and the old call only says that it changed', async () => {
    await plans(world, 'Frida Fjeld', { Dato: '2015-03-16', ...where });
    await world.at('2015-02-23T08:30');
    const old = world.standing('Punkter til mødet?').activity;
    await frida().presses('Ændr mødet', { on: 'Møde: panel' });
    await frida().presses('Flyt mødet', { on: 'Møde: panel' });
    await frida().presses('Gem', { on: 'Møde: panel', with: { Dato: '2015-03-23', Begrundelse: 'Vinterferie' } });
    expect(wordsOf(world.connector.standing(old)?.card ?? {})).toEqual(['Mødet er siden ændret. Se mødeindkaldelsen.']);
    await world.at('2015-03-02T08:30');
    expect(world.stands('Punkter til mødet?')).toContain('Frist: mandag 9. marts 2015.');
  });

  test('a meeting moved after its reminder lets the old reminder shrink and mention nobody', async () => {
    await plans(world, 'Frida Fjeld', { Dato: '2015-03-16', ...where });
    await world.at('2015-03-13T08:30');
    const old = world.standing('Kommer du ').activity;
    await frida().presses('Ændr mødet', { on: 'Møde: panel' });
    await frida().presses('Flyt mødet', { on: 'Møde: panel' });
    await frida().presses('Gem', { on: 'Møde: panel', with: { Dato: '2015-03-18', Begrundelse: 'Sygdom' } });
    const shrunk = world.connector.standing(old);
    expect(wordsOf(shrunk?.card ?? {})).toEqual(['Mødet er flyttet til onsdag 18. marts kl. 13.00–15.00.']);
    expect(shrunk?.card.msteams).toBeUndefined();
    await world.at('2015-03-17T08:30');
    expect(world.standing('Kommer du ').activity).not.toBe(old);
  });
});

describe('a meeting that is cancelled', () => {
  test('a cancelled meeting says so with the reason on its one card, and prompts nobody any more', async () => {
    await plans(world, 'Frida Fjeld', { Dato: '2015-03-16', ...where });
    await world.at('2015-02-23T08:30');
    await frida().presses('Ændr mødet', { on: 'Møde: panel' });
    await frida().presses('Aflys mødet', { on: 'Møde: panel' });
    expect(await frida().presses('Aflys', { on: 'Møde: panel', with: { Begrundelse: 'For få punkter' } })).toBe('');
    expect(world.stands('Møde: panel')).toEqual(expect.arrayContaining(['Mødet er aflyst.', 'Begrundelse: For få punkter']));
    expect(world.stands('Mødet er aflyst')).toContain('Begrundelse: For få punkter');
    expect(() => world.standing('Punkter til mødet?')).toThrow();
    const before = posted();
    await world.at('2015-03-13T08:30');
    await world.at('2015-03-16T16:00');
    await world.at('2015-04-20T09:00');
    expect(posted() - before).toBe(
      world
        .channel('Panelet')
        .cards()
        .filter(({ card }) => nameOf(card).startsWith('Protokollens')).length,
    );
    expect(standing('Møde: panel', 'Panelet')).toHaveLength(1);
  });
});

describe('a meeting over two days, of two bodies, led by a member', () => {
  test('a joint meeting over two days stands once in each body’s channel, counts both bodies, and may be led by a member', async () => {
    const fields = { Dato: '2015-05-06', 'Fra kl.': '12:00', 'Slutdato (ved møde over flere dage)': '2015-05-07', 'Til kl.': '12:00' };
    expect(await plans(world, 'Frida Fjeld', { ...fields, 'Sted eller link': 'Fjordhotellet', 'Sammen med': 'forum' }, true)).toBe('');
    const title = 'Møde: panel + forum';
    for (const channel of ['Panelet', 'Forum']) {
      expect(world.stands(title, channel)).toContain('Onsdag 6. maj kl. 12.00 til torsdag 7. maj kl. 12.00');
      expect(standing(title, channel)).toHaveLength(1);
    }
    await world.person('Dorte Dal').presses('Kommer', { on: title, in: 'Forum' });
    expect(world.stands(title, 'Panelet')).toContain('Kommune: 1 kommer · 2 har ikke svaret');
    await frida().presses('Ændr mødet', { on: title, in: 'Panelet' });
    await frida().presses('Skift mødeleder', { on: title, in: 'Panelet' });
    const lead = { 'Hvem leder mødet?': 'Lone Lund', Begrundelse: 'Formændene er på rejse' };
    expect(await frida().presses('Gem', { on: title, in: 'Panelet', with: lead })).toBe('');
    expect(world.stands(title, 'Forum')).toContain('Mødeleder: Lone Lund');
    await world.at('2015-05-05T08:30');
    for (const channel of ['Panelet', 'Forum']) {
      expect(JSON.stringify(world.standing('Kommer du ', channel).card.msteams)).not.toContain('Dorte Dal');
      expect(standing(title, channel)).toHaveLength(1);
    }
    expect(world.faults).toEqual([]);
  });
});

describe('an extraordinary meeting', () => {
  const called = (from: string) => ({
    Dato: '2015-02-03',
    'Fra kl.': from,
    'Til kl.': '12:00',
    'Sted eller link': 'Lokale Havblik',
    Mødetype: 'Ekstraordinært',
    'Begrundelse (ved ekstraordinært møde)': 'Stormflod',
  });

  test('an extraordinary meeting is refused at 23 hours’ notice and called at 24', async () => {
    expect(await plans(world, 'Frida Fjeld', called('08:00'), true)).toBe('Et ekstraordinært møde skal varsles mindst 24 timer før.');
    expect(() => world.standing('Møde: panel')).toThrow();
    await world.at('2015-02-02T10:00');
    expect(await plans(world, 'Frida Fjeld', called('10:00'), true)).toBe('');
    expect(world.stands('Møde: panel')).toEqual(expect.arrayContaining(['Ekstraordinært møde', 'Begrundelse: Stormflod']));
  });

  test('an extraordinary meeting needs a reason', async () => {
    const { 'Begrundelse (ved ekstraordinært møde)': _reason, ...without } = called('11:00');
    expect(await plans(world, 'Frida Fjeld', without, true)).toBe('Udfyld begrundelse.');
  });
});

test('only a secretary of the body can change its meeting', async () => {
  await plans(world, 'Frida Fjeld', { Dato: '2015-03-16', ...where });
  await expect(world.person('Rita Regn').presses('Ændr mødet', { on: 'Møde: panel' })).rejects.toThrow('has no button');
});

test('one card shows a person everything they are asked, across bodies, for them alone', async () => {
  await plans(world, 'Frida Fjeld', { Dato: '2015-03-16', ...where });
  const lone = world.person('Lone Lund');
  await lone.writes('mine', 'Forum');
  expect(() => world.stands('Det venter på dig')).toThrow('no card begins with');
  expect(await lone.sees('Det venter på dig')).toContain('Møde: panel');
  expect(await lone.presses('Kommer', { on: 'Det venter på dig' })).toBe('');
  expect(await lone.sees('Det venter på dig')).toContain('Du mangler ikke at svare på noget.');
  expect(world.stands('Møde: panel')).toContain('Kommune: 1 kommer · 1 har ikke svaret');
  await world.person('Dorte Dal').writes('mine', 'Forum');
  expect(await world.person('Dorte Dal').sees('Det venter på dig')).toContain('Du mangler ikke at svare på noget.');
});
