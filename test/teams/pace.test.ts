import { describe, expect, it } from 'vitest';
import { openBudget, openPace, type PaceClock, reading, sending, type Window } from '../../bot/teams/pace.ts';
import fc from '../kit/seeded.ts';

/** A clock whose time moves only when everybody waits. */
function waitingClock() {
  let now = 0;
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  const clock: PaceClock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        sleepers.push({ until: now + ms, wake: resolve });
      }),
  };
  /** Runs until all of it has settled; wakes the next sleeper, `late` milliseconds after it asked to be. */
  const run = async (all: Promise<unknown>, late: () => number = () => 0) => {
    let settled = false;
    const done = all.finally(() => {
      settled = true;
    });
    done.catch(() => undefined);
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (settled) return done;
      sleepers.sort((a, b) => a.until - b.until);
      const next = sleepers.shift();
      if (!next) throw new Error('nobody waits and nothing moves');
      now = Math.max(now, next.until + late());
      next.wake();
    }
  };
  return { clock, run };
}

function most(times: readonly number[], { ms }: Window): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}
const patient = new AbortController().signal;

const asks = fc.array(fc.record({ channel: fc.constantFrom('t/a', 't/b', 't/c', 'u/d'), tenant: fc.constantFrom('t', 'u') }), {
  minLength: 1,
  maxLength: 150,
});
const delaysOf = fc.array(fc.nat(400), { minLength: 1, maxLength: 10 });

describe('the pace', () => {
  it('the pace never exceeds a window or the budget, however many ask, however late timers are and however long calls take', async () => {
    const budgets = fc.integer({ min: 3, max: 20 });
    await fc.assert(
      fc.asyncProperty(asks, delaysOf, budgets, async (all, delays, budget) => {
        const { clock, run } = waitingClock();
        const pace = openPace(sending, openBudget(budget, clock), clock);
        const left: { readonly tenant: string; readonly at: number }[] = [];
        const arrived: { readonly channel: string; readonly at: number }[] = [];
        let turn = 0;
        const delay = () => delays[turn++ % delays.length] ?? 0;
        const asked = all.map(async ({ channel, tenant }) => {
          const done = await pace.turn(channel, tenant, patient);
          left.push({ tenant, at: clock.now() });
          await clock.sleep(delay(), patient);
          arrived.push({ channel, at: clock.now() });
          await clock.sleep(delay(), patient);
          done();
        });
        await run(Promise.all(asked), delay);
        expect(arrived).toHaveLength(all.length);
        for (const channel of new Set(arrived.map((each) => each.channel))) {
          const times = arrived.filter((each) => each.channel === channel).map(({ at }) => at);
          for (const window of sending) expect(most(times, window)).toBeLessThanOrEqual(window.most);
        }
        for (const tenant of ['t', 'u']) {
          const times = left.filter((each) => each.tenant === tenant).map(({ at }) => at);
          expect(most(times, { most: budget, ms: 1_000 })).toBeLessThanOrEqual(budget);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the pace lets 1,800 cards an hour into one conversation and not one more', async () => {
    const { clock, run } = waitingClock();
    const pace = openPace(sending, openBudget(1_000, clock), clock);
    const times: number[] = [];
    const one = async () => {
      const done = await pace.turn('a', 't', patient);
      times.push(clock.now());
      done();
    };
    await run(Promise.all(Array.from({ length: 1_850 }, one)));
    expect(times.filter((at) => at < 3_600_000)).toHaveLength(1_800);
  });

  it('the pace serves 2,000 conversations as fast as the budget allows, in the order they asked', async () => {
    const { clock, run } = waitingClock();
    const pace = openPace(sending, openBudget(49, clock), clock);
    const order: number[] = [];
    const one = async (_: unknown, at: number) => {
      const done = await pace.turn(`c${at}`, 't', patient);
      order.push(at);
      done();
    };
    await run(Promise.all(Array.from({ length: 2_000 }, one)));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(clock.now()).toBeLessThan(41_000);
  });

  it('the pace lets a tenant use its budget of each second, and not one card more', async () => {
    const { clock, run } = waitingClock();
    const pace = openPace(sending, openBudget(11, clock), clock);
    const times: number[] = [];
    const one = async (_: unknown, at: number) => {
      const done = await pace.turn(`c${at}`, 't', patient);
      times.push(clock.now());
      done();
    };
    await run(Promise.all(Array.from({ length: 40 }, one)));
    expect(most(times, { most: 11, ms: 1_000 })).toBe(11);
  });

  it("the pace counts every kind of call against a tenant's budget", async () => {
    const { clock, run } = waitingClock();
    const budget = openBudget(11, clock);
    const paces = [openPace(sending, budget, clock), openPace(reading, budget, clock)] as const;
    const times: number[] = [];
    const one = async (_: unknown, at: number) => {
      const done = await paces[at % 2 === 0 ? 0 : 1].turn(`c${at}`, 't', patient);
      times.push(clock.now());
      done();
    };
    await run(Promise.all(Array.from({ length: 40 }, one)));
    expect(most(times, { most: 11, ms: 1_000 })).toBe(11);
  });

  it('the pace waits as long as Teams asked, in that conversation only', async () => {
    const { clock, run } = waitingClock();
    const pace = openPace(sending, openBudget(49, clock), clock);
    pace.hold('a', 5_000);
    const times: Record<string, number> = {};
    const one = async (conversation: string) => {
      const done = await pace.turn(conversation, 't', patient);
      times[conversation] = clock.now();
      done();
    };
    await run(Promise.all(['a', 'b'].map(one)));
    expect(times).toEqual({ a: 5_000, b: 0 });
  });

  it('the pace lets no more calls out than fit while none of them is answered', async () => {
    const { clock } = waitingClock();
    const pace = openPace([{ most: 2, ms: 1_000 }], openBudget(49, clock), clock);
    await Promise.all([pace.turn('a', 't', patient), pace.turn('a', 't', patient)]);
    let third = false;
    void pace.turn('a', 't', patient).then(() => {
      third = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(third).toBe(false);
  });

  it('the pace drops a call that is called off, and goes on with the next', async () => {
    const { clock, run } = waitingClock();
    const pace = openPace([{ most: 1, ms: 1_000 }], openBudget(49, clock), clock);
    const first = await pace.turn('a', 't', patient);
    const off = new AbortController();
    const called = pace.turn('a', 't', off.signal);
    const next = pace.turn('a', 't', patient);
    await new Promise((resolve) => setImmediate(resolve));
    off.abort(new Error('called off'));
    await expect(called).rejects.toThrow('called off');
    first();
    await run(next);
    expect(clock.now()).toBe(1_000);
  });
});
