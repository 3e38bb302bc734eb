import { afterEach, describe, expect, test } from 'vitest';
import { agrees, answers, followUpOf, onPlan, onProposal, openClusters, planOf, writes } from '../kit/milestone-world.ts';
import type { World } from '../kit/world.ts';

let world: World;
afterEach(() => world.close());

const onCheckIn = { on: 'Hvordan går det? nord', in: 'Nord' };

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
  await lone.presses('Ret en milepæl', onPlan);
  await lone.presses('Ret den', { ...onPlan, with: { Milepæl: what } });
  return lone.presses('Gem i kladden', { ...onPlan, with: fields });
}

/** A press that is ready to be sent, on the form for one milestone. */
async function aims(name: string, what: string) {
  const person = world.person(name);
  await person.presses('Svar', { ...onCheckIn, with: { 'Hvilken milepæl?': what } });
  return person.aims('Send svar', { ...onCheckIn, with: { Status: 'Den følger planen' } });
}

describe('a press on a card that has grown old', () => {
  test('an answer to a milestone that was withdrawn meanwhile gets a clear sentence, and the card shows it no more', async () => {
    await asked();
    const late = await aims('Nanna Nord', 'Kursus');
    const lone = world.person('Lone Lund');
    await lone.presses('Ret en milepæl', onPlan);
    expect(await lone.presses('Tag den ud', { ...onPlan, with: { Milepæl: 'Kursus' } })).toBe('');
    await agrees(world, 'Kurset holdes ikke');
    expect(await world.hand(late)).toEqual({ sentence: 'Milepælen er taget ud af planen, så der skal ikke svares på den mere.' });
    expect(world.stands('Hvordan går det? nord', 'Nord')).not.toContain('Kursus');
    expect((await followUpOf(world, 'nord')).rows.find(({ withdrawn }) => withdrawn)?.answer).toBeNull();
    expect(world.faults).toEqual([]);
  });

  test('a correction to a milestone that was withdrawn meanwhile is refused, and its earlier answer stands', async () => {
    await asked();
    expect(await answers(world, 'Nanna Nord', 'Nord', 'Kursus', 'Den følger planen')).toBe('');
    const late = await aims('Niels Ny', 'Kursus');
    const lone = world.person('Lone Lund');
    await lone.presses('Ret en milepæl', onPlan);
    await lone.presses('Tag den ud', { ...onPlan, with: { Milepæl: 'Kursus' } });
    await agrees(world, 'Kurset holdes ikke');
    expect(await world.hand(late)).toMatchObject({ sentence: expect.stringContaining('taget ud') });
    const rows = (await followUpOf(world, 'nord')).rows;
    expect(rows.find(({ withdrawn }) => withdrawn)?.answer).toMatchObject({ status: 'follows' });
  });

  test('an old form still takes an answer after a dependency changed, and a later answer is held against the new day', async () => {
    await asked();
    const late = await aims('Nanna Nord', 'Skema');
    expect(await edits('Kursus', { 'Hvornår?': '2015-07-01' })).toBe('');
    await agrees(world, 'Kurset holdes før ferien');
    expect((await followUpOf(world, 'nord')).rows.find(({ due }) => due === '2015-06-15')?.neededBy).toBe('2015-07-01');
    expect(await world.hand(late)).toHaveProperty('card');
    await world.settle();
    expect((await followUpOf(world, 'nord')).rows.map(({ answer }) => answer?.status)).toEqual(['follows', undefined]);
    const risk = { day: '2015-08-10', why: 'Ferien', needs: 'Vikarer fra regionen' };
    expect(await answers(world, 'Nanna Nord', 'Nord', 'Skema', 'Det er usikkert', risk)).toBe('');
    expect(world.stands('En milepæl kommer senere', 'Panelet')).toContain('En anden milepæl venter på den fra 1.7.2015.');
  });

  test('milestones that would wait for each other are refused with a sentence, and the draft is as it was', async () => {
    await asked();
    const said = await edits('Skema', { 'Venter på (hvis den gør)': 'Kursus' });
    expect(said).toBe('Milepælene venter på hinanden i ring. Fjern en af afhængighederne.');
    expect((await planOf(world, 'panel')).draft).toBeNull();
  });

  test('a key turned on a plan that has changed since is refused with a sentence, also after the new one is put forward', async () => {
    world = await openClusters('2015-02-02T09:00');
    await world.person('Lone Lund').writes('milepæle', 'Panelet');
    await writes(world, 'Lone Lund', 'Skema', '2015-06-15', { by: 'nord' });
    const rita = world.person('Rita Regn');
    await rita.presses('Læg planen frem', onPlan);
    await rita.presses('Læg den frem', onPlan);
    const mads = await world.person('Mads Muld').aims('Ja, den skal gælde', onProposal);
    await edits('Skema', { 'Hvornår?': '2015-08-20' });
    expect(await world.hand(mads)).toMatchObject({ sentence: expect.stringContaining('milepælsplan') });
    await rita.presses('Læg planen frem', onPlan);
    await rita.presses('Læg den frem', onPlan);
    expect(await world.hand(mads)).toMatchObject({ sentence: expect.anything() });
    expect(await planOf(world, 'panel')).toMatchObject({ phase: 'asked', version: 0, turns: [{}] });
  });

  test('adding a cluster leaves the old check-in open for answers, and the new cluster is asked in its own channel', async () => {
    await asked();
    const late = await aims('Nanna Nord', 'Skema');
    const carries = 'Klynger, der udfører den (hvis det ikke er organet selv)';
    const lone = world.person('Lone Lund');
    await lone.presses('Skriv en milepæl', onPlan);
    const more = { 'Hvad skal være nået?': 'Skema også i syd', 'Hvornår?': '2015-08-17', [carries]: 'syd' };
    expect(await lone.presses('Gem i kladden', { ...onPlan, with: more })).toBe('');
    await agrees(world, 'Syd er kommet med');
    expect(await world.hand(late)).toHaveProperty('card');
    expect((await followUpOf(world, 'nord')).rows.find(({ due }) => due === '2015-06-15')?.answer?.status).toBe('follows');
    expect((await followUpOf(world, 'syd')).rows.map(({ milestone }) => milestone)).toHaveLength(1);
    expect(world.channel('Syd').titles()).not.toContain('Hvordan går det? syd');
    await world.at('2015-08-03T09:00');
    expect(world.stands('Hvordan går det? syd', 'Syd')).toEqual(expect.arrayContaining(['Skema også i syd', 'Intet svar']));
  });
});

