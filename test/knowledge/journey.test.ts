import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { experienceCells, flagCells } from '../../bot/cli/knowledge/cells.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { experienceRegister, flagRegister } from '../../bot/view/knowledge/knowledge.ts';
import { body, charter } from '../kit/charter.ts';
import { openWorld, type World } from '../kit/world.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;

/** A panel gathers what two bays try and sends weighty cases to the forum. */
function fjord(): Charter {
  const knowing = (id: string, how: 'spreads' | 'shares') => {
    const known = body(id, { above: 'forum', competence: [{ ...rule, clause: `${id}-decides`, verdict: 'decides' }] });
    return { ...known, terms: known.terms.map((terms) => ({ ...terms, [how]: `${id}-${how}` })) };
  };
  const invented = charter({
    bodies: [knowing('panel', 'spreads'), knowing('north', 'shares'), knowing('south', 'shares'), body('forum'), body('bureau')],
  });
  const { collaboration } = invented;
  return { ...invented, collaboration: { ...collaboration, defaults: { ...collaboration.defaults, scalingPath: true } } };
}

const seats = [
  ['panel', 'Frida Fjeld', 'regional-secretary'],
  ['panel', 'Rita Regn', 'regional-chair'],
  ['panel', 'Mads Muld', 'municipal-chair'],
  ['panel', 'Lone Lund', 'municipal-leader'],
  ['north', 'Nanna Nord', 'municipal-leader'],
  ['south', 'Signe Syd', 'municipal-leader'],
  ['south', 'Stig Sten', 'practitioner'],
] as const;
const channels = { Panelet: 'panel', Nordbugten: 'north', Sydbugten: 'south', Sekretariatet: 'bureau' } as const;

const open = (at: string): Promise<World> => openWorld({ at, charter: fjord(), channels, seats });

