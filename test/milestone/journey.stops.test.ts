import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, expect, test } from 'vitest';
import { turnedIn } from '../../bot/governance/case/phases.ts';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import { checkLedger } from '../../bot/view/ledger/ledger.ts';
import { meets, theCase } from '../kit/case-world.ts';
import { openLives, type Step } from '../kit/lives.ts';
import { agrees, answers, followUpOf, openClusters, planOf, writes } from '../kit/milestone-world.ts';
import type { World } from '../kit/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'milestone-stops-'));
afterAll(() => rmSync(folder, { recursive: true }));

const inPhase = (phase: RaisedCase['phase']) => (_world: World, state: RaisedCase | null) => state?.phase === phase;
const turned = (count: number) => (_world: World, state: RaisedCase | null) =>
  (state !== null && turnedIn(state).length >= count) || state?.phase === 'waiting' || state?.phase === 'returned';
const meeting = async (world: World) => {
  const state = begun((await world.store.recall('meeting/f1'))?.state, 'meeting');
  if (!state) throw new Error('no meeting');
  return state;
};
const onMeeting = { on: 'Møde: forum', in: 'Forum' };
const onCase = 'Sag PANEL 2015-01';
const judges = async (world: World, name: string) => {
  await world.person(name).presses('Forelæg for forum', { on: onCase, in: 'Panelet' });
  await world.person(name).presses('Forelæg', { on: onCase, in: 'Panelet' });
};
const finn = (world: World) => world.person('Finn Fjord');

const journey: readonly Step[] = [
  {
    act: (world) => {
      const late = { day: '2015-08-20', why: 'Leverandøren er forsinket', needs: 'En aftale fra regionen' };
      return answers(world, 'Nanna Nord', 'Nord', '', 'Forsinket', late);
    },
    done: async (world) => (await followUpOf(world, 'nord')).rows[0]?.attention === 'late',
  },
  {
    act: async (world) => {
      const onNote = { on: 'En milepæl er forsinket', in: 'Panelet' };
      await world.person('Rita Regn').presses('Rejs sag', onNote);
      await world.person('Rita Regn').presses('Gem som kladde', onNote);
    },
    done: (_world, state) => state !== null,
  },
  {
    act: (world) => world.person('Rita Regn').presses('Send sagen', { on: 'Sag', in: 'Panelet' }),
    done: (_world, state) => state?.number === 'PANEL 2015-01',
  },
  { act: (world) => judges(world, 'Rita Regn'), done: turned(1) },
  { act: (world) => judges(world, 'Mads Muld'), done: (_world, state) => state?.phase === 'waiting' && state.aim !== null },
  {
    act: async (world) => {
      await finn(world).presses('Dagsorden', onMeeting);
      await finn(world).presses('Udsend dagsorden', onMeeting);
      await finn(world).presses('Udsend', onMeeting);
    },
    done: async (world) => (await meeting(world)).agendaSent,
  },
  {
    act: async (world) => {
      if (Temporal.Instant.compare(world.now(), '2015-05-11T14:00:00Z') < 0) await world.at('2015-05-11T16:30');
      await finn(world).presses('Referat', onMeeting);
      await finn(world).presses('Registrér resultat', onMeeting);
      const word = { Punkt: '1. Ny frist', Resultat: 'Besluttet', Ordlyd: 'Godkendt.' };
      await finn(world).presses('Gem', { ...onMeeting, with: word });
    },
    done: async (world) => (await meeting(world)).items.every(({ outcome }) => outcome !== null),
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
    done: async (world, state) => state?.phase === 'returned' && (await followUpOf(world, 'nord')).rows[0]?.due === '2015-08-20',
  },
  { act: (world) => world.person('Mads Muld').presses('Kvittér', { on: onCase, in: 'Panelet' }), done: inPhase('closed') },
];

test('a process stopped after every append from a late milestone to the decision’s receipt still moves the milestone once', {
  timeout: 300_000,
}, async () => {
  const lives = await openLives(openClusters, join(folder, 'samspil.db'));
  await lives.begins(async (first) => {
    await meets(first, 'forum', 'f1', '2015-05-11');
    await first.person('Lone Lund').writes('milepæle', 'Panelet');
    await writes(first, 'Lone Lund', 'Skema', '2015-06-15', { by: 'nord' });
    await writes(first, 'Lone Lund', 'Evaluering', '2015-10-01', { after: 'Skema' });
    await agrees(first);
    await first.at('2015-04-01T09:00');
  });
  for (const step of journey) await lives.takes(step);

  const { stops, appends } = await lives.ends('2015-06-01T09:00', async (last) => {
    expect((await planOf(last, 'panel')).inForce).toMatchObject([
      { due: '2015-08-20', dueFrom: { via: 'case', case: (await last.store.ofKind('case'))[0] } },
      { due: '2015-10-01' },
    ]);
    const moved = (await last.store.history('milestone-plan/panel')).filter(({ event }) => event.type === 'MilestoneMoved');
    expect(moved).toHaveLength(1);
    const told = (await last.store.history('follow-up/nord')).flatMap(({ event }) =>
      event.type === 'MilestonesSet' ? [event.version] : [],
    );
    expect(told).toEqual([1, 2]);
    expect((await theCase(last)).phase).toBe('closed');
    expect((await checkLedger(last.store, [])).findings).toEqual([]);
    expect(last.stands(onCase, 'Panelet')).toContain('Sagen er afsluttet.');
  });
  expect(stops).toBe(appends);
  expect(stops).toBeGreaterThanOrEqual(20);
});