test('an owner who is replaced in mid-quarter keeps their answer but cannot correct it, and the new owner is asked next', async () => {
  world = await openClusters('2015-02-02T09:00');
  await world.person('Lone Lund').writes('milepæle', 'Panelet');
  await writes(world, 'Frida Fjeld', 'Aftale', '2015-06-15', { owner: 'Lone Lund' });
  await agrees(world);
  await world.at('2015-04-01T09:00');
  const there = { on: 'Hvordan går det? panel', in: 'Panelet' };
  expect(world.stands(there.on, 'Panelet').join(' ')).toContain('Lone Lund');
  const lone = world.person('Lone Lund');
  await lone.presses('Svar', there);
  const late = await lone.aims('Send svar', { ...there, with: { Status: 'Den følger planen' } });
  await world.hand(late);
  await world.settle();
  await lone.presses('Ret et svar', { on: 'panel: alle har svaret', in: 'Panelet' });
  const correcting = await lone.aims('Send svar', { on: 'panel: alle har svaret', in: 'Panelet', with: { Status: 'Den er færdig' } });
  const frida = world.person('Frida Fjeld');
  await frida.presses('Ret en milepæl', onPlan);
  await frida.presses('Ret den', { ...onPlan, with: { Milepæl: 'Aftale' } });
  await frida.presses('Gem i kladden', { ...onPlan, with: { 'Ansvarlig (hvis der er en)': 'Frida Fjeld' } });
  await agrees(world, 'Lone er på orlov');
  expect(await world.hand(correcting)).toMatchObject({ sentence: expect.stringContaining('ansvarlige') });
  expect((await followUpOf(world, 'panel')).rows).toMatchObject([{ answer: { status: 'follows' }, owner: await world.key('Frida Fjeld') }]);
  await world.at('2015-05-18T09:00');
  expect(world.stands(there.on, 'Panelet').join(' ')).toContain('Mangler svar fra <at>Frida Fjeld</at>.');
  expect(await lone.buttons(there.on, 'Panelet')).not.toContain('Svar');
});

test('a secretary who was told an answer writes it down, and the ledger names both people', async () => {
  await asked();
  const gerda = world.person('Gerda Glar');
  await gerda.presses('Svar', { ...onCheckIn, with: { 'Hvilken milepæl?': 'Skema' } });
  const said = { Status: 'Det er usikkert', 'Hvem siger det?': 'Niels Ny' };
  expect(await gerda.presses('Send svar', { ...onCheckIn, with: said })).toBe('');
  const why = { 'Skriv en sætning': 'Skemaet er ikke trykt', 'Hvad har I brug for, og fra hvem?': 'Papir fra kommunen' };
  expect(await gerda.presses('Send svar', { ...onCheckIn, with: why })).toBe('');
  const [row] = (await followUpOf(world, 'nord')).rows;
  expect(row?.answer).toMatchObject({ status: 'at-risk', person: await world.key('Niels Ny'), recordedBy: await world.key('Gerda Glar') });
  const nanna = world.person('Nanna Nord');
  await nanna.presses('Svar', { ...onCheckIn, with: { 'Hvilken milepæl?': 'Skema' } });
  expect(JSON.stringify(await world.hand(await nanna.aims('Tilbage', onCheckIn)))).toContain('Usikker');
  await nanna.presses('Svar', { ...onCheckIn, with: { 'Hvilken milepæl?': 'Skema' } });
  const form = JSON.stringify(await world.hand(await nanna.aims('Send svar', { ...onCheckIn, with: { Status: 'Den bliver forsinket' } })));
  expect(form).toContain('Hvorfor bliver den forsinket?');
  expect(world.faults).toEqual([]);
});

test('the chairs hear once of milestones without an answer for two quarters, and an answer settles it', async () => {
  await asked();
  await world.at('2015-08-03T09:00');
  expect(() => world.standing('2 milepæle kræver', 'Panelet')).toThrow();
  await world.at('2015-08-12T09:00');
  expect(world.stands('2 milepæle kræver', 'Panelet')).toEqual(
    expect.arrayContaining(['nord', 'Skema', 'Kursus', 'Der er ikke svaret ved de seneste 2 kvartalsspørgsmål.']),
  );
  await world.at('2015-08-13T09:00');
  expect(
    world
      .channel('Panelet')
      .titles()
      .filter((title) => title.startsWith('2 milepæle')),
  ).toHaveLength(1);
  expect(await answers(world, 'Nanna Nord', 'Nord', 'Skema', 'Den er færdig')).toBe('');
  expect(world.stands('Ingen har svaret om en milepæl', 'Panelet')).not.toContain('Skema');
  expect(await answers(world, 'Nanna Nord', 'Nord', 'Kursus', 'Den følger planen')).toBe('');
  expect(world.stands('nord: ', 'Panelet')).toEqual(['nord: Skema, Kursus er der taget hånd om.']);
});
