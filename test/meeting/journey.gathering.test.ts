import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Charter, Gathering } from '../../bot/governance/charter/charter.ts';
import { body, charter as fjord, words } from '../kit/charter.ts';
import { openWorld, type World } from '../kit/world.ts';

const meeting = 'Møde: Forummets møde med formandskaberne';
const day = 'Møde: Temadag';
let world: World;
beforeAll(async () => {
  world = await openWorld({
    at: '2015-02-02T09:00',
    charter: withGatherings(),
    channels: { Forum: 'forum', Panelet: 'panel', Bureauet: 'bureau' },
    seats: [
      ['forum', 'Finn Fjord', 'regional-secretary'],
      ['forum', 'Fie Falk', 'regional-chair'],
      ['forum', 'Frode Fyr', 'municipal-chair'],
      ['panel', 'Rita Regn', 'regional-chair'],
      ['panel', 'Mads Muld', 'municipal-chair'],
      ['panel', 'Lone Lund', 'municipal-leader'],
      ['bureau', 'Bente Bureau', 'regional-secretary'],
    ],
  });
});
afterAll(() => world.close());

const by = (name: string) => world.person(name);
const titles = (channel: string, title: string) =>
  world
    .channel(channel)
    .titles()
    .filter((each) => each.startsWith(title));
const named = (on: string, channel: string) => JSON.stringify(world.standing(on, channel).card.msteams ?? {});

describe('a meeting with the chairs of other bodies, from the year plan to its minutes', () => {
  test('the date is in the year plan of those who take part, which says that their chairs do', async () => {
    const dates = [{ id: 'aarlig-1', gathering: 'aarlig', date: '2015-03-16', time: '13:00', minutes: 120, joint: [], online: false }];
    await world.given('year/forum.2015', { type: 'ProposeYear', meetings: dates });
    await world.settle();
    await by('Rita Regn').writes('årsplan', 'Panelet');
    const line = 'mandag 16. marts 2015 kl. 13.00–15.00 · Forummets møde med formandskaberne · formandskabet';
    expect(world.stands('Årsplan 2015: panel', 'Panelet')).toContain(`${line} · foreslået`);
    for (const name of ['Fie Falk', 'Frode Fyr']) await by(name).presses('Godkend datoer', { on: 'Årsplan 2015: forum', in: 'Forum' });
    expect(world.stands('Årsplan 2015: panel', 'Panelet')).toContain(line);
  });

  test('it stands in each channel, and the card of the host says who is expected from where', async () => {
    await world.at('2015-03-02T08:30');
    for (const channel of ['Forum', 'Panelet']) expect(titles(channel, meeting)).toHaveLength(1);
    expect(titles('Bureauet', meeting)).toHaveLength(1);
    const said = world.stands(meeting, 'Forum');
    expect(said).toEqual(expect.arrayContaining(['forum: alle · 0 af 2 har svaret', 'panel: formandskabet · 0 af 2 har svaret']));
    expect(said).toContain('studio: formandskabet · ingen udpeget');
    expect(said.join()).not.toContain('Ingen er spurgt');
  });

  test('the chairs answer in their own channel and are counted; a member is told why they are not asked', async () => {
    expect(await by('Rita Regn').presses('Kommer', { on: meeting, in: 'Panelet' })).toBe('');
    expect(world.stands(meeting, 'Forum')).toContain('panel: formandskabet · 1 af 2 har svaret');
    expect(await by('Lone Lund').sees(meeting, 'Panelet')).toContain('Du er ikke spurgt, fordi kun formandskabet deltager fra din gruppe.');
    await expect(by('Lone Lund').presses('Afbud', { on: meeting, in: 'Panelet' })).rejects.toThrow('has no button');
    await by('Mads Muld').writes('mine', 'Panelet');
    expect((await by('Mads Muld').sees('Det venter på dig')).join()).toContain('Forummets møde med formandskaberne');
    await by('Lone Lund').writes('mine', 'Panelet');
    expect((await by('Lone Lund').sees('Det venter på dig')).join()).not.toContain('Forummets møde');
    await by('Lone Lund').writes('møder', 'Panelet');
    expect(world.stands('Kommende møder', 'Panelet').join()).toContain('Forummets møde med formandskaberne');
  });

  test('a chair of another body proposes an item', async () => {
    await by('Rita Regn').presses('Dagsorden', { on: meeting, in: 'Panelet' });
    await by('Rita Regn').presses('Foreslå et punkt', { on: meeting, in: 'Panelet' });
    const item = { 'Punktets type': 'til drøftelse', Overskrift: 'Grænseflader' };
    expect(await by('Rita Regn').presses('Gem', { on: meeting, in: 'Panelet', with: item })).toBe('');
  });

  test('the calendar of the body has it, and that of a chair, but not that of a member', async () => {
    await by('Lone Lund').presses('Følg i kalenderen', { on: 'Kommende møder', in: 'Panelet' });
    expect(await calendar('Lone Lund', 'Kommende møder')).toContain('SUMMARY:Forummets møde med formandskaberne');
    for (const name of ['Rita Regn', 'Lone Lund']) {
      await by(name).writes('mine', 'Panelet');
      await by(name).presses('Følg i kalenderen', { on: 'Det venter på dig', in: 'Panelet' });
      const has = (await calendar(name, 'Det venter på dig')).includes('SUMMARY:Forummets møde med formandskaberne');
      expect([name, has]).toEqual([name, name === 'Rita Regn']);
    }
  });

  test('chairs who have not answered are reminded in their own channel, and members of their body are not', async () => {
    await world.at('2015-03-13T08:30');
    expect(named('Kommer du ', 'Panelet')).toContain('Mads Muld');
    for (const name of ['Lone Lund', 'Rita Regn']) expect(named('Kommer du ', 'Panelet')).not.toContain(name);
    expect(await by('Mads Muld').presses('Afbud', { on: 'Kommer du ', in: 'Panelet' })).toBe('');
  });

  test('those who took part hear of the minutes, and comment on them', async () => {
    await world.at('2015-03-16T15:30');
    const finn = by('Finn Fjord');
    await finn.presses('Referat', { on: meeting, in: 'Forum' });
    await finn.presses('Registrér resultat', { on: meeting, in: 'Forum' });
    await finn.presses('Gem', { on: meeting, in: 'Forum', with: { Punkt: '1. Grænseflader', Resultat: 'Drøftet', Ordlyd: 'Drøftet' } });
    await finn.presses('Referat', { on: meeting, in: 'Forum' });
    await finn.presses('Udsend referat', { on: meeting, in: 'Forum' });
    expect(await finn.presses('Udsend', { on: meeting, in: 'Forum' })).toBe('');
    expect(titles('Panelet', 'Referatet er udsendt')).toHaveLength(1);
    await by('Rita Regn').presses('Se referatet', { on: 'Referatet er udsendt', in: 'Panelet' });
    await by('Rita Regn').presses('Skriv en bemærkning', { on: 'Referatet er udsendt', in: 'Panelet' });
    const comment = { 'Din bemærkning': 'Punkt 1 mangler en dato' };
    expect(await by('Rita Regn').presses('Gem', { on: 'Referatet er udsendt', in: 'Panelet', with: comment })).toBe('');
    expect(world.faults).toEqual([]);
  });
});

