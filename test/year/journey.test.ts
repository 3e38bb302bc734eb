import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import type { YearState } from '../../bot/governance/vocabulary/year/year.ts';
import { readYear } from '../../bot/view/year/plan.ts';
import { body, charter as fjord, termsOf } from '../kit/charter.ts';
import { openWorld, type World } from '../kit/world.ts';

const stream = 'year/panel.2016';
const plan = 'Årsplan 2016: panel';
const reminder = 'Påmindelse: årsplan til godkendelse';
const reason = { ref: 'r', mac: 'm' };
let world: World;
beforeAll(async () => {
  world = await openWorld({
    at: '2015-10-05T09:00',
    charter: threeTimesAYear(),
    channels: { Panelet: 'panel', Bureauet: 'bureau' },
    seats: [
      ['panel', 'Frida Fjeld', 'regional-secretary'],
      ['panel', 'Rita Regn', 'regional-chair'],
      ['panel', 'Mads Muld', 'municipal-chair'],
      ['panel', 'Palle Praksis', 'practitioner'],
    ],
    people: ['Bente Bureau'],
    since: '2015-10-01',
  });
});
afterAll(() => world.close());

const titled = (title: string, channel = 'Panelet') =>
  world
    .channel(channel)
    .titles()
    .filter((each) => each.startsWith(title));
const frida = () => world.person('Frida Fjeld');

