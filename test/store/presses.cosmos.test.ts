import { describe, vi } from 'vitest';

vi.stubEnv('JOURNEYS_ON', 'cosmos');

/** Forty people press at once against our stand-in for Cosmos, with every twentieth request failing. `JOURNEYS_ON=cosmos npx vitest run journey` does it with every journey. */
describe('the journey of forty presses on Cosmos', { timeout: 240_000 }, async () => {
  await import('../meeting/journey.presses.test.ts');
});
