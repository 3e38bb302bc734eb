import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { openHandle } from '../bot/handle.ts';
import { openSqlite } from '../bot/store/sqlite.ts';
import { openTick } from '../scheduler/tick.ts';
import { charter } from '../test/kit/charter.ts';
import { median, ratio } from './figures.ts';

/** What a minute's tick costs with few and with many meetings planned, of which none, and then ten, are due. */
const sizes = [100, 10_000, 100_000];
const ticks = 200;
const due = 10;
const model = charter();
const morning = Temporal.Instant.from('2015-02-02T09:00:00Z');
const quiet = { info: () => undefined, error: () => undefined };

await costWith(100);
const costs = [];
for (const size of sizes) costs.push(await costWith(size));
const [least] = costs;
console.log('one tick, median');
for (const { size, idle, busy } of costs) {
  const idleRatio = ratio(idle, least?.idle ?? idle);
  const busyRatio = ratio(busy, least?.busy ?? busy);
  console.log(
    `  ${String(size).padStart(7)} meetings   nothing due ${idle.toFixed(3)} ms ${idleRatio}   ${due} meetings over ${busy.toFixed(2)} ms ${busyRatio}`,
  );
}

async function costWith(size: number) {
  const folder = await mkdtemp(join(tmpdir(), 'samspil-bench-'));
  const store = openSqlite(join(folder, 'samspil.db'));
  const handle = openHandle(
    store,
    () => model,
    (ms) => setTimeout(ms),
  );
  const tick = openTick({ store, charter: () => model, handle, skewMs: 60_000, log: quiet });
  const plan = async (id: number, start: Temporal.Instant) => {
    const when = { start: start.toString(), end: start.add({ hours: 1 }).toString() };
    const what = { body: 'panel', place: null, link: { ref: 'none', mac: 'none' }, joint: [], extraordinary: false, reason: null };
    await handle({
      stream: `meeting/m${id}`,
      command: { type: 'PlanMeeting', ...what, ...when },
      by: { kind: 'operator' },
      cause: `operator:bench.${id}`,
      now: morning,
    });
  };
  /** Far away, so that nothing of them is due; some begin and end today, ten in each of the hours to come. */
  for (let each = 0; each < size; each += 500) {
    const some = Array.from({ length: Math.min(500, size - each) }, (_, at) => each + at);
    await Promise.all(
      some.map((id) =>
        plan(id, id < 5 * due ? morning.add({ minutes: 60 * (1 + Math.floor(id / due)) }) : morning.add({ hours: 24 * 60 + (id % 5_000) })),
      ),
    );
  }
  await tick(morning);
  const idle: number[] = [];
  for (let each = 0; each < ticks; each++) idle.push(await timed(() => tick(morning.add({ seconds: each }))));
  const busy: number[] = [];
  for (let hour = 2; hour <= 6; hour++) busy.push(await timed(() => tick(morning.add({ hours: hour }))));
  await store.close();
  await rm(folder, { recursive: true });
  return { size, idle: median(idle), busy: median(busy) };
}

async function timed(work: () => Promise<number>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
