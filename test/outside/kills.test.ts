import { expect, test } from 'vitest';
import fc from '../kit/seeded.ts';
import { killWhileCarryingOut, killWhileDelivering } from './kills/kills.ts';

/** Draws numbers from 0 to 1, the same on every run. */
function moments(): () => number {
  const drawn = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), 50)[Symbol.iterator]();
  return () => drawn.next().value ?? 0;
}

test.concurrent('a bot killed while sending cards loses none, and marks every possible double as uncertain', {
  timeout: 600_000,
}, async () => {
  const delivered = await killWhileDelivering(3, 24, 4, 'embedded', moments());
  expect(delivered).toMatchObject({ lost: [], unmarked: [], parked: 0 });
});

test.concurrent('a bot killed between the two appends of an errand still tells each meeting exactly once', {
  timeout: 600_000,
}, async () => {
  const carried = await killWhileCarryingOut(1, 24, 'embedded', moments());
  expect(carried).toMatchObject({ moves: 1, wrong: [] });
});

test.concurrent('a bot killed with a store in Cosmos that fails every tenth request loses no card and tells each meeting once', {
  timeout: 600_000,
}, async () => {
  const delivered = await killWhileDelivering(1, 10, 3, 'cosmos', moments());
  expect(delivered).toMatchObject({ lost: [], unmarked: [], parked: 0 });
  const carried = await killWhileCarryingOut(1, 6, 'cosmos', moments());
  expect(carried).toMatchObject({ moves: 1, wrong: [] });
});
