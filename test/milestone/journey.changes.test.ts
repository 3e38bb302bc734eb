import { afterEach, describe, expect, test } from 'vitest';
import { agrees, answers, beginsToAnswer, followUpOf, onPlan, onProposal, openClusters, planOf, writes } from '../kit/milestone-world.ts';
import type { World } from '../kit/world.ts';

let world: World;
afterEach(() => world.close());

const onCheckIn = { on: 'Status på milepæle: nord', in: 'Nord' };

/** Opens a world with two milestones in one cluster, both asked about this quarter. */
async function asked(): Promise<World> {
  world = await openClusters('2015-02-02T09:00');
  await world.person('Lone Lund').writes('milepæle', 'Panelet');
  await writes(world, 'Lone Lund', 'Skema', '2015-06-15', { by: 'nord' });
  await writes(world, 'Lone Lund', 'Kursus', '2015-09-15', { by: 'nord', after: 'Skema' });
  await agrees(world);
  await world.at('2015-04-01T09:00');
  return world;
}

/** Changes one milestone on the panel's card, in the form that shows it. */
async function edits(what: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const lone = world.person('Lone Lund');
  await lone.presses('Ret milepæl', onPlan);
  await lone.presses('Ret', { ...onPlan, with: { Milepæl: what } });
  return lone.presses('Gem i kladde', { ...onPlan, with: fields });
}

/** A press that is ready to be sent, on the form for one milestone. */
async function aims(name: string, what: string) {
  const person = world.person(name);
  await beginsToAnswer(person, onCheckIn, what);
  return person.aims('Send svar', { ...onCheckIn, with: { Status: 'Følger planen' } });
}

describe('a press on a card that has grown old', () => {
  test('an answer to a milestone that was withdrawn meanwhile gets a clear sentence, and the card shows it no more', async () => {
    await asked();
    const late = await aims('Nanna Nord', 'Kursus');
    const lone = world.person('Lone Lund');
    await lone.presses('Ret milepæl', onPlan);
    expect(await lone.presses('Fjern', { ...onPlan, with: { Milepæl: 'Kursus' } })).toBe('');
    await agrees(world, 'Kurset holdes ikke');
    expect(await world.hand(late)).toEqual({ sentence: 'Milepælen er udgået og skal ikke besvares.' });
    expect(world.stands('Status på milepæle: nord', 'Nord')).not.toContain('Kursus');
    expect((await followUpOf(world, 'nord')).rows.find(({ withdrawn }) => withdrawn)?.answer).toBeNull();
    expect(world.faults).toEqual([]);
  });

  test('a correction to a milestone that was withdrawn meanwhile is refused, and its earlier answer stands', async () => {
    await asked();
    expect(await answers(world, 'Nanna Nord', 'Nord', 'Kursus', 'Følger planen')).toBe('');
    const late = await aims('Niels Ny', 'Kursus');
    const lone = world.person('Lone Lund');
    await lone.presses('Ret milepæl', onPlan);
    await lone.presses('Fjern', { ...onPlan, with: { Milepæl: 'Kursus' } });
    await agrees(world, 'Kurset holdes ikke');
    expect(await world.hand(late)).toMatchObject({ sentence: expect.stringContaining('udgået') });
    const rows = (await followUpOf(world, 'nord')).rows;
    expect(rows.find(({ withdrawn }) => withdrawn)?.answer).toMatchObject({ status: 'follows' });
  });

  test('an old form still takes an answer after a dependency changed, and a later answer is held against the new day', async () => {
    await asked();
    const late = await aims('Nanna Nord', 'Skema');
    expect(await edits('Kursus', { Frist: '2015-07-01' })).toBe('');
    await agrees(world, 'Kurset holdes før ferien');
    expect((await followUpOf(world, 'nord')).rows.find(({ due }) => due === '2015-06-15')?.neededBy).toBe('2015-07-01');
    expect(await world.hand(late)).toHaveProperty('card');
    await world.settle();
    expect((await followUpOf(world, 'nord')).rows.map(({ answer }) => answer?.status)).toEqual(['follows', undefined]);
    const risk = { day: '2015-08-10', why: 'Ferien', needs: 'Vikarer fra regionen' };
    expect(await answers(world, 'Nanna Nord', 'Nord', 'Skema', 'I risiko', risk)).toBe('');
    expect(world.stands('En milepæl når ikke den dato', 'Panelet')).toContain('En anden milepæl afhænger af den fra 1. juli 2015.');
  });

  test('milestones that would wait for each other are refused with a sentence, and the draft is as it was', async () => {
    await asked();
    const said = await edits('Skema', { 'Afhænger af (valgfrit)': 'Kursus' });
    expect(said).toBe('Milepælene afhænger af hinanden i en cirkel. Fjern en af afhængighederne.');
    expect((await planOf(world, 'panel')).draft).toBeNull();
  });

  test('a key turned on a plan that has changed since is refused with a sentence, also after the new one is put forward', async () => {
    world = await openClusters('2015-02-02T09:00');
    await world.person('Lone Lund').writes('milepæle', 'Panelet');
    await writes(world, 'Lone Lund', 'Skema', '2015-06-15', { by: 'nord' });
    const rita = world.person('Rita Regn');
    await rita.presses('Send til godkendelse', onPlan);
    await rita.presses('Send', onPlan);
    const mads = await world.person('Mads Muld').aims('Godkend', onProposal);
    await edits('Skema', { Frist: '2015-08-20' });
    expect(await world.hand(mads)).toMatchObject({ sentence: expect.stringContaining('milepælsplan') });
    await rita.presses('Send til godkendelse', onPlan);
    await rita.presses('Send', onPlan);
    expect(await world.hand(mads)).toMatchObject({ sentence: expect.anything() });
    expect(await planOf(world, 'panel')).toMatchObject({ phase: 'asked', version: 0, turns: [{}] });
  });

  test('adding a cluster leaves the old check-in open for answers, and the new cluster is asked in its own channel', async () => {
    await asked();
    const late = await aims('Nanna Nord', 'Skema');
    const carries = 'Udføres af klynger (valgfrit)';
    const lone = world.person('Lone Lund');
    await lone.presses('Tilføj milepæl', onPlan);
    const more = { Milepæl: 'Skema også i syd', Frist: '2015-08-17', [carries]: 'syd' };
    expect(await lone.presses('Gem i kladde', { ...onPlan, with: more })).toBe('');
    await agrees(world, 'Syd er kommet med');
    expect(await world.hand(late)).toHaveProperty('card');
    expect((await followUpOf(world, 'nord')).rows.find(({ due }) => due === '2015-06-15')?.answer?.status).toBe('follows');
    expect((await followUpOf(world, 'syd')).rows.map(({ milestone }) => milestone)).toHaveLength(1);
    expect(world.channel('Syd').titles()).not.toContain('Status på milepæle: syd');
    await world.at('2015-08-03T09:00');
    expect(world.stands('Status på milepæle: syd', 'Syd')).toEqual(
      expect.arrayContaining(['Skema også i syd', expect.stringMatching(/Ikke besvaret$/)]),
    );
  });
});

