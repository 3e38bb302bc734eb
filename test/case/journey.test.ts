import { afterEach, describe, expect, test } from 'vitest';
import { happened, judges, meets, onCase, openCases, raises, theCase } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

let world: World;

afterEach(() => world.close());

describe('a case all the way up and back', () => {
  test('a case goes from a theme group through its chairs, the forum’s meeting and the board outside Teams to an answer and a receipt', async () => {
    world = await openCases('2015-02-02T09:00');
    await meets(world, 'forum', 'f1', '2015-03-16');
    await raises(world);
    expect(world.stands(onCase, 'Panelet')).toContain('Hvor skal sagen behandles?');
    expect(world.stands('Til orientering: Sag PANEL 2015-01', 'Forum').join('\n')).toContain('▶ panel → (forum) → (board)');

    const dorte = world.person('Dorte Dal');
    await dorte.presses('Skriv bemærkning', { on: 'Til orientering', in: 'Forum' });
    await dorte.presses('Gem', { on: 'Til orientering', in: 'Forum', with: { 'Hvilken retning ønsker I?': 'Tænk praksis med' } });
    expect(world.stands(onCase, 'Panelet').join('\n')).toContain('forum, Dorte Dal: »Tænk praksis med«');

    await judges(world, 'Rita Regn', 'Panelet', 'Forelæg for', 'Det rammer flere.');
    expect(world.stands(onCase, 'Panelet').join('\n')).toContain('regional-chair, Rita Regn\n✓ har vurderet');
    const read = await world.person('Mads Muld').sees(onCase, 'Panelet');
    expect(read.join('\n')).toContain('regional-chair, Rita Regn\n»Det rammer flere.«\n✓ forelægges');
    await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for');
    expect(world.stands(onCase, 'Forum')).toEqual(
      expect.arrayContaining(['På dagsordenen for mødet mandag 16. marts 2015.', 'Bilag senest mandag 2. marts 2015.']),
    );
    expect(world.stands(onCase, 'Panelet')).toContain('panel ✓ → ▶ forum → (board)');
    expect(
      world
        .channel('Forum')
        .titles()
        .filter((title) => title.includes('PANEL 2015-01')),
    ).toHaveLength(1);

    await world.at('2015-03-09T09:00');
    const finn = world.person('Finn Fjord');
    await finn.presses('Dagsorden', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Udsend dagsorden', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Udsend', { on: 'Møde: forum', in: 'Forum' });
    await world.at('2015-03-16T13:30');
    expect(world.stands(onCase, 'Panelet')).toContain('Behandles nu på mødet.');
    await world.at('2015-03-16T15:30');
    const held = ['Var til behandling på mødet mandag 16. marts 2015.', 'Referatet udsendes senest mandag 30. marts 2015.'];
    expect(world.stands(onCase, 'Panelet')).toEqual(expect.arrayContaining(held));
    await finn.presses('Referat', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Registrér resultat', { on: 'Møde: forum', in: 'Forum' });
    const decided = { Punkt: '1. Fælles', Resultat: 'Sendt videre', Ordlyd: 'Forum anbefaler.' };
    expect(await finn.presses('Gem', { on: 'Møde: forum', in: 'Forum', with: decided })).toBe('');
    await finn.presses('Referat', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Udsend referat', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Udsend', { on: 'Møde: forum', in: 'Forum' });
    expect(world.stands(onCase, 'Forum')).toContain('Sendt videre: Forum anbefaler.');
    expect((await theCase(world)).phase).toBe('confirming');

    await world.person('Dorte Dal').presses('Bekræft', { on: onCase, in: 'Forum' });
    await world.person('Egon Eng').presses('Bekræft', { on: onCase, in: 'Forum' });
    expect(await theCase(world)).toMatchObject({ phase: 'waiting', at: 'board' });
    expect(world.stands(onCase, 'Sekretariatet')).toContain('board behandler sagen uden for Samspil.');
    expect(world.stands('Sag uden for Samspil', 'Sekretariatet').join('\n')).toContain('registrér resultatet, når sagen er behandlet.');

    const gerda = world.person('Gerda Glar');
    await gerda.presses('Registrér resultat', { on: onCase, in: 'Sekretariatet' });
    const word = { Resultat: 'Besluttet', 'Beslutningens ordlyd': 'Godkendt af bestyrelsen.' };
    await gerda.presses('Gem', { on: onCase, in: 'Sekretariatet', with: word });
    await expect(gerda.presses('Bekræft resultatet', { on: onCase, in: 'Sekretariatet' })).rejects.toThrow('has no button');
    expect(await world.person('Hans Hav').presses('Bekræft resultatet', { on: onCase, in: 'Sekretariatet' })).toBe('');
    expect(await theCase(world)).toMatchObject({ phase: 'returned', at: 'board' });
    expect(world.stands(onCase, 'Panelet')).toContain('panel ✓ → forum ✓ → board ✓ → ↩ panel');
    expect(world.stands(onCase, 'Panelet')).toContain('Er resultatet modtaget?');
    expect(world.stands(onCase, 'Forum')).toContain('board svarede den 16. marts 2015.');
    const answer = ['Besluttet: Godkendt af bestyrelsen. Registreret af Gerda Glar', 'Til orientering: <at>Lone Lund</at>.'];
    expect(world.stands('Resultat af sagen', 'Panelet')).toEqual(expect.arrayContaining(answer));

    await world.person('Mads Muld').presses('Kvittér', { on: onCase, in: 'Panelet' });
    expect((await theCase(world)).phase).toBe('closed');
    expect(world.stands('Resultat af sagen', 'Panelet')).toEqual([
      expect.stringMatching(/^Resultat af sagen: besvaret .* 2015 af Mads Muld\.$/),
    ]);
    expect(world.stands('Sagen er afgjort', 'Forum').join('\n')).toContain('Besluttet: Godkendt af bestyrelsen.');
    expect(await happened(world)).toEqual([
      'CaseDrafted',
      'CaseSent',
      'CaseNumbered',
      'DirectionStated',
      'KeyTurned',
      'KeyTurned',
      'SentUp',
      'CaseAimed',
      'ResultReported',
      'ResultConfirmed',
      'ResultConfirmed',
      'CaseSentOn',
      'NoMeetingInReach',
      'ResultReported',
      'ResultConfirmed',
      'CaseDecided',
      'AnswerReceipted',
      'CaseClosed',
    ]);
    await world.person('Ida Is').writes('beslutninger', 'Forum');
    expect(world.stands('Beslutninger: forum', 'Forum').join('\n')).toContain('sendt videre. Forum anbefaler.');
    await world.person('Ida Is').writes('beslutninger', 'Panelet');
    expect(world.stands('Beslutninger: panel', 'Panelet').join('\n')).toContain('forelagt');
    await world.person('Ida Is').writes('sag panel 2015-01', 'Forum');
    expect(world.stands(onCase, 'Forum')).toContain('Sagen er afsluttet.');
  });
});
