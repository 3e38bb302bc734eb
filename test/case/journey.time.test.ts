import { afterEach, describe, expect, test } from 'vitest';
import { resultIn } from '../../bot/governance/case/phases.ts';
import { judges, meets, onCase, openCases, raised, raises, theCase, toForum } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

let world: World;

afterEach(() => world.close());

test('a chair who is away says so on the card, and the deputy turns the key', async () => {
  world = await openCases('2015-02-02T09:00');
  await world.given('body/panel', { type: 'NameDeputy', appointment: 'panel-regional-chair', deputy: await world.key('Ida Is') });
  await raises(world);
  expect(await world.person('Ida Is').buttons(onCase, 'Panelet')).not.toContain('Behandl selv');
  const rita = world.person('Rita Regn');
  await rita.presses('Registrér fravær', { on: onCase, in: 'Panelet' });
  await rita.presses('Gem', { on: onCase, in: 'Panelet', with: { 'Sidste fraværsdag': '2015-02-06' } });
  await judges(world, 'Ida Is', 'Panelet', 'Forelæg for', 'For Rita');
  expect(world.stands(onCase, 'Panelet').join('\n')).toContain('regional-chair, Ida Is\n✓ har vurderet');
  await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for');
  expect(await theCase(world)).toMatchObject({ at: 'forum' });
});

describe('a case while time passes', () => {
  const reminder = 'Påmindelse: sag til vurdering';

  test('silent chairs are reminded after 5, 10 and 15 working days, of which July has none', async () => {
    world = await openCases('2015-06-24T09:00');
    await raises(world);
    await world.at('2015-06-30T15:00');
    expect(() => world.standing(reminder)).toThrow();
    await world.at('2015-07-31T15:00');
    expect(() => world.standing(reminder)).toThrow();
    for (const [day, silent] of [
      ['2015-08-03', 5],
      ['2015-08-10', 10],
      ['2015-08-17', 15],
    ] as const) {
      await world.at(`${day}T09:00`);
      const said = world.stands(reminder, 'Panelet');
      expect(said).toContain('<at>Rita Regn</at>, <at>Mads Muld</at>: vurdér sagen.');
      expect(said).toContain(`${silent} arbejdsdage uden svar.`);
    }
    expect((await theCase(world)).phase).toBe('judging');
    await judges(world, 'Rita Regn', 'Panelet', 'Forelæg for');
    await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for');
    expect(() => world.standing(reminder)).toThrow();
  });

  test('a waiting case follows a meeting that is moved or cancelled, and says its new day', async () => {
    world = await openCases('2015-02-02T09:00');
    await meets(world, 'forum', 'f1', '2015-03-16');
    await meets(world, 'forum', 'f2', '2015-04-20');
    await toForum(world);
    const move = async (id: string, day: string) => {
      const when = { start: `${day}T12:00:00Z`, end: `${day}T14:00:00Z` };
      const where = { place: { ref: 'none', mac: 'none' }, link: null, reason: { ref: 'none', mac: 'none' } };
      await world.given(`meeting/${id}`, { type: 'MoveMeeting', ...when, ...where });
      await world.settle();
    };
    await move('f1', '2015-03-23');
    expect(world.stands(onCase, 'Forum').join('\n')).toContain('På dagsordenen for mødet mandag 23. marts 2015.');
    await world.given('meeting/f1', { type: 'CancelMeeting', reason: { ref: 'none', mac: 'none' } });
    await world.settle();
    expect(world.stands(onCase, 'Panelet').join('\n')).toContain('På dagsordenen for mødet mandag 20. april 2015.');
  });

  test('a case with no meeting in reach is decided in writing, and its result is recorded, corrected and confirmed', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world, { ...raised, 'Hvad handler sagen om?': 'Sundhedsfagligt forhold' });
    await judges(world, 'Rita Regn', 'Panelet', 'Forelæg for');
    await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for');
    expect(world.stands(onCase, 'Forum').join('\n')).toContain('forum har ikke et møde, som sagen kan nå at komme på.');
    const finn = world.person('Finn Fjord');
    expect(world.stands('Sag uden møde', 'Forum')).toContain('<at>Finn Fjord</at>: indkald til et møde, eller start skriftlig behandling.');
    expect(await finn.buttons(onCase, 'Forum')).toEqual(['Indkald til møde', 'Start skriftlig behandling']);
    await finn.presses('Start skriftlig behandling', { on: onCase, in: 'Forum' });
    await finn.presses('Start', { on: onCase, in: 'Forum', with: { Svarfrist: '2015-02-13' } });
    await world.person('Dorte Dal').presses('Godkend', { on: onCase, in: 'Forum' });
    await world.person('Egon Eng').presses('Godkend ikke', { on: onCase, in: 'Forum' });
    await world.person('Egon Eng').presses('Send svar', { on: onCase, in: 'Forum', with: { 'Begrundelse (valgfri)': 'For dyrt' } });
    expect(world.stands(onCase, 'Forum')).toContain('1 godkender · 1 godkender ikke · 0 har ikke svaret');
    await finn.presses('Registrér resultat', { on: onCase, in: 'Forum' });
    const word = { Resultat: 'Besluttet', 'Beslutningens ordlyd': 'Godkendt skriftligt.' };
    await finn.presses('Gem', { on: onCase, in: 'Forum', with: word });
    expect(resultIn(await theCase(world))).toMatchObject({ via: 'written' });
    await world.person('Dorte Dal').presses('Bekræft ikke', { on: onCase, in: 'Forum' });
    await world.person('Dorte Dal').presses('Send indsigelse', { on: onCase, in: 'Forum', with: { 'Hvad er ikke rigtigt?': 'Ordlyden' } });
    await finn.presses('Ret resultatet', { on: onCase, in: 'Forum' });
    await finn.presses('Gem', { on: onCase, in: 'Forum', with: { ...word, 'Beslutningens ordlyd': 'Godkendt.' } });
    await world.person('Dorte Dal').presses('Bekræft', { on: onCase, in: 'Forum' });
    await world.person('Egon Eng').presses('Bekræft', { on: onCase, in: 'Forum' });
    expect((await theCase(world)).phase).toBe('returned');
    await world.person('Ida Is').writes('beslutninger', 'Forum');
    expect(world.stands('Beslutninger: forum', 'Forum').join('\n')).toContain('besluttet. Godkendt.');
  });
});
