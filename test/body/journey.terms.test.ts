import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, expect, test } from 'vitest';
import { proposeDraft } from '../../bot/cli/model/draft-propose.ts';
import { turnedIn } from '../../bot/governance/case/phases.ts';
import { competenceOn } from '../../bot/governance/charter/competence.ts';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import { checkLedger } from '../../bot/view/ledger/ledger.ts';
import { happened, judges, meets, openCases, raised, raises } from '../kit/case-world.ts';
import { openLives, type Step } from '../kit/lives.ts';
import { drafted, runningOut } from '../kit/new-terms.ts';
import type { World } from '../kit/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'samspil-terms-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open: typeof openCases = (at, options) => openCases(at, { ...options, charter: runningOut });
const money = { kind: 'professional', weighs: ['economic'] } as const;
const weight = 'Hvilken betydning har sagen? (sæt gerne flere kryds)';
const onCase = { on: 'Sag PANEL 2015-01', in: 'Panelet' };
const inForum = { on: 'Sag PANEL 2015-01', in: 'Forum' };
const onMeeting = { on: 'Møde: forum', in: 'Forum' };
const proposes = (world: World) => proposeDraft(world.store, drafted, 'https://papirer.example/udkast', world.now());
const finn = (world: World) => world.person('Finn Fjord');
const inPhase = (phase: RaisedCase['phase']) => (_world: World, state: RaisedCase | null) => state?.phase === phase;
const turned = (_world: World, state: RaisedCase | null) =>
  state !== null && (turnedIn(state).length > 0 || state.phase === 'waiting' || state.phase === 'returned');
const later = async (world: World, time: string) => {
  if (world.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString() < time) await world.at(time);
};
const meeting = async (world: World) => begun((await world.store.recall('meeting/f1'))?.state, 'meeting');

const journey: readonly Step[] = [
  { act: proposes, done: (_world, state) => state !== null },
  { act: (world) => world.person('Frida Fjeld').presses('Send sagen', { on: 'Sag' }), done: (_world, state) => state?.number !== null },
  { act: (world) => judges(world, 'Rita Regn', 'Panelet', 'Forelæg for'), done: turned },
  { act: (world) => judges(world, 'Mads Muld', 'Panelet', 'Forelæg for'), done: inPhase('waiting') },
  {
    act: async (world) => {
      await finn(world).presses('Dagsorden', onMeeting);
      await finn(world).presses('Udsend dagsorden', onMeeting);
      await finn(world).presses('Udsend', onMeeting);
    },
    done: async (world) => (await meeting(world))?.agendaSent === true,
  },
  {
    act: async (world) => {
      await later(world, '2015-03-16T14:30');
      await finn(world).presses('Referat', onMeeting);
      await finn(world).presses('Registrér resultat', onMeeting);
      await finn(world).presses('Gem', { ...onMeeting, with: { Punkt: '1. Nyt', Resultat: 'Besluttet', Ordlyd: 'Forum godkendte.' } });
    },
    done: async (world) => (await meeting(world))?.items.every(({ outcome }) => outcome !== null) ?? false,
  },
  {
    act: async (world) => {
      await finn(world).presses('Referat', onMeeting);
      await finn(world).presses('Udsend referat', onMeeting);
      await finn(world).presses('Udsend', onMeeting);
    },
    done: inPhase('confirming'),
  },
  { act: (world) => world.person('Dorte Dal').presses('Bekræft', inForum), done: (world, state) => turned(world, state) },
  { act: (world) => world.person('Egon Eng').presses('Bekræft', inForum), done: inPhase('returned') },
  { act: (world) => world.person('Mads Muld').presses('Kvittér', onCase), done: inPhase('closed') },
  {
    act: (world) => later(world, '2015-06-01T09:30'),
    done: (world) => Temporal.Instant.compare(world.now(), '2015-06-01T07:30:00Z') >= 0,
  },
];

test('new terms from a draft to the day they are in force, the process stopped after every append, and nobody touches a file', {
  timeout: 300_000,
}, async () => {
  const lives = await openLives(open, join(folder, 'samspil.db'));
  await lives.begins(async (first) => {
    await meets(first, 'forum', 'f1', '2015-03-16');
  });
  for (const step of journey) await lives.takes(step);
  const { stops, appends } = await lives.ends('2015-06-02T09:00', async (last) => {
    expect((await happened(last)).slice(-3)).toEqual(['CaseDecided', 'AnswerReceipted', 'CaseClosed']);
    expect(await last.store.ofKind('case')).toHaveLength(1);
    expect((await checkLedger(last.store, [])).findings).toEqual([]);
    const decided = (await last.store.history('charter')).filter(({ event }) => event.type === 'TermsDecided');
    expect(decided.map(({ event }) => event)).toMatchObject([{ body: 'panel', from: '2015-06-01', hash: 'panel-2015-06-01' }]);

    const now = last.bot.charter();
    expect(competenceOn(now, 'panel', money, '2015-05-31').verdict).toBe('goes-to');
    expect(competenceOn(now, 'panel', money, '2015-06-01')).toMatchObject({ verdict: 'decides', chain: ['panel-money', 'panel-tells'] });
    expect(
      last.connector
        .posts()
        .map(({ card }) => JSON.stringify(card))
        .filter((card) => card.includes('Kommissoriet er udløbet')),
    ).toEqual([]);

    await last.person('Frida Fjeld').writes('kommissorium', 'Panelet');
    expect(last.stands('Kommissoriet kort', 'Panelet').join('\n')).toContain(
      '1. juni 2015 til 31. december 2019 (Udkast til kommissorium, afsnit 3)',
    );
    await raises(last, { ...raised, 'Hvad handler sagen om?': 'Sundhedsfagligt forhold', [weight]: 'væsentlig økonomisk betydning' });
    const reason = last.stands('Sag PANEL 2015-02', 'Panelet').join('\n');
    expect(reason).toContain('Beslutter selv om penge');
    expect(last.stands(onCase.on, 'Panelet').join('\n')).toContain('It-driften skal tilføje det snarest.');
  });
  // The last life raised a case of its own: drafted, sent, entered and numbered.
  expect(appends - stops).toBe(4);
  expect(stops).toBeGreaterThanOrEqual(15);
});
