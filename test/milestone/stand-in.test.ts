import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { anchorLines, checkLedger } from '../../bot/view/ledger/ledger.ts';
import { seatsTheGroup, secretary, shortly } from '../kit/stand-in/group.ts';
import { handOn } from '../kit/stand-in/hand.ts';
import { openStandIn, type StandIn } from '../kit/stand-in/stand-in.ts';
import { type Started, startMain } from '../kit/started.ts';
import { isCalled, wordsOf } from '../kit/teams/screen.ts';

const carriedBy = 'Udføres af klynger (valgfrit)';
const owner = 'Ansvarlig (valgfri)';
const day = 'Dato (valgfri, ellers som planlagt)';

/** The six milestones lie with three clusters and the group itself. Nobody sits in the clusters here, so their secretariat answers. */
const plan: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['Skema i klynge 1', { [carriedBy]: 'Klynge 1', [owner]: 'Klynge' }],
  ['Skema i klynge 2', { [carriedBy]: 'Klynge 2' }],
  ['Skema i klynge 3', { [carriedBy]: 'Klynge 3' }],
  ['Kursus i klynge 3', { [carriedBy]: 'Klynge 3' }],
  ['Aftale om udstyr', { [owner]: 'Almen praksis' }],
  ['Evaluering', { [owner]: 'Kommunal formand' }],
];

