import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsCharter } from '../kit/read-once.ts';
import { openWorld, type World } from '../kit/world.ts';

const charter = documentsCharter();

const seats = [
  ['faellessekretariatet', 'Rigmor Regn', 'regional-konsulent'],
  ['faellessekretariatet', 'Kurt Kyst', 'kosu-konsulent'],
  ['sundhedskoordinationsudvalget', 'Pia Politiker', 'regionsraad'],
  ['sundhedsstyregruppen', 'Regitze Rand', 'regional-formand'],
  ['sundhedsstyregruppen', 'Kaj Kant', 'kommunal-formand'],
] as const;
const order = 'Bestilling: Samarbejdsaftale';

describe('bodies that others answer for, each with a channel of its own', () => {
  let world: World;
  beforeAll(async () => {
    const channels = {
      Sekretariatet: 'faellessekretariatet',
      SKU: 'sundhedskoordinationsudvalget',
      SSG: 'sundhedsstyregruppen',
      Klynge: 'klyngestyregruppe-1',
    };
    world = await openWorld({ at: '2019-03-04T09:00', charter, channels, seats, since: '2018-01-01' });
    const rigmor = world.person('Rigmor Regn');
    await rigmor.writes('bestillinger', 'Sekretariatet');
    await rigmor.presses('Opret bestilling', { on: 'Bestillinger', in: 'Sekretariatet' });
    const words = {
      'Hvem skal løse opgaven?': 'SKU → SSG',
      Overskrift: 'Samarbejdsaftale',
      'Hvad skal der ske, og hvorfor?': 'Der skal laves en aftale, se https://dokumenter.example/aftale_(1) og http://gammel.example.',
    };
    const answer = await world.hand(await rigmor.aims('Bestil', { on: 'Bestillinger', in: 'Sekretariatet', with: words }));
    expect(JSON.stringify(answer)).toContain('Opslaget kommer om lidt i Fjorden – SKU.');
    await world.settle();
  });
  afterAll(() => world.close());
  const titles = (channel: string, title: string) =>
    world
      .channel(channel)
      .titles()
      .filter((each) => each.startsWith(title));

  test('the order stands where the body meets that makes it, and a politician reads who answers for it', async () => {
    expect(titles('SKU', order)).toHaveLength(1);
    expect(titles('Sekretariatet', order)).toEqual([]);
    const pia = world.person('Pia Politiker');
    expect(await pia.buttons(order, 'SKU')).not.toContain('Godkend');
    expect(await pia.sees(order, 'SKU')).toContain('Du kan følge bestillingen her. Sekretariatet svarer for SKU.');
  });

  test('an address that somebody wrote is a link that shows where it leads, and only where it is https', () => {
    const said = world.stands(order, 'SKU').join('\n');
    expect(said).toContain('se [dokumenter.example/aftale＿(1)](https://dokumenter.example/aftale%5f%281%29) og http:∕∕gammel.example.');
  });

  test('whoever must act is asked where they meet themselves, and hears in whose place', async () => {
    const ask = 'Bestilling til godkendelse';
    expect(titles('SKU', ask)).toEqual([]);
    expect(JSON.stringify(world.standing(ask, 'Sekretariatet').card.msteams)).toContain('Kurt Kyst');
    expect(world.stands(ask, 'Sekretariatet')).toContain('Svares på vegne af SKU.');
    const kurt = world.person('Kurt Kyst');
    await kurt.presses('Åbn og svar', { on: ask, in: 'Sekretariatet' });
    expect(await kurt.presses('Godkend', { on: ask, in: 'Sekretariatet' })).toBe('');
    for (const channel of ['SKU', 'SSG']) expect(world.stands(order, channel)).toContain('Tager SSG opgaven på sig?');
  });

  test('a part handed to a cluster stands in the channel of the cluster', async () => {
    for (const name of ['Regitze Rand', 'Kaj Kant']) await world.person(name).presses('Påtag jer opgaven', { on: order, in: 'SSG' });
    const regitze = world.person('Regitze Rand');
    await regitze.presses('Uddelegér en del', { on: order, in: 'SSG' });
    await regitze.presses('Foreslå', {
      on: order,
      in: 'SSG',
      with: { Gruppe: 'Klynge 1', Delopgave: 'Prøv aftalen af' },
    });
    await world.person('Kaj Kant').presses('Uddelegér', { on: order, in: 'SSG' });
    expect(titles('Klynge', 'Del af')).toHaveLength(1);
    expect(world.stands('Del af', 'Klynge').join(' ')).toContain('Prøv aftalen af');
    expect(titles('Sekretariatet', 'Del af')).toEqual([]);
    expect(world.stands('Ny bestilling', 'Sekretariatet')).toContain('Svares på vegne af Klynge 1.');
  });

  test('the cluster that was handed a part hears in the thread of its part how the whole ended', async () => {
    const [regitze, kaj, rigmor, kurt] = ['Regitze Rand', 'Kaj Kant', 'Rigmor Regn', 'Kurt Kyst'].map(world.person);
    if (!regitze || !kaj || !rigmor || !kurt) throw new Error('nobody is there');
    const part = { on: 'Del af', in: 'Klynge' };
    for (const each of [rigmor, kurt]) await each.presses('Påtag jer opgaven', part);
    await rigmor.presses('Skriv svar', part);
    await rigmor.presses('Foreslå svar', { ...part, with: { Svar: 'Den virker' } });
    await kurt.presses('Send svaret', part);
    const roots = () =>
      world
        .channel('Klynge')
        .cards()
        .filter(({ root }) => root).length;
    const before = roots();
    await regitze.presses('Skriv svar', { on: order, in: 'SSG' });
    await regitze.presses('Foreslå svar', { on: order, in: 'SSG', with: { Svar: 'Aftalen er klar' } });
    await kaj.presses('Send svaret', { on: order, in: 'SSG' });
    const heard = world.standing('Bestillingen er besvaret', 'Klynge');
    expect(world.stands('Bestillingen er besvaret', 'Klynge').join('\n')).toContain('»Aftalen er klar«');
    expect(heard).toMatchObject({ root: false, conversation: expect.stringContaining(world.standing('Del af', 'Klynge').activity) });
    expect(roots()).toBe(before);
    for (const channel of ['SKU', 'SSG']) expect(titles(channel, 'Bestillingen er besvaret')).toEqual([]);
    await kurt.presses('Kvittér', { on: order, in: 'SKU' });
    expect(world.stands('Bestillingen er besvaret', 'Klynge').join('\n')).toContain('SKU har modtaget svaret.');
    expect(await regitze.sees('Bestillingen er besvaret', 'Klynge')).toContain('Samarbejdsaftale');
    expect(world.faults).toEqual([]);
  });
});