describe('a year, from the proposal to meetings', () => {
  test('the word for the year plan shows this year with its wheel and leads to the next; a member cannot put it forward', async () => {
    await world.person('Palle Praksis').writes('årsplan', 'Panelet');
    expect(await world.person('Palle Praksis').buttons('Årsplan 2015')).toEqual(['Vis 2016']);
    const body = world.standing('Årsplan 2015').card.body as readonly { type: string; url?: string; altText?: string }[];
    const wheel = body.find(({ type }) => type === 'Image');
    expect(wheel?.altText).toBe('Årshjul 2015 for panel. Datoerne står under billedet.');
    const answer = await fetch((wheel?.url ?? '').replace('https://samspil.example', new URL(world.address).origin));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await frida().presses('Vis 2016', { on: 'Årsplan 2015' })).toBe('');
    expect((await frida().sees('Årsplan 2015')).slice(0, 2)).toEqual(['panel', 'Årsplan 2015']);
  });

  test('the secretary puts the proposal forward; one card stands, and nobody is mentioned', async () => {
    await frida().presses('Vis 2016', { on: 'Årsplan 2015' });
    expect(await frida().presses('Send forslaget', { on: 'Årsplan 2015' })).toBe('');
    expect(titled(plan)).toHaveLength(1);
    const { card } = world.standing(plan, 'Panelet');
    expect(card.msteams ?? {}).not.toHaveProperty('entities');
    const words = world.stands(plan).join('\n');
    expect(words).toContain('Afventer formandskabets godkendelse.');
    expect(words).toContain('3 gange om året (Kommissorium, afsnit 4)');
    expect(words).toContain('Formandskabet svarer senest 12. oktober 2015.');
    expect(titled('Møde: panel')).toEqual([]);
    expect(await waited()).toEqual([await world.key('Rita Regn'), await world.key('Mads Muld')]);
  });

  test('a chair finds the proposed plan among what they are asked; a member does not', async () => {
    await world.person('Rita Regn').writes('mine', 'Panelet');
    expect(await world.person('Rita Regn').sees('Det venter på dig')).toContain('Årsplan 2016 · panel');
    expect(await world.person('Rita Regn').presses('Se årsplanen', { on: 'Det venter på dig' })).toBe('');
    await world.person('Palle Praksis').writes('mine', 'Panelet');
    expect(await world.person('Palle Praksis').sees('Det venter på dig')).not.toContain('Årsplan 2016 · panel');
  });

  test('the first chair confirms the plan and no meeting is planned yet; a member cannot confirm', async () => {
    expect(await world.person('Palle Praksis').buttons(plan)).not.toContain('Godkend datoer');
    expect(await world.person('Rita Regn').presses('Godkend datoer', { on: plan })).toBe('');
    expect(world.stands(plan)).toContain('regional-chair: Rita Regn');
    expect(world.stands(plan)).toContain('municipal-chair: har ikke svaret');
    expect(titled('Møde: panel')).toEqual([]);
  });

  test('moving a date into the holidays is noted on the card, asks the first chair again and voids a press on the old dates', async () => {
    const late = await world.person('Mads Muld').aims('Godkend datoer', { on: plan });
    await frida().presses('Flyt en dato', { on: plan });
    const [, second = ''] = await choices();
    const moved = { 'Dato i planen': second, 'Ny dato': '2016-07-05', 'Fra kl.': '13:00' };
    expect(await frida().presses('Gem', { on: plan, with: moved })).toBe('');
    expect(world.stands(plan).join('\n')).toContain('tirsdag 5. juli 2016 kl. 13.00–15.00 · i ferien');
    expect(world.stands(plan)).toContain('regional-chair: har ikke svaret');
    expect(await world.hand(late)).toEqual({ sentence: 'Datoerne er siden ændret. Her er de nye.' });
    await world.settle();
    expect(await waited()).toHaveLength(2);
  });

  test('a secretary puts a date in and takes it out again; a member may do neither', async () => {
    await frida().presses('Tilføj en dato', { on: plan });
    await frida().presses('Gem', { on: plan, with: { 'Ny dato': '2016-12-14', 'Fra kl.': '09:00' } });
    expect(world.stands(plan).join('\n')).toContain('onsdag 14. december 2016 kl. 9.00–11.00');
    await frida().presses('Fjern en dato', { on: plan });
    await frida().presses('Gem', { on: plan, with: { 'Dato i planen': 'onsdag 14. december 2016 kl. 9.00–11.00' } });
    expect(world.stands(plan).join('\n')).toContain('onsdag 14. december 2016 kl. 9.00–11.00 · aflyst');
    expect(await world.person('Palle Praksis').buttons(plan)).toEqual(['Vis 2015']);
  });

  test('chairs are asked by name at once, in the thread; a silent one is reminded after five working days, once', async () => {
    expect(await world.person('Rita Regn').presses('Godkend datoer', { on: plan })).toBe('');
    expect(mentions('Årsplan til godkendelse', 'Panelet')).toEqual(['Mads Muld']);
    await world.at('2015-10-09T10:00');
    expect(titled(reminder)).toEqual([]);
    await world.at('2015-10-12T08:30');
    expect(titled(reminder)).toHaveLength(1);
    expect(mentions(reminder, 'Panelet')).toEqual(['Mads Muld']);
    await world.at('2015-10-16T10:00');
    expect(titled(reminder)).toHaveLength(1);
  });

  test('once both chairs have confirmed, each date is a meeting whose card comes when it is near, and the reminders shrink', async () => {
    expect(await world.person('Mads Muld').presses('Godkend datoer', { on: plan })).toBe('');
    expect(await meetings()).toHaveLength(3);
    expect(titled('Møde: panel')).toEqual([]);
    expect(world.stands(plan)).toContain('Indkaldelsen til hvert møde udsendes 28 dage før.');
    expect(titled(plan)).toHaveLength(1);
    expect(titled('Årsplan til godkendelse: besvaret').length).toBeGreaterThan(0);
    expect(titled(reminder)).toEqual([]);
    expect(await waited()).toEqual([]);
    const panel = (await readYear(world.store, world.charter, 2016, world.now())).find((each) => each.body === 'panel');
    expect(panel?.stands).toBe('confirmed');
    expect(panel?.meetings.filter(({ cancelled }) => !cancelled).map(({ date }) => date)).toContain('2016-07-05');
    expect(world.faults).toEqual([]);
  });

  test('nobody is asked yet whether they come, so nothing of it waits for a member', async () => {
    await world.person('Palle Praksis').writes('mine', 'Panelet');
    expect(await world.person('Palle Praksis').sees('Det venter på dig')).toContain('Du mangler ikke at svare på noget.');
  });

  test('a meeting that is moved has its card at once, and the year’s card shows it on its new day', async () => {
    const moved = { start: '2016-12-13T12:00:00Z', end: '2016-12-13T14:00:00Z', place: { ref: 'p', mac: 'm' }, link: null, reason };
    await world.given(`meeting/${(await meetings()).at(-1)?.meeting}`, { type: 'MoveMeeting', ...moved });
    await world.settle();
    expect(titled('Møde: panel')).toHaveLength(1);
    expect(titled('Mødet er ændret')).toHaveLength(1);
    const standing = world
      .channel('Panelet')
      .cards()
      .find(({ card }) => JSON.stringify(card).includes('"Godkendt."'));
    expect(JSON.stringify(standing?.card)).toContain('tirsdag 13. december 2016 kl. 13.00–15.00');
  });

  test('the list of meetings leads to the year plan', async () => {
    await world.person('Palle Praksis').writes('møder', 'Panelet');
    expect(await world.person('Palle Praksis').presses('Se årsplanen', { on: 'Kommende møder' })).toBe('');
    expect((await world.person('Palle Praksis').sees('Kommende møder')).join('\n')).toContain('Kommende møder');
  });
});

