import { killWhileCarryingOut, killWhileDelivering } from './kills.ts';
import type { Where } from './stage.ts';

/** `npm run kills` is the long run of what `test/outside/kills.test.ts` does a little of. */
for (const where of ['embedded', 'cosmos'] satisfies Where[]) {
  const delivered = await killWhileDelivering(50, 200, 20, where, Math.random);
  console.log(
    `${where}: 50 kills while 200 notices went out: ${delivered.lost.length} lost, ${delivered.doubles.length} doubles of which ${delivered.unmarked.length} unmarked, ${delivered.uncertain} marked uncertain, ${delivered.parked} parked`,
  );
  const carried = await killWhileCarryingOut(10, 60, where, Math.random);
  console.log(
    `${where}: ${carried.moves} kills while ${carried.meetings} meetings were told to follow, ${carried.between} of them between two appends: ${carried.wrong.length} not told exactly once`,
  );
  const wrong = [...delivered.lost, ...delivered.unmarked, ...carried.wrong];
  if (wrong.length > 0 || delivered.parked > 0) {
    console.error(wrong.join('\n'));
    process.exitCode = 1;
  }
}
