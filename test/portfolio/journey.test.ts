import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portfolioCells } from '../../bot/cli/initiative/cells.ts';
import { shownPortfolios } from '../../bot/view/initiative/initiatives.ts';
import { documentsCharter } from '../kit/read-once.ts';
import { isCalled, wordsOf } from '../kit/teams/screen.ts';
import { openWorld, type World } from '../kit/world.ts';

const charter = documentsCharter();

describe('the solutions in operation are asked about each quarter', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({
      at: '2019-09-02T09:00',
      charter,
      channels: { Telemedicin: 'telemedicin-styregruppen', SSG: 'sundhedsstyregruppen' },
      seats: [
        ['telemedicin-styregruppen', 'Tora Thy', 'regional-formand'],
        ['telemedicin-styregruppen', 'Toke Tang', 'kommunal-formand'],
        ['sundhedsstyregruppen', 'Regitze Rand', 'regional-formand'],
      ],
      since: '2019-05-03',
    });
  });
  afterAll(() => world.close());
  const card = 'Løsninger i drift';

  test('the steering group is asked once about each solution in operation, and the body above gets a copy', async () => {
    await world.at('2019-09-03T10:00');
    await world.at('2019-09-04T10:00');
    const cards = world
      .channel('Telemedicin')
      .titles()
      .filter((title) => title.startsWith(card));
    expect(cards).toHaveLength(1);
    expect(world.stands(card, 'Telemedicin')).toContain('Telemedicinsk sårvurdering – i brug overalt siden 2015');
    expect(world.stands(card, 'Telemedicin')).toContain('4 af 4 mangler opfølgning. Alle i styregruppen kan svare.');
    expect(world.stands(card, 'SSG')).toContain('Til orientering. Kræver ikke svar.');
    const asked = world.stands('Påmindelse: opfølgning på løsninger', 'Telemedicin').join(' ');
    expect(asked).toContain('<at>Tora Thy</at>, <at>Toke Tang</at>: følg op på løsningerne i drift.');
  });

  test('an answer about a solution stands in both channels, and a goal that is not met needs a reason', async () => {
    await world.at('2019-09-04T12:30');
    const tora = world.person('Tora Thy');
    const here = { on: card, in: 'Telemedicin' } as const;
    const goals = {
      'Understøtter løsningen god faglig kvalitet?': 'ja',
      'Sker det på borgernes præmisser?': 'nej',
      'Er løsningen samfundsøkonomisk relevant?': 'ved ikke',
    };
    await tora.presses('Følg op', here);
    const about = { Løsning: 'Telemedicinsk sårvurdering', ...goals };
    expect(await tora.presses('Gem', { ...here, with: about })).toContain('begrundelse');
    const sentence = { 'Begrundelse (skal udfyldes ved »nej«)': 'Billederne er for mørke' };
    expect(await tora.presses('Gem', { ...here, with: { ...about, ...sentence } })).toBe('');
    for (const where of ['Telemedicin', 'SSG']) expect(world.stands(card, where)).toContain('Billederne er for mørke');
    const shown = await shownPortfolios({ store: world.store, charter, in: 'da', now: world.now() }, 'telemedicin-styregruppen');
    const { rows } = portfolioCells({ charter, language: 'da', today: '2019-09-04' }, shown);
    expect(rows.find(([, , name]) => name === 'Telemedicinsk sårvurdering')?.slice(3)).toEqual([
      'i drift',
      'ja',
      '3. kvartal 2019',
      'Faglig kvalitet: ja; Borgernes præmisser: nej; Samfundsøkonomisk relevans: ved ikke',
      'Billederne er for mørke',
      '',
    ]);
    expect(await tora.buttons(card, 'Telemedicin')).toContain('Rejs sag');
    expect(await world.person('Regitze Rand').buttons(card, 'SSG')).toEqual([]);
  });

  test('those who lead the group are asked by name to answer a no, and find the form', async () => {
    const asked = world.stands('Et »nej« mangler svar', 'Telemedicin').join(' ');
    expect(asked).toContain('<at>Tora Thy</at>, <at>Toke Tang</at>: skriv, hvad I gør ved det.');
    expect(asked).toContain('Telemedicinsk sårvurdering, Tora Thy: »Billederne er for mørke«');
    await world.person('Toke Tang').presses('Åbn og svar', { on: 'Et »nej« mangler svar', in: 'Telemedicin' });
    expect(world.person('Toke Tang').reads('Et »nej« mangler svar').join(' ')).toContain('Hvad gør I ved det, der ikke er opfyldt?');
  });

  test('another’s yes does not take a no away: both stand with who and when, until those who lead the group have answered the no', async () => {
    const here = { on: card, in: 'Telemedicin' } as const;
    const toke = world.person('Toke Tang');
    await toke.presses('Følg op', here);
    const yes = {
      'Understøtter løsningen god faglig kvalitet?': 'ja',
      'Sker det på borgernes præmisser?': 'ja',
      'Er løsningen samfundsøkonomisk relevant?': 'ja',
    };
    expect(await toke.presses('Gem', { ...here, with: { Løsning: 'Telemedicinsk sårvurdering', ...yes } })).toBe('');
    const stands = () => world.stands(card, 'SSG').join('\n');
    for (const words of ['Billederne er for mørke', 'Fulgt op af Tora Thy, 4. september 2019', 'Fulgt op af Toke Tang, 4. september 2019'])
      expect(stands()).toContain(words);
    const shown = await shownPortfolios({ store: world.store, charter, in: 'da', now: world.now() }, 'telemedicin-styregruppen');
    const { rows } = portfolioCells({ charter, language: 'da', today: '2019-09-04' }, shown);
    expect(rows.find(([, , name]) => name === 'Telemedicinsk sårvurdering')?.join()).toContain('Borgernes præmisser: nej');
    expect(await toke.buttons(card, 'Telemedicin')).toContain('Rejs sag');

    await toke.presses('Besvar »nej«', here);
    // There is one no, so the form has it chosen.
    expect(await toke.presses('Gem', { ...here, with: { Svar: 'Vi køber lamper.' } })).toBe('');
    expect(stands()).toContain('Svar fra Toke Tang, 4. september 2019: »Vi køber lamper.«');
    const heard = world.stands('Et »nej« er besvaret', 'Telemedicin').join(' ');
    expect(heard).toContain('<at>Tora Thy</at>');
    expect(heard).toContain('Svar fra Toke Tang, 4. september 2019: »Vi køber lamper.«');
    expect(world.channel('Telemedicin').titles().join(' ')).toMatch(/Et »nej« mangler svar: besvaret .* af Toke Tang/);
    expect(stands()).toContain('Billederne er for mørke');
    expect(await toke.buttons(card, 'Telemedicin')).not.toContain('Rejs sag');
  });

  test('an answer from one quarter does not count as the next quarter’s answer', async () => {
    await world.at('2019-10-01T10:00');
    expect(
      world
        .channel('Telemedicin')
        .titles()
        .filter((title) => title.startsWith(card)),
    ).toHaveLength(2);
    expect(world.stands(card, 'Telemedicin')).toContain('4 af 4 mangler opfølgning. Alle i styregruppen kan svare.');
    expect(world.stands(card, 'Telemedicin').join(' ')).toContain('Sidst, 4. september 2019');
    for (const where of ['Telemedicin', 'SSG'])
      expect(
        wordsOf(
          world
            .channel(where)
            .cards()
            .find(({ card: each }) => isCalled(each, card))?.card ?? {},
        ),
      ).toContain('Opfølgningen for 3. kvartal 2019 er afsluttet. 3 af 4 løsninger blev ikke fulgt op. Se det nye opslag.');
    expect(world.faults).toEqual([]);
  });
});