describe('what one bay has tried reaches the others', () => {
  let world: World;
  const on = 'Erfaring: Besøg dagen efter';
  beforeAll(async () => {
    world = await open('2015-02-02T09:00');
  });
  afterAll(() => world.close());

  test('a bay shares an experience in its own channel, and the gathering panel sees it', async () => {
    const nanna = world.person('Nanna Nord');
    await nanna.writes('del erfaring', 'Nordbugten');
    await nanna.presses('Del en erfaring', { on: 'Erfaringer', in: 'Nordbugten' });
    const told = {
      Overskrift: 'Besøg dagen efter',
      'Hvad gjorde I, og hvad var resultatet?': 'Færre kom ind igen',
      'Hvem skal vurdere erfaringen?': 'panel',
    };
    const answer = await world.hand(await nanna.aims('Del', { on: 'Erfaringer', in: 'Nordbugten', with: told }));
    expect(JSON.stringify(answer)).toContain('Opslaget kommer om lidt i Fjorden – Nordbugten, Fjorden – Panelet.');
    await world.settle();
    expect(world.stands(on, 'Panelet')).toContain('Skal erfaringen udbredes?');
    expect(world.stands(on, 'Nordbugten')).toContain('panel vurderer, om erfaringen skal udbredes.');
    expect(world.channel('Sydbugten').titles()).not.toContain(on);
    expect(await world.person('Lone Lund').buttons(on, 'Panelet')).not.toContain('Udbred');
  });

  test('the chairs are reminded by name of an experience that nobody has assessed', async () => {
    await world.at('2015-02-09T10:00');
    const note = world.stands('Påmindelse: erfaring til vurdering', 'Panelet').join(' ');
    expect(note).toContain('Rita Regn');
    expect(note).toContain('Mads Muld');
    await world.person('Mads Muld').writes('mine', 'Panelet');
    expect((await world.person('Mads Muld').sees('Det venter på dig', 'Panelet')).join(' ')).toContain('Besøg dagen efter');
  });

  test('a chair spreads the experience to the other bay, and the person who shared it is told by name', async () => {
    const mads = world.person('Mads Muld');
    await mads.presses('Udbred', { on, in: 'Panelet' });
    expect(await mads.presses('Udbred', { on, in: 'Panelet', with: { Begrundelse: 'Det virker' } })).toBe('');
    expect(world.stands(on, 'Sydbugten')).toContain('Er erfaringen relevant for south?');
    const heard = world.stands('Erfaringen udbredes', 'Nordbugten').join(' ');
    expect(heard).toContain('Nanna Nord');
    expect(heard).toContain('Det virker');
    expect(world.stands('Erfaring til vurdering', 'Panelet')).toEqual([
      expect.stringMatching(/^Erfaring til vurdering: besvaret .* 2015 af Mads Muld\.$/),
    ]);
  });

  test('members of the other bay answer, a body’s last answer counts, and both sides see the tally', async () => {
    await world.person('Signe Syd').presses('Ikke relevant', { on, in: 'Sydbugten' });
    await world.person('Stig Sten').presses('Relevant', { on, in: 'Sydbugten' });
    expect(world.stands(on, 'Sydbugten')).toContain('south: Relevant (Stig Sten)');
    expect(world.stands(on, 'Sydbugten').join(' ')).toContain('south: Ikke relevant (Signe Syd)');
    for (const where of ['Panelet', 'Nordbugten'])
      expect(world.stands(on, where)).toContain('1 relevant · 0 gør det allerede · 0 ikke relevant · 0 har ikke svaret');
    const [stream] = await world.store.ofKind('experience');
    const answers = stream ? (await world.store.history(stream)).filter(({ event }) => event.type === 'ExperienceAnswered') : [];
    expect(answers).toHaveLength(2);
  });

  test('a case raised from the experience carries its words and its tally', async () => {
    const frida = world.person('Frida Fjeld');
    await frida.presses('Rejs sag', { on, in: 'Panelet' });
    await frida.presses('Gem som kladde', { on, in: 'Panelet', with: { 'Indstilling, ét at-punkt pr. linje': 'at besøget udbredes' } });
    await frida.presses('Send sagen', { on, in: 'Panelet' });
    const theCase = 'Sag PANEL 2015-01';
    expect(world.stands(theCase, 'Panelet').join(' ')).toContain('1 relevant');
    expect(world.stands(on, 'Panelet')).toContain('PANEL 2015-01 Besøg dagen efter: rejst');
    const rita = world.person('Rita Regn');
    await rita.presses('Skriv afprøvningens resultat', { on: theCase, in: 'Panelet' });
    const [stream] = await world.store.ofKind('case');
    const state = stream && (await world.store.recall(stream))?.state;
    expect(state).toMatchObject({ kind: 'case', matter: { kind: 'pilot', weighs: ['scaling'] } });
    const register = await experienceRegister(world.store, (person) => person, 'south');
    expect(register).toMatchObject([{ title: 'Besøg dagen efter', from: 'north', state: 'spread', tally: { relevant: 1, silent: 0 } }]);
    expect(await experienceRegister(world.store, (person) => person, 'forum')).toEqual([]);
    const [row = []] = experienceCells(fjord(), 'da', register).rows;
    expect(row).toEqual(expect.arrayContaining(['Besøg dagen efter', 'Færre kom ind igen', 'udbredt', '1', '0']));
    expect(world.faults).toEqual([]);
  });
});

