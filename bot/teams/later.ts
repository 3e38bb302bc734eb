import type { Logger } from 'pino';

/** Work that follows a turn: it starts once the turn has been answered, a fault in it is logged, and closing waits for it. */
export interface Later {
  readonly after: (what: string, work: () => Promise<void>) => void;
  readonly settled: () => Promise<void>;
}

export function openLater(log: Logger): Later {
  const running = new Set<Promise<void>>();
  return {
    after: (what, work) => {
      const mine = new Promise<void>((resolve) => setImmediate(resolve))
        .then(work)
        .catch((fault: unknown) => log.error({ err: fault, what }, 'work after a turn failed'))
        .finally(() => running.delete(mine));
      running.add(mine);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
