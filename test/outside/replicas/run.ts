import type { Where } from '../kills/stage.ts';
import { killAmongReplicas } from './replicas.ts';

/** `npm run replicas` runs this, and with a store’s name after it on that store only. */
const size = { bodies: 20, persons: 5, presses: 300, notices: 500, overMs: 150_000, killEveryMs: 4_000 };
const stores: readonly Where[] = ['embedded', 'cosmos'];
for (const where of stores.filter((each) => (process.argv[2] ?? each) === each)) {
  const { troubles, ...survived } = await killAmongReplicas(size, where);
  const rows = Object.entries(survived).map(([what, found]) => [what, typeof found === 'number' ? found : found.length]);
  console.log(`three replicas on one store (${where})`);
  for (const [what, found] of [...rows, ...Object.entries(troubles)])
    console.log(`  ${String(what).padEnd(16)}${String(found).padStart(8)}`);
  const { wrongPresses, lost, unmarked, stale, twice, findings, unanchored, parked } = survived;
  const wrong = [...wrongPresses, ...lost, ...unmarked, ...stale, ...twice, ...findings, ...unanchored];
  if (wrong.length > 0 || parked > 0) {
    console.error(wrong.join('\n'));
    process.exitCode = 1;
  }
}
