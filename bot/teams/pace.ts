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
/** Says that a call has been answered. */
type Done = () => void;
export interface Pace {
  /** Waits until one more may go to this conversation and tenant; first come, first served. Call what it gives once the call is answered. */
  readonly turn: (conversation: string, tenant: string, signal: AbortSignal) => Promise<Done>;
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

/**
 * Never lets more out than the windows of the conversation and the tenant's budget allow. In a conversation a call counts until it has
 * been answered and from then on for the window, so that it does not matter how long each took to arrive.
 */
export function openPace(windows: readonly Window[], budget: Budget, clock: PaceClock): Pace {
  const conversations = openLanes(windows, clock);
  return {
    turn: (conversation, tenant, signal) => conversations.turn(conversation, signal, () => budget(tenant, signal)),
    hold: (conversation, ms) => conversations.hold(conversation, clock.now() + ms),
  };
}

/** Waits until the tenant has room for one more call, whatever kind it is. */
export type Budget = (tenant: string, signal: AbortSignal) => Promise<void>;

export function openBudget(perSecond: number, clock: PaceClock): Budget {
  const tenants = openLanes(spread(perSecond), clock);
  return async (tenant, signal) => (await tenants.turn(tenant, signal, () => Promise.resolve()))();
}

/** A second's budget, a tenth of it at a time: what goes in one burst may arrive together with the next. */
function spread(perSecond: number): readonly Window[] {
  const most = Math.ceil(perSecond / 10);
  return [
    { most: perSecond, ms: 1_000 },
    { most, ms: Math.floor((most * 1_000) / perSecond) },
  ];
}

interface Lane {
  /** When the answered ones were answered, oldest first. */
  answered: number[];
  out: number;
  heldUntil: number;
  waiting: number;
  /** The end of the line. */
  last: Promise<unknown>;
  /** Wakes the first in line when a call is answered. */
  freed: (() => void) | null;
}

function openLanes(windows: readonly Window[], clock: PaceClock) {
  const lanes = new Map<string, Lane>();
  const longest = Math.max(...windows.map((window) => window.ms));
  const laneOf = (key: string): Lane => {
    const known = lanes.get(key);
    if (known) return known;
    for (const [old, lane] of lanes) if (isOver(lane, clock.now() - longest)) lanes.delete(old);
    const lane = { answered: [], out: 0, heldUntil: 0, waiting: 0, last: Promise.resolve(), freed: null };
    lanes.set(key, lane);
    return lane;
  };
  const room = async (lane: Lane, signal: AbortSignal) => {
    for (let wait = untilRoom(lane, windows, clock.now()); wait > 0; wait = untilRoom(lane, windows, clock.now())) {
      signal.throwIfAborted();
      await (wait === Number.POSITIVE_INFINITY ? anAnswer(lane, signal) : clock.sleep(wait, signal));
    }
    signal.throwIfAborted();
  };
  return {
    /** One at a time per key, and each only when there is room; `then` is waited for before it counts as out. */
    turn: (key: string, signal: AbortSignal, then: () => Promise<void>): Promise<Done> => {
      const lane = laneOf(key);
      lane.waiting += 1;
      const mine = lane.last
        .then(() => room(lane, signal))
        .then(then)
        .finally(() => {
          lane.waiting -= 1;
        })
        .then(() => goOut(lane, () => clock.now(), longest));
      lane.last = mine.catch(() => undefined);
      return mine;
    },
    hold: (key: string, until: number): void => {
      const lane = laneOf(key);
      lane.heldUntil = Math.max(lane.heldUntil, until);
    },
  };
}

function goOut(lane: Lane, now: () => number, longest: number): Done {
  lane.out += 1;
  return () => {
    lane.out -= 1;
    lane.answered = [...lane.answered.filter((at) => at > now() - longest), now()];
    lane.freed?.();
  };
}

function anAnswer(lane: Lane, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const off = () => reject(signal.reason);
    signal.addEventListener('abort', off, { once: true });
    lane.freed = () => {
      signal.removeEventListener('abort', off);
      lane.freed = null;
      resolve();
    };
  });
}

/** Milliseconds until one more fits every window; 0: now; infinite: not before another has been answered. */
function untilRoom(lane: Lane, windows: readonly Window[], now: number): number {
  const free = windows.map(({ most, ms }) => {
    if (lane.out >= most) return Number.POSITIVE_INFINITY;
    const oldest = lane.answered.at(lane.out - most);
    return oldest === undefined ? now : oldest + ms;
  });
  return Math.max(0, lane.heldUntil - now, ...free.map((at) => at - now));
}

function isOver(lane: Lane, before: number): boolean {
  return lane.waiting === 0 && lane.out === 0 && lane.heldUntil <= before && (lane.answered.at(-1) ?? 0) <= before;
}
