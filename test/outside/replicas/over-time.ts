import { setTimeout } from 'node:timers/promises';

/** Spreads work evenly over a time, with a limit on how much runs at once, and does late work as soon as possible. */
export async function overTime(overMs: number, count: number, atOnce: number, work: (each: number) => Promise<void>): Promise<void> {
  const began = performance.now();
  let next = 0;
  const one = async () => {
    for (let each = next++; each < count; each = next++) {
      await setTimeout(Math.max(0, began + (overMs * each) / count - performance.now()));
      await work(each);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
