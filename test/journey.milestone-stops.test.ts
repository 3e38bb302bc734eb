import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, expect, test } from 'vitest';
import type { CaseState } from '../bot/governance/case.ts';
import { openSqlite } from '../bot/store/sqlite.ts';
import { checkLedger } from '../bot/view/ledger.ts';
import { meets, theCase } from './case-world.ts';
import { startConnector } from './connector.ts';
import { agrees, answers, followUpOf, openClusters, planOf, writes } from './milestone-world.ts';
import { mortal } from './mortal.ts';
import type { World } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'milestone-stops-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** One step of somebody's, and how it shows that it was taken. */
interface Step {
  readonly act: (world: World) => Promise<unknown>;
  readonly done: (world: World, state: CaseState | null) => boolean | Promise<boolean>;
}
const inPhase = (phase: CaseState['phase']) => (_world: World, state: CaseState | null) => state?.phase === phase;
const turned = (count: number) => (_world: World, state: CaseState | null) =>
  (state?.turns.length ?? 0) >= count || state?.phase === 'waiting' || state?.phase === 'returned';
const meeting = async (world: World) => {
  const state = (await world.store.recall('meeting/f1'))?.state;
  if (state?.kind !== 'meeting') throw new Error('no meeting');
  return state;
};
const onMeeting = { on: 'Møde: forum', in: 'Forum' };
const onCase = 'Sag PANEL 2015-01';
const judges = async (world: World, name: string) => {
  await world.person(name).presses('Send op til forum', { on: onCase, in: 'Panelet' });
  await world.person(name).presses('Ja, send op', { on: onCase, in: 'Panelet' });
};
const finn = (world: World) => world.person('Finn Fjord');

const journey: readonly Step[] = [
  {
    act: (world) => {
      const late = { day: '2015-08-20', why: 'Leverandøren er forsinket', needs: 'En aftale fra regionen' };
      return answers(world, 'Nanna Nord', 'Nord', '', 'Den bliver forsinket', late);
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
      await finn(world).presses('Send dagsordenen', onMeeting);
      await finn(world).presses('Send nu', onMeeting);
    },
    done: async (world) => (await meeting(world)).agendaSent,
  },
  {
    act: async (world) => {
      if (Temporal.Instant.compare(world.now(), '2015-05-11T14:00:00Z') < 0) await world.at('2015-05-11T16:30');
      await finn(world).presses('Referat', onMeeting);
      await finn(world).presses('Skriv en beslutning', onMeeting);
      const word = { Punkt: '1. Ny dato', 'Hvad skete der?': 'Besluttet', 'Beslutning eller resultat': 'Godkendt.' };
      await finn(world).presses('Gem', { ...onMeeting, with: word });
    },
    done: async (world) => (await meeting(world)).items.every(({ outcome }) => outcome !== null),
  },
  {
    act: async (world) => {
      await finn(world).presses('Referat', onMeeting);
      await finn(world).presses('Send referatet', onMeeting);
      await finn(world).presses('Send nu', onMeeting);
    },
    done: inPhase('confirming'),
  },
  { act: (world) => world.person('Dorte Dal').presses('Ja, det er rigtigt', { on: onCase, in: 'Forum' }), done: turned(1) },
  {
    act: (world) => world.person('Egon Eng').presses('Ja, det er rigtigt', { on: onCase, in: 'Forum' }),
    done: async (world, state) => state?.phase === 'returned' && (await followUpOf(world, 'nord')).rows[0]?.due === '2015-08-20',
  },
  { act: (world) => world.person('Mads Muld').presses('Ja, vi har set svaret', { on: onCase, in: 'Panelet' }), done: inPhase('closed') },
];

test('the process stops after every append from a late milestone to the decision’s receipt, and the milestone is moved, once', {
  timeout: 300_000,
}, async () => {
  const storeFile = join(folder, 'samspil.db');
  let ms = Date.parse('2015-02-02T08:00:00Z');
  let living: World | null = null;
  const connector = await startConnector({ now: () => Math.max(ms, living?.now().epochMilliseconds ?? 0) });
  const first = await openClusters('2015-02-02T09:00', { connector, store: storeFile });
  await meets(first, 'forum', 'f1', '2015-05-11');
  await first.person('Lone Lund').writes('milepæle', 'Panelet');
  await writes(first, 'Lone Lund', 'Skema', '2015-06-15', { by: 'nord' });
  await writes(first, 'Lone Lund', 'Evaluering', '2015-10-01', { after: 'Skema' });
  await agrees(first);
  await first.at('2015-04-01T09:00');
  ms = first.now().epochMilliseconds;
  const before = await appends(first);
  await first.close();

  let stops = 0;
  const lives = async (act: (world: World) => Promise<unknown>): Promise<void> => {
    const memory = mortal(openSqlite(storeFile));
    const at = Temporal.Instant.fromEpochMilliseconds(ms + 120_000)
      .toZonedDateTimeISO('Europe/Copenhagen')
      .toString()
      .slice(0, 16);
    const world = await openClusters(at, { connector, remembers: memory.store });
    living = world;
    try {
      await world.settle();
      await act(world);
      await world.settle();
    } catch (fault) {
      if (!memory.dead()) throw fault;
    } finally {
      ms = Math.max(ms, world.now().epochMilliseconds);
      await memory.quiet();
      await world.close();
      if (memory.dead()) stops++;
    }
  };
  for (const step of journey) {
    for (let life = 0; ; life++) {
      let done = false;
      await lives(async (world) => {
        const state = (await world.store.ofKind('case')).length > 0 ? await theCase(world) : null;
        done = await step.done(world, state);
        if (!done) await step.act(world);
      });
      if (done) break;
      if (life > 60) throw new Error('a step was never taken');
    }
  }

  const last = await openClusters('2015-06-01T09:00', { connector, store: storeFile });
  try {
    await last.settle();
    expect(stops).toBe((await appends(last)) - before);
    expect(stops).toBeGreaterThanOrEqual(20);
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
  } finally {
    await last.close();
    await connector.close();
  }
});

/** How many appends the ledger was written in: the entries of one have one cause. */
async function appends({ store }: World): Promise<number> {
  const heads = await store.heads(null, Number.MAX_SAFE_INTEGER);
  const entries = await Promise.all(heads.map(({ stream }) => store.history(stream)));
  return new Set(entries.flat().map(({ stream, cause }) => `${stream} ${cause}`)).size;
}
