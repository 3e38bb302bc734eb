import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorLines, checkLedger } from '../../bot/view/ledger/ledger.ts';
import { administrator, openWorld, type World } from '../kit/world.ts';

const people = ['Frida Fjeld', 'Rita Regn', 'Mads Muld', 'Lone Lund', 'Palle Praksis', 'Dorte Dal'];
const folder = mkdtempSync(join(tmpdir(), 'samspil-journey-'));
const file = join(folder, 'samspil.db');
let world: World;
beforeAll(async () => {
  world = await openWorld({
    at: '2015-02-24T09:00',
    people,
    store: file,
  });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

describe('a first meeting', () => {
  test('the bot asks which body meets in the channel, and an administrator answers', async () => {
    await world.channel('Panelet').installs();
    expect(world.stands('Hvilken gruppe bruger kanalen?')).toContain('Samspil skriver ikke i kanalen, før der er valgt.');
    expect(await world.person('Rita Regn').buttons('Hvilken gruppe')).not.toContain('Gem valget');
    expect(
      await world.person(administrator).presses('Gem valget', { on: 'Hvilken gruppe', with: { 'Gruppe eller udvalg': 'panel' } }),
    ).toBe('');
    expect(world.stands('Kanalen bruges af: panel')).toBeDefined();
  });

  test('the administrator seats the secretary, who fills the other seats from the roster of the channel', async () => {
    const frida = world.person('Frida Fjeld');
    await world.person(administrator).writes('bemanding', 'Panelet');
    const seats = [
      ['regional-secretary', 'Frida'],
      ['regional-chair', 'Rita'],
      ['municipal-chair', 'Mads'],
      ['municipal-leader', 'Lone'],
      ['practitioner', 'Palle'],
    ];
    for (const [seat = '', name = ''] of seats) {
      const who = name === 'Frida' ? world.person(administrator) : frida;
      await who.presses('Udpeg medlem', { on: 'Medlemmer' });
      await who.presses('Find', { on: 'Medlemmer', with: { Plads: seat, 'Navn eller en del af det': name } });
      expect(await who.presses('Gem', { on: 'Medlemmer', with: { Person: name } })).toBe('');
    }
    expect((await frida.sees('Medlemmer')).join('\n')).toContain('Rita Regn');
  });

  test('the secretary puts a meeting in, and its card stands in the channel', async () => {
    const frida = world.person('Frida Fjeld');
    await frida.writes('nyt møde', 'Panelet');
    await frida.presses('Indkald til møde', { on: 'Nyt møde' });
    const meeting = { Dato: '2015-03-02', 'Fra kl.': '13:00', 'Til kl.': '15:00', 'Sted eller link': 'Mødelokale Havblik' };
    expect(await frida.presses('Opret mødet', { on: 'Nyt møde', with: meeting })).toBe('');
    expect(world.stands('Møde: panel')).toContain('Mødelokale Havblik');
    expect(world.stands('Møde: panel')).toContain('Mandag 2. marts kl. 13.00–15.00');
  });

  test('three members answer: one comes, one sends a deputy, and one has told the secretary', async () => {
    expect(await world.person('Rita Regn').presses('Kommer', { on: 'Møde: panel' })).toBe('');
    await world.person('Mads Muld').presses('Min stedfortræder kommer', { on: 'Møde: panel' });
    await world.person('Mads Muld').presses('Gem', { on: 'Møde: panel', with: { 'Hvem kommer i dit sted?': 'Dorte Dal' } });
    const frida = world.person('Frida Fjeld');
    await frida.presses('Registrér svar', { on: 'Møde: panel' });
    expect(await frida.presses('Gem', { on: 'Møde: panel', with: { Hvem: 'Lone Lund', Svar: 'Afbud' } })).toBe('');
    expect(world.stands('Møde: panel')).toEqual(
      expect.arrayContaining([
        'Region: 1 kommer',
        'Kommune: 0 kommer · 1 ved stedfortræder · 1 afbud',
        expect.stringMatching(/^Almen praksis: 0 kommer · 1 har ikke svaret/),
      ]),
    );
    expect((await frida.sees('Møde: panel')).join('\n')).toContain('Palle Praksis');
    expect((await world.person('Lone Lund').sees('Møde: panel')).join('\n')).not.toContain('Palle Praksis');
  });

  test('the reminder on the working day before stands in the thread and mentions only members who have not answered', async () => {
    await world.at('2015-02-27T08:00');
    expect(() => world.standing('Kommer du ', 'Panelet')).toThrow();
    await world.at('2015-02-27T08:30');
    const reminder = world.standing('Kommer du ', 'Panelet');
    const palle = world.person('Palle Praksis').self;
    expect(reminder.root).toBe(false);
    expect(reminder.conversation).toBe(world.standing('Møde: panel', 'Panelet').conversation);
    expect(reminder.card.msteams).toEqual({
      entities: [{ type: 'mention', text: '<at>Palle Praksis</at>', mentioned: { id: palle.id, name: 'Palle Praksis' } }],
    });
    expect(await world.person('Palle Praksis').presses('Kommer', { on: 'Kommer du ' })).toBe('');
    expect(world.standing('Alle har svaret', 'Panelet').activity).toBe(reminder.activity);
    expect(world.stands('Møde: panel').filter((words) => words.startsWith('Svar gerne'))).toEqual([]);
  });

  test('the ledger tells of every step of the first meeting, and holds', async () => {
    const [meeting] = await world.store.ofKind('meeting');
    const told = (await world.store.history(meeting ?? 'anchor')).map(({ event }) => event.type);
    expect(told).toEqual([
      'MeetingPlanned',
      'AttendanceAnswered',
      'AttendanceAnswered',
      'AttendanceAnswered',
      'Prompted',
      'AttendanceAnswered',
    ]);
    await world.at('2015-03-02T16:00');
    expect(world.stands('Møde: panel')).toContain('Mødet er afholdt.');
    const lines = await anchorLines(world.store);
    expect((await checkLedger(world.store, lines)).findings).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  test('the ledger holds no words that anybody wrote, and nobody’s name or id', async () => {
    const heads = await world.store.heads(null, Number.MAX_SAFE_INTEGER);
    const entries = JSON.stringify(await Promise.all(heads.map(({ stream }) => world.store.history(stream))));
    expect(entries).toContain('MeetingPlanned');
    const written = [
      'Havblik',
      ...people.flatMap((name) => [name, ...name.split(' ')]),
      ...people.map((name) => world.person(name).self).flatMap(({ id, aadObjectId }) => [id, aadObjectId]),
      '19:panelet@thread.tacv2',
      'Panelet',
      'thread.tacv2',
    ];
    expect(written.filter((words) => entries.toLowerCase().includes(words.toLowerCase()))).toEqual([]);
  });
});