describe('a milestone plan and a quarter’s check-in, through the stand-in for Teams', { timeout: 120_000 }, () => {
  let folder: string;
  let bot: Started;
  let teams: StandIn;
  let hand: ReturnType<typeof handOn>;
  let general: string;
  let channel: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspil-stand-in-milestones-'));
    const settings = { SAMSPIL_STORE: join(folder, 'samspil.db'), SAMSPIL_PORT: '0', SAMSPIL_LOG_LEVEL: 'warn' };
    bot = startMain(settings, '--playground', '--now', '2015-02-02T09:00');
    teams = await openStandIn(await bot.said('Teams'));
    hand = handOn(await bot.said('Samspil:'));
    [general, channel] = [teams.channels[0]?.id ?? '', teams.channels[1]?.id ?? ''];
    await seatsTheGroup(teams, channel);
    await teams.installs(general);
    await meets('Hvilken gruppe', 'Fællessekretariatet');
    await teams.writes('bemanding', general);
    await teams.presses(secretary, 'Vis handlinger', 'Medlemmer: Fællessekretariatet');
    for (const [seat, name] of [
      ['Konsulent fra Nære Sundhedstilbud', 'Regional sekretær'],
      ['Konsulent fra KOSU', 'Kommunal sekretær'],
    ] as const) {
      await teams.presses(secretary, 'Udpeg medlem', 'Medlemmer: Fællessekretariatet');
      await teams.presses(secretary, 'Find', 'Medlemmer: Fællessekretariatet', { Plads: seat, 'Navn eller en del af det': name });
      await teams.presses(secretary, 'Gem', 'Medlemmer: Fællessekretariatet', { Person: name });
    }
  }, 240_000);
  afterAll(async () => {
    teams.close();
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  /** Gives the channel General another body, as the bot's administrator does. */
  async function meets(on: string, body: string): Promise<void> {
    await teams.presses(secretary, 'Vis handlinger', on);
    if (on !== 'Hvilken gruppe') await teams.presses(secretary, 'Skift gruppe', on);
    await teams.presses(secretary, 'Gem valget', on, { 'Gruppe eller udvalg': body });
    await teams.seesCard(`Kanalen bruges af: ${shortly[body] ?? body}`);
  }
  /** Moves the clock on, by four minutes at least: an opened form is left alone for three. */
  const passes = async (...steps: readonly string[]) => {
    await hand.passes(...(steps.length > 0 ? steps : ['PT4M']));
  };
  const shows = (...words: readonly string[]) => teams.sees(({ card }) => words.every((each) => wordsOf(card).join('\n').includes(each)));

  /** Opens one's own view of a check-in and answers for one milestone; `which` where there are several to choose from. */
  async function answers(role: string, on: string, which: string | null, status: Readonly<Record<string, string>>): Promise<void> {
    await passes();
    await teams.presses(role, 'Vis handlinger', on);
    if (role !== secretary) await teams.presses(role, 'Svar med dato', on);
    if (which !== null) await teams.presses(role, 'Svar', on, { 'Hvilken milepæl?': which });
    if (role === secretary) await teams.presses(role, 'Svar', on);
    await teams.presses(role, 'Send svar', on, status);
  }

  test('a chair writes six milestones and puts them forward, and the second chair confirms the plan', async () => {
    await teams.writes('milepæle', channel);
    await teams.presses('Regional formand', 'Vis handlinger', 'Milepæle:');
    for (const [what, more] of plan) {
      await teams.presses('Regional formand', 'Tilføj milepæl', 'Milepæle:');
      const due = what === 'Evaluering' ? '2015-11-30' : '2015-06-15';
      await teams.presses('Regional formand', 'Gem i kladde', 'Milepæle:', { Milepæl: what, Frist: due, ...more });
    }
    await teams.presses('Regional formand', 'Send til godkendelse', 'Milepæle:');
    await teams.presses('Regional formand', 'Send', 'Milepæle:');
    await shows('Godkender du planen?', 'Venter på Kommunal formand.', 'Regional formand: godkendt');
    await teams.presses('Kommunal formand', 'Vis handlinger', 'Milepælsplan:');
    await teams.presses('Kommunal formand', 'Godkend', 'Milepælsplan:');
    await shows('Milepælsplan', 'Planen er godkendt.');
  });

  test('on the quarter’s day four people answer in two channels, one of them corrects it, and one cluster is silent', async () => {
    await passes('P58D');
    for (const number of [1, 2, 3]) await shows(`Status på milepæle · Klynge ${number}`, 'Kvartalsstatus 1. april 2015');
    const own = await shows('Status på milepæle · It-temagruppen', 'Mangler svar fra');
    expect(JSON.stringify(own.card.msteams)).toMatch(/Almen praksis[\s\S]*Kommunal formand|Kommunal formand[\s\S]*Almen praksis/);
    await answers('Klynge', 'Status på milepæle: Klynge 1', null, { Status: 'Følger planen' });
    await answers('Kommunal sekretær', 'Status på milepæle: Klynge 2', null, { Status: 'I risiko' });
    await teams.presses('Kommunal sekretær', 'Send svar', 'Status på milepæle: Klynge 2', {
      Begrundelse: 'Skemaet er ikke prøvet endnu',
      'Hvad er der behov for, og fra hvem?': 'En aften med klyngens læger',
    });
    const group = 'Status på milepæle: It-temagruppen';
    await answers('Almen praksis', group, null, { Status: 'Følger planen' });
    await answers('Kommunal formand', group, 'Evaluering', { Status: 'Følger planen' });
    await passes();
    await shows('It-temagruppen', 'alle har givet status');
    await teams.presses('Almen praksis', 'Vis handlinger', 'It-temagruppen: alle har');
    await teams.presses('Almen praksis', 'Ret svar', group);
    await teams.presses('Almen praksis', 'Send svar', group, { Status: 'Nået', [day]: '2015-03-30' });
    await passes();
    await teams.writes('milepæle', channel);
    const card = await shows('Milepæle', 'Har ikke svaret', 'Version 1');
    const words = wordsOf(card.card);
    const stands = (what: string) => words[words.findIndex((each) => each.startsWith(what)) + 2]?.replace(/^\W+/u, '');
    expect(plan.map(([what]) => stands(what))).toEqual([
      'Følger planen',
      'I risiko',
      'Ikke besvaret',
      'Ikke besvaret',
      'Nået',
      'Følger planen',
    ]);
    expect(words.slice(words.indexOf('Har ikke svaret') + 1)[0]).toBe('Klynge 3');
  });

  test('the steering group’s status shows the milestones at risk or silent and no other, and the ledger holds', async () => {
    await meets('Kanalen bruges af: Fællessekretariatet', 'Sundhedsstyregruppen');
    await teams.writes('status', general);
    const { card } = await teams.sees(
      (seen) => isCalled(seen.card, 'Status:') && wordsOf(seen.card).join('\n').includes('Skema i klynge 3'),
    );
    const words = wordsOf(card).join('\n');
    for (const each of ['Skema i klynge 2', 'Skema i klynge 3', 'Kursus i klynge 3']) expect(words).toContain(each);
    for (const each of ['Skema i klynge 1', 'Aftale om udstyr', 'Evaluering']) expect(words).not.toContain(each);
    await bot.stop();
    const store = openSqlite(join(folder, 'samspil.db'));
    const answered = async (body: string) =>
      (await store.history(`follow-up/${body}`)).filter(({ event }) => event.type === 'MilestoneAnswered').length;
    expect(
      await Promise.all(['it-temagruppen', 'klyngestyregruppe-1', 'klyngestyregruppe-2', 'klyngestyregruppe-3'].map(answered)),
    ).toEqual([3, 1, 1, 0]);
    expect((await checkLedger(store, await anchorLines(store))).findings).toEqual([]);
    await store.close();
  });
});
