interface Window {
  readonly most: number;
  readonly ms: number;
}

const windows = {
  send: [
    { most: 7, ms: 1_000 },
    { most: 8, ms: 2_000 },
    { most: 60, ms: 30_000 },
    { most: 1_800, ms: 3_600_000 },
  ],
  read: [
    { most: 14, ms: 1_000 },
    { most: 16, ms: 2_000 },
    { most: 120, ms: 30_000 },
    { most: 3_600, ms: 3_600_000 },
  ],
} satisfies Record<string, readonly Window[]>;
const perTenant = { most: 50, ms: 1_000 };
const mostKept = 3_600;

/**
 * Teams' limits for sending to a channel, for reading its members, and for all calls of a tenant. Milliseconds to wait; refused calls do not
 * count.
 */
export function openLimits(): (channel: string, kind: keyof typeof windows, at: number) => number {
  const went = new Map<string, number[]>();
  return (channel, kind, at) => {
    const mine = `${kind} ${channel}`;
    const waits = [...windows[kind].map((window) => [mine, window] as const), ['the tenant', perTenant] as const].map(
      ([key, { most, ms }]) => {
        const oldest = (went.get(key) ?? []).at(-most);
        return oldest === undefined ? 0 : oldest + ms - at;
      },
    );
    const wait = Math.max(0, ...waits);
    if (wait === 0) for (const key of [mine, 'the tenant']) went.set(key, [...(went.get(key) ?? []).slice(-mostKept), at]);
    return wait;
  };
}