describe('a gathering that its host does not take part in', () => {
  test('the host calls it by name, and only those the model names are asked', async () => {
    await by('Bente Bureau').writes('nyt møde', 'Bureauet');
    await by('Bente Bureau').presses('Indkald særligt møde', { on: 'Nyt møde', in: 'Bureauet' });
    const when = { Dato: '2015-05-12', 'Fra kl.': '09:00', 'Til kl.': '15:00', 'Sted eller link': 'Havnesalen', 'Sammen med': 'Temadag' };
    expect(await by('Bente Bureau').presses('Opret mødet', { on: 'Nyt møde', in: 'Bureauet', with: when })).toBe('');
    expect(world.stands(day, 'Bureauet')).toContain('panel: formandskabet · 0 af 2 har svaret');
    expect(await by('Mads Muld').presses('Kommer', { on: day, in: 'Panelet' })).toBe('');
    expect(world.stands(day, 'Bureauet')).toContain('panel: formandskabet · 1 af 2 har svaret');
    await by('Bente Bureau').writes('årsplan', 'Bureauet');
    expect(world.stands('Årsplan 2015: bureau', 'Bureauet').join()).toContain('Temadag');
    expect(world.stands('Årsplan 2015: bureau', 'Bureauet').join()).not.toContain('0 møder planlagt');
    expect(world.faults).toEqual([]);
  });
});

async function calendar(name: string, card: string): Promise<string> {
  const shown = by(name)
    .reads(card, 'Panelet')
    .find((each) => each.includes('/kalender/'));
  return (await fetch((shown ?? '').replace(/^https:\/\/[^/]+/, new URL(world.address).origin))).text();
}

/** The forum meets the chairs of the theme groups once a year, and the bureau calls a theme day for those chairs alone. */
function withGatherings(): Charter {
  const theme = (id: string) => ({ ...body(id, { above: 'forum' }), kind: 'theme-group' });
  const chairs = { body: null, kind: 'theme-group', seats: 'chairs' } as const;
  const gathering = (id: string, name: string, host: string, who: Gathering['who']): Gathering => ({
    ...{ id, name: words(name), host, who, least: 1, most: 2, minutes: null, from: '2015-01-01', until: null, clause: 'panel-seats' },
  });
  return fjord({
    bodies: [theme('panel'), theme('studio'), body('forum'), body('bureau')],
    gatherings: [
      gathering('aarlig', 'Forummets møde med formandskaberne', 'forum', [{ body: 'forum', kind: null, seats: 'everyone' }, chairs]),
      gathering('temadag', 'Temadag', 'bureau', [chairs]),
    ],
  });
}
