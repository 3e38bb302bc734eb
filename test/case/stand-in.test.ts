import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { decisionRegister } from '../../bot/view/case/decisions.ts';
import { anchorLines, checkLedger } from '../../bot/view/ledger/ledger.ts';
import { documentsCharter } from '../kit/read-once.ts';
import { theSecretariatMeets, theSteeringGroupMeets } from '../kit/stand-in/case.ts';
import { plansMeeting, seatsTheGroup, secretary } from '../kit/stand-in/group.ts';
import { handOn } from '../kit/stand-in/hand.ts';
import { openStandIn, type StandIn } from '../kit/stand-in/stand-in.ts';
import { type Started, startMain } from '../kit/started.ts';
import { wordsOf } from '../kit/teams/screen.ts';

const onCase = 'Sag IT 2015-01';

describe('a case all the way up and back, through the stand-in for Teams', { timeout: 90_000 }, () => {
  let folder: string;
  let bot: Started;
  let teams: StandIn;
  let hand: ReturnType<typeof handOn>;
  let general: string;
  let channel: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspil-stand-in-case-'));
    bot = startMain(
      { SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PORT: '0', SAMSPIL_LOG_LEVEL: 'warn' },
      '--playground',
      '--now',
      '2015-01-05T08:00',
    );
    teams = await openStandIn(await bot.said('Teams'));
    hand = handOn(await bot.said('Samspil:'));
    [general = '', channel = ''] = teams.channels.map(({ id }) => id);
    await seatsTheGroup(teams, channel);
    await theSteeringGroupMeets(teams, general);
    await plansMeeting(teams, general, { Dato: '2015-02-16', 'Fra kl.': '13:00', 'Til kl.': '15:00', 'Sted eller link': 'Regionshuset' });
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
  const shows = (...words: readonly string[]) => teams.sees(({ card }) => words.every((each) => wordsOf(card).join('\n').includes(each)));

  test('a member of the theme group raises a case, and its two chairs send it up', async () => {
    await teams.writes('rejs sag', channel);
    await teams.presses('Almen praksis', 'Vis handlinger', 'Rejs en sag');
    await teams.presses('Almen praksis', 'Skriv sagen', 'Rejs en sag');
    await teams.presses('Almen praksis', 'Gem som kladde', 'Rejs en sag', {
      'Hvad handler sagen om?': 'Sundhedsaftalen',
      Overskrift: 'Fælles udskrivning',
      'Sagsfremstilling (kort)': 'Oplysninger går tabt ved udskrivning.',
      'Indstilling, ét at-punkt pr. linje': 'at aftalen får et afsnit om udskrivning',
    });
    await teams.presses('Almen praksis', 'Send sagen', 'Rejs en sag');
    for (const chair of ['Regional formand', 'Kommunal formand']) {
      await teams.presses(chair, 'Vis handlinger', onCase);
      await teams.presses(chair, 'Forelæg for SSG', onCase);
      await teams.presses(chair, 'Forelæg', onCase, { 'Begrundelse (valgfri)': `Set af ${chair}` });
      await passes();
    }
    await shows(onCase, 'På dagsordenen for mødet mandag 16. februar 2015.');
  });

  test('the steering group’s meeting sends the case on, and both its chairs confirm that', async () => {
    await passes('P5W', 'PT1H');
    await teams.presses(secretary, 'Vis handlinger', 'Møde: SSG');
    await teams.presses(secretary, 'Dagsorden', 'Møde: SSG');
    await teams.presses(secretary, 'Udsend dagsorden', 'Dagsorden:');
    await teams.presses(secretary, 'Udsend', 'Dagsorden:');
    await passes('P1W', 'PT6H');
    await teams.presses(secretary, 'Vis handlinger', 'Møde: SSG');
    await teams.presses(secretary, 'Referat', 'Møde: SSG');
    await teams.presses(secretary, 'Registrér resultat', 'Referat:');
    await teams.presses(secretary, 'Gem', 'Referat:', {
      Punkt: '1. Fælles udskrivning',
      Resultat: 'Sendt videre',
      Ordlyd: 'Styregruppen anbefaler det.',
    });
    await teams.presses(secretary, 'Udsend referat', 'Referat:');
    await teams.presses(secretary, 'Udsend', 'Referat:');
    for (const chair of ['Kommunal formand', 'Regional formand']) {
      await passes();
      await shows(onCase, 'Er resultatet gengivet rigtigt?');
      await teams.presses(chair, 'Vis handlinger', onCase);
      await teams.presses(chair, 'Bekræft', onCase);
    }
    await passes();
    await shows(onCase, '▶ SKU');
  });

  test('a secretary records the political committee’s decision, and a secretary from the other sector confirms it', async () => {
    await theSecretariatMeets(teams);
    await passes();
    await teams.presses('Regional sekretær', 'Vis handlinger', onCase);
    await teams.presses('Regional sekretær', 'Registrér resultat', onCase);
    await teams.presses('Regional sekretær', 'Gem', onCase, {
      Resultat: 'Besluttet',
      'Beslutningens ordlyd': 'Afsnittet er godkendt.',
    });
    await passes();
    await teams.presses('Kommunal sekretær', 'Vis handlinger', onCase);
    await teams.presses('Kommunal sekretær', 'Bekræft resultatet', onCase);
  });

  test('the answer comes back to the theme group, and a chair receipts it', async () => {
    await passes();
    await shows('Resultat af sagen', 'Besluttet: Afsnittet er godkendt.');
    await teams.presses('Kommunal formand', 'Vis handlinger', 'Resultat af sagen');
    await teams.presses('Kommunal formand', 'Åbn og svar', 'Resultat af sagen');
    await teams.presses('Kommunal formand', 'Kvittér', onCase);
    await passes();
    await shows(onCase, 'Sagen er afsluttet.');
    await teams.writes('beslutninger', channel);
    await shows('Beslutninger', 'forelagt');
  });

  test('the ledger and the decision register tell the case’s whole journey', async () => {
    await bot.stop();
    const store = openSqlite(join(folder, 'samspil.db'));
    expect((await checkLedger(store, await anchorLines(store))).findings).toEqual([]);
    const [stream] = await store.ofKind('case');
    const told = (await store.history(stream ?? 'anchor')).map(({ event }) => event.type);
    expect(told).toEqual([
      'CaseDrafted',
      'CaseSent',
      'CaseNumbered',
      'KeyTurned',
      'KeyTurned',
      'SentUp',
      'CaseAimed',
      'ResultReported',
      'ResultConfirmed',
      'ResultConfirmed',
      'CaseSentOn',
      'NoMeetingInReach',
      'ResultReported',
      'ResultConfirmed',
      'CaseDecided',
      'AnswerReceipted',
      'CaseClosed',
    ]);
    const register = await decisionRegister(store, documentsCharter(), () => null, null);
    expect(register.map(({ body, kind, persons, recordedBy }) => [body, kind, persons.length, recordedBy !== ''])).toEqual([
      ['it-temagruppen', 'up', 2, false],
      ['sundhedsstyregruppen', 'sent-on', 2, false],
      ['sundhedskoordinationsudvalget', 'decided', 1, true],
    ]);
    await store.close();
  });
});
