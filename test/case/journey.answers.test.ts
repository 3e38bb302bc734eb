import { afterEach, describe, expect, test } from 'vitest';
import { aimIn } from '../../bot/governance/case/phases.ts';
import { judges, meets, onCase, openCases, raised, raises, theCase } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

let world: World;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const inForum = { on: onCase, in: 'Forum' };
const professional = { ...raised, 'Hvad handler sagen om?': 'Sundhedsfagligt forhold' };
const reopenings = () =>
  world
    .channel('Forum')
    .titles()
    .filter((title) => title.startsWith('Genoptagelse af sag'));
const stands = (where: string) => world.stands(onCase, where).join('\n');

async function inWriting(): Promise<void> {
  world = await openCases('2015-02-02T09:00');
  await raises(world, professional);
  await judges(world, 'Rita Regn', 'Panelet', 'Forelæg for');
  await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for');
  await world.person('Finn Fjord').presses('Start skriftlig behandling', inForum);
  await world.person('Finn Fjord').presses('Start', { ...inForum, with: { Svarfrist: '2015-02-13' } });
}

test('whoever is asked in writing hears it when it begins, reads their own answer, and may change it', async () => {
  await inWriting();
  const told = world.stands('Skriftlig behandling', 'Forum').join('\n');
  expect(told).toContain('<at>Dorte Dal</at>, <at>Egon Eng</at>: svar i den skriftlige behandling.');
  expect(told).toContain('Senest fredag 13. februar 2015.');
  const dorte = world.person('Dorte Dal');
  await dorte.presses('Godkend', inForum);
  const own = (await dorte.sees(onCase, 'Forum')).join('\n');
  expect(own).toContain('Dit svar er registreret: godkendt.');
  expect(own).toContain('Du kan ændre svaret til og med 13. februar 2015.');
  expect(own).not.toContain('Godkender du indstillingen?');
  expect(await dorte.buttons(onCase, 'Forum')).not.toContain('Godkend');
  await dorte.presses('Godkend ikke', inForum);
  await dorte.presses('Send svar', { ...inForum, with: { 'Begrundelse (valgfri)': 'Prisen mangler.' } });
  expect((await dorte.sees(onCase, 'Forum')).join('\n')).toContain('Dit svar er registreret: ikke godkendt. »Prisen mangler.«');
  expect(await world.person('Egon Eng').sees(onCase, 'Forum')).toContain('Godkender du indstillingen?');
});

describe('a written procedure says what came of it', () => {
  test('when the last one has answered, the secretary hears at once that all approve, and no meeting takes the case', async () => {
    await inWriting();
    await world.person('Dorte Dal').presses('Godkend', inForum);
    await world.person('Egon Eng').presses('Godkend', inForum);
    expect(stands('Forum')).toContain('Alle har godkendt.');
    expect(stands('Forum')).not.toContain('har ikke et møde');
    const told = world.stands('Skriftlig behandling slut', 'Forum').join('\n');
    expect(told).toContain('Finn Fjord');
    expect(told).toContain('Alle har godkendt.');
    await meets(world, 'forum', 'f1', '2015-03-16');
    expect(aimIn(await theCase(world))).toBeNull();
    expect(stands('Forum')).toContain('Alle har godkendt.');
  });

  test('at its end it says why it is not approved, and who is missing', async () => {
    await inWriting();
    await world.person('Dorte Dal').presses('Godkend', inForum);
    await world.at('2015-02-13T08:30');
    expect(world.stands('Skriftlig behandling', 'Forum')).toContain('<at>Egon Eng</at>: svar i den skriftlige behandling.');
    await world.at('2015-02-16T09:00');
    const told = world.stands('Skriftlig behandling slut', 'Forum').join('\n');
    expect(told).toContain('Ikke godkendt af alle: 1 har ikke svaret.');
    expect(told).toContain('Har ikke svaret: Egon Eng.');
    expect(stands('Forum')).toContain('1 godkender · 0 godkender ikke · 1 har ikke svaret');
  });
});

