import { afterEach, expect, test } from 'vitest';
import { meets, onCase, openCases, theCase, toForum } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

let world: World;

afterEach(() => world.close());

test('a result that the terms do not allow is refused when it is recorded, to whoever records it', async () => {
  world = await openCases('2015-02-02T09:00');
  await meets(world, 'forum', 'f1', '2015-03-16');
  await toForum(world);
  await world.given('meeting/f1', { type: 'SendAgenda' });
  await world.at('2015-03-16T14:30');
  const finn = world.person('Finn Fjord');
  await finn.presses('Referat', { on: 'Møde: forum', in: 'Forum' });
  await finn.presses('Registrér resultat', { on: 'Møde: forum', in: 'Forum' });
  const decided = { Punkt: '1. Fælles', Resultat: 'Besluttet', Ordlyd: 'Forum godkender.' };
  expect(await finn.presses('Gem', { on: 'Møde: forum', in: 'Forum', with: decided })).toContain('Det kan ikke afgøres her');
  expect(await theCase(world)).toMatchObject({ phase: 'waiting', at: 'forum' });
});

test('a result that is refused later is said in the minutes and to the secretariat, until another has been recorded on the case', async () => {
  world = await openCases('2015-02-02T09:00');
  await meets(world, 'forum', 'f1', '2015-03-16');
  await toForum(world);
  const ends = (await theCase(world)).case;
  await world.given('meeting/f1', { type: 'TakeOffAgenda', about: `case/${ends}` });
  const title = { ref: 'none', mac: 'none' };
  const proposal = { kind: 'decision', title, recommendations: [], case: null, papers: null, closed: false } as const;
  await world.given('meeting/f1', { type: 'PutOnAgenda', item: `case-${ends}`, about: `case/${ends}`, proposal });
  await world.given('meeting/f1', { type: 'SendAgenda' });
  await world.at('2015-03-16T15:30');
  await world.given('meeting/f1', { type: 'RecordOutcome', item: `case-${ends}`, outcome: 'decided', text: title });
  await world.given('meeting/f1', { type: 'SendMinutes' });
  await world.settle();
  const said = 'Mødets resultat skulle tilbage til sagen: Det kan ikke afgøres her';
  expect(world.stands('Ikke gennemførte handlinger', 'Sekretariatet')).toContainEqual(expect.stringContaining(said));
  expect(world.stands(onCase, 'Forum')).toContain('Resultatet fra mødet mandag 16. marts 2015 kunne ikke registreres.');
  const finn = world.person('Finn Fjord');
  await finn.presses('Referat', { on: 'Møde: forum', in: 'Forum' });
  expect(finn.reads('Møde: forum', 'Forum')).toContainEqual(expect.stringContaining('Det kan ikke afgøres her'));

  await finn.presses('Registrér resultat', { on: onCase, in: 'Forum' });
  const word = { Resultat: 'Sendt videre', 'Beslutningens ordlyd': 'Forum anbefaler.' };
  expect(await finn.presses('Gem', { on: onCase, in: 'Forum', with: word })).toBe('');
  expect((await theCase(world)).phase).toBe('confirming');
  expect(world.stands('Ikke gennemførte handlinger', 'Sekretariatet')).toContain('Alt er gennemført.');
  expect((await theCase(world)).refusedErrands).toEqual([]);
});
