import { Router } from 'express';
import type { Temporal } from 'temporal-polyfill';
import type { Store } from '../store/store.ts';

export interface Health {
  readonly store: Pick<Store, 'backlog'>;
  readonly now: () => Temporal.Instant;
  /** Everything has started, and nothing has begun to stop. */
  readonly serving: () => boolean;
}

/** `/healthz`: the process answers. `/readyz`: it has started and its store answers; with it, what waits to be delivered. */
export function openHealth({ store, now, serving }: Health): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (_request, response) => {
    try {
      const backlog = await store.backlog(now().epochMilliseconds);
      const ready = serving();
      response.status(ready ? 200 : 503).json({ ready, ...backlog });
    } catch (fault) {
      response.status(503).json({ ready: false, fault: fault instanceof Error ? fault.name : 'unknown' });
    }
  });
  return router;
}
