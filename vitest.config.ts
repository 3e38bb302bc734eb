import { defineConfig } from 'vitest/config';
import { compiled } from './test/kit/compiled.ts';
import { LongFirst } from './test/kit/sequence.ts';

/** These change what every module of a process sees, so each of them has a process of its own. */
const alone = ['test/**/*.container.test.ts', 'test/teams/late.test.ts', 'test/cards/texts.test.ts'];

/** Whole years, whole journeys on Cosmos or killed after every append, walks through all cards, kills, and tours in a browser: `npm run long`, which `.ci/run` runs after the others. */
const long = [
  'test/**/*.cosmos.test.ts',
  'test/channel/journey.reversible.test.ts',
  'test/milestone/journey.two-years-of-check-ins.test.ts',
  'test/model/adopt.test.ts',
  'test/outside/kills.test.ts',
  'test/people/needed-now.test.ts',
  'test/rehearsal/tour.browser.test.ts',
  'test/rehearsal/two-persons.browser.test.ts',
  'test/scheduler/gathering.stops.test.ts',
  'test/year/journey.year-of-prompts.test.ts',
];

/** `npm run truth` shakes every world before it closes, on a slow store too. */
const patience = process.env.TRUTH_COUNTS ? 30 * 60_000 : null;

export default defineConfig({
  test: {
    env: compiled,
    setupFiles: ['test/kit/oracle/watched.ts'],
    testTimeout: patience ?? 30_000,
    hookTimeout: patience ?? 60_000,
    /** Some wait for a process or a browser, while two cores compute for the others. */
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    reporters: ['default', ['json', { outputFile: 'dist/tests.json' }]],
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      // The product keeps nothing in its modules: files that share a process load it once.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: [...alone, ...long], isolate: false } },
      { extends: true, test: { name: 'long', include: long } },
    ],
  },
});
