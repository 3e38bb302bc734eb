import { afterEach, describe, expect, test } from 'vitest';
import { turnedIn } from '../../bot/governance/case/phases.ts';
import { happened, judges, onCase, openCases, raised, raises, theCase, toForum } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

let world: World;

afterEach(() => world.close());

describe('presses at the same time, and on a case that has changed', () => {
  test('two chairs who press in the same second turn one key each, and the case goes up once', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    const ready = async (name: string) => {
      const person = world.person(name);
      await person.presses('Forelæg for forum', { on: onCase, in: 'Panelet' });
      return person.aims('Forelæg', { on: onCase, in: 'Panelet' });
    };
    const presses = [await ready('Rita Regn'), await ready('Mads Muld')];
    await Promise.all([...presses, ...presses].map((activity) => world.hand(activity)));
    await world.settle();
    expect((await happened(world)).filter((each) => each === 'KeyTurned' || each === 'SentUp')).toEqual([
      'KeyTurned',
      'KeyTurned',
      'SentUp',
    ]);
  });

  test('a press on a recommendation that has changed since is refused, and the new one is shown', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    const rita = world.person('Rita Regn');
    await rita.presses('Behandl selv', { on: onCase, in: 'Panelet' });
    const late = await rita.aims('Behandl selv', { on: onCase, in: 'Panelet' });
    const lone = world.person('Lone Lund');
    await lone.presses('Ret sagen', { on: onCase, in: 'Panelet' });
    await lone.presses('Gem', {
      on: onCase,
      in: 'Panelet',
      with: { ...raised, 'Indstilling, ét at-punkt pr. linje': 'at intet godkendes' },
    });
    expect(await world.hand(late)).toEqual({ sentence: 'Sagen er siden ændret. Her er den nyeste version.' });
    expect(turnedIn(await theCase(world))).toEqual([]);
    expect(await rita.sees(onCase, 'Panelet')).toContain('at intet godkendes');
  });

  test('a press is refused where what was read is not on the card any more, though the case has the same version', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    const rita = world.person('Rita Regn');
    await rita.presses('Behandl selv', { on: onCase, in: 'Panelet' });
    const press = await rita.aims('Behandl selv', { on: onCase, in: 'Panelet' });
    const data = Object(press.value).action.data;
    const forged = {
      ...press,
      value: { ...Object(press.value), action: { ...Object(press.value).action, data: { ...data, face: 'f'.repeat(32) } } },
    };
    expect(await world.hand(forged)).toEqual({ sentence: 'Sagen er siden ændret. Her er den nyeste version.' });
    expect(turnedIn(await theCase(world))).toEqual([]);
    const { face: _unmarked, ...bare } = data;
    const unmarked = { ...press, value: { ...Object(press.value), action: { ...Object(press.value).action, data: bare } } };
    expect(await world.hand(unmarked)).toEqual({ sentence: 'Sagen er siden ændret. Her er den nyeste version.' });
    expect(await world.hand(press)).toHaveProperty('card');
    expect(turnedIn(await theCase(world))).toHaveLength(1);
  });

  test('a press on words that have been erased since is refused, and counts once the chair has seen the card without them', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    const rita = world.person('Rita Regn');
    await rita.presses('Behandl selv', { on: onCase, in: 'Panelet' });
    const press = await rita.aims('Behandl selv', { on: onCase, in: 'Panelet' });
    const [stream = 'anchor'] = await world.store.ofKind('case');
    const read = [...(await world.store.texts(stream)).values()].find(({ words }) => words === 'arbejdsgangen godkendes');
    await world.store.eraseText(stream, read?.ref ?? '');
    expect(await world.hand(press)).toEqual({ sentence: 'Sagen er siden ændret. Her er den nyeste version.' });
    expect(turnedIn(await theCase(world))).toEqual([]);
    await world.settle();
    await judges(world, 'Rita Regn', 'Panelet', 'Behandl selv');
    expect(turnedIn(await theCase(world))).toHaveLength(1);
  });

  test('members, secretaries and chairs of other bodies have no key to a case, and a former chair’s press is refused', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    await judges(world, 'Rita Regn', 'Panelet', 'Behandl selv');
    expect(await world.person('Rita Regn').buttons(onCase, 'Panelet')).toContain('Fortryd svar');
    for (const name of ['Lone Lund', 'Frida Fjeld', 'Ida Is', 'Dorte Dal'])
      expect(await world.person(name).buttons(onCase, 'Panelet')).not.toContain('Behandl selv');
    await world.person('Mads Muld').presses('Behandl selv', { on: onCase, in: 'Panelet' });
    const late = await world.person('Mads Muld').aims('Behandl selv', { on: onCase, in: 'Panelet' });
    await world.given('body/panel', { type: 'EndAppointment', appointment: 'panel-municipal-chair', until: '2015-02-01' });
    expect(await world.hand(late)).toMatchObject({ sentence: expect.stringContaining('formandskabet') });
    expect(world.stands(onCase, 'Panelet').join('\n')).toContain('municipal-chair\n○ har ikke svaret');
    expect(turnedIn(await theCase(world))).toHaveLength(1);
  });

  test('a member whose case is sent back reads why and sends it again', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    await judges(world, 'Rita Regn', 'Panelet', 'Send tilbage', 'Økonomien mangler');
    await judges(world, 'Mads Muld', 'Panelet', 'Send tilbage', 'Enig');
    expect(world.stands(onCase, 'Panelet')).toEqual(expect.arrayContaining(['Sendt tilbage.', 'Rita Regn: »Økonomien mangler«']));
    await world.person('Lone Lund').presses('Send sagen', { on: onCase, in: 'Panelet' });
    expect(await theCase(world)).toMatchObject({ phase: 'judging', number: 'PANEL 2015-01' });
  });

  test('a case that the forum sends back mentions the member who raised it, and is sent again', async () => {
    world = await openCases('2015-02-02T09:00');
    await toForum(world);
    const [stream = 'anchor' as const] = await world.store.ofKind('case');
    const result = { body: 'forum', kind: 'sent-back', text: null, textsIn: stream, via: 'corrected' } as const;
    await world.given(stream, { type: 'ReportResult', result });
    await world.settle();
    for (const chair of ['Dorte Dal', 'Egon Eng']) await world.person(chair).presses('Bekræft', { on: onCase, in: 'Forum' });
    expect(world.stands('Sag til rettelse', 'Panelet').join('\n')).toContain('<at>Lone Lund</at>');
    expect(world.stands(onCase, 'Forum')).toContain('Sendt tilbage.');
    await world.person('Lone Lund').presses('Send sagen', { on: onCase, in: 'Panelet' });
    expect(world.stands('Sag til rettelse', 'Panelet')).toEqual([
      expect.stringMatching(/^Sag til rettelse: besvaret .* 2015 af Lone Lund\.$/),
    ]);
    expect(world.stands(onCase, 'Forum').join('\n')).toContain('▶ panel');
  });

  test('the forum reads the reasons of both chairs of a case on which they disagreed', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    await judges(world, 'Rita Regn', 'Panelet', 'Behandl selv', 'Vi kan selv');
    await judges(world, 'Mads Muld', 'Panelet', 'Forelæg for', 'Det er principielt');
    const forum = world.stands(onCase, 'Forum');
    expect(forum).toEqual(
      expect.arrayContaining([
        'Formandskabet for panel var ikke enigt, så sagen forelægges',
        'Rita Regn: »Vi kan selv«',
        'Mads Muld: »Det er principielt«',
      ]),
    );
  });
});

test('no press on a case calls Teams before it is answered', async () => {
  world = await openCases('2015-02-02T09:00');
  await raises(world);
  const rita = world.person('Rita Regn');
  const there = { on: onCase, in: 'Panelet' };
  const calls = () => world.connector.calls.length;
  for (const [label, unfolds] of [
    ['Vis handlinger', null],
    ['Vis hele sagen', null],
    ['Behandl selv', 'Behandl selv'],
    ['Fortryd svar', null],
    ['Forelæg', 'Forelæg for forum'],
  ] as const) {
    if (unfolds !== null) await rita.presses(unfolds, there);
    const activity = await rita.aims(label, there);
    const before = calls();
    expect(await world.hand(activity), label).toHaveProperty('card');
    expect(calls(), label).toBe(before);
    await world.settle();
    await rita.sees(onCase, 'Panelet');
  }
  expect(turnedIn(await theCase(world))).toMatchObject([{ judgement: { says: 'up' } }]);
});
