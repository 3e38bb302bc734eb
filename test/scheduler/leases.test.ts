import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Courier, type Drawn, PostFailed } from '../../bot/courier.ts';
import { channelKey, openDirectory } from '../../bot/directory.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../../bot/handle.ts';
import { openStore } from '../../bot/store/open.ts';
import type { Store } from '../../bot/store/store.ts';
import { type Deliver, openDeliver } from '../../scheduler/deliver.ts';
import type { Timing } from '../../scheduler/lease.ts';
import { charter } from '../kit/charter.ts';
import { startCosmosFake } from '../kit/cosmos/fake.ts';
import { key } from '../kit/cosmos/opened.ts';

interface Send {
  readonly about: string;
  readonly signal: AbortSignal;
  readonly answer: () => void;
}
/** A time that somebody means to wait; it is over when a test says so. */
interface Patience {
  readonly afterMs: number;
  readonly runsOut: () => void;
}
const usual: Timing = { leaseMs: 120_000, sendMs: 40_000, answerMs: 15_000, skewMs: 60_000 };
const minute = 60_000;

describe.each(['embedded', 'cosmos'] as const)('two replicas on one store (%s)', (where) => {
  let store: Store;
  let close: () => Promise<void>;
  let ms: number;
  let asks: number;
  let patience: Patience[];

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    patience = [];
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((afterMs) => {
      const end = new AbortController();
      patience.push({ afterMs, runsOut: () => end.abort(new DOMException('time is up', 'TimeoutError')) });
      return end.signal;
    });
    const fake = where === 'cosmos' ? await startCosmosFake() : null;
    store = await openStore(fake ? `cosmos:${fake.endpoint}?key=${key}` : ':memory:');
    close = async () => {
      await store.close();
      await fake?.close();
    };
    ms = Date.parse('2015-02-02T09:00:00Z');
    asks = 0;
    await openDirectory(store).keepAddress({ ...address, channel: channelKey(address.conversation) });
    const channel: Stream = `channel/${channelKey(address.conversation)}`;
    await ask(channel, { type: 'NoteInstalled', of: 'channel' });
    await ask(channel, { type: 'BindBody', body: 'panel' });
    const first = replica({ answers: 'at once' });
    await first.deliver.empty();
  });
  afterEach(async () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    await close();
  });

  test('replicas whose clocks differ by a minute send each card once, however long Teams takes to answer', async () => {
    for (let each = 0; each < 12; each++) await plan(`m${each}`);
    const slow = replica({ clock: 0 });
    const fast = replica({ clock: minute });
    const working = slow.deliver.empty();
    await slow.sends(12);
    ms += usual.sendMs;
    expect(await fast.deliver.empty()).toBe(0);
    slow.answerAll();
    await working;
    expect(await fast.deliver.empty()).toBe(0);
    expect(slow.taken.map(({ about }) => about).sort()).toEqual(Array.from({ length: 12 }, (_, at) => `meeting/m${at}`).sort());
  });

  test('replicas that look at the same time share what is due', async () => {
    for (let each = 0; each < 12; each++) await plan(`m${each}`);
    const both = [replica({ clock: 0, answers: 'at once' }), replica({ clock: minute, answers: 'at once' })];
    await Promise.all(both.map(({ deliver }) => deliver.empty()));
    const sent = both.flatMap(({ taken }) => taken.map(({ about }) => about));
    expect(sent.sort()).toEqual(Array.from({ length: 12 }, (_, at) => `meeting/m${at}`).sort());
  });

  test('a send is called off when the other replica has taken its card over', async () => {
    await plan('m1');
    const slow = replica({});
    const working = slow.deliver.empty();
    const [send] = await slow.sends(1);
    const far = replica({ clock: 10 * minute, answers: 'at once' });
    await far.deliver.empty();
    expect(far.taken.map(({ about }) => about)).toEqual(['meeting/m1']);
    expect(send?.signal.aborted).toBe(false);
    vi.advanceTimersByTime(usual.sendMs / 4);
    await working;
    expect(String(send?.signal.reason)).toContain('lease was lost');
    expect(await store.notice('meeting/m1:meeting')).toMatchObject({ state: 'sent', uncertain: [1] });
  });

  test('a send is given up before its lease can have ended on another replica’s clock', async () => {
    await plan('m1');
    const slow = replica({ timing: { leaseMs: 50_000, sendMs: 60_000, answerMs: 1_000, skewMs: 20_000 } });
    const working = slow.deliver.empty();
    const [send] = await slow.sends(1);
    expect(patience.map(({ afterMs }) => afterMs)).toContain(30_000);
    expect(send?.signal.aborted).toBe(false);
    for (const { runsOut } of patience) runsOut();
    await working;
    expect(send?.signal.reason).toMatchObject({ name: 'TimeoutError' });
    expect(await store.notice('meeting/m1:meeting')).toMatchObject({ state: 'open', uncertain: [1] });
  });

  /** A replica whose courier answers when told to, or at once, and gives up when called off. */
  function replica({
    clock = 0,
    timing = usual,
    answers = 'when told',
  }: {
    clock?: number;
    timing?: Timing;
    answers?: 'at once' | 'when told';
  }) {
    const taken: Send[] = [];
    const looking = new Set<() => void>();
    const courier: Courier = {
      post: async ({ channel }, drawn, _under, signal) => {
        const about = aboutIn(drawn);
        if (!about.startsWith('meeting/')) return { channel, conversation: 'other', activity: 'other' };
        const { promise, resolve, reject } = Promise.withResolvers<void>();
        signal.addEventListener('abort', () => reject(new PostFailed('unsure', 'called off')));
        taken.push({ about, signal, answer: resolve });
        for (const look of looking) look();
        if (answers === 'at once') resolve();
        await promise;
        return { channel, conversation: about, activity: about };
      },
      replace: async () => undefined,
    };
    const deliver: Deliver = openDeliver({
      store,
      directory: openDirectory(store),
      charter: () => charter(),
      handle: handle(),
      courier,
      pages: { write: async () => undefined, address: () => null },
      picture: async () => null,
      calendar: async () => null,
      now: () => Temporal.Instant.fromEpochMilliseconds(ms + clock),
      chance: () => 0.5,
      timing,
      log: { warn: () => undefined, error: () => undefined },
    });
    return {
      deliver,
      taken,
      answerAll: () => {
        for (const { answer } of taken) answer();
      },
      /** Waits until so many sends are on their way. */
      sends: (many: number) =>
        new Promise<readonly Send[]>((resolve) => {
          const look = () => {
            if (taken.length >= many) resolve(taken);
          };
          looking.add(look);
          look();
        }),
    };
  }

  function handle() {
    return openHandle(
      store,
      () => charter(),
      async () => undefined,
    );
  }
  async function ask(stream: Stream, command: Command): Promise<void> {
    const now = Temporal.Instant.fromEpochMilliseconds(ms);
    const handled = await handle()({ stream, command, by: { kind: 'operator' }, cause: `operator:${++asks}`, now });
    expect(handled).not.toMatchObject({ result: 'refused' });
  }
  const plan = (id: string) =>
    ask(`meeting/${id}`, {
      type: 'PlanMeeting',
      body: 'panel',
      joint: [],
      extraordinary: false,
      reason: null,
      start: '2015-03-02T12:00:00Z',
      end: '2015-03-02T14:00:00Z',
      place: null,
      link: { ref: 'r', mac: 'm' },
    });
});

const address = {
  conversation: 'panel',
  tenant: 't',
  team: 'team',
  teamName: 'Team',
  name: 'panel',
  serviceUrl: 'https://x',
  bot: '28:b',
} as const;

function aboutIn({ card }: Drawn): string {
  return /"about":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
}
