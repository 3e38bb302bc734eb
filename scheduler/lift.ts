import type { Claim, Store } from '../bot/store/store.ts';

/** What Teams did not take, or what we could not draw: another try may end otherwise without anybody doing anything. */
const passing = ['broke-off', 'fault'] as const;

export interface Lifting {
  /** Once, when the bot starts: what was parked for a fault that a restart may have mended is tried again. */
  readonly atStart: (now: number) => Promise<void>;
  readonly parked: (claim: Claim, error: string) => void;
  /** A card has got through: what was parked on its way to the same place is tried again. */
  readonly gotThrough: (claim: Claim, now: number) => Promise<void>;
}

/** A parked card lifts itself when what stood in its way is gone. */
export function openLifting(store: Pick<Store, 'parked' | 'lift'>): Lifting {
  const stuck = new Map<string, Set<string>>();
  let started = false;
  return {
    atStart: async (now) => {
      if (started) return;
      started = true;
      for (const item of await store.parked()) {
        if (item.kind === 'notice' && isPassing(item.standing.error ?? '')) await store.lift(item.key, now);
      }
    },
    parked: (claim, error) => {
      if (claim.kind === 'notice' && error.startsWith('broke-off'))
        stuck.set(to(claim), (stuck.get(to(claim)) ?? new Set()).add(claim.key));
    },
    gotThrough: async (claim, now) => {
      const keys = stuck.get(to(claim)) ?? new Set();
      stuck.delete(to(claim));
      for (const key of keys) await store.lift(key, now);
    },
  };
}

function isPassing(error: string): boolean {
  return passing.some((each) => error.startsWith(each));
}

function to(claim: Claim): string {
  return claim.kind === 'notice' ? JSON.stringify(claim.standing.notice.to) : '';
}