describe('a member who flags something in the agreement', () => {
  let world: World;
  const on = 'Behov for justering af aftalen';
  beforeAll(async () => {
    world = await open('2015-02-02T09:00');
    const lone = world.person('Lone Lund');
    await lone.writes('meld', 'Panelet');
    await lone.presses('Gør opmærksom', { on: 'Opmærksomhedspunkter', in: 'Panelet' });
    const flagged = { Type: 'Behov for justering af aftalen', 'Beskriv udfordringen, og hvem den berører': 'Planen følger ikke med' };
    await lone.presses('Send', { on: 'Opmærksomhedspunkter', in: 'Panelet', with: flagged });
  });
  afterAll(() => world.close());

  test('the chairs are asked to answer what a member has flagged', async () => {
    expect(world.stands(on, 'Panelet')).toContain('Venter på Rita Regn, Mads Muld.');
    expect(await world.person('Lone Lund').buttons(on, 'Panelet')).not.toContain('Svar');
    await world.at('2015-02-09T10:00');
    expect(world.stands('Påmindelse: opmærksomhedspunkt til svar', 'Panelet').join(' ')).toContain('Mads Muld');
  });

  test('a chair’s answer reaches the member by name in the thread', async () => {
    const rita = world.person('Rita Regn');
    await rita.presses('Svar', { on, in: 'Panelet' });
    expect(await rita.presses('Send svaret', { on, in: 'Panelet', with: { Svar: 'Vi tager det op' } })).toBe('');
    const heard = world.stands('Formandskabet har svaret', 'Panelet').join(' ');
    expect(heard).toContain('Lone Lund');
    expect(heard).toContain('Vi tager det op');
  });

  test('the member is told when a case is raised from the flag and when it is withdrawn', async () => {
    const frida = world.person('Frida Fjeld');
    await frida.presses('Rejs sag', { on, in: 'Panelet' });
    const fields = { Overskrift: 'Planen skal følge med', 'Indstilling, ét at-punkt pr. linje': 'at aftalen justeres' };
    await frida.presses('Gem som kladde', { on, in: 'Panelet', with: fields });
    await frida.presses('Send sagen', { on, in: 'Panelet' });
    expect(world.stands('Der er rejst en sag om dit opmærksomhedspunkt', 'Panelet').join(' ')).toContain('Planen skal følge med');
    const theCase = 'Sag PANEL 2015-01';
    expect(world.stands(theCase, 'Panelet')).toContain('Lone Lund: Planen følger ikke med');
    await frida.presses('Træk sagen tilbage', { on: theCase, in: 'Panelet' });
    await frida.presses('Træk tilbage', { on: theCase, in: 'Panelet' });
    expect(world.stands('Sagen om dit opmærksomhedspunkt er trukket tilbage', 'Panelet').join(' ')).toContain('Lone Lund');
    expect(world.stands(on, 'Panelet')).toContain('Hvad er formandskabets svar?');
  });

  test('the member is told how the case ended, in the words of the decision', async () => {
    const frida = world.person('Frida Fjeld');
    await frida.presses('Rejs sag', { on, in: 'Panelet' });
    const fields = { Overskrift: 'Planen skal med', 'Indstilling, ét at-punkt pr. linje': 'at aftalen justeres' };
    await frida.presses('Gem som kladde', { on, in: 'Panelet', with: fields });
    await frida.presses('Send sagen', { on, in: 'Panelet' });
    const theCase = 'Sag PANEL 2015-02';
    for (const name of ['Rita Regn', 'Mads Muld']) {
      await world.person(name).presses('Behandl selv', { on: theCase, in: 'Panelet' });
      await world.person(name).presses('Behandl selv', { on: theCase, in: 'Panelet' });
    }
    const streams = await world.store.ofKind('case');
    const states = await Promise.all(streams.map(async (stream) => (await world.store.recall(stream))?.state));
    const at = states.findIndex((state) => state?.kind === 'case' && state.phase === 'waiting');
    const stream = streams[at];
    if (!stream) throw new Error('no case waits for its decision');
    const result = { body: 'panel', kind: 'decided', text: { ref: 'result', mac: 'm' }, textsIn: stream, via: 'meeting' } as const;
    const texts = [{ ref: 'result', key: '00', words: 'Aftalen bliver justeret' }];
    const by = { kind: 'operator' } as const;
    await world.bot.handle({ stream, command: { type: 'ReportResult', result }, by, cause: 'operator:result', texts, now: world.now() });
    await world.settle();
    for (const name of ['Rita Regn', 'Mads Muld']) await world.person(name).presses('Bekræft', { on: theCase, in: 'Panelet' });
    const heard = world.stands('Sagen om dit opmærksomhedspunkt er besluttet', 'Panelet').join(' ');
    expect(heard).toContain('Lone Lund');
    expect(heard).toContain('Aftalen bliver justeret');
    expect(world.stands(on, 'Panelet')).toContain('Sagen er afgjort.');
    const [flagged] = await flagRegister(world.store, (person) => person, null);
    expect(flagged).toMatchObject({ body: 'panel', state: 'settled', text: 'Planen følger ikke med', answer: 'Vi tager det op' });
    const [row = []] = flagCells(fjord(), 'da', flagged ? [flagged] : []).rows;
    expect(row).toEqual(
      expect.arrayContaining(['Behov for justering af aftalen', 'Planen følger ikke med', 'afsluttet', 'Vi tager det op']),
    );
    expect(world.faults).toEqual([]);
  });
});
