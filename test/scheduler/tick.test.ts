import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { type Handle, openHandle } from '../../bot/handle.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { adoptTerms, TermsChangedInForce } from '../../scheduler/adopt.ts';
import { reindexIfNew } from '../../scheduler/reindex.ts';
import { openTick, type Tick } from '../../scheduler/tick.ts';
import { body, charter, termsOf } from '../kit/charter.ts';

let store: Store;
let model: Charter;
let handle: Handle;
let tick: Tick;
let asks: number;
let anchored: object[];
/** This is late enough that a reminder is all that is left to come. */
const shortly = '2015-02-24T09:00:00Z';

beforeEach(() => {
  store = openSqlite(':memory:');
  model = charter();
  handle = openHandle(
    store,
    () => model,
    async () => undefined,
  );
  anchored = [];
  asks = 0;
  tick = freshTick();
});

describe('what is due', () => {
  test('a reminder goes out once when its time has come, however often the clock ticks', async () => {
    const meeting = await plan('2015-03-02T12:00:00Z', shortly);
    await seat('anna');
    await tick(at('2015-02-27T07:29:00Z'));
    expect(await told(meeting)).toEqual([]);
    await tick(at('2015-02-27T07:30:00Z'));
    await tick(at('2015-02-27T07:31:00Z'));
    await freshTick()(at('2015-02-27T09:00:00Z'));
    expect(await told(meeting)).toEqual(['Prompted']);
  });

  test('a reminder waits for the next morning on which prompts may go out', async () => {
    const meeting = await plan('2015-03-02T12:00:00Z', shortly);
    await seat('anna');
    await tick(at('2015-02-28T12:00:00Z'));
    expect(await told(meeting)).toEqual([]);
    await tick(at('2015-03-02T07:30:00Z'));
    expect(await told(meeting)).toEqual(['Prompted']);
  });

  test('after a long stop the ledger says what was left out, and no old reminder goes out', async () => {
    const meeting = await plan('2015-03-02T12:00:00Z', shortly);
    await seat('anna');
    await tick(at('2015-06-01T12:00:00Z'));
    expect(await told(meeting)).toEqual(['PromptLeftOut', 'MeetingOver']);
  });

  test('a stream that fails does not hold up the others', async () => {
    const meetings = [await plan('2015-03-02T12:00:00Z', shortly), await plan('2015-03-02T12:00:00Z', shortly)];
    const real = handle;
    handle = (ask) => (ask.stream === meetings[0] ? Promise.reject(new Error('broken')) : real(ask));
    await freshTick()(at('2015-06-01T12:00:00Z'));
    expect(await Promise.all(meetings.map(told))).toEqual([[], ['PromptLeftOut', 'MeetingOver']]);
  });
});

describe('the nightly anchor', () => {
  test('the nightly anchor names every head that moved before midnight, once a night', async () => {
    const meeting = await plan('2015-03-02T12:00:00Z');
    await tick(at('2015-02-02T22:59:00Z'));
    expect(await store.history('anchor')).toEqual([]);
    await tick(at('2015-02-02T23:00:00Z'));
    await tick(at('2015-02-02T23:01:00Z'));
    await freshTick()(at('2015-02-03T10:00:00Z'));
    const [entry, ...more] = await store.history('anchor');
    const head = await store.recall(meeting);
    expect(more).toEqual([]);
    expect(entry?.event).toMatchObject({ heads: [{ stream: meeting, seq: 1, hash: head?.hash }], until: '2015-02-02T23:00:00Z' });
    expect(anchored).toEqual([{ at: '2015-02-02T23:00:00Z', seq: 1, hash: entry?.hash }]);
  });

  test('the next night’s anchor names only heads that have moved since', async () => {
    await plan('2015-03-02T12:00:00Z');
    await tick(at('2015-02-02T23:00:00Z'));
    const second = await plan('2015-03-03T12:00:00Z', '2015-02-03T12:00:00Z');
    await tick(at('2015-02-03T23:00:00Z'));
    expect((await store.history('anchor')).map(({ event }) => 'heads' in event && event.heads.map(({ stream }) => stream))).toEqual([
      ['meeting/m1'],
      [second],
    ]);
  });

  test('the next night’s anchor takes up what a replica with a slow clock wrote after the last', async () => {
    await plan('2015-03-02T12:00:00Z');
    await tick(at('2015-02-02T23:00:00Z'));
    const late = await plan('2015-03-03T12:00:00Z', '2015-02-02T22:59:30Z');
    await tick(at('2015-02-03T23:00:00Z'));
    const heads = (await store.history('anchor')).flatMap(({ event }) => ('heads' in event ? event.heads : []));
    expect(heads.map(({ stream }) => stream)).toContain(late);
  });

  test('an anchor cut short in the middle is made whole', async () => {
    for (let each = 0; each < 2_050; each++) await plan('2015-03-02T12:00:00Z');
    const real = handle;
    let parts = 0;
    handle = (ask) => (ask.stream === 'anchor' && ++parts > 1 ? Promise.reject(new Error('killed')) : real(ask));
    await freshTick()(at('2015-02-02T23:00:00Z'));
    handle = real;
    await freshTick()(at('2015-02-02T23:01:00Z'));
    const heads = (await store.history('anchor')).flatMap(({ event }) => ('heads' in event ? event.heads : []));
    expect(new Set(heads.map(({ stream }) => stream)).size).toBe(2_050);
  });
});

