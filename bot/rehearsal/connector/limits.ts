const windows = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
];
const perTenant = { most: 50, ms: 1_000 };

/** Teams' limits for sending to a channel, and to all channels of a tenant. Milliseconds to wait; refused calls do not count. */
export function openLimits(): (channel: string, at: number) => number {
  const went = new Map<string, number[]>();
  return (channel, at) => {
    const waits = [...windows.map((window) => [channel, window] as const), ['the tenant', perTenant] as const].map(
      ([key, { most, ms }]) => {
        const oldest = (went.get(key) ?? []).at(-most);
        return oldest === undefined ? 0 : oldest + ms - at;
      },
    );
    const wait = Math.max(0, ...waits);
    if (wait === 0) for (const key of [channel, 'the tenant']) went.set(key, [...(went.get(key) ?? []).slice(-1_800), at]);
    return wait;
  };
}
