import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { anchorLines, checkLedger } from '../../bot/view/ledger/ledger.ts';
import { meetsIn, plansMeeting, seatsTheGroup, secretary } from '../kit/stand-in/group.ts';
import { handOn } from '../kit/stand-in/hand.ts';
import { openStandIn, type StandIn } from '../kit/stand-in/stand-in.ts';
import { type Started, startMain } from '../kit/started.ts';
import { isCalled, wordsOf } from '../kit/teams/screen.ts';

describe('a whole meeting, through the stand-in for Teams', { timeout: 60_000 }, () => {
  let folder: string;
  let bot: Started;
  let teams: StandIn;
  let hand: ReturnType<typeof handOn>;
  let channel: string;
  let other: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspil-stand-in-life-'));
    const settings = {
      SAMSPIL_STORE: join(folder, 'samspil.db'),
      SAMSPIL_PAGES: join(folder, 'pages'),
      SAMSPIL_PORT: '0',
      SAMSPIL_LOG_LEVEL: 'warn',
    };
    bot = startMain(settings, '--playground', '--now', '2015-01-05T08:00');
    teams = await openStandIn(await bot.said('Teams'));
    hand = handOn(await bot.said('Samspil:'));
    channel = teams.channels[1]?.id ?? '';
    other = teams.channels[0]?.id ?? '';
    await seatsTheGroup(teams, channel);
    await meetsIn(teams, other, 'Sundhedsstyregruppen');
  }, 180_000);
  afterAll(async () => {
    teams.close();
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  /** Moves the clock on, by four minutes at least: an opened form is left alone for three. */
  const passes = async (...steps: readonly string[]) => {
    await hand.passes(...(steps.length > 0 ? steps : ['PT4M']));
  };
  const shows = (on: string, ...words: readonly string[]) =>
    teams.sees(({ card }) => isCalled(card, on) && words.every((each) => wordsOf(card).join('\n').includes(each)));

  test('two chairs propose items from the call, and the secretary sends the agenda', async () => {
    await plansMeeting(teams, channel, { Dato: '2015-02-02', 'Fra kl.': '13:00', 'Til kl.': '15:00', 'Sted eller link': 'Rådhuset' });
    await passes('P7D', 'PT1H');
    await teams.presses('Regional formand', 'Foreslå et punkt', 'Punkter til mødet?');
    const plan = {
      'Punktets type': 'til beslutning',
      Overskrift: 'Fælles plan',
      'Indstilling, ét at-punkt pr. linje': 'at planen godkendes',
    };
    await teams.presses('Regional formand', 'Gem', 'Dagsorden:', plan);
    await teams.presses('Kommunal formand', 'Foreslå et punkt', 'Dagsorden:');
    const video = { 'Punktets type': 'til drøftelse', Overskrift: 'Video i praksis' };
    await teams.presses('Kommunal formand', 'Gem', 'Dagsorden:', video);
    await passes();
    await shows('Møde:', '2 punkter er foreslået.');
    await teams.presses(secretary, 'Dagsorden', 'Møde:');
    await teams.presses(secretary, 'Udsend dagsorden', 'Dagsorden:');
    await teams.presses(secretary, 'Udsend', 'Dagsorden:');
    await teams.seesCard('Dagsordenen er udsendt');
  });

  test('one item is decided with a dissent and one is carried over; the minutes are sent and commented on', async () => {
    await passes('P21D', 'PT5H');
    await shows('Møde:', '1. Fælles plan', '2. Video i praksis');
    await teams.presses(secretary, 'Vis handlinger', 'Møde:');
    await teams.presses(secretary, 'Referat', 'Møde:');
    await teams.presses(secretary, 'Registrér resultat', 'Referat:');
    const decided = { Punkt: '1. Fælles plan', Resultat: 'Besluttet', Ordlyd: 'Planen er godkendt.' };
    await teams.presses(secretary, 'Gem', 'Referat:', decided);
    await teams.presses(secretary, 'Gem', 'Referat:', { Punkt: '2. Video i praksis', Resultat: 'Udsat til næste møde' });
    await teams.presses('Almen praksis', 'Registrér afvigende mening', 'Referat:');
    await teams.presses('Almen praksis', 'Gem', 'Referat:', {
      Punkt: '1. Fælles plan',
      'Begrundelse (valgfri)': 'Tiden er for kort',
    });
    await passes();
    await teams.presses(secretary, 'Referat', 'Møde:');
    await teams.presses(secretary, 'Udsend referat', 'Referat:');
    await teams.presses(secretary, 'Udsend', 'Referat:');
    await teams.presses('Kommunal formand', 'Se referatet', 'Referatet er udsendt');
    await teams.presses('Kommunal formand', 'Skriv en bemærkning', 'Referat:');
    await teams.presses('Kommunal formand', 'Gem', 'Referat:', { 'Din bemærkning': 'Fint referat' });
  });

  test('the minutes are published as a page, and the item carried over waits for the next meeting', async () => {
    await passes('P8D');
    await shows('Møde:', 'Fristen for bemærkninger er udløbet.');
    await teams.presses(secretary, 'Referat', 'Møde:');
    await teams.presses(secretary, 'Offentliggør', 'Referat:');
    await teams.presses(secretary, 'Offentliggør', 'Referat:');
    await passes();
    await shows('Møde:', 'Referatet er offentliggjort.');
    const pages = (await readdir(join(folder, 'pages'))).filter((name) => name !== 'index.html');
    const page = await readFile(join(folder, 'pages', pages[0] ?? ''), 'utf8');
    for (const words of ['Planen er godkendt.', 'at planen godkendes', 'Tiden er for kort', 'Udsat til næste møde'])
      expect(page).toContain(words);
    expect(page).not.toContain('Fint referat');
    await plansMeeting(teams, channel, { Dato: '2015-03-16', 'Fra kl.': '13:00', 'Til kl.': '15:00', 'Sted eller link': 'Rådhuset' });
    await teams.writes('dagsorden', channel);
    await shows('Dagsorden:', '1. Video i praksis', 'udsat fra et tidligere møde');
  });

  test('a meeting is moved, a joint one lasts two days, and an extraordinary one is refused at 23 hours’ notice', async () => {
    await teams.presses(secretary, 'Vis handlinger', 'Møde:');
    await teams.presses(secretary, 'Ændr mødet', 'Møde:');
    await teams.presses(secretary, 'Flyt mødet', 'Ændr mødet:');
    await teams.presses(secretary, 'Gem', 'Ændr mødet:', { Dato: '2015-03-23', Begrundelse: 'Vinterferie' });
    await teams.seesCard('Mødet er ændret');
    await passes();
    await shows('Møde:', 'Mandag 23. marts', 'Begrundelse: Vinterferie');
    await teams.presses('Regional formand', 'Kommer', 'Møde:');
    await teams.presses(secretary, 'Dagsorden', 'Møde:');
    await teams.presses(secretary, 'Udsend dagsorden', 'Dagsorden:');
    await teams.presses(secretary, 'Udsend', 'Dagsorden:');
    await passes();
    const days = { Dato: '2015-04-20', 'Fra kl.': '12:00', 'Slutdato (ved møde over flere dage)': '2015-04-21', 'Til kl.': '12:00' };
    const joint = { ...days, 'Sted eller link': 'Højskolen', 'Sammen med': 'SSG' };
    await plansMeeting(teams, channel, joint, true);
    await shows('Møde:', '+ SSG', 'Mandag 20. april kl. 12.00 til tirsdag 21. april kl. 12.00');
    const storm = {
      Dato: '2015-02-11',
      'Til kl.': '16:30',
      'Sted eller link': 'Rådhuset',
      Mødetype: 'Ekstraordinært',
      'Begrundelse (ved ekstraordinært møde)': 'Stormflod',
    };
    const now = Temporal.Instant.from(await hand.passes('PT4M')).toZonedDateTimeISO('Europe/Copenhagen');
    const inHours = (hours: number) => now.add({ hours }).toPlainTime().toString({ smallestUnit: 'minute' });
    await expect(plansMeeting(teams, channel, { ...storm, 'Fra kl.': inHours(23) }, true)).rejects.toThrow('varsles mindst 24 timer');
    await plansMeeting(teams, channel, { ...storm, 'Fra kl.': inHours(25) }, true);
  });

  test('the joint meeting is cancelled, and later only members who have not answered are reminded of the moved one', async () => {
    const two = 'Møde: It-temagruppen + ';
    await teams.presses(secretary, 'Vis handlinger', two);
    await teams.presses(secretary, 'Ændr mødet', two);
    await teams.presses(secretary, 'Aflys mødet', 'Ændr mødet:');
    await teams.presses(secretary, 'Aflys', 'Ændr mødet:', { Begrundelse: 'For få punkter' });
    await teams.seesCard('Mødet er aflyst');
    await passes('P31D');
    await passes('P7D');
    const { card } = await shows('Kommer du ', '23. marts');
    expect(JSON.stringify(card.msteams)).toContain('<at>Kommunal formand</at>');
    expect(JSON.stringify(card.msteams)).not.toContain('Regional formand');
    await passes('P28D');
    await teams.seesCard('Påmindelse: referat mangler');
    expect(teams.standing('Møde:', channel)).toHaveLength(4);
    expect(teams.standing('Møde:', other)).toHaveLength(1);
  });

  test('the ledger holds after a whole meeting', async () => {
    await bot.stop();
    const store = openSqlite(join(folder, 'samspil.db'));
    expect((await checkLedger(store, await anchorLines(store))).findings).toEqual([]);
    const told = await Promise.all(
      (await store.ofKind('meeting')).map(async (stream) =>
        (await store.history(stream)).map(({ event }): string => (event.type === 'Prompted' ? event.occasion : event.type)),
      ),
    );
    const meeting = (what: string) => told.find((entries) => entries.includes(what)) ?? [];
    expect(meeting('MinutesPublished')).toEqual(
      expect.arrayContaining(['ItemProposed', 'AgendaSent', 'DissentRecorded', 'MinutesSent', 'ItemCarriedOver', 'MinutesCommented']),
    );
    for (const last of ['MinutesPublished', 'MeetingCancelled']) expect(meeting(last).at(-1)).toBe(last);
    expect(meeting('MeetingMoved').filter((what) => /^(call|reminder|agenda)/.test(what))).toEqual(['reminder-2015-03-20']);
    await store.close();
  });
});