test('an owner who is replaced in mid-quarter keeps their answer but cannot correct it, and the new owner is asked next', async () => {
  world = await openClusters('2015-02-02T09:00');
  await world.person('Lone Lund').writes('milepæle', 'Panelet');
  await writes(world, 'Frida Fjeld', 'Aftale', '2015-06-15', { owner: 'Lone Lund' });
  await agrees(world);
  await world.at('2015-04-01T09:00');
  const there = { on: 'Status på milepæle: panel', in: 'Panelet' };
  expect(world.stands(there.on, 'Panelet').join(' ')).toContain('Lone Lund');
  const lone = world.person('Lone Lund');
  await beginsToAnswer(lone, there, '');
  const late = await lone.aims('Send svar', { ...there, with: { Status: 'Følger planen' } });
  await world.hand(late);
  await world.settle();
  await lone.presses('Ret svar', { on: 'panel: alle har givet status', in: 'Panelet' });
  const correcting = await lone.aims('Send svar', { on: 'panel: alle har givet status', in: 'Panelet', with: { Status: 'Nået' } });
  const frida = world.person('Frida Fjeld');
  await frida.presses('Ret milepæl', onPlan);
  await frida.presses('Ret', { ...onPlan, with: { Milepæl: 'Aftale' } });
  await frida.presses('Gem i kladde', { ...onPlan, with: { 'Ansvarlig (valgfri)': 'Frida Fjeld' } });
  await agrees(world, 'Lone er på orlov');
  expect(await world.hand(correcting)).toMatchObject({ sentence: expect.stringContaining('ansvarlige') });
  expect((await followUpOf(world, 'panel')).rows).toMatchObject([{ answer: { status: 'follows' }, owner: await world.key('Frida Fjeld') }]);
  await world.at('2015-05-18T09:00');
  expect(world.stands(there.on, 'Panelet').join(' ')).toContain('Mangler svar fra Frida Fjeld.');
  expect(world.stands('Status på milepæl', 'Panelet').join(' ')).toContain('<at>Frida Fjeld</at>: giv status på milepælen.');
  expect(await lone.buttons(there.on, 'Panelet')).not.toContain('Følger planen');
});

