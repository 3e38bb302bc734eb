import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { event, installed, someone, type TeamsActivity } from '../../bot/rehearsal/connector/activities.ts';
import type { Shut } from '../../bot/rehearsal/connector/calls.ts';
import { agrees, answers, clusters, openClusters, writes } from '../kit/milestone-world.ts';
import { wordsOf } from '../kit/teams/screen.ts';
import { administrator, type World } from '../kit/world.ts';

const seven = ['nord', 'midt', 'syd', 'vest', 'kyst', 'havn', 'oe'] as const;
const named = (id: string) => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
const ten = ['Panelet', 'Forum', 'Raadet', ...seven.map(named)];
const owner = someone(900);

let world: World;
/** Ten bodies meet in one team, and the secretariat in another; a case waits for its second chair, and seven clusters are asked how it goes. */
beforeEach(async () => {
  const channels = { Panelet: 'panel', Forum: 'forum', Raadet: 'raadet', ...Object.fromEntries(seven.map((id) => [named(id), id])) };
  const charter = clusters([...seven, 'raadet']);
  world = await openClusters('2015-02-02T09:00', { charter, channels: { ...channels, Sekretariatet: 'bureau' } });
  const secretariat = await world.bot.directory.address(world.channel('Sekretariatet').key);
  if (secretariat) await world.bot.directory.keepAddress({ ...secretariat, team: '19:sekretariatet@thread.tacv2' });
  await world.person('Lone Lund').writes('milepæle', 'Panelet');
  for (const by of seven) await writes(world, 'Lone Lund', `Skema i ${by}`, '2015-06-15', { by });
  await agrees(world);
  await world.at('2015-04-01T09:00');
  const lone = world.person('Lone Lund');
  await lone.writes('rejs sag', 'Panelet');
  await lone.presses('Skriv sagen', { on: 'Rejs en sag' });
  const fields = { 'Hvad handler sagen om?': 'Strategi', Overskrift: 'Fælles udskrivning' };
  const more = { 'Sagsfremstilling (kort)': 'Oplysninger går tabt.', 'Indstilling, ét at-punkt pr. linje': 'at arbejdsgangen godkendes' };
  await lone.presses('Gem som kladde', { on: 'Rejs en sag', with: { ...fields, ...more } });
  await lone.presses('Send sagen', { on: 'Rejs en sag' });
  for (const { notice } of await world.store.standing()) await world.store.redraw(notice.key, world.now().epochMilliseconds);
  await world.settle();
});
afterEach(() => world.close());

const ids = (names: readonly string[] = ten) => names.map((name) => world.channel(name).place.channel);
const shown = () =>
  ten.map((name) =>
    world
      .channel(name)
      .cards()
      .map(({ activity, card }) => [activity, wordsOf(card)] as const),
  );
const activities = (name: string) =>
  world
    .channel(name)
    .cards()
    .map(({ activity }) => activity);
const bound = () =>
  Promise.all(
    ten.map(async (name) => {
      const state = (await world.store.recall(streamOf('channel', world.channel(name).key)))?.state;
      return state?.kind === 'channel' ? ([name, state.installed, state.body] as const) : null;
    }),
  );
const place = () => world.channel('Panelet').place;
const hear = async (activity: object) => {
  await world.hand(activity as TeamsActivity);
  await world.settle();
};
const shut = async (how: Shut, activity: object) => {
  world.connector.shut(ids(), how);
  await hear(activity);
};
const told = () =>
  world
    .channel('Sekretariatet')
    .titles()
    .filter((title) => title.includes('kan ikke skrive'));

