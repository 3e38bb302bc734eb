import { expect, test } from 'vitest';
import fc from '../kit/seeded.ts';
import { killWhileCarryingOut, killWhileDelivering } from './kills/kills.ts';

/** Numbers from 0 to 1, the same on every run. */
function moments(): () => number {
  const drawn = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), 50)[Symbol.iterator]();
  return () => drawn.next().value ?? 0;
}

test.concurrent('killed while cards go out: none is lost, and every double is marked as uncertain', { timeout: 600_000 }, async () => {
  const delivered = await killWhileDelivering(3, 24, 4, 'embedded', moments());
  expect(delivered).toMatchObject({ lost: [], unmarked: [], parked: 0 });
});

test.concurrent('killed between two appends of one errand: each meeting is told exactly once', { timeout: 600_000 }, async () => {
  const carried = await killWhileCarryingOut(1, 24, 'embedded', moments());
  expect(carried).toMatchObject({ moves: 1, wrong: [] });
});

test.concurrent('the same with a store in Cosmos, every tenth request going wrong', { timeout: 600_000 }, async () => {
  const delivered = await killWhileDelivering(1, 10, 3, 'cosmos', moments());
  expect(delivered).toMatchObject({ lost: [], unmarked: [], parked: 0 });
  const carried = await killWhileCarryingOut(1, 6, 'cosmos', moments());
  expect(carried).toMatchObject({ moves: 1, wrong: [] });
});
