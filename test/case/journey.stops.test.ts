import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, expect, test } from 'vitest';
import { aimIn, turnedIn } from '../../bot/governance/case/phases.ts';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import { checkLedger } from '../../bot/view/ledger/ledger.ts';
import { happened, judges, meets, onCase, openCases, raised } from '../kit/case-world.ts';
import { openLives, type Step } from '../kit/lives.ts';
import type { World } from '../kit/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'case-stops-'));
afterAll(() => rmSync(folder, { recursive: true }));

const inPhase =
  (phase: RaisedCase['phase'], at = 'forum') =>
  (_world: World, state: RaisedCase | null) =>
    state?.phase === phase && state.at === at;
const turned = (count: number) => (_world: World, state: RaisedCase | null) =>
  (state !== null && turnedIn(state).length >= count) || state?.phase === 'waiting';
const agendaIs = async (world: World, what: 'agendaSent' | 'minutes') => {
  const state = begun((await world.store.recall('meeting/f1'))?.state, 'meeting');
  return state !== null && (what === 'minutes' ? state.minutes === 'sent' : state.agendaSent);
};
const onMeeting = { on: 'Møde: forum', in: 'Forum' };
const finn = (world: World) => world.person('Finn Fjord');

const journey: readonly Step[] = [
  {
    act: async (world) => {
      const lone = world.person('Lone Lund');
      await lone.writes('rejs sag', 'Panelet');
      await lone.presses('Skriv sagen', { on: 'Rejs en sag' });
      await lone.presses('Gem som kladde', { on: 'Rejs en sag', with: raised });
    },
    done: (_world, state) => state !== null,
  },
  {
    act: (world) => world.person('Lone Lund').presses('Send sagen', { on: 'Sag' }),
    done: (_world, state) => state?.number === 'PANEL 2015-01',
  },
  { act: (world) => judges(world, 'Rita Regn', 'Panelet', 'Forelæg for', 'Det rammer flere.'), done: turned(1) },
  {
    act: (world) => judges(world, 'Mads Muld', 'Panelet', 'Forelæg for'),
    done: (world, state) => inPhase('waiting')(world, state) && state !== null && aimIn(state) !== null,
  },
  {
    act: async (world) => {
      await finn(world).presses('Dagsorden', onMeeting);
      await finn(world).presses('Udsend dagsorden', onMeeting);
      await finn(world).presses('Udsend', onMeeting);
    },
    done: (world) => agendaIs(world, 'agendaSent'),
  },
  {
    act: async (world) => {
      if (Temporal.Instant.compare(world.now(), '2015-03-16T13:00:00Z') < 0) await world.at('2015-03-16T14:30');
      await finn(world).presses('Referat', onMeeting);
      await finn(world).presses('Registrér resultat', onMeeting);
      const word = { Punkt: '1. Fælles', Resultat: 'Sendt videre', Ordlyd: 'Forum anbefaler.' };
      await finn(world).presses('Gem', { ...onMeeting, with: word });
    },
    done: async (world) => {
      const state = begun((await world.store.recall('meeting/f1'))?.state, 'meeting');
      return state !== null && state.items.length > 0 && state.items.every(({ outcome }) => outcome !== null);
    },
  },
  {
    act: async (world) => {
      await finn(world).presses('Referat', onMeeting);
      await finn(world).presses('Udsend referat', onMeeting);
      await finn(world).presses('Udsend', onMeeting);
    },
    done: inPhase('confirming'),
  },
  { act: (world) => world.person('Dorte Dal').presses('Bekræft', { on: onCase, in: 'Forum' }), done: turned(1) },
  {
    act: (world) => world.person('Egon Eng').presses('Bekræft', { on: onCase, in: 'Forum' }),
    done: inPhase('waiting', 'board'),
  },
  {
    act: async (world) => {
      const there = { on: onCase, in: 'Sekretariatet' };
      await world.person('Gerda Glar').presses('Registrér resultat', there);
      const word = { Resultat: 'Besluttet', 'Beslutningens ordlyd': 'Godkendt.' };
      await world.person('Gerda Glar').presses('Gem', { ...there, with: word });
    },
    done: inPhase('confirming', 'board'),
  },
  {
    act: (world) => world.person('Hans Hav').presses('Bekræft resultatet', { on: onCase, in: 'Sekretariatet' }),
    done: inPhase('returned', 'board'),
  },
  {
    act: (world) => world.person('Mads Muld').presses('Kvittér', { on: onCase, in: 'Panelet' }),
    done: inPhase('closed', 'board'),
  },
];

test('a process stopped after every single append of a case’s journey leaves the journey the same', {
  timeout: 300_000,
}, async () => {
  const lives = await openLives(openCases, join(folder, 'samspil.db'));
  await lives.begins((first) => meets(first, 'forum', 'f1', '2015-03-16'));
  for (const step of journey) await lives.takes(step);

  const { stops, appends } = await lives.ends('2015-06-01T09:00', async (last) => {
    expect(await happened(last)).toEqual([
      'CaseDrafted',
      'CaseSent',
      'CaseNumbered',
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
    expect((await checkLedger(last.store, [])).findings).toEqual([]);
    expect(last.stands(onCase, 'Panelet')).toContain('Sagen er afsluttet.');
    expect(last.stands(onCase, 'Forum')).toContain('Sagen er afsluttet.');
  });
  expect(stops).toBe(appends);
  expect(stops).toBeGreaterThanOrEqual(20);
});
