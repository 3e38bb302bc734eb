import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { anchorLines, checkLedger } from '../../bot/view/ledger/ledger.ts';
import { plansMeeting, seatsTheGroup, secretary } from '../kit/stand-in/group.ts';
import { handOn } from '../kit/stand-in/hand.ts';
import { openStandIn, type StandIn } from '../kit/stand-in/stand-in.ts';
import { type Started, startMain } from '../kit/started.ts';
import { wordsOf } from '../kit/teams/screen.ts';

let folder: string;
let bot: Started;
let teams: StandIn;
let hand: ReturnType<typeof handOn>;
let channel: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspil-stand-in-test-'));
  const settings = { SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PORT: '0', SAMSPIL_LOG_LEVEL: 'warn' };
  bot = startMain(settings, '--playground', '--now', '2015-01-05T08:00');
  teams = await openStandIn(await bot.said('Teams'));
  hand = handOn(await bot.said('Samspil:'));
  channel = teams.channels[1]?.id ?? '';
}, 180_000);
afterAll(async () => {
  teams.close();
  await bot.stop();
  await rm(folder, { recursive: true });
});

describe('the first five minutes, through the stand-in for Teams', { timeout: 180_000 }, () => {
  test('the bot is installed, its body is chosen, and the seats are filled', async () => {
    await seatsTheGroup(teams, channel);
    expect(wordsOf((await teams.seesCard('Medlemmer')).card).join('\n')).toMatch(/Regional formand[\s\S]*Klynge/);
  });

  test('three members answer a new meeting, and the reminder mentions only the member who has not', async () => {
    await plansMeeting(teams, channel, { Dato: '2015-01-12', 'Fra kl.': '13:00', 'Til kl.': '15:00', 'Sted eller link': 'Rådhuset' });

    await teams.presses('Regional formand', 'Kommer', 'Møde:');
    await teams.presses('Kommunal formand', 'Vis handlinger', 'Møde:');
    await teams.presses('Kommunal formand', 'Min stedfortræder kommer', 'Møde:');
    await teams.presses('Kommunal formand', 'Gem', 'Møde:', { 'Hvem kommer i dit sted?': 'Kommunal sekretær' });
    /** Somebody who opens a form has three minutes to write before the card is drawn again. */
    await hand.passes('PT4M');
    await teams.presses(secretary, 'Vis handlinger', 'Møde:');
    await teams.presses(secretary, 'Registrér svar', 'Møde:');
    await teams.presses(secretary, 'Gem', 'Møde:', { Hvem: 'Almen praksis', Svar: 'Afbud' });

    await hand.passes('P4D', 'PT1H');
    const reminder = await teams.sees(({ card }) => wordsOf(card).some((words) => words.includes('<at>')));
    expect(JSON.stringify(reminder.card.msteams)).toContain('<at>Klynge</at>');
    expect(JSON.stringify(reminder.card.msteams)).not.toMatch(/formand|praksis|sekretær/);
  });

  test('somebody at the screen answers as another member, and the ledger holds', async () => {
    await hand.becomes('Klynge');
    await teams.presses(secretary, 'Kommer', 'Kommer du ');
    await teams.seesCard('Alle har svaret');
    await bot.stop();
    const store = openSqlite(join(folder, 'samspil.db'));
    const [meeting] = await store.ofKind('meeting');
    const told = (await store.history(meeting ?? 'anchor')).map(({ event }) => event.type);
    expect(told).toEqual([
      'MeetingPlanned',
      'AttendanceAnswered',
      'AttendanceAnswered',
      'AttendanceAnswered',
      'Prompted',
      'AttendanceAnswered',
    ]);
    expect((await checkLedger(store, await anchorLines(store))).findings).toEqual([]);
    await store.close();
  });
});
