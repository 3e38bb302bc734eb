import { defineConfig } from 'vitest/config';
import { compiled } from './test/kit/compiled.ts';
import { LongFirst } from './test/kit/sequence.ts';

/** These change what every module of a process sees, so each of them has a process of its own. */
const alone = ['test/**/*.cosmos.test.ts', 'test/**/*.container.test.ts', 'test/teams/late.test.ts', 'test/cards/texts.test.ts'];

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
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: alone, isolate: false } },
    ],
  },
});