describe('a year that falls short', () => {
  const short = () => titled('Der er for få møder');

  test('nobody hears of too few meetings before the day by which the year should be planned', async () => {
    await world.at('2015-11-30T10:00');
    expect(short()).toEqual([]);
  });

  test('only the secretary is mentioned when too few meetings are planned, and the card names the clause', async () => {
    await world.at('2015-12-01T10:00');
    expect(short()).toHaveLength(1);
    expect(mentions('Der er for få møder', 'Panelet')).toEqual(['Frida Fjeld']);
    expect(world.stands('Der er for få møder').join('\n')).toContain(
      '0 møder planlagt i 2015; der skal være mindst 3 (Kommissorium, afsnit 4)',
    );
  });

  test('a shortfall is told once a quarter, and the older card gives way to the newer', async () => {
    await world.given(`meeting/${(await meetings()).at(-1)?.meeting}`, { type: 'CancelMeeting', reason });
    await world.at('2015-12-15T10:00');
    expect(short()).toHaveLength(1);
    await world.at('2016-01-04T08:00');
    expect(short()).toHaveLength(1);
    await world.at('2016-01-04T10:00');
    await world.at('2016-02-29T10:00');
    expect(short()).toHaveLength(1);
    expect(titled('panel: optællingen er erstattet af en nyere.')).toHaveLength(1);
    expect(world.stands('Der er for få møder').join('\n')).toContain(
      '2 møder planlagt i 2016; der skal være mindst 3 (Kommissorium, afsnit 4)',
    );
    expect(world.faults).toEqual([]);
  });

  test('the card leads to the plan, which is confirmed, and from there to calling the meeting that is missing', async () => {
    const frida = world.person('Frida Fjeld');
    await frida.presses('Se årsplanen', { on: 'Der er for få møder' });
    await frida.presses('Indkald til møde', { on: 'Der er for få møder' });
    expect(frida.reads('Der er for få møder')).toContain('Hvornår er mødet?');
  });
});

describe('a meeting of the year that nears', () => {
  test('its card comes four weeks before it, in the hours in which people are written to, and once', async () => {
    const [next] = (await meetings()).filter(({ showFrom = '' }) => showFrom > '2016-02-29');
    const before = titled('Møde: panel').length;
    await world.at(`${next?.showFrom}T08:00`);
    expect(titled('Møde: panel')).toHaveLength(before);
    await world.at(`${next?.showFrom}T08:30`);
    expect(titled('Møde: panel')).toHaveLength(before + 1);
    await world.at(`${next?.showFrom}T10:00`);
    expect(titled('Møde: panel')).toHaveLength(before + 1);
    expect(world.faults).toEqual([]);
  });
});

/** The panel meets three times a year by its terms; days off are known for both years. */
function threeTimesAYear(): Charter {
  const { daysOff } = fjord();
  const source = { document: 'F1', section: '§4' };
  const cadence = { stated: true, value: { least: 3, most: 3, about: false, asNeeded: false }, clause: 'panel-cadence' } as const;
  const clauses = [{ id: 'panel-cadence', text: { da: 'Tre møder om året' }, source }];
  const panel = { ...body('panel'), terms: [{ ...termsOf('panel', { above: 'forum' }), cadence, clauses }] };
  return fjord({
    bodies: [panel, body('forum'), body('bureau')] as Charter['bodies'],
    daysOff: new Set([...daysOff, '2016-01-01', '2016-03-24', '2016-03-25', '2016-03-28', '2016-12-26']),
  });
}

function mentions(on: string, channel: string): readonly string[] {
  const { card } = world.standing(on, channel);
  const entities = (card.msteams as { entities?: readonly { mentioned: { name: string } }[] } | undefined)?.entities ?? [];
  return entities.map(({ mentioned }) => mentioned.name);
}

/** The form names the dates as the card does, without its remarks. */
async function choices(): Promise<readonly string[]> {
  return world
    .stands(plan)
    .filter((line) => / 2016 kl\. /.test(line))
    .map((line) => line.split(' · ')[0] ?? '');
}

async function meetings(): Promise<readonly CalledMeeting[]> {
  const streams = await world.store.ofBody('meeting', 'panel', { openOnly: true });
  const states = await Promise.all(streams.map(async (each) => (await world.store.recall(each))?.state));
  return states.flatMap((state) => begun(state, 'meeting') ?? []).sort((a, b) => (a.start < b.start ? -1 : 1));
}

async function waited() {
  const state = (await world.store.recall(stream))?.state as YearState | undefined;
  return state?.waitingOn;
}
