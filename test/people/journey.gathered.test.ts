import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { event, someone, type TeamsActivity } from '../../bot/rehearsal/connector/activities.ts';
import { openCases, raised, raises } from '../kit/case-world.ts';
import { startConnector } from '../kit/teams/connector.ts';
import { wordsOf } from '../kit/teams/screen.ts';
import { administrator, type World, type WorldOptions } from '../kit/world.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});
const owner = someone(900);

async function open(options: Partial<WorldOptions> = {}): Promise<World> {
  const world = await openCases('2015-02-02T09:00', options);
  closing.push(world.close);
  return world;
}
/** Lone sends so many cases, one right after the other. */
async function sends(world: World, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) await raises(world, { ...raised, Overskrift: title });
}
/** The replies in a channel that mention somebody because of a case. */
const notes = (world: World, where = 'Panelet') =>
  world
    .channel(where)
    .cards()
    .filter(({ root, card }) => !root && JSON.stringify(card.msteams ?? {}).includes('"mention"'))
    .map(({ card }) => wordsOf(card));
const lines = (world: World, where = 'Panelet') =>
  notes(world, where).map((words) => words.filter((line) => line.includes(' · ') && line.includes('Sag til vurdering')).length);
async function judges(world: World, number: string, names: readonly string[], where = 'Panelet'): Promise<void> {
  for (const name of names) {
    const on = `Sag PANEL 2015-0${number}`;
    const person = world.person(name);
    const label = (await person.buttons(on, where)).find((each) => each.startsWith('Forelæg for')) ?? '';
    await person.presses(label, { on, in: where });
    await person.presses('Forelæg', { on, in: where });
  }
}
const chairs = ['Rita Regn', 'Mads Muld'];

describe('several questions to the same persons within the hour', () => {
  test('five cases in a row are one mention, with a line for each of the others', async () => {
    const world = await open();
    await sends(world, 'Et', 'To', 'Tre', 'Fire', 'Fem');
    expect(lines(world)).toEqual([4]);
    const [note = []] = notes(world);
    expect(note).toContain('Venter også på svar');
    expect(note.join('\n')).toMatch(/Sag til vurdering · Sag PANEL 2015-02: To\./);
    expect(note.join('\n')).toMatch(/Sag til vurdering · Sag PANEL 2015-05: Fem\./);
    await world.person('Rita Regn').presses('Vis alle', { on: 'Sag til vurdering', in: 'Panelet' });
    expect(world.faults).toEqual([]);
  });

  test('two hours later another case is another mention', async () => {
    const world = await open();
    await sends(world, 'Et', 'To');
    await world.at('2015-02-02T11:30');
    await sends(world, 'Tre');
    expect(lines(world)).toEqual([1, 0]);
  });

  test('what is answered leaves the list, also where that is the first of them, and nothing stands when all is', async () => {
    const world = await open();
    await sends(world, 'Et', 'To', 'Tre');
    await judges(world, '2', chairs);
    expect(lines(world)).toEqual([1]);
    await judges(world, '1', chairs);
    const [left = []] = notes(world);
    expect(left.join('\n')).toMatch(/Sag til vurdering: besvaret 2\. februar 2015 af Rita Regn, Mads Muld\./);
    expect(left.join('\n')).toMatch(/<at>Rita Regn<\/at>, <at>Mads Muld<\/at> · Sag til vurdering · Sag PANEL 2015-03: Tre\./);
    await judges(world, '3', chairs);
    expect(notes(world)).toEqual([]);
  });

  test('one who has nothing left to answer on the first is mentioned anew', async () => {
    const world = await open();
    await sends(world, 'Et');
    await judges(world, '1', ['Rita Regn']);
    await sends(world, 'To');
    expect(lines(world)).toEqual([0, 0]);
  });

  test('each is reminded of after five working days as before, again together', async () => {
    const world = await open();
    await sends(world, 'Et', 'To', 'Tre');
    await world.at('2015-02-09T09:00');
    const [reminder = [], ...more] = notes(world);
    expect(more).toEqual([]);
    expect(reminder).toContain('Påmindelse: sag til vurdering');
    expect(reminder.filter((line) => line.includes('5 arbejdsdage uden svar.'))).toHaveLength(3);
  });

  test('a restart between them changes nothing', async () => {
    let ms = 0;
    const connector = await startConnector({ now: () => ms, limits: false });
    const store = join(mkdtempSync(join(tmpdir(), 'samspil-gathered-')), 'store.db');
    const first = await openCases('2015-02-02T09:00', { connector, store });
    ms = first.now().epochMilliseconds;
    await sends(first, 'Et', 'To');
    await first.close();
    const second = await openCases('2015-02-02T09:20', { connector, store });
    closing.push(connector.close, second.close);
    await sends(second, 'Tre');
    expect(lines(second)).toEqual([2]);
  });

  test('where the channel of the first is deleted, all that is still asked is asked where the body meets next', async () => {
    const world = await open();
    await sends(world, 'Et', 'To', 'Tre');
    const { place } = world.channel('Panelet');
    world.connector.shut([place.channel], 'deleted');
    await world.hand(event(place, owner, 'channelDeleted', { channel: { id: place.channel } }) as TeamsActivity);
    await world.settle();
    await world.channel('Nyt panel').installs();
    const choice = { 'Gruppe eller udvalg': 'panel' };
    await world.person(administrator).presses('Gem valget', { on: 'Hvilken gruppe', in: 'Nyt panel', with: choice });
    const asked = notes(world, 'Nyt panel').flat().join('\n');
    expect(asked).toContain('To');
    expect(asked).toContain('Tre');
    expect(notes(world, 'Nyt panel')).toHaveLength(1);
  });

  test('where the first cannot be sent, the others are asked by themselves', async () => {
    const world = await open();
    await sends(world, 'Et', 'To');
    world.connector.fault({ on: 'update', how: { status: 400 }, times: 5 });
    await sends(world, 'Tre');
    expect(lines(world)).toEqual([1, 1]);
    expect((await world.store.parked()).length).toBeGreaterThan(0);
  });
});
