import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startedIn } from '../../bot/view/meeting/started.ts';
import { documentsCharter } from '../kit/read-once.ts';
import { openWorld, type World } from '../kit/world.ts';
import { seats } from './seats.ts';

const charter = documentsCharter();

describe('an order from the political body, through the steering group to a cluster and back', () => {
  let world: World;
  beforeAll(async () => {
    const channels = { Sekretariatet: 'faellessekretariatet', SSG: 'sundhedsstyregruppen' };
    world = await openWorld({ at: '2019-03-04T09:00', charter, channels, seats, since: '2018-01-01' });
  });
  afterAll(() => world.close());

  test('two secretaries of different sectors place the order, and the steering group is asked to take it on', async () => {
    const rigmor = world.person('Rigmor Regn');
    await rigmor.writes('bestillinger', 'Sekretariatet');
    await rigmor.presses('Opret bestilling', { on: 'Bestillinger', in: 'Sekretariatet' });
    const order = {
      'Hvem skal løse opgaven?': 'SKU → SSG',
      Overskrift: 'Samarbejdsaftale om overgange',
      'Hvad skal der ske, og hvorfor?': 'Der skal laves en aftale',
      'Svarfrist (valgfri)': '2019-06-28',
    };
    expect(await rigmor.presses('Bestil', { on: 'Bestillinger', in: 'Sekretariatet', with: order })).toBe('');
    expect(world.channel('SSG').titles()).not.toContain('Bestilling: Samarbejdsaftale om overgange');
    expect(await rigmor.buttons('Bestilling:', 'Sekretariatet')).not.toContain('Godkend');
    expect(await world.person('Kurt Kyst').presses('Godkend', { on: 'Bestilling:', in: 'Sekretariatet' })).toBe('');
    expect(world.stands('Bestilling:', 'SSG')).toContain('Tager SSG opgaven på sig?');
    expect(world.stands('Bestilling:', 'SSG').join(' ')).toContain('kommissoriet 2018–2021');
  });

  test('both chairs accept the order for the steering group', async () => {
    await world.person('Regitze Rand').presses('Påtag jer opgaven', { on: 'Bestilling:', in: 'SSG' });
    expect(world.stands('Bestilling:', 'SSG')).toContain('Venter på Kaj Kant.');
    await world.person('Kaj Kant').presses('Påtag jer opgaven', { on: 'Bestilling:', in: 'SSG' });
    expect(world.stands('Bestilling:', 'Sekretariatet')).toContain('SSG har påtaget sig opgaven.');
  });

  test('the chairs hand a part to a cluster, whose secretariat answers for it', async () => {
    const regitze = world.person('Regitze Rand');
    await regitze.presses('Uddelegér en del', { on: 'Bestilling:', in: 'SSG' });
    const part = { Gruppe: 'Klynge 1', Delopgave: 'Prøv aftalen af' };
    await regitze.presses('Foreslå', { on: 'Bestilling:', in: 'SSG', with: part });
    await world.person('Kaj Kant').presses('Uddelegér', { on: 'Bestilling:', in: 'SSG' });
    const parts = world.channel('Sekretariatet').cards().length;
    expect(parts).toBeGreaterThan(1);
    expect(world.stands('Del af', 'Sekretariatet').join(' ')).toContain('Prøv aftalen af');
    for (const name of ['Rigmor Regn', 'Kurt Kyst'])
      await world.person(name).presses('Påtag jer opgaven', { on: 'Del af', in: 'Sekretariatet' });
    const rigmor = world.person('Rigmor Regn');
    await rigmor.presses('Skriv svar', { on: 'Del af', in: 'Sekretariatet' });
    await rigmor.presses('Foreslå svar', {
      on: 'Del af',
      in: 'Sekretariatet',
      with: { Svar: 'Den virker' },
    });
    await world.person('Kurt Kyst').presses('Send svaret', { on: 'Del af', in: 'Sekretariatet' });
    expect(
      world
        .channel('SSG')
        .cards()
        .flatMap(({ card }) => JSON.stringify(card))
        .join(' '),
    ).toContain('Klynge 1: Den virker');
  });

  test('both chairs send the answer, and the political body acknowledges it', async () => {
    const regitze = world.person('Regitze Rand');
    const first = 'Bestilling:';
    await regitze.presses('Skriv svar', { on: first, in: 'SSG' });
    await regitze.presses('Foreslå svar', { on: first, in: 'SSG', with: { Svar: 'Aftalen er klar' } });
    await world.person('Kaj Kant').presses('Send svaret', { on: first, in: 'SSG' });
    expect(world.stands('Svar på bestilling', 'Sekretariatet').join(' ')).toContain('Aftalen er klar');
    expect(world.stands('Bestilling:', 'Sekretariatet')).toContain('Aftalen er klar');
    await world.person('Kurt Kyst').presses('Kvittér', { on: 'Bestilling:', in: 'Sekretariatet' });
    expect(world.stands('Bestilling:', 'SSG')).toContain('SKU har modtaget svaret.');
    expect((await world.store.ofKind('request')).length).toBe(2);
    const line = 'Sundhedsstyregruppen har påtaget sig »Samarbejdsaftale om overgange«, som Sundhedskoordinationsudvalget har bestilt.';
    expect(await startedIn(world.store, charter)).toEqual([{ on: '2019-03-04', line }]);
    expect(world.faults).toEqual([]);
  });
});
