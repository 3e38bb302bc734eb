import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers, followUpOf, onPlan, onProposal, openClusters, planOf, writes } from '../kit/milestone-world.ts';
import type { World } from '../kit/world.ts';

describe('a plan of six milestones over three clusters, and a quarter’s check-in', () => {
  let world: World;
  beforeAll(async () => {
    world = await openClusters('2015-02-02T09:00');
  });
  afterAll(() => world.close());

  const mine = async (name: string, where: string) => {
    await world.person(name).writes('mine', where);
    return world.person(name).sees('Det venter på dig', where);
  };

  test('a member and a secretary write a plan, a chair puts it forward, and it is in force when both chairs agree', async () => {
    await world.person('Lone Lund').writes('milepæle', 'Panelet');
    expect(world.stands('Milepæle: panel', 'Panelet')).toContain('Der er ingen milepælsplan endnu.');
    expect(await world.person('Ida Is').buttons('Milepæle: panel', 'Panelet')).toEqual([]);
    for (const by of ['nord', 'midt', 'syd']) {
      expect(await writes(world, 'Lone Lund', `Skema i ${by}`, '2015-06-15', { by })).toBe('');
      expect(await writes(world, 'Frida Fjeld', `Kursus i ${by}`, '2015-09-15', { by, after: `Skema i ${by}` })).toBe('');
    }
    const rita = world.person('Rita Regn');
    await rita.presses('Send til godkendelse', onPlan);
    expect(await rita.presses('Send', onPlan)).toBe('');
    expect(world.stands('Milepælsplan: panel', 'Panelet')).toEqual(
      expect.arrayContaining(['Godkender du planen?', 'Venter på Mads Muld.', 'Rita Regn: godkendt']),
    );
    expect(await rita.buttons('Milepælsplan: panel', 'Panelet')).not.toContain('Godkend');
    expect(await mine('Mads Muld', 'Panelet')).toContain('Godkender du milepælsplanen?');
    expect(await mine('Rita Regn', 'Panelet')).not.toContain('Godkender du milepælsplanen?');
    expect(await planOf(world, 'panel')).toMatchObject({ phase: 'asked', version: 0, inForce: [] });
    expect(await world.person('Mads Muld').presses('Godkend', onProposal)).toBe('');
    expect(world.stands('Milepælsplan: panel', 'Panelet')).toContain('Planen er godkendt.');
    expect(await planOf(world, 'panel')).toMatchObject({ phase: 'in-force', version: 1 });
    for (const by of ['nord', 'midt', 'syd']) expect((await followUpOf(world, by)).rows).toHaveLength(2);
    expect(world.faults).toEqual([]);
  });

  test('on the quarter’s day each cluster is asked in its own channel, once', async () => {
    await world.at('2015-04-01T09:00');
    for (const [where, by] of [
      ['Nord', 'nord'],
      ['Midt', 'midt'],
      ['Syd', 'syd'],
    ] as const) {
      const cards = world
        .channel(where)
        .titles()
        .filter((title) => title.startsWith('Status på milepæle'));
      expect(cards).toEqual([`Status på milepæle: ${by}`]);
      expect(world.stands('Status på milepæle', where)).toEqual(
        expect.arrayContaining([
          'Kvartalsstatus 1. april 2015',
          'Følger milepælene planen?',
          '0 af 2 er besvaret.',
          '2 milepæle er uden ansvarlig. Alle medlemmer kan svare.',
          expect.stringContaining('Ikke besvaret'),
        ]),
      );
    }
    expect(
      world
        .channel('Panelet')
        .titles()
        .filter((title) => title.startsWith('Status på milepæle')),
    ).toEqual([]);
  });

  test('a member’s own view shows the milestones that wait for their answer, and leads to the check-in', async () => {
    expect(await mine('Nanna Nord', 'Nord')).toContain('2 milepæle mangler din status');
    expect(await mine('Lone Lund', 'Panelet')).toContain('Du mangler ikke at svare på noget.');
    const press = await world.person('Nanna Nord').aims('Svar', { on: 'Det venter på dig', in: 'Nord' });
    expect(JSON.stringify(await world.hand(press))).toContain('Status på milepæle: nord');
  });

  test('four people answer in two channels, and the tables fill; only what is at risk or late asks for more', async () => {
    expect(await answers(world, 'Nanna Nord', 'Nord', 'Skema i nord', 'Følger planen')).toBe('');
    expect(world.stands('Status på milepæle', 'Nord')).toEqual(
      expect.arrayContaining([expect.stringContaining('Følger planen'), '1 af 2 er besvaret.']),
    );
    const needs = 'To timer fra regionen';
    expect(await answers(world, 'Niels Ny', 'Nord', 'Kursus i nord', 'I risiko', { why: 'Underviseren er syg', needs })).toBe('');
    expect(world.stands('nord: alle har givet status', 'Nord')).toEqual(['nord: alle har givet status pr. 1. april 2015.']);
    expect(await answers(world, 'Mia Midt', 'Midt', 'Skema i midt', 'Nået', { day: '2015-03-30' })).toBe('');
    const late = { day: '2015-11-02', why: 'Lokalet er taget', needs: 'Et nyt lokale fra kommunen' };
    expect(await answers(world, 'Morten Mark', 'Midt', 'Kursus i midt', 'Forsinket', late)).toBe('');
  });

  test('a member corrects an answer, and both answers stand in the ledger', async () => {
    const nord = (await followUpOf(world, 'nord')).checkIns.at(-1);
    expect(nord?.on).toBe('2015-04-01');
    const nanna = world.person('Nanna Nord');
    const there = { on: 'nord: alle har givet status', in: 'Nord' };
    await nanna.presses('Ret svar', { ...there, with: { 'Hvilken milepæl?': 'Skema i nord' } });
    expect(
      await nanna.presses('Send svar', {
        ...there,
        with: { Status: 'Nået', 'Dato (valgfri, ellers som planlagt)': '2015-04-01' },
      }),
    ).toBe('');
    const answered = (await world.store.history('follow-up/nord')).flatMap(({ event }) =>
      event.type === 'MilestoneAnswered' ? [event] : [],
    );
    expect(answered.map(({ answer, corrects }) => [answer.status, corrects])).toEqual([
      ['follows', false],
      ['at-risk', false],
      ['done', true],
    ]);
  });

  test('the panel sees the clusters as one table with the silent one named, and its chairs hear of a late milestone', async () => {
    await world.person('Lone Lund').writes('milepæle', 'Panelet');
    const words = world.stands('Milepæle: panel', 'Panelet');
    const standing = (what: string) => words[words.indexOf(what) + 2]?.replace(/^\W+/u, '');
    expect(standing('Skema i nord · nord')).toBe('Nået');
    expect(standing('Kursus i nord · nord')).toBe('I risiko');
    expect(standing('Skema i midt · midt')).toBe('Nået');
    expect(standing('Kursus i midt · midt')).toBe('Forsinket');
    expect(standing('Skema i syd · syd')).toBe('Ikke besvaret');
    expect(standing('Kursus i syd · syd')).toBe('Ikke besvaret');
    expect(words.slice(words.indexOf('Har ikke svaret'))).toContain('syd');
    expect(world.stands('En milepæl er forsinket', 'Panelet')).toEqual(
      expect.arrayContaining([
        'midt',
        'Kursus i midt',
        'Frist: 15. sept. 2015. Nu forventes 2. nov. 2015.',
        'Behov: »Et nyt lokale fra kommunen«',
      ]),
    );
    expect(world.faults).toEqual([]);
  });

  test('a chair’s own view shows the milestone that needs attention, and a member’s does not', async () => {
    expect(await mine('Rita Regn', 'Panelet')).toContain('1 milepæl kræver jeres opmærksomhed');
    expect(await mine('Lone Lund', 'Panelet')).not.toContain('1 milepæl kræver jeres opmærksomhed');
  });

  test('the forum’s status shows the milestones that are late, at risk or silent, and no other', async () => {
    await world.person('Finn Fjord').writes('status', 'Forum');
    const words = world.person('Finn Fjord').reads('Status', 'Forum').join('\n');
    for (const each of ['Kursus i midt', 'Kursus i nord', 'Skema i syd', 'Kursus i syd']) expect(words).toContain(each);
    expect(words).not.toContain('Skema i nord');
  });
});
