import cron from 'node-cron';
import { Temporal } from 'temporal-polyfill';
import type { Deliver } from './deliver.ts';
import type { Tick } from './tick.ts';
import type { TickLog } from './ticking.ts';

export interface Clock {
  /** Something has been asked to be delivered. */
  readonly wake: () => void;
  /** Resolves when nothing is in hand to be delivered. */
  readonly idle: () => Promise<void>;
  /** The time has been moved: what is due by then is done at once. */
  readonly moved: () => void;
  /** Begins nothing more; resolves when what is in hand is finished. */
  readonly stop: () => Promise<void>;
}

/** The time of day. */
export function now(): Temporal.Instant {
  return Temporal.Now.instant();
}

export interface Rounds {
  readonly tick: Tick;
  readonly deliver: Deliver;
  /** Who is in which channel, asked anew. */
  readonly rosters: () => Promise<void>;
}

/** Looks every minute for what is due, every other second for what waits to be delivered, and every six hours who is in the channels. */
export function startClock({ tick, deliver, rosters }: Rounds, time: () => Temporal.Instant, log: TickLog): Clock {
  const delivering = lane(log, deliver.empty);
  const ticking = lane(log, async () => {
    await tick(time());
    delivering.wake();
  });
  const asking = lane(log, rosters);
  const tasks = [
    cron.schedule('* * * * *', ticking.wake),
    cron.schedule('*/2 * * * * *', delivering.wake),
    cron.schedule('40 */6 * * *', asking.wake),
  ];
  ticking.wake();
  asking.wake();
  return {
    wake: delivering.wake,
    idle: delivering.idle,
    moved: ticking.wake,
    stop: async () => {
      for (const task of tasks) await task.destroy();
      deliver.stop();
      await ticking.stop();
      await delivering.stop();
      await asking.stop();
    },
  };
}

interface Lane {
  readonly wake: () => void;
  readonly idle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** One run at a time; woken meanwhile, it runs once more. */
function lane(log: TickLog, work: () => Promise<unknown>): Lane {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await work();
      } catch (fault) {
        log.error({ err: fault }, 'a round of the clock failed; the next one begins anew');
      }
    } while (again && !stopped);
    running = null;
  }
  return {
    wake: () => {
      if (stopped) return;
      again = true;
      running ??= run();
    },
    idle: async () => {
      while (running) await running;
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
