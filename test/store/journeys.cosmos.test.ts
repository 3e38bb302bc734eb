import { describe, vi } from 'vitest';

vi.stubEnv('JOURNEYS_ON', 'cosmos');

/**
 * The first journeys and a year of meetings once more, remembered in Cosmos on our stand-in, every twentieth request going wrong.
 * `JOURNEYS_ON=cosmos npx vitest run test/journey.` does it with all of them.
 */
describe('on Cosmos', async () => {
  await import('../meeting/journey.first-meeting.test.ts');
  await import('../channel/journey.parked.test.ts');
  await import('../meeting/journey.presses.test.ts');
  await import('../meeting/journey.typing.test.ts');
  await import('../meeting/journey.correction.test.ts');
  await import('../year/journey.test.ts');
});
