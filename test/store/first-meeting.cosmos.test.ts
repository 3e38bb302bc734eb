import { describe, vi } from 'vitest';

vi.stubEnv('JOURNEYS_ON', 'cosmos');

/** The journey of a first meeting runs once more against our stand-in for Cosmos, with every twentieth request failing. `JOURNEYS_ON=cosmos npx vitest run journey` does it with every journey. */
describe('the journey of a first meeting on Cosmos', { timeout: 240_000 }, async () => {
  await import('../meeting/journey.first-meeting.test.ts');
});
