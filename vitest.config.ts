import { defineConfig } from 'vitest/config';
import { compiled } from './test/kit/compiled.ts';

export default defineConfig({
  test: {
    env: compiled,
    setupFiles: ['test/kit/watched.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'dist/tests.json' }]],
  },
});
