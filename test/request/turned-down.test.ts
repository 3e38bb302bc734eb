import { afterEach, describe, expect, test } from 'vitest';
import { documentsCharter } from '../kit/read-once.ts';
import { wordsOf } from '../kit/teams/screen.ts';
import { openWorld, type World } from '../kit/world.ts';
import { seats } from './seats.ts';

const charter = documentsCharter();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
const on = { on: 'Bestilling:', in: 'SSG' } as const;

async function accepted(): Promise<World> {
  const channels = { Sekretariatet: 'faellessekretariatet', SSG: 'sundhedsstyregruppen' };
  const world = await openWorld({ at: '2019-03-04T09:00', charter, channels, seats, since: '2018-01-01' });
  closing.push(world.close);
  const rigmor = world.person('Rigmor Regn');
  await rigmor.writes('bestillinger', 'Sekretariatet');
  const list = { on: 'Bestillinger', in: 'Sekretariatet' };
  await rigmor.presses('Opret bestilling', list);
  const order = {
    'Hvem skal løse opgaven?': 'SKU → SSG',
    Overskrift: 'Aftale',
    'Hvad skal der ske, og hvorfor?': 'Der skal laves en aftale',
  };
  await rigmor.presses('Bestil', { ...list, with: order });
  await world.person('Kurt Kyst').presses('Godkend', { on: 'Bestilling:', in: 'Sekretariatet' });
  for (const name of ['Regitze Rand', 'Kaj Kant']) await world.person(name).presses('Påtag jer opgaven', on);
  return world;
}
const notes = (world: World, title: string) =>
  world
    .channel('SSG')
    .cards()
    .filter(({ root, card }) => !root && wordsOf(card).includes(title))
    .map(({ card }) => ({ words: wordsOf(card).join('\n'), mentions: JSON.stringify(card.msteams ?? {}) }));
const rejects = async (world: World, reason: string) => {
  await world.person('Kaj Kant').presses('Afvis', on);
  await world.person('Kaj Kant').presses('Send svar', { ...on, with: { Begrundelse: reason } });
};

describe('what somebody proposed and the other chair turns down', () => {
  test('an answer: whoever proposed it hears by name who said no and why, and its words stand in the form again', async () => {
    const world = await accepted();
    const regitze = world.person('Regitze Rand');
    await regitze.presses('Skriv svar', on);
    await regitze.presses('Foreslå svar', { ...on, with: { Svar: 'Aftalen er klar' } });
    await rejects(world, 'Der mangler et bilag');
    const [note, ...more] = notes(world, 'Forslaget til svar er afvist');
    expect(more).toEqual([]);
    expect(note?.words).toContain('Til orientering: <at>Regitze Rand</at>.');
    expect(note?.words).toContain('Kaj Kant: afvist. »Der mangler et bilag');
    expect(note?.mentions).toContain('Regitze Rand');
    expect(note?.mentions).not.toContain('Kaj Kant');
    expect(world.stands('Bestilling:', 'SSG')).toContain('Forslaget til svar er afvist');
    await regitze.presses('Skriv svar', on);
    expect(await regitze.presses('Foreslå svar', on)).toBe('');
    expect(world.stands('Bestilling:', 'SSG')).toContain('Aftalen er klar');
    expect(world.faults).toEqual([]);
  });

  test('a part: to whom it should have gone, and its words, stand in the form again', async () => {
    const world = await accepted();
    const regitze = world.person('Regitze Rand');
    await regitze.presses('Uddelegér en del', on);
    await regitze.presses('Foreslå', { ...on, with: { Gruppe: 'Klynge 1', Delopgave: 'Prøv aftalen af' } });
    await rejects(world, 'Hellere klynge 2');
    expect(notes(world, 'Uddelegeringen er afvist')).toHaveLength(1);
    await regitze.presses('Uddelegér en del', on);
    expect(await regitze.presses('Foreslå', on)).toBe('');
    expect(world.stands('Bestilling:', 'SSG')).toEqual(expect.arrayContaining(['Skal Klynge 1 løse denne del?', 'Prøv aftalen af']));
  });

  test('a group', async () => {
    const world = await accepted();
    const regitze = world.person('Regitze Rand');
    await regitze.writes('grupper', 'SSG');
    const list = { on: 'Grupper', in: 'SSG' };
    await regitze.presses('Nedsæt en gruppe', list);
    const group = { 'Formål og opgave': 'Et udkast', Medlemmer: 'Regitze Rand', Slutdato: '2019-09-30' };
    expect(await regitze.presses('Foreslå gruppen', { ...list, with: group })).toBe('');
    const card = { on: 'Forslag om en gruppe', in: 'SSG' };
    await world.person('Kaj Kant').presses('Afvis', card);
    await world.person('Kaj Kant').presses('Send svar', { ...card, with: { Begrundelse: 'Der er to i forvejen' } });
    const [note] = notes(world, 'Forslaget om en gruppe er afvist');
    expect(note?.words).toContain('Til orientering: <at>Regitze Rand</at>.');
    expect(note?.words).toContain('Kaj Kant: afvist. »Der er to i forvejen');
  });
});
