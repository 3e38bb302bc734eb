import { afterEach, describe, expect, test } from 'vitest';
import { happened, judges, meets, onCase, openCases, raised, raises, theCase } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

let world: World;
afterEach(() => world.close());

const toForum = async () => {
  await raises(world);
  await judges(world, 'Rita Regn', 'Panelet', 'Send op til', 'Det rammer flere.');
  await judges(world, 'Mads Muld', 'Panelet', 'Send op til');
};

describe('a case all the way up and back', () => {
  test('theme group, two chairs, the forum’s meeting, the board outside Teams, the answer, the receipt', async () => {
    world = await openCases('2015-02-02T09:00');
    await meets(world, 'forum', 'f1', '2015-03-16');
    await raises(world);
    expect(world.stands(onCase, 'Panelet')).toContain('Skal sagen afgøres her?');
    expect(world.stands('Til orientering: PANEL 2015-01', 'Forum').join('\n')).toContain('▶ panel → (forum) → (board)');

    const dorte = world.person('Dorte Dal');
    await dorte.presses('Skriv en retning', { on: 'Til orientering', in: 'Forum' });
    await dorte.presses('Gem', { on: 'Til orientering', in: 'Forum', with: { 'Hvilken retning skal sagen gå?': 'Tænk praksis med' } });
    expect(world.stands(onCase, 'Panelet').join('\n')).toContain('forum, Dorte Dal: »Tænk praksis med«');

    await judges(world, 'Rita Regn', 'Panelet', 'Send op til', 'Det rammer flere.');
    expect(world.stands(onCase, 'Panelet')).toContain('regional-chair, Rita Regn: send op – »Det rammer flere.«');
    await judges(world, 'Mads Muld', 'Panelet', 'Send op til');
    expect(world.stands(onCase, 'Forum')).toContain('Kan nå mødet 16. marts 2015, frist 2. marts 2015.');
    expect(world.stands(onCase, 'Panelet')).toContain('panel ✓ → ▶ forum → (board)');

    await world.at('2015-03-09T09:00');
    const finn = world.person('Finn Fjord');
    await finn.presses('Dagsorden', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Send dagsordenen', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Send nu', { on: 'Møde: forum', in: 'Forum' });
    await world.at('2015-03-16T14:30');
    await finn.presses('Referat', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Skriv en beslutning', { on: 'Møde: forum', in: 'Forum' });
    const decided = { Punkt: '1. Fælles', 'Hvad skete der?': 'Sendt videre', 'Beslutning eller resultat': 'Forum anbefaler.' };
    expect(await finn.presses('Gem', { on: 'Møde: forum', in: 'Forum', with: decided })).toBe('');
    await finn.presses('Referat', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Send referatet', { on: 'Møde: forum', in: 'Forum' });
    await finn.presses('Send nu', { on: 'Møde: forum', in: 'Forum' });
    expect(world.stands(onCase, 'Forum')).toContain('Sendt videre: Forum anbefaler.');
    expect((await theCase(world)).phase).toBe('confirming');

    await world.person('Dorte Dal').presses('Ja, det er rigtigt', { on: onCase, in: 'Forum' });
    await world.person('Egon Eng').presses('Ja, det er rigtigt', { on: onCase, in: 'Forum' });
    expect(await theCase(world)).toMatchObject({ phase: 'waiting', at: 'board' });

    const gerda = world.person('Gerda Glar');
    await gerda.presses('Skriv resultatet ind', { on: onCase, in: 'Sekretariatet' });
    const word = { 'Hvad blev resultatet?': 'Besluttet', 'Beslutningens ordlyd': 'Godkendt af bestyrelsen.' };
    await gerda.presses('Gem', { on: onCase, in: 'Sekretariatet', with: word });
    await expect(gerda.presses('Bekræft resultatet', { on: onCase, in: 'Sekretariatet' })).rejects.toThrow('has no button');
    expect(await world.person('Hans Hav').presses('Bekræft resultatet', { on: onCase, in: 'Sekretariatet' })).toBe('');
    expect(await theCase(world)).toMatchObject({ phase: 'returned', at: 'board' });
    expect(world.stands(onCase, 'Panelet')).toContain('panel ✓ → forum ✓ → board ✓ → ↩ panel');
    expect(world.stands('Svaret på sagen er kommet', 'Panelet').join('\n')).toContain('Besluttet: Godkendt af bestyrelsen.');

    await world.person('Mads Muld').presses('Ja, vi har set svaret', { on: onCase, in: 'Panelet' });
    expect((await theCase(world)).phase).toBe('closed');
    expect(world.stands('Der er svaret på sag PANEL 2015-01', 'Panelet')).toHaveLength(1);
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
    expect(world.stands('Beslutninger: panel', 'Panelet').join('\n')).toContain('sendt op');
    await world.person('Ida Is').writes('sag panel 2015-01', 'Forum');
    expect(world.stands(onCase, 'Forum')).toContain('Sagen er afsluttet.');
  });
});

describe('pressing at the same time, and on what has changed', () => {
  test('both chairs in the same second: each key counts once, and it goes up once', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    const ready = async (name: string) => {
      const person = world.person(name);
      await person.presses('Send op til forum', { on: onCase, in: 'Panelet' });
      return person.aims('Ja, send op', { on: onCase, in: 'Panelet' });
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

  test('the recommendation changed between reading and pressing: the press is refused, and the new one is shown', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    const rita = world.person('Rita Regn');
    await rita.presses('Afgør her', { on: onCase, in: 'Panelet' });
    const late = await rita.aims('Ja, afgør her', { on: onCase, in: 'Panelet' });
    const lone = world.person('Lone Lund');
    await lone.presses('Ret sagen', { on: onCase, in: 'Panelet' });
    await lone.presses('Gem', { on: onCase, in: 'Panelet', with: { ...raised, 'Indstillinger, én pr. linje': 'at intet godkendes' } });
    expect(await world.hand(late)).toEqual({ sentence: 'Sagen er ændret, siden du så den. Her er den nye.' });
    expect((await theCase(world)).turns).toEqual([]);
    expect(await rita.sees(onCase, 'Panelet')).toContain('at intet godkendes');
  });

  test('one chair twice, a member, a secretary, and a former chair', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    await judges(world, 'Rita Regn', 'Panelet', 'Afgør her');
    expect(await world.person('Rita Regn').buttons(onCase, 'Panelet')).toContain('Tag mit svar tilbage');
    for (const name of ['Lone Lund', 'Frida Fjeld', 'Ida Is', 'Dorte Dal'])
      expect(await world.person(name).buttons(onCase, 'Panelet')).not.toContain('Afgør her');
    await world.person('Mads Muld').presses('Afgør her', { on: onCase, in: 'Panelet' });
    const late = await world.person('Mads Muld').aims('Ja, afgør her', { on: onCase, in: 'Panelet' });
    await world.given('body/panel', { type: 'EndAppointment', appointment: 'panel-municipal-chair', until: '2015-02-01' });
    expect(await world.hand(late)).toMatchObject({ sentence: expect.stringContaining('formænd') });
    expect(world.stands(onCase, 'Panelet').join('\n')).toContain('municipal-chair: mangler');
    expect((await theCase(world)).turns).toHaveLength(1);
  });

  test('sent back, whoever raised it reads why, changes it and sends it again', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    await judges(world, 'Rita Regn', 'Panelet', 'Send tilbage', 'Økonomien mangler');
    await judges(world, 'Mads Muld', 'Panelet', 'Send tilbage', 'Enig');
    expect(world.stands(onCase, 'Panelet')).toEqual(
      expect.arrayContaining(['Den er kommet tilbage. Ret den, og send den igen.', 'Rita Regn: »Økonomien mangler«']),
    );
    await world.person('Lone Lund').presses('Send sagen', { on: onCase, in: 'Panelet' });
    expect(await theCase(world)).toMatchObject({ phase: 'judging', number: 'PANEL 2015-01' });
  });

  test('the forum sends it back: whoever raised it is told by name, both cards say so, and it is sent again', async () => {
    world = await openCases('2015-02-02T09:00');
    await toForum();
    const [stream = 'anchor' as const] = await world.store.ofKind('case');
    const result = { body: 'forum', kind: 'sent-back', text: null, textsIn: stream, via: 'corrected' } as const;
    await world.given(stream, { type: 'ReportResult', result });
    await world.settle();
    for (const chair of ['Dorte Dal', 'Egon Eng']) await world.person(chair).presses('Ja, det er rigtigt', { on: onCase, in: 'Forum' });
    expect(world.stands('Sagen er kommet tilbage', 'Panelet').join('\n')).toContain('<at>Lone Lund</at>');
    expect(world.stands(onCase, 'Forum')).toContain('Den er kommet tilbage. Ret den, og send den igen.');
    await world.person('Lone Lund').presses('Send sagen', { on: onCase, in: 'Panelet' });
    expect(() => world.standing('Sagen er kommet tilbage')).toThrow();
    expect(world.stands(onCase, 'Forum').join('\n')).toContain('▶ panel');
  });

  test('they disagree: it goes up with both reasonings', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world);
    await judges(world, 'Rita Regn', 'Panelet', 'Afgør her', 'Vi kan selv');
    await judges(world, 'Mads Muld', 'Panelet', 'Send op til', 'Det er principielt');
    const forum = world.stands(onCase, 'Forum');
    expect(forum).toEqual(
      expect.arrayContaining([
        'Formændene for panel var ikke enige, så sagen gik op',
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
  for (const label of [
    'Vis mine muligheder',
    'Hele sagen',
    'Afgør her',
    'Ja, afgør her',
    'Tag mit svar tilbage',
    'Send op til forum',
    'Ja, send op',
  ]) {
    const activity = await rita.aims(label, there);
    const before = calls();
    expect(await world.hand(activity), label).toHaveProperty('card');
    expect(calls(), label).toBe(before);
    await rita.presses(label, there);
  }
  expect((await theCase(world)).turns).toMatchObject([{ judgement: { says: 'up' } }]);
});

test('a result the terms do not allow is refused, and the secretariat hears what did not follow', async () => {
  world = await openCases('2015-02-02T09:00');
  await meets(world, 'forum', 'f1', '2015-03-16');
  await toForum();
  await world.given('meeting/f1', { type: 'SendAgenda' });
  await world.at('2015-03-16T14:30');
  const state = (await world.store.recall('meeting/f1'))?.state;
  const [item] = state?.kind === 'meeting' ? state.items : [];
  const text = { ref: 'none', mac: 'none' };
  await world.given('meeting/f1', { type: 'RecordOutcome', item: item?.id ?? '', outcome: 'decided', text });
  await world.given('meeting/f1', { type: 'SendMinutes' });
  await world.settle();
  const said = 'Mødets resultat skulle tilbage til sagen: Det kan organet ikke selv afgøre';
  expect(world.stands('Noget fulgte ikke med', 'Sekretariatet')).toContainEqual(expect.stringContaining(said));
  expect(await world.person('Gerda Glar').sees('Noget fulgte ikke med', 'Sekretariatet')).toContainEqual(expect.stringContaining(said));
  expect(await theCase(world)).toMatchObject({ phase: 'waiting', at: 'forum' });
});

test('a chair who is away says so on the card, and the deputy turns the key', async () => {
  world = await openCases('2015-02-02T09:00');
  await world.given('body/panel', { type: 'NameDeputy', appointment: 'panel-regional-chair', deputy: await world.key('Ida Is') });
  await raises(world);
  expect(await world.person('Ida Is').buttons(onCase, 'Panelet')).not.toContain('Afgør her');
  const rita = world.person('Rita Regn');
  await rita.presses('Skriv fravær ind', { on: onCase, in: 'Panelet' });
  await rita.presses('Gem', { on: onCase, in: 'Panelet', with: { 'Sidste dag væk': '2015-02-06' } });
  await judges(world, 'Ida Is', 'Panelet', 'Send op til', 'For Rita');
  expect(world.stands(onCase, 'Panelet').join('\n')).toContain('regional-chair, Ida Is: send op – »For Rita«');
  await judges(world, 'Mads Muld', 'Panelet', 'Send op til');
  expect(await theCase(world)).toMatchObject({ at: 'forum' });
});

describe('time passes', () => {
  test('silence over July: reminded, the deputy, the secretariat, counted in working days without the holiday month', async () => {
    world = await openCases('2015-06-24T09:00');
    await raises(world);
    await world.at('2015-06-30T15:00');
    expect(() => world.standing('Mangler svar på en sag')).toThrow();
    await world.at('2015-07-31T15:00');
    expect(() => world.standing('Mangler svar på en sag')).toThrow();
    await world.at('2015-08-03T09:00');
    expect(world.stands('Mangler svar på en sag', 'Panelet').join('\n')).toContain('Rita Regn');
    await world.at('2015-08-10T09:00');
    expect(world.stands('Stedfortræderen kan nu svare', 'Panelet').join('\n')).toContain('Mads Muld');
    await world.at('2015-08-17T09:00');
    expect(world.stands('En sag ligger stille', 'Sekretariatet').join('\n')).toContain('Rita Regn');
    expect((await theCase(world)).phase).toBe('judging');
    await judges(world, 'Rita Regn', 'Panelet', 'Send op til');
    await judges(world, 'Mads Muld', 'Panelet', 'Send op til');
    expect(() => world.standing('Mangler svar på en sag')).toThrow();
  });

  test('moved meetings under a waiting case: it follows, and says the new day', async () => {
    world = await openCases('2015-02-02T09:00');
    await meets(world, 'forum', 'f1', '2015-03-16');
    await meets(world, 'forum', 'f2', '2015-04-20');
    await toForum();
    const move = async (id: string, day: string) => {
      const when = { start: `${day}T12:00:00Z`, end: `${day}T14:00:00Z` };
      const where = { place: { ref: 'none', mac: 'none' }, link: null, reason: { ref: 'none', mac: 'none' } };
      await world.given(`meeting/${id}`, { type: 'MoveMeeting', ...when, ...where });
      await world.settle();
    };
    await move('f1', '2015-03-23');
    expect(world.stands(onCase, 'Forum').join('\n')).toContain('Kan nå mødet 23. marts 2015');
    await world.given('meeting/f1', { type: 'CancelMeeting', reason: { ref: 'none', mac: 'none' } });
    await world.settle();
    expect(world.stands(onCase, 'Panelet').join('\n')).toContain('Kan nå mødet 20. april 2015');
  });

  test('no meeting in reach: the secretary starts a written procedure, everybody answers, the result is recorded and confirmed', async () => {
    world = await openCases('2015-02-02T09:00');
    await raises(world, { ...raised, 'Hvad handler sagen om?': 'Faglig sag' });
    await judges(world, 'Rita Regn', 'Panelet', 'Send op til');
    await judges(world, 'Mads Muld', 'Panelet', 'Send op til');
    expect(world.stands(onCase, 'Forum').join('\n')).toContain('Der er ikke et møde i forum, som sagen kan nå.');
    const finn = world.person('Finn Fjord');
    await finn.presses('Start skriftlig behandling', { on: onCase, in: 'Forum' });
    await finn.presses('Start', { on: onCase, in: 'Forum', with: { 'Svar senest': '2015-02-13' } });
    await world.person('Dorte Dal').presses('For', { on: onCase, in: 'Forum' });
    await world.person('Egon Eng').presses('Imod', { on: onCase, in: 'Forum' });
    await world.person('Egon Eng').presses('Svar imod', { on: onCase, in: 'Forum', with: { 'Skriv gerne en sætning': 'For dyrt' } });
    expect(world.stands(onCase, 'Forum')).toContain('1 for · 1 imod · 0 mangler');
    await finn.presses('Skriv resultatet ind', { on: onCase, in: 'Forum' });
    const word = { 'Hvad blev resultatet?': 'Besluttet', 'Beslutningens ordlyd': 'Godkendt skriftligt.' };
    await finn.presses('Gem', { on: onCase, in: 'Forum', with: word });
    expect((await theCase(world)).result).toMatchObject({ via: 'written' });
    await world.person('Dorte Dal').presses('Nej', { on: onCase, in: 'Forum' });
    await world
      .person('Dorte Dal')
      .presses('Det er ikke rigtigt', { on: onCase, in: 'Forum', with: { 'Hvad er ikke rigtigt?': 'Ordlyden' } });
    await finn.presses('Ret resultatet', { on: onCase, in: 'Forum' });
    await finn.presses('Gem', { on: onCase, in: 'Forum', with: { ...word, 'Beslutningens ordlyd': 'Godkendt.' } });
    await world.person('Dorte Dal').presses('Ja, det er rigtigt', { on: onCase, in: 'Forum' });
    await world.person('Egon Eng').presses('Ja, det er rigtigt', { on: onCase, in: 'Forum' });
    expect((await theCase(world)).phase).toBe('returned');
    await world.person('Ida Is').writes('beslutninger', 'Forum');
    expect(world.stands('Beslutninger: forum', 'Forum').join('\n')).toContain('besluttet. Godkendt.');
  });
});
