import { readdirSync } from 'node:fs';
import { describe, vi } from 'vitest';

vi.stubEnv('JOURNEYS_ON', 'cosmos');

/** Every journey once more, remembered in Cosmos on our stand-in, every tenth request going wrong. */
for (const file of readdirSync(import.meta.dirname).filter((name) => /^journey\..*\.test\.ts$/.test(name))) {
  describe(`on Cosmos: ${file.split('.')[1]}`, async () => {
    await import(`./${file}`);
  });
}