describe('the start of the bot', () => {
  const now = at('2015-02-02T09:00:00Z');

  test('the ledger takes in each version of the terms once', async () => {
    await adoptTerms(store, handle, model, now);
    await adoptTerms(store, handle, model, now);
    expect((await store.history('charter')).map(({ event }) => 'id' in event && event.id)).toEqual([
      'panel@2015-01-01',
      'forum@2015-01-01',
      'bureau@2015-01-01',
    ]);
  });

  test('terms that are not yet in force may change, there and back', async () => {
    const later = (hash: string) =>
      charter({ bodies: [{ ...body('forum'), terms: [{ ...termsOf('forum', { from: '2016-01-01' }), hash }] }] });
    for (const hash of ['first', 'second', 'first']) {
      model = later(hash);
      await adoptTerms(store, handle, model, now);
    }
    const state = (await store.recall('charter'))?.state;
    expect(state?.kind === 'charter' && state.versions['forum@2016-01-01']?.hash).toBe('first');
  });

  test('terms that have been in force may not change, and the refusal names file and line', async () => {
    await adoptTerms(store, handle, model, now);
    const others = model.bodies.filter(({ id }) => id !== 'forum');
    const changed = charter({ bodies: [...others, { ...body('forum'), terms: [{ ...termsOf('forum'), hash: 'another' }] }] });
    await expect(adoptTerms(store, handle, changed, now)).rejects.toThrow(/^forum\.yaml:1: /);
    await expect(adoptTerms(store, handle, changed, now)).rejects.toBeInstanceOf(TermsChangedInForce);
  });

  test('terms that have been in force may not be taken out, and terms that never were may', async () => {
    await adoptTerms(store, handle, charter({ bodies: [body('forum'), body('panel', { from: '2016-01-01' })] }), now);
    await adoptTerms(store, handle, charter({ bodies: [body('forum')] }), now);
    await expect(adoptTerms(store, handle, charter({ bodies: [body('panel', { from: '2016-01-01' })] }), now)).rejects.toThrow(
      /^forum: the terms forum@2015-01-01 have been in force and are gone/,
    );
    const renamed = charter({ bodies: [{ ...body('forum'), terms: [termsOf('forum', { from: '2015-02-01' })] }] });
    await expect(adoptTerms(store, handle, renamed, now)).rejects.toThrow(/^forum\.yaml:1: the terms forum@2015-01-01/);
  });

  test('new terms may not begin before a case that was raised under the old ones', async () => {
    await adoptTerms(store, handle, model, now);
    const text = { ref: 't', mac: 'm' };
    const content = { title: text, account: null, recommendations: [text], papers: null, journal: null };
    await ask('case/k1', { type: 'DraftCase', body: 'panel', matter: { kind: 'other', weighs: [] }, content }, now.toString());
    const later = (from: string) => {
      const others = model.bodies.filter(({ id }) => id !== 'panel');
      return charter({ bodies: [...others, { ...body('panel'), terms: [termsOf('panel'), termsOf('panel', { from })] }] });
    };
    await expect(adoptTerms(store, handle, later('2015-02-01'), now)).rejects.toThrow(
      'panel.yaml:1: the terms panel@2015-02-01 would begin before case/k1 was raised',
    );
    await adoptTerms(store, handle, later('2015-02-03'), now);
  });

  test('new hours for prompts move what is due, and the same hours move nothing', async () => {
    const meeting = await plan('2015-03-02T12:00:00Z', shortly);
    await reindexIfNew(store, model);
    expect(await reindexIfNew(store, model)).toBe(0);
    const { collaboration } = model;
    const moved = charter({ collaboration: { ...collaboration, defaults: { ...collaboration.defaults, promptsFrom: '09:00' } } });
    expect(await reindexIfNew(store, moved)).toBeGreaterThan(0);
    expect((await store.recall(meeting))?.index.dueAt).toBe(Date.parse('2015-02-27T08:00:00Z'));
    expect(await reindexIfNew(store, moved)).toBe(0);
  });

  test('a body whose terms get an end is looked at when the end has passed', async () => {
    const until = (end: string | null) => charter({ bodies: [body('forum', { until: end })] });
    await ask('body/forum', { type: 'MeetInChannel', channel: 'c1' }, shortly);
    await reindexIfNew(store, until(null));
    expect((await store.recall('body/forum'))?.index.dueAt).toBeNull();
    await reindexIfNew(store, until('2018-12-31'));
    expect((await store.recall('body/forum'))?.index.dueAt).toBe(Date.parse('2019-01-01T07:30:00Z'));
  });
});

function freshTick(): Tick {
  const log = { info: (what: object) => anchored.push(what), error: () => undefined };
  return openTick({ store, charter: () => model, handle, skewMs: 60_000, log });
}

function at(instant: string): Temporal.Instant {
  return Temporal.Instant.from(instant);
}

async function ask(stream: Stream, command: Command, now: string): Promise<void> {
  const by = { kind: 'operator' } as const;
  expect(await handle({ stream, command, by, cause: `operator:${++asks}`, now: at(now) })).toMatchObject({ result: 'done' });
}

async function plan(start: string, now = '2015-02-02T09:00:00Z'): Promise<Stream> {
  const stream: Stream = `meeting/m${asks + 1}`;
  const end = at(start).add({ hours: 2 }).toString();
  await ask(
    stream,
    {
      type: 'PlanMeeting',
      body: 'panel',
      joint: [],
      extraordinary: false,
      reason: null,
      start,
      end,
      place: null,
      link: { ref: 'r', mac: 'm' },
    },
    now,
  );
  return stream;
}

async function seat(person: string): Promise<void> {
  await ask('body/panel', { type: 'FillSeat', appointment: person, seat: 'adviser', person, from: '2015-01-01' }, '2015-02-02T09:00:00Z');
}

/** Reads what the ledger tells of a meeting after it was planned. */
async function told(meeting: Stream): Promise<readonly string[]> {
  return (await store.history(meeting, { after: 1 })).map(({ event }) => event.type);
}
