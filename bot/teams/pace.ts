/** Time as the pace sees it. `sleep` rejects when the signal aborts. */
export interface PaceClock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}
/** At most `most` in any `ms` milliseconds. */
export interface Window {
  readonly most: number;
  readonly ms: number;
}
export interface Pace {
  /** Waits until one more may go to this conversation and tenant. First come, first served, per conversation. */
  readonly turn: (conversation: string, tenant: string, signal: AbortSignal) => Promise<void>;
  /** Teams asked this conversation to wait. */
  readonly hold: (conversation: string, ms: number) => void;
}

/** What Teams takes from one bot in one conversation. */
export const sending: readonly Window[] = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
];
export const reading: readonly Window[] = [
  { most: 14, ms: 1_000 },
  { most: 16, ms: 2_000 },
  { most: 120, ms: 30_000 },
  { most: 3_600, ms: 3_600_000 },
];

/** Never lets more out than the windows of the conversation and the tenant's budget allow; a tenant's budget is shared by its conversations. */
export function openPace(windows: readonly Window[], tenantPerSecond: number, clock: PaceClock): Pace {
  const conversations = openLanes(windows, clock);
  const tenants = openLanes([{ most: tenantPerSecond, ms: 1_000 }], clock);
  return {
    turn: (conversation, tenant, signal) =>
      conversations.through(conversation, signal, () => tenants.through(tenant, signal, () => Promise.resolve())),
    hold: (conversation, ms) => conversations.hold(conversation, clock.now() + ms),
  };
}

interface Lane {
  /** When the last ones went, oldest first. */
  went: number[];
  heldUntil: number;
  last: Promise<unknown>;
  waiting: number;
}

function openLanes(windows: readonly Window[], clock: PaceClock) {
  const lanes = new Map<string, Lane>();
  const longest = Math.max(...windows.map((window) => window.ms));
  const forget = (key: string, lane: Lane) => {
    const newest = Math.max(lane.went.at(-1) ?? 0, lane.heldUntil - longest);
    if (lane.waiting === 0 && newest + longest <= clock.now()) lanes.delete(key);
  };
  const laneOf = (key: string): Lane => {
    const known = lanes.get(key);
    if (known) return known;
    for (const [old, lane] of lanes) forget(old, lane);
    const lane = { went: [], heldUntil: 0, last: Promise.resolve(), waiting: 0 };
    lanes.set(key, lane);
    return lane;
  };
  return {
    /** One at a time per key, and each only when there is room; what goes is counted once `inner` is through. */
    through: (key: string, signal: AbortSignal, inner: () => Promise<void>): Promise<void> => {
      const lane = laneOf(key);
      lane.waiting += 1;
      const mine = lane.last.then(async () => {
        try {
          for (let wait = untilRoom(lane, windows, clock.now()); wait > 0; wait = untilRoom(lane, windows, clock.now())) {
            signal.throwIfAborted();
            await clock.sleep(wait, signal);
          }
          signal.throwIfAborted();
          await inner();
          lane.went = [...lane.went.filter((at) => at > clock.now() - longest), clock.now()];
        } finally {
          lane.waiting -= 1;
        }
      });
      lane.last = mine.catch(() => undefined);
      return mine;
    },
    hold: (key: string, until: number): void => {
      const lane = laneOf(key);
      lane.heldUntil = Math.max(lane.heldUntil, until);
    },
  };
}

/** Milliseconds until one more fits every window; 0: now. */
function untilRoom(lane: Lane, windows: readonly Window[], now: number): number {
  const free = windows.map(({ most, ms }) => {
    const oldest = lane.went.at(-most);
    return oldest === undefined ? now : oldest + ms;
  });
  return Math.max(0, lane.heldUntil - now, ...free.map((at) => at - now));
}