test('chairs who disagree both say why before the case goes up, and the body above reads both', async () => {
  world = await openCases('2015-02-02T09:00');
  await raises(world, professional);
  await judges(world, 'Rita Regn', 'Panelet', 'Behandl selv');
  expect(await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for')).toContain('Begge begrundelser følger sagen');
  await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for', 'Det rammer flere.');
  expect((await theCase(world)).at).toBe('panel');
  const told = world.stands('Uenighed i formandskabet', 'Panelet');
  expect(told).toContain('<at>Rita Regn</at>: begrund svaret, så sagen kan gå videre.');
  expect(world.channel('Panelet').titles()).toContain('Sag til vurdering: besvaret 2. februar 2015 af Rita Regn, Mads Muld.');
  const rita = world.person('Rita Regn');
  expect((await rita.sees(onCase, 'Panelet')).join('\n')).toContain('I er ikke enige. Hvad er din begrundelse?');
  await rita.presses('Behandl selv', { on: onCase, in: 'Panelet' });
  await rita.presses('Behandl selv', { on: onCase, in: 'Panelet', with: { Begrundelse: 'Det er vores fag.' } });
  expect((await theCase(world)).at).toBe('forum');
  expect(world.channel('Panelet').titles()).toContain('Uenighed i formandskabet: besvaret 2. februar 2015 af Mads Muld, Rita Regn.');
  expect(stands('Forum')).toContain('Rita Regn: »Det er vores fag.«');
  expect(stands('Forum')).toContain('Mads Muld: »Det rammer flere.«');
});

test('what a body decided itself is said to whoever raised it, who acknowledges it, and not to the chairs who know it', async () => {
  world = await openCases('2015-02-02T09:00');
  await raises(world, professional);
  for (const name of ['Rita Regn', 'Mads Muld']) await judges(world, name, 'Panelet', 'Behandl selv');
  const inPanel = { on: onCase, in: 'Panelet' };
  const [frida, lone] = [world.person('Frida Fjeld'), world.person('Lone Lund')];
  await frida.presses('Start skriftlig behandling', inPanel);
  await frida.presses('Start', { ...inPanel, with: { Svarfrist: '2015-02-13' } });
  for (const name of ['Rita Regn', 'Mads Muld', 'Lone Lund']) await world.person(name).presses('Godkend', inPanel);
  await frida.presses('Registrér resultat', inPanel);
  await frida.presses('Gem', { ...inPanel, with: { Resultat: 'Besluttet', 'Beslutningens ordlyd': 'Godkendt.' } });
  for (const name of ['Rita Regn', 'Mads Muld']) await world.person(name).presses('Bekræft', inPanel);
  const told = world.stands('Resultat af sagen', 'Panelet').join('\n');
  expect(told).toContain('<at>Lone Lund</at>: kvittér for resultatet.');
  expect(told).not.toContain('Rita Regn</at>');
  await lone.presses('Kvittér', inPanel);
  expect((await theCase(world)).phase).toBe('closed');
});

test('opening a case again is asked of the other key, who may keep the result; the result and every word stay to be read', async () => {
  await inWriting();
  for (const name of ['Dorte Dal', 'Egon Eng']) await world.person(name).presses('Godkend', inForum);
  const finn = world.person('Finn Fjord');
  await finn.presses('Registrér resultat', inForum);
  await finn.presses('Gem', { ...inForum, with: { Resultat: 'Besluttet', 'Beslutningens ordlyd': 'Godkendt skriftligt.' } });
  for (const name of ['Dorte Dal', 'Egon Eng']) await world.person(name).presses('Bekræft', inForum);
  await world.person('Mads Muld').presses('Kvittér', { on: onCase, in: 'Panelet' });
  expect((await theCase(world)).phase).toBe('closed');

  const [dorte, egon] = [world.person('Dorte Dal'), world.person('Egon Eng')];
  await egon.presses('Genoptag sagen', inForum);
  await egon.presses('Genoptag', { ...inForum, with: { Begrundelse: 'Nye tal.' } });
  expect(stands('Forum')).toContain('Skal sagen genoptages?');
  const asked = world.stands('Genoptagelse af sag', 'Forum').join('\n');
  expect(asked).toContain('Dorte Dal');
  expect(asked).toContain('Nye tal.');
  await dorte.presses('Fasthold resultatet', inForum);
  await dorte.presses('Fasthold', { ...inForum, with: { Begrundelse: 'Tallene er de samme.' } });
  expect((await theCase(world)).phase).toBe('closed');
  expect(stands('Forum')).toContain('Resultatet blev fastholdt.');
  expect(stands('Forum')).toContain('Dorte Dal (resultatet fastholdes): »Tallene er de samme.«');
  const answered = 'Genoptagelse af sag: besvaret 2. februar 2015 af Egon Eng, Dorte Dal.';
  expect(reopenings()).toEqual([answered]);

  await egon.presses('Genoptag sagen', inForum);
  await egon.presses('Genoptag', { ...inForum, with: { Begrundelse: 'Endnu nyere tal.' } });
  await dorte.presses('Genoptag sagen', inForum);
  await dorte.presses('Genoptag', { ...inForum, with: { Begrundelse: 'Enig.' } });
  expect((await theCase(world)).phase).toBe('waiting');
  expect(stands('Forum')).toContain('»Godkendt skriftligt.« Sagen blev genoptaget.');
  expect(stands('Forum')).toContain('Egon Eng (genoptages): »Endnu nyere tal.«');
  expect(reopenings()).toEqual([answered, answered]);
});

test('a chair who says that the result is not right is asked no more, and the secretary is told by name to correct it', async () => {
  await inWriting();
  for (const name of ['Dorte Dal', 'Egon Eng']) await world.person(name).presses('Godkend', inForum);
  const finn = world.person('Finn Fjord');
  await finn.presses('Registrér resultat', inForum);
  await finn.presses('Gem', { ...inForum, with: { Resultat: 'Besluttet', 'Beslutningens ordlyd': 'Godkendt.' } });
  await world.person('Dorte Dal').presses('Bekræft', inForum);
  await world.person('Egon Eng').presses('Bekræft ikke', inForum);
  await world.person('Egon Eng').presses('Send indsigelse', { ...inForum, with: { 'Hvad er ikke rigtigt?': 'Datoen mangler.' } });
  expect(stands('Forum')).not.toContain('Er resultatet gengivet rigtigt?');
  expect(stands('Forum')).not.toContain('Venter på');
  const told = world.stands('Resultat til rettelse', 'Forum');
  expect(told).toEqual(expect.arrayContaining(['»Datoen mangler.«', '<at>Finn Fjord</at>: ret resultatet.']));
  expect(world.channel('Forum').titles()).toContain('Resultat til bekræftelse: besvaret 2. februar 2015 af Dorte Dal, Egon Eng.');
  await world.at('2015-02-09T08:30');
  expect(world.stands('Påmindelse: resultat til rettelse', 'Forum').join('\n')).not.toContain('Egon Eng');
  await finn.writes('mine', 'Forum');
  expect(await finn.sees('Det venter på dig', 'Forum')).toContain('Resultat til rettelse');
  await finn.presses('Ret resultatet', inForum);
  await finn.presses('Gem', { ...inForum, with: { Resultat: 'Besluttet', 'Beslutningens ordlyd': 'Godkendt 2. februar.' } });
  expect(world.stands('Resultat til bekræftelse', 'Forum').join('\n')).toContain('<at>Egon Eng</at>, <at>Dorte Dal</at>');
  expect(world.channel('Forum').titles()).toContain('Resultat til rettelse: besvaret 9. februar 2015 af Finn Fjord.');
});
