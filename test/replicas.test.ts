import { expect, test } from 'vitest';
import { killAmongReplicas } from './replicas/replicas.ts';

const sound = { wrongPresses: [], lost: [], unmarked: [], stale: [], twice: [], findings: [], unanchored: [], parked: 0 };

test('three replicas, killed in turn while people press: nothing lost, nothing twice, chains and anchor sound', {
  timeout: 600_000,
}, async () => {
  const size = { bodies: 4, persons: 3, presses: 24, notices: 30, overMs: 5_000, killEveryMs: 3_000 };
  const survived = await killAmongReplicas(size, 'embedded');
  expect(survived).toMatchObject(sound);
  expect(survived.kills).toBeGreaterThan(0);
});
