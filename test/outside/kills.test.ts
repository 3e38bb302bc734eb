import { expect, test } from 'vitest';
import { killWhileCarryingOut, killWhileDelivering } from './kills/kills.ts';

test.concurrent('killed while cards go out: none is lost, and every double is marked as uncertain', { timeout: 600_000 }, async () => {
  const delivered = await killWhileDelivering(5, 40, 8, 'embedded');
  expect(delivered).toMatchObject({ lost: [], unmarked: [], parked: 0 });
});

test.concurrent('killed between two appends of one errand: each meeting is told exactly once', { timeout: 600_000 }, async () => {
  const carried = await killWhileCarryingOut(1, 40, 'embedded');
  expect(carried).toMatchObject({ moves: 1, wrong: [] });
});

test.concurrent('the same with a store in Cosmos, every tenth request going wrong', { timeout: 600_000 }, async () => {
  const delivered = await killWhileDelivering(2, 14, 4, 'cosmos');
  expect(delivered).toMatchObject({ lost: [], unmarked: [], parked: 0 });
  const carried = await killWhileCarryingOut(1, 8, 'cosmos');
  expect(carried).toMatchObject({ moves: 1, wrong: [] });
});
