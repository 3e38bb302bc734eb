import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initiativeCells, workPlanCells } from '../../bot/cli/initiative/cells.ts';
import { shownInitiatives, shownWorkPlans } from '../../bot/view/initiative/initiatives.ts';
import { documentsCharter } from '../kit/read-once.ts';
import { titleOf, wordsOf } from '../kit/teams/screen.ts';
import { openWorld, type World } from '../kit/world.ts';

const charter = documentsCharter();

const seats = [
  ['faellessekretariatet', 'Rigmor Regn', 'regional-konsulent'],
  ['forebyggelse', 'Rosa Ravn', 'regional-formand'],
  ['forebyggelse', 'Klaus Kær', 'kommunal-formand'],
  ['sundhedsstyregruppen', 'Regitze Rand', 'regional-formand'],
  ['sundhedsstyregruppen', 'Kaj Kant', 'kommunal-formand'],
] as const;
const group = 'Forebyggelsesgruppen';
const initiative = 'Indsats: Forebyggelse for unge';

/** The names on cards come from the model, and what people write is invented. */
describe('an initiative of the agreement finds its body, and the body its year', () => {
  let world: World;
  beforeAll(async () => {
    const channels = {
      Sekretariatet: 'faellessekretariatet',
      Forebyggelse: 'forebyggelse',
      SSG: 'sundhedsstyregruppen',
      Klynge: 'klyngestyregruppe-1',
    };
    world = await openWorld({ at: '2015-02-02T09:00', charter, channels, seats });
  });
  afterAll(() => world.close());

  test('the secretariat sees the initiatives that nobody has and gives one of them to a theme group', async () => {
    const rigmor = world.person('Rigmor Regn');
    await rigmor.writes('indsatser', 'Sekretariatet');
    const before = world.stands('Indsatser', 'Sekretariatet');
    expect(before).toContain('Indsatser uden ansvarlig gruppe');
    expect(before).toContain('Forebyggelse for unge');
    await rigmor.presses('Fordel indsats', { on: 'Indsatser', in: 'Sekretariatet' });
    const later = { 'Indsats fra aftalen': 'Forebyggelse for unge', 'Ansvarlig gruppe': 'Styregruppen for fælles telemedicinske' };
    await expect(rigmor.presses('Fordel', { on: 'Indsatser', in: 'Sekretariatet', with: later })).rejects.toThrow('is no choice of');
    const given = { 'Indsats fra aftalen': 'Forebyggelse for unge', 'Ansvarlig gruppe': group };
    const answer = await world.hand(await rigmor.aims('Fordel', { on: 'Indsatser', in: 'Sekretariatet', with: given }));
    expect(JSON.stringify(answer)).toContain('Opslaget kommer om lidt i Fjorden – Forebyggelse.');
    await world.settle();
    expect(world.channel('Forebyggelse').titles()).toContain(initiative);
    expect(world.stands(initiative, 'Forebyggelse')).not.toContain('Hvordan inddrages patienterne?');
    expect(world.stands(initiative, 'Forebyggelse').join(' ')).toContain('(tolkning)');
  });

  test('a chair of the theme group records the initiative’s stage, clusters, deliverables and indicators', async () => {
    const rosa = world.person('Rosa Ravn');
    const here = { on: initiative, in: 'Forebyggelse' } as const;
    const change = async (what: string, written: Readonly<Record<string, string>>) => {
      await rosa.presses('Ret indsatsen', here);
      await rosa.presses('Videre', { ...here, with: { Vælg: what } });
      expect(await rosa.presses('Gem', { ...here, with: written })).toBe('');
    };
    await change('Skift fase', { Fase: 'rammerne er aftalt' });
    await change('Vælg klynger', { Klynger: 'Klynge 1' });
    expect(world.stands(initiative, 'Klynge')).toContain('Klynge 1');
    await rosa.presses('Beskriv inddragelse', here);
    await rosa.presses('Gem', { ...here, with: { Patientinddragelse: 'Et ungepanel læser med' } });
    await change('Tilføj værktøj/rammeaftale', {
      Type: 'Et værktøj',
      Navn: 'Samtaleguide',
      'Link (valgfrit)': 'https://guide.example.org/samtale',
    });
    await change('Tilføj indikator', {
      'Hvad måles?': 'Unge, der ryger',
      'Enhed (procent, borgere, dage)': 'procent',
      'Udgangspunkt (valgfrit)': '14,5',
      'Mål (valgfrit)': '10',
      'Ønsket udvikling': 'Tallet skal falde',
    });
    const card = world.stands(initiative, 'Forebyggelse').join(' ');
    for (const words of [
      'rammerne er aftalt',
      'Et ungepanel læser med',
      'Klynge 1',
      'Samtaleguide – under udarbejdelse',
      'udgangspunkt 14,5 procent, mål 10 procent',
      'indberettes hvert kvartal af Forebyggelsesgruppen',
      '(https://guide.example.org/samtale)',
    ])
      expect(card).toContain(words);
  });

  test('a number is asked for once the quarter is over, and a correction keeps both values', async () => {
    await world.at('2015-03-31T10:00');
    expect(world.channel('Forebyggelse').titles()).not.toContain('Indberetning mangler');
    await world.at('2015-04-01T10:00');
    expect(world.stands('Indberetning mangler', 'Forebyggelse').join(' ')).toContain('Unge, der ryger · 1. kvartal 2015');
    const klaus = world.person('Klaus Kær');
    const here = { on: initiative, in: 'Forebyggelse' } as const;
    await world.at('2015-04-11T10:00');
    const report = async (period: string, value: string) => {
      await klaus.presses('Indberet tal', here);
      expect(await klaus.presses('Gem', { ...here, with: { 'Indikator og periode': period, Tal: value } })).toBe('');
    };
    await report('Unge, der ryger · 2. kvartal 2015', '14');
    expect(world.channel('Forebyggelse').titles()).toContain('Indberetning mangler');
    await report('Unge, der ryger · 1. kvartal 2015', '13');
    await report('Unge, der ryger · 1. kvartal 2015 (13)', '12,5');
    await report('Unge, der ryger · 2. kvartal 2015 (14)', '13,5');
    expect(world.stands(initiative, 'Forebyggelse').join(' ')).toContain('13,5 procent i 2. kvartal 2015');
    expect(world.stands(initiative, 'Forebyggelse').join(' ')).toContain('rettet fra 14 procent');
    const said = (await world.store.history('initiative/indsats-unge')).filter(({ event }) => event.type === 'IndicatorReported');
    expect(said).toHaveLength(4);
    expect(world.channel('Forebyggelse').titles()).not.toContain('Indberetning mangler');
  });

  test('the owner is asked about patients again in the next half-year, after the holidays, and answers', async () => {
    await world.at('2015-07-15T10:00');
    expect(world.channel('Forebyggelse').titles()).not.toContain('Patientinddragelse');
    await world.at('2015-08-03T10:00');
    const rosa = world.person('Rosa Ravn');
    await rosa.presses('Beskriv inddragelse', { on: 'Patientinddragelse', in: 'Forebyggelse' });
    const told = { Patientinddragelse: 'Panelet er med i hver klynge' };
    expect(await rosa.presses('Gem', { on: 'Patientinddragelse', in: 'Forebyggelse', with: told })).toBe('');
    expect(world.stands(initiative, 'Forebyggelse')).toContain('Panelet er med i hver klynge');
    expect(world.channel('Forebyggelse').titles()).not.toContain('Patientinddragelse');
  });

  test('the year’s tasks are drafted, both chairs confirm them, and the steering group gets them as a case', async () => {
    const rosa = world.person('Rosa Ravn');
    const plans = () =>
      world
        .channel('Forebyggelse')
        .cards()
        .filter(({ root, card }) => root && titleOf(card).startsWith('Arbejdsplan 2015'));
    await rosa.writes('arbejdsplan', 'Forebyggelse');
    const here = { on: 'Arbejdsplan 2015', in: 'Forebyggelse' } as const;
    await rosa.presses('Hent opgaver', here);
    await rosa.presses('Tilføj', { ...here, with: { Opgaver: 'Model for audit på tværs af sektorer' } });
    await rosa.presses('Tilføj opgave', here);
    await rosa.presses('Tilføj', { ...here, with: { Opgaven: 'Mødes med skolerne' } });
    expect(await rosa.presses('Send til godkendelse', here)).toBe('');
    expect(world.stands('Arbejdsplan 2015', 'Forebyggelse')).toContain('Venter på Klaus Kær.');
    await world.person('Klaus Kær').writes('mine', 'Forebyggelse');
    expect((await world.person('Klaus Kær').sees('Det venter på dig', 'Forebyggelse')).join(' ')).toContain('Godkender du arbejdsplanen?');
    expect(await world.person('Klaus Kær').presses('Godkend', here)).toBe('');
    expect(plans()).toHaveLength(1);
    const all = world
      .channel('Forebyggelse')
      .cards()
      .flatMap(({ card }) => wordsOf(card));
    expect(all).toContain('Planen er forelagt SSG.');
    const sag =
      world
        .channel('SSG')
        .titles()
        .find((title) => title.startsWith('Sag FOREBYGGELSE')) ?? '';
    expect(world.stands(sag, 'SSG').join(' ')).toContain('Mødes med skolerne');
    expect(world.stands(sag, 'SSG').join(' ')).toContain('Model for audit på tværs af sektorer');
    expect((await world.store.recall('case/work-plan-forebyggelse-2015'))?.state).toMatchObject({ number: 'FOREBYGGELSE 2015-01' });
    expect(await world.store.ofKind('body')).not.toContain('body/');
  });

  test('the decision comes back to the work plan, and a chair acknowledges it', async () => {
    const about = 'case/work-plan-forebyggelse-2015';
    const result = { body: 'sundhedsstyregruppen', kind: 'decided', text: null, textsIn: about, via: 'written' } as const;
    await world.given(about, { type: 'ReportResult', result });
    await world.settle();
    const sag =
      world
        .channel('SSG')
        .titles()
        .find((title) => title.startsWith('Sag FOREBYGGELSE')) ?? '';
    for (const name of ['Regitze Rand', 'Kaj Kant']) await world.person(name).presses('Bekræft', { on: sag, in: 'SSG' });
    const all = world
      .channel('Forebyggelse')
      .cards()
      .flatMap(({ card }) => wordsOf(card));
    expect(all).toContain('SSG har godkendt planen.');
    await world.person('Rosa Ravn').presses('Kvittér', { on: 'Sag FOREBYGGELSE 2015-01', in: 'Forebyggelse' });
    expect((await world.store.recall(about))?.state).toMatchObject({ phase: 'closed' });
    expect(world.faults).toEqual([]);
  });

  test('the operator’s overview shows the same, with initiatives nobody has and goals with nothing under them', async () => {
    const reading = { store: world.store, charter, in: 'da', now: world.now() };
    const { initiatives, bare } = await shownInitiatives(reading, null);
    expect(initiatives.filter(({ owner }) => owner === null)).toHaveLength(7);
    expect(initiatives.find(({ id }) => id === 'indsats-unge')).toMatchObject({
      owner: 'forebyggelse',
      stage: 'framework',
      clusters: ['klyngestyregruppe-1'],
      patients: { words: 'Panelet er med i hver klynge', on: '2015-08-03' },
      deliverables: [{ kind: 'tool', title: 'Samtaleguide', done: null }],
      indicators: [
        {
          name: 'Unge, der ryger',
          values: [
            { value: 12.5, of: '2015-03-31', was: 13 },
            { value: 13.5, of: '2015-04-11', was: 14 },
          ],
        },
      ],
    });
    expect(bare.map(({ id }) => id)).toContain('vision-lighed');
    expect(bare.map(({ id }) => id)).not.toContain('indhold-forebyggelse');
    expect(await shownInitiatives(reading, 'klyngestyregruppe-1')).toMatchObject({ initiatives: [{ id: 'indsats-unge' }] });
    const plans = await shownWorkPlans(reading, 'forebyggelse');
    expect(plans).toEqual([
      { body: 'forebyggelse', year: 2015, phase: 'decided', tasks: ['Model for audit på tværs af sektorer', 'Mødes med skolerne'] },
    ]);
    const wording = { charter, language: 'da', today: '2015-08-03' } as const;
    const table = initiativeCells(wording, { initiatives, bare });
    expect(table.rows.find(([name]) => name === 'Forebyggelse for unge')?.slice(1)).toEqual([
      'Temagruppen for forebyggelse',
      'rammerne er aftalt',
      'Forebyggelse',
      'Klyngestyregruppe 1 (somatik)',
      'Panelet er med i hver klynge',
      '2015-08-03',
      'Værktøj: Samtaleguide (under udarbejdelse)',
      'Unge, der ryger (procent): 13,5 pr. 2015-04-11, fra 14,5, mål 10',
    ]);
    expect(workPlanCells(wording, plans).rows).toEqual([
      ['Temagruppen for forebyggelse', '2015', '1', 'Model for audit på tværs af sektorer', 'godkendt'],
      ['Temagruppen for forebyggelse', '2015', '2', 'Mødes med skolerne', 'godkendt'],
    ]);
  });
});