describe('what Teams can undo is undone here too', () => {
  test('the app is removed from a team of ten bodies and added again: within a minute all ten stand as before, and nobody is told', async () => {
    const [before, meets] = [shown(), await bound()];
    expect(meets.map((each) => each?.[1])).toEqual(Array(10).fill(true));
    await shut('uninstalled', installed(place(), owner, 'remove'));
    expect((await bound()).map((each) => each?.[1])).toEqual(Array(10).fill(false));
    const started = world.now().epochMilliseconds;
    world.connector.open(ids());
    await hear(installed(place(), owner));
    expect(await bound()).toEqual(meets);
    expect(shown()).toEqual(before);
    expect(world.now().epochMilliseconds - started).toBeLessThan(60_000);
    await world.at('2015-04-01T10:00');
    expect(told()).toEqual([]);
    expect(await answers(world, 'Nanna Nord', 'Nord', '', 'Følger planen')).toBe('');
    expect(world.channel('Nord').titles()).toContain('nord: alle har givet status pr. 1. april 2015.');
    expect(world.faults).toEqual([]);
  });

  test('what is decided meanwhile goes out when the app is back, and a card deleted meanwhile is posted anew', async () => {
    await shut('uninstalled', installed(place(), owner, 'remove'));
    const lost = world.standing('Status på milepæle', 'Syd');
    world.connector.forget(lost.activity);
    await world.given('meeting/m1', {
      ...{ type: 'PlanMeeting', body: 'panel', joint: [], extraordinary: false, reason: null, place: null },
      ...{ link: { ref: 'none', mac: 'none' }, start: '2015-04-20T12:00:00Z', end: '2015-04-20T14:00:00Z' },
    });
    await world.settle();
    expect(world.channel('Panelet').titles()).not.toContain('Møde: panel');
    world.connector.open(ids());
    await hear(installed(place(), owner));
    expect(world.channel('Panelet').titles()).toContain('Møde: panel');
    expect(world.standing('Status på milepæle', 'Syd').activity).not.toBe(lost.activity);
  });

  test('the team is archived for a week: the secretariat is told once, and all ten stand as before when it is in use again', async () => {
    const before = shown();
    await shut('archived', event(place(), owner, 'teamArchived'));
    await world.at('2015-04-01T10:00');
    expect(told()).toEqual(['Samspil kan ikke skrive i 10 kanaler']);
    expect(world.stands('Samspil kan ikke skrive', 'Sekretariatet').join(' ')).toContain('Teamet er arkiveret.');
    await world.at('2015-04-08T10:00');
    expect(told()).toEqual(['Samspil kan ikke skrive i 10 kanaler']);
    world.connector.open(ids());
    await hear(event(place(), owner, 'teamUnarchived'));
    const standing = ([, words]: readonly [string, readonly string[]]) => !words.some((line) => /^Sådan så det ud|^Rejs en sag/.test(line));
    expect(shown().map((each) => each.filter(standing))).toEqual(before.map((each) => each.filter(standing)));
    expect(world.stands('Rejs en sag', 'Panelet')).toContain('Sådan så det ud onsdag 1. april 2015');
    expect(told()).toEqual([]);
    expect(world.channel('Sekretariatet').titles().join(' ')).toContain('Samspil skriver igen i');
  });

  test('a channel is deleted, and restored on the twentieth day', async () => {
    const { channel } = place();
    const before = activities('Panelet');
    world.connector.shut([channel], 'deleted');
    await hear(event(place(), owner, 'channelDeleted', { channel: { id: channel } }));
    await world.at('2015-04-02T10:00');
    expect(world.stands('Samspil kan ikke skrive', 'Sekretariatet').join(' ')).toContain('gendanne den i 30 dage');
    await hear(installed(world.channel('Forum').place, owner));
    expect(await bound()).toContainEqual(['Panelet', false, 'panel']);
    await world.at('2015-04-21T10:00');
    world.connector.open([channel]);
    await hear(event(place(), owner, 'channelRestored', { channel: { id: channel } }));
    expect(await bound()).toContainEqual(['Panelet', true, 'panel']);
    expect(activities('Panelet').slice(0, before.length)).toEqual(before);
    expect(world.channel('Panelet').titles()).toContain('Påmindelse: sag til vurdering');
    expect(world.stands('Sag PANEL 2015-01', 'Panelet')).toContain('Svar gerne snarest.');
  });

  test('a channel is deleted and never restored: the body is served by its secretariat, and the secretariat is told what to do', async () => {
    const { channel } = place();
    world.connector.shut([channel], 'deleted');
    await hear(event(place(), owner, 'channelDeleted', { channel: { id: channel } }));
    await world.at('2015-04-02T10:00');
    await world.at('2015-05-02T10:00');
    expect(await bound()).toContainEqual(['Panelet', false, null]);
    await world.channel('Nyt panel').installs();
    await world
      .person(administrator)
      .presses('Gem valget', { on: 'Hvilken gruppe', in: 'Nyt panel', with: { 'Gruppe eller udvalg': 'panel' } });
    expect(world.stands('Sag PANEL 2015-01', 'Nyt panel')).toContain('Fælles udskrivning');
    expect(world.channel('Sekretariatet').titles().join(' ')).toContain('panel bruger ikke længere Fjorden – Panelet.');
  });

  test('a team that was deleted for good is told at once, in words', async () => {
    await shut('deleted', event(place(), owner, 'teamHardDeleted'));
    expect(told()).toEqual(['Samspil kan ikke skrive i 10 kanaler']);
    expect(world.stands('Samspil kan ikke skrive', 'Sekretariatet').join(' ')).toContain('slettet endeligt');
  });

  test('nobody told the bot that it was removed, nor that it is back: what Teams answers says so', async () => {
    world.connector.shut(ids(['Nord']), 'uninstalled');
    await answers(world, 'Nanna Nord', 'Nord', '', 'Følger planen');
    expect(await bound()).toContainEqual(['Nord', false, 'nord']);
    await world.bot.teams.refreshRosters();
    expect(await bound()).toContainEqual(['Nord', false, 'nord']);
    world.connector.open(ids(['Nord']));
    await world.bot.teams.refreshRosters();
    await world.settle();
    expect(await bound()).toContainEqual(['Nord', true, 'nord']);
    expect(world.channel('Nord').titles()).toContain('nord: alle har givet status pr. 1. april 2015.');
  });
});

test('where the bot may not write, as in a private channel, whoever chose it and the secretariat are told at once, and where it may', async () => {
  await world.channel('Lukket').installs();
  const press = await world
    .person(administrator)
    .aims('Gem valget', { on: 'Hvilken gruppe', in: 'Lukket', with: { 'Gruppe eller udvalg': 'panel' } });
  world.connector.shut(ids(['Lukket']), 'private');
  await hear(press);
  expect(world.stands('Samspil kan ikke skrive i en kanal', 'Sekretariatet')).toEqual(
    expect.arrayContaining([
      'Fjorden – Lukket, som panel bruger',
      expect.stringContaining('Brug en standardkanal eller en delt kanal'),
      `Kanalen blev valgt af <at>${administrator}</at>.`,
    ]),
  );
  expect((await world.person(administrator).sees('Hvilken gruppe', 'Lukket')).join(' ')).toContain('Brug en standardkanal');
});
