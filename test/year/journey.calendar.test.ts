import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../kit/world.ts';

const seats = [
  ['panel', 'Frida Fjeld', 'regional-secretary'],
  ['panel', 'Rita Regn', 'regional-chair'],
] as const;

describe('the dates of a body, on its cards and in people’s calendars', () => {
  let world: World;
  const meetings = { on: 'Kommende møder', in: 'Panelet' } as const;
  const own = { on: 'Det venter på dig', in: 'Panelet' } as const;
  beforeAll(async () => {
    world = await openWorld({ at: '2015-02-24T09:00', channels: { Panelet: 'panel' }, seats });
    const frida = world.person('Frida Fjeld');
    await frida.writes('nyt møde', 'Panelet');
    await frida.presses('Indkald til møde', { on: 'Nyt møde', in: 'Panelet' });
    const when = { Dato: '2015-03-24', 'Fra kl.': '09:00', 'Til kl.': '11:00', 'Sted eller link': 'Lokale 3' };
    expect(await frida.presses('Opret mødet', { on: 'Nyt møde', in: 'Panelet', with: when })).toBe('');
    await frida.writes('møder', 'Panelet');
  });
  afterAll(() => world.close());

  /** Reads the address on somebody's own view and fetches it as a calendar program does, where this bot listens. */
  async function calendarOn(name: string, card: { readonly on: string; readonly in: string }) {
    const shown = world
      .person(name)
      .reads(card.on, card.in)
      .find((words) => words.includes('/kalender/'));
    const here = new URL(world.address).origin;
    const url = (shown ?? '').replace(/^https:\/\/[^/]+/, here);
    return { url, fetch: async () => fetch(url) };
  }

  test('a person follows their meetings at the address on their own view, and a new address stops the old one', async () => {
    const rita = world.person('Rita Regn');
    await rita.writes('mine', 'Panelet');
    await rita.presses('Følg i kalenderen', own);
    const old = await calendarOn('Rita Regn', own);
    const answer = await old.fetch();
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('LOCATION:Lokale 3')]);
    expect(await rita.presses('Lav ny adresse', own)).toBe('');
    const renewed = await calendarOn('Rita Regn', own);
    expect(renewed.url).not.toBe(old.url);
    expect([(await old.fetch()).status, (await renewed.fetch()).status]).toEqual([404, 200]);
  });

  test('anybody may follow the calendar of a body, and only a secretary gives it a new address', async () => {
    await world.person('Rita Regn').presses('Følg i kalenderen', meetings);
    const old = await calendarOn('Rita Regn', meetings);
    expect((await old.fetch()).status).toBe(200);
    await expect(world.person('Rita Regn').presses('Lav ny adresse', meetings)).rejects.toThrow('has no button');
    const frida = world.person('Frida Fjeld');
    await frida.presses('Følg i kalenderen', meetings);
    expect(await frida.presses('Lav ny adresse', meetings)).toBe('');
    const renewed = await calendarOn('Frida Fjeld', meetings);
    expect([(await old.fetch()).status, (await renewed.fetch()).status]).toEqual([404, 200]);
    expect(world.faults).toEqual([]);
  });

  test('a secretary who picks a date right after the holidays is asked once more, with a better date', async () => {
    const frida = world.person('Frida Fjeld');
    const card = { on: 'Nyt møde', in: 'Panelet' } as const;
    await frida.presses('Opret flere møder', card);
    const when = { Dato: '2015-08-04', 'Fra kl.': '09:00', 'Til kl.': '11:00', 'Sted eller link': 'Lokale 3' };
    expect(await frida.presses('Opret mødet', { ...card, with: when })).toBe('');
    const said = frida.reads(card.on, card.in).find((words) => words.startsWith('Ferien rykker fristerne'));
    expect(said).toContain('punkter 30. juni 2015, dagsorden 30. juni 2015');
    expect(said).toContain('Fra 17. august 2015');
    const planned = async () => (await world.store.ofKind('meeting')).length;
    expect(await planned()).toBe(1);
    expect(await frida.presses('Opret mødet', card)).toBe('');
    expect(await planned()).toBe(2);
    expect(world.faults).toEqual([]);
  });
});
