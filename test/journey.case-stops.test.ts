import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, expect, test } from 'vitest';
import type { CaseState } from '../bot/governance/case.ts';
import { checkLedger } from '../bot/view/ledger.ts';
import { happened, judges, meets, onCase, openCases, raised, theCase } from './case-world.ts';
import { startConnector } from './connector.ts';
import { mortal } from './mortal.ts';
import { remembered } from './remembered.ts';
import type { World } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'case-stops-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** One step of somebody's, and how the case shows that it was taken. */
interface Step {
  readonly act: (world: World) => Promise<unknown>;
  readonly done: (state: CaseState | null, world: World) => boolean | Promise<boolean>;
}
const inPhase =
  (phase: CaseState['phase'], at = 'forum') =>
  (state: CaseState | null) =>
    state?.phase === phase && state.at === at;
const turned = (count: number) => (state: CaseState | null) => (state?.turns.length ?? 0) >= count || state?.phase === 'waiting';
const agendaIs = async (world: World, what: 'agendaSent' | 'minutes') => {
  const state = (await world.store.recall('meeting/f1'))?.state;
  return state?.kind === 'meeting' && (what === 'minutes' ? state.minutes === 'sent' : state.agendaSent);
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
    done: (state) => state !== null,
  },
  { act: (world) => world.person('Lone Lund').presses('Send sagen', { on: 'Sag' }), done: (state) => state?.number === 'PANEL 2015-01' },
  { act: (world) => judges(world, 'Rita Regn', 'Panelet', 'Send op til', 'Det rammer flere.'), done: turned(1) },
  {
    act: (world) => judges(world, 'Mads Muld', 'Panelet', 'Send op til'),
    done: (state) => inPhase('waiting')(state) && state?.aim !== null,
  },
  {
    act: async (world) => {
      await finn(world).presses('Dagsorden', onMeeting);
      await finn(world).presses('Send dagsordenen', onMeeting);
      await finn(world).presses('Send nu', onMeeting);
    },
    done: (_state, world) => agendaIs(world, 'agendaSent'),
  },
  {
    act: async (world) => {
      if (Temporal.Instant.compare(world.now(), '2015-03-16T13:00:00Z') < 0) await world.at('2015-03-16T14:30');
      await finn(world).presses('Referat', onMeeting);
      await finn(world).presses('Skriv en beslutning', onMeeting);
      const word = { Punkt: '1. Fælles', 'Hvad skete der?': 'Sendt videre', 'Beslutning eller resultat': 'Forum anbefaler.' };
      await finn(world).presses('Gem', { ...onMeeting, with: word });
    },
    done: async (_state, world) => {
      const state = (await world.store.recall('meeting/f1'))?.state;
      return state?.kind === 'meeting' && state.items.length > 0 && state.items.every(({ outcome }) => outcome !== null);
    },
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
    done: inPhase('waiting', 'board'),
  },
  {
    act: async (world) => {
      const there = { on: onCase, in: 'Sekretariatet' };
      await world.person('Gerda Glar').presses('Skriv resultatet ind', there);
      const word = { 'Hvad blev resultatet?': 'Besluttet', 'Beslutningens ordlyd': 'Godkendt.' };
      await world.person('Gerda Glar').presses('Gem', { ...there, with: word });
    },
    done: inPhase('confirming', 'board'),
  },
  {
    act: (world) => world.person('Hans Hav').presses('Bekræft resultatet', { on: onCase, in: 'Sekretariatet' }),
    done: inPhase('returned', 'board'),
  },
  {
    act: (world) => world.person('Mads Muld').presses('Ja, vi har set svaret', { on: onCase, in: 'Panelet' }),
    done: inPhase('closed', 'board'),
  },
];

test('the process stops after every single append of a case’s whole journey, and the journey is the same', {
  timeout: 300_000,
}, async () => {
  const storeFile = join(folder, 'samspil.db');
  let ms = Date.parse('2015-02-02T08:00:00Z');
  const connector = await startConnector({ now: () => ms });
  const first = await openCases('2015-02-02T09:00', { connector, store: storeFile });
  await meets(first, 'forum', 'f1', '2015-03-16');
  ms = first.now().epochMilliseconds;
  const before = await appends(first);
  await first.close();

  let stops = 0;
  const lives = async (act: (world: World) => Promise<unknown>): Promise<void> => {
    const memory = mortal(await remembered(storeFile));
    const at = Temporal.Instant.fromEpochMilliseconds(ms + 120_000)
      .toZonedDateTimeISO('Europe/Copenhagen')
      .toString()
      .slice(0, 16);
    const world = await openCases(at, { connector, remembers: memory.store });
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
        done = await step.done(state, world);
        if (!done) await step.act(world);
      });
      if (done) break;
      if (life > 40) throw new Error('a step was never taken');
    }
  }

  const last = await openCases('2015-06-01T09:00', { connector, store: storeFile });
  try {
    await last.settle();
    expect(stops).toBe((await appends(last)) - before);
    expect(stops).toBeGreaterThanOrEqual(20);
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
