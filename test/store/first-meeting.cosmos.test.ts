import { describe, vi } from 'vitest';

vi.stubEnv('JOURNEYS_ON', 'cosmos');

/** A first meeting once more, remembered in Cosmos on our stand-in, every twentieth request going wrong. `JOURNEYS_ON=cosmos npx vitest run journey` does it with every journey. */
describe('on Cosmos', { timeout: 60_000 }, async () => {
  await import('../meeting/journey.first-meeting.test.ts');
});
