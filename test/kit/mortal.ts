import { setImmediate } from 'node:timers/promises';
import type { Claim, Store } from '../../bot/store/store.ts';

/** The process has stopped: nothing it asks for is answered any more. */
class Stopped extends Error {}

export interface Mortal {
  readonly store: Store;
  readonly dead: () => boolean;
  /** What was on its way to Teams when the process stopped has arrived, or will not. */
  readonly quiet: () => Promise<void>;
}

/** A store whose process stops as soon as it has appended once: what follows the append in memory never happens. */
export function mortal(store: Store): Mortal {
  let dead = false;
  let inHand = 0;
  const asked = async (name: string | symbol, ask: () => Promise<unknown>): Promise<unknown> => {
    if (name === 'settle') inHand--;
    if (dead) throw new Stopped('the process has stopped');
    // From here on nothing else gets in, also what was asked for at the same time.
    if (name === 'append') dead = true;
    const answer = await ask();
    if (name === 'claim') inHand += (answer as readonly Claim[]).length;
    if (name !== 'append') return answer;
    throw new Stopped('the process has stopped');
  };
  return {
    store: new Proxy(store, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function' || name === 'close') return member;
        return (...args: readonly unknown[]) => asked(name, () => Promise.resolve(Reflect.apply(member, target, args)));
      },
    }),
    dead: () => dead,
    quiet: async () => {
      while (inHand > 0) await setImmediate();
    },
  };
}
