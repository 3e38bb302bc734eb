import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Work that follows a turn: it starts once the turn has been answered, a fault in it is logged, and closing waits a while for it. */
export interface Later {
  /** With a `key`: not while the same is waiting to begin. */
  readonly after: (what: string, work: () => Promise<void>, key?: string) => void;
  readonly settled: () => Promise<void>;
}

/** What has not come to an end by then is left behind; nothing that was recorded depends on it. */
const patienceMs = 3_000;

export function openLater(log: Logger): Later {
  const running = new Set<Promise<void>>();
  const waiting = new Set<string>();
  return {
    after: (what, work, key) => {
      if (key !== undefined && waiting.has(key)) return;
      if (key !== undefined) waiting.add(key);
      const mine = new Promise<void>((resolve) => setImmediate(resolve))
        .finally(() => key !== undefined && waiting.delete(key))
        .then(work)
        .catch((fault: unknown) => log.error({ err: fault, what }, 'work after a turn failed'))
        .finally(() => running.delete(mine));
      running.add(mine);
    },
    settled: async () => {
      const enough = new AbortController();
      const everything = async () => {
        while (running.size > 0) await Promise.all(running);
      };
      await Promise.race([everything(), setTimeout(patienceMs, undefined, { signal: enough.signal })]).finally(() => enough.abort());
    },
  };
}