test('a secretary who was told an answer writes it down, and the ledger names both people', async () => {
  await asked();
  const gerda = world.person('Gerda Glar');
  await beginsToAnswer(gerda, onCheckIn, 'Skema');
  const said = { Status: 'I risiko', 'Hvem har givet svaret?': 'Niels Ny' };
  expect(await gerda.presses('Send svar', { ...onCheckIn, with: said })).toBe('');
  const why = { Begrundelse: 'Skemaet er ikke trykt', 'Hvad er der behov for, og fra hvem?': 'Papir fra kommunen' };
  expect(await gerda.presses('Send svar', { ...onCheckIn, with: why })).toBe('');
  const [row] = (await followUpOf(world, 'nord')).rows;
  expect(row?.answer).toMatchObject({ status: 'at-risk', person: await world.key('Niels Ny'), recordedBy: await world.key('Gerda Glar') });
  const nanna = world.person('Nanna Nord');
  await beginsToAnswer(nanna, onCheckIn, 'Skema');
  expect(JSON.stringify(await world.hand(await nanna.aims('Tilbage', onCheckIn)))).toContain('I risiko');
  await beginsToAnswer(nanna, onCheckIn, 'Skema');
  const form = JSON.stringify(await world.hand(await nanna.aims('Send svar', { ...onCheckIn, with: { Status: 'Forsinket' } })));
  expect(form).toContain('Hvorfor bliver milepælen forsinket?');
  expect(world.faults).toEqual([]);
});

test('the chairs hear once of milestones without an answer for two quarters, and an answer settles it', async () => {
  await asked();
  await world.at('2015-08-03T09:00');
  expect(() => world.standing('2 milepæle kræver', 'Panelet')).toThrow();
  await world.at('2015-08-12T09:00');
  expect(world.stands('2 milepæle kræver', 'Panelet')).toEqual(
    expect.arrayContaining(['nord', 'Skema', 'Kursus', 'Der er ikke givet status ved de seneste 2 statusrunder.']),
  );
  await world.at('2015-08-13T09:00');
  expect(
    world
      .channel('Panelet')
      .titles()
      .filter((title) => title.startsWith('2 milepæle')),
  ).toHaveLength(1);
  expect(await answers(world, 'Nanna Nord', 'Nord', 'Skema', 'Nået')).toBe('');
  expect(world.stands('Ingen status på en milepæl', 'Panelet')).not.toContain('Skema');
  expect(await answers(world, 'Nanna Nord', 'Nord', 'Kursus', 'Følger planen')).toBe('');
  expect(world.stands('nord: ', 'Panelet')).toEqual(['nord: påmindelsen om »Skema, Kursus« er ikke længere aktuel.']);
});

test('an owner answers for a milestone with one press, is asked about the next, and says why where one is late', async () => {
  await asked();
  const nanna = world.person('Nanna Nord');
  expect(await nanna.sees(onCheckIn.on, 'Nord')).toContain('Hvordan går det med »Skema«?');
  expect(await nanna.presses('Følger planen', onCheckIn)).toBe('');
  expect(await nanna.sees(onCheckIn.on, 'Nord')).toContain('Hvordan går det med »Kursus«?');
  expect(await nanna.presses('Forsinket', onCheckIn)).toBe('');
  expect(nanna.reads(onCheckIn.on, 'Nord')).toContain('Hvorfor bliver milepælen forsinket?');
  const rows = async () => (await followUpOf(world, 'nord')).rows.map(({ answer }) => answer?.status ?? null);
  expect(await rows()).toEqual(['follows', null]);
  const why = {
    'Ny forventet dato': '2015-11-02',
    Begrundelse: 'Lokalet er taget',
    'Hvad er der behov for, og fra hvem?': 'Et nyt lokale',
  };
  expect(await nanna.presses('Send svar', { ...onCheckIn, with: why })).toBe('');
  expect(await rows()).toEqual(['follows', 'late']);
});
