import type { Asked, Fault } from './fake.ts';

const anything: readonly Fault[] = [
  { status: 429, retryAfterMs: 1 },
  { status: 429 },
  { status: 503 },
  { status: 408 },
  { status: 500 },
  'behind',
];
const onWrites: readonly Fault[] = [
  ...anything,
  { status: 449 },
  { status: 503, after: true },
  { status: 408, after: true },
  'lost',
  'lost',
  'reset',
];

/** Every tenth request goes wrong, or as many as said, by a fixed dice. Broken connections are for writes: the SDK itself asks a read again, a second later. */
export function weather(seed: number, oneIn = 10): (asked: Asked) => Fault | null {
  let dice = seed;
  return ({ kind }) => {
    dice = (dice * 48_271) % 2_147_483_647;
    if (dice % oneIn !== 0) return null;
    const choice = kind === 'read' || kind === 'query' || kind === 'plan' ? anything : onWrites;
    return choice[Math.floor(dice / oneIn) % choice.length] ?? null;
  };
}
