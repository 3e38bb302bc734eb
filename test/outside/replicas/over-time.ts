import { setTimeout } from 'node:timers/promises';

/** Work spread evenly over a time, so many at once; what is late is done as soon as it can be. */
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
