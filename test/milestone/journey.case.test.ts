import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meets } from '../kit/case-world.ts';
import { agrees, answers, followUpOf, openClusters, planOf, writes } from '../kit/milestone-world.ts';
import type { World } from '../kit/world.ts';

const onNote = { on: 'En milepæl er forsinket', in: 'Panelet' } as const;
const onCase = 'Sag PANEL 2015-01';

describe('a case raised from a late milestone', () => {
  let world: World;
  beforeAll(async () => {
    world = await openClusters('2015-02-02T09:00');
    await meets(world, 'forum', 'f1', '2015-05-11');
    await world.person('Lone Lund').writes('milepæle', 'Panelet');
    await writes(world, 'Lone Lund', 'Skema', '2015-06-15', { by: 'nord' });
    await writes(world, 'Lone Lund', 'Evaluering', '2015-10-01', { after: 'Skema' });
    await agrees(world);
    await world.at('2015-04-01T09:00');
    const late = { day: '2015-08-20', why: 'Leverandøren er forsinket', needs: 'En aftale fra regionen' };
    expect(await answers(world, 'Nanna Nord', 'Nord', '', 'Forsinket', late)).toBe('');
  });
  afterAll(() => world.close());

  test('a chair raises a case from the note about a late milestone, with the facts filled in', async () => {
    expect(await world.person('Ida Is').buttons(onNote.on, onNote.in)).not.toContain('Rejs sag');
    const rita = world.person('Rita Regn');
    expect(await rita.buttons(onNote.on, onNote.in)).toContain('Rejs sag');
    await rita.presses('Rejs sag', onNote);
    expect(await rita.presses('Gem som kladde', onNote)).toBe('');
    expect(await rita.presses('Send sagen', onNote)).toBe('');
    const card = world.stands(onCase, 'Panelet').join('\n');
    expect(card).toContain('Ny frist for »Skema«');
    expect(card).toContain('Milepælen »Skema« (panel) flytter fra 15. juni 2015 til 20. aug. 2015.');
    expect(card).toContain('Leverandøren er forsinket');
    expect(card).toContain('En aftale fra regionen');
    expect(await world.person('Mads Muld').sees(onNote.on, onNote.in)).toContainEqual(
      expect.stringMatching(/^Sag PANEL 2015-01 er rejst\. Opslaget står i .*Panelet\.$/),
    );
    expect(await world.person('Mads Muld').buttons(onNote.on, onNote.in)).not.toContain('Rejs sag');
  });

  test('correcting the case keeps the milestone it moves, and both chairs send it up', async () => {
    await world.person('Rita Regn').presses('Ret sagen', { on: onCase, in: 'Panelet' });
    await world.person('Rita Regn').presses('Gem', { on: onCase, in: 'Panelet', with: { Overskrift: 'Ny dato for skemaet' } });
    const [stream] = await world.store.ofKind('case');
    const state = stream && (await world.store.recall(stream))?.state;
    expect(state).toMatchObject({ kind: 'case', content: { moves: { plan: 'panel', due: '2015-08-20' } } });
    for (const name of ['Rita Regn', 'Mads Muld']) {
      await world.person(name).presses('Forelæg for forum', { on: onCase, in: 'Panelet' });
      await world.person(name).presses('Forelæg', { on: onCase, in: 'Panelet' });
    }
    expect(world.stands(onCase, 'Forum').join('\n')).toContain('flytter fra 15. juni 2015 til 20. aug. 2015');
  });

  test('the forum decides the case at its meeting, and the milestone has moved when its chairs have confirmed', async () => {
    await world.at('2015-05-04T09:00');
    await world.given('meeting/f1', { type: 'SendAgenda' });
    await world.at('2015-05-11T16:30');
    const finn = world.person('Finn Fjord');
    await finn.presses('Referat', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Registrér resultat', { on: 'Møde: forum', in: 'Forum' });
    const decided = { Punkt: '1. Ny dato for skemaet', Resultat: 'Besluttet', Ordlyd: 'Godkendt.' };
    expect(await finn.presses('Gem', { on: 'Møde: forum', in: 'Forum', with: decided })).toBe('');
    await finn.presses('Referat', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Udsend referat', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Udsend', { on: 'Møde: forum', in: 'Forum' });
    expect((await planOf(world, 'panel')).version).toBe(1);
    for (const name of ['Dorte Dal', 'Egon Eng']) await world.person(name).presses('Bekræft', { on: onCase, in: 'Forum' });
    expect(await planOf(world, 'panel')).toMatchObject({ version: 2, phase: 'in-force' });
    const [row] = (await followUpOf(world, 'nord')).rows;
    expect(row).toMatchObject({ due: '2015-08-20', answer: { status: 'late', expected: '2015-08-20' } });
    expect(world.stands('nord: påmindelsen', 'Panelet')).toEqual(['nord: påmindelsen om »Skema« er ikke længere aktuel.']);
    expect(world.stands('Milepælsplan: panel', 'Panelet').join('\n')).toContain('Version 2: Ny dato for skemaet');
  });

  test('the panel’s chairs receipt the answer, and the milestone has moved once', async () => {
    await world.person('Mads Muld').presses('Kvittér', { on: onCase, in: 'Panelet' });
    const [stream] = await world.store.ofKind('case');
    expect(stream && (await world.store.recall(stream))?.state).toMatchObject({ phase: 'closed' });
    const moved = (await world.store.history('milestone-plan/panel')).filter(({ event }) => event.type === 'MilestoneMoved');
    expect(moved).toHaveLength(1);
    expect(world.faults).toEqual([]);
  });
});
