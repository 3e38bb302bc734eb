import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { happened, judges, onCase, openCases, raises } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

const asked = 'Sag til vurdering';
let world: World;
beforeAll(async () => {
  world = await openCases('2015-02-02T09:00');
  await world.given('body/panel', { type: 'NameDeputy', appointment: 'panel-regional-chair', deputy: await world.key('Ida Is') });
  await raises(world);
});
afterAll(() => world.close());

const mentioned = () => JSON.stringify(world.standing(asked, 'Panelet').card.msteams);
const replies = () =>
  world
    .channel('Panelet')
    .titles()
    .filter((title) => title.startsWith(asked));

describe('a case whose chairs change while they are asked', () => {
  test('the deputy is mentioned the moment the chair is away, and the other chair is not mentioned again', async () => {
    expect(mentioned()).toContain('Rita Regn');
    const rita = world.person('Rita Regn');
    await rita.presses('Registrér fravær', { on: onCase, in: 'Panelet' });
    await rita.presses('Gem', { on: onCase, in: 'Panelet', with: { 'Sidste fraværsdag': '2015-02-06' } });
    expect(replies()).toEqual([`${asked}: se den nyeste besked.`, asked]);
    expect(world.stands(asked, 'Panelet')).toEqual(
      expect.arrayContaining(['<at>Ida Is</at>, Mads Muld: vurdér sagen.', 'Rita Regn er fraværende.']),
    );
    expect(mentioned()).toContain('Ida Is');
    expect(mentioned()).not.toContain('Mads Muld');
  });

  test('a new chair is mentioned the moment they have the seat', async () => {
    await world.at('2015-02-09T08:00');
    await world.given('body/panel', { type: 'EndAppointment', appointment: 'panel-regional-chair', until: '2015-02-08' });
    const filled = { appointment: 'panel-next', seat: 'regional-chair', person: await world.key('Ida Is'), from: '2015-02-09' };
    await world.given('body/panel', { type: 'FillSeat', ...filled });
    await world.settle();
    expect(replies()).toHaveLength(3);
    expect(world.stands(asked, 'Panelet')).toContain('<at>Ida Is</at>, Mads Muld: vurdér sagen.');
  });

  test('all of it closes with one line each once both have judged', async () => {
    await judges(world, 'Ida Is', 'Panelet', 'Forelæg for');
    await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for');
    expect(new Set(replies())).toEqual(new Set([`${asked}: besvaret 9. februar 2015 af Ida Is, Mads Muld.`]));
    const own = await world.person('Lone Lund').sees(asked, 'Panelet');
    expect(own).toContain(`${asked}: besvaret 9. februar 2015 af Ida Is, Mads Muld.`);
    expect((await happened(world)).filter((type) => type === 'AskFell')).toHaveLength(2);
    expect(world.faults).toEqual([]);
  });
});
