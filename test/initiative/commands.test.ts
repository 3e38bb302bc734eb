import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function samspil(...words: readonly string[]): Promise<string> {
  const cli = join(import.meta.dirname, '..', '..', 'bot', 'cli.ts');
  const env = { ...process.env, SAMSPIL_STORE: join(directory, 'samspil.db') };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, ...words], { env }, (fault, out, err) => (fault ? reject(new Error(err)) : resolve(out)));
  });
}

describe('before anything has happened', { timeout: 30_000 }, () => {
  test('the agreement’s eight initiatives stand with nobody, and what nothing hangs under is named', async () => {
    const said = await samspil('initiatives');
    expect(said.match(/nobody has it/g)).toHaveLength(8);
    expect(said).toContain('nothing under: Lighed i sundhed (vision-lighed)');
    const { initiatives } = JSON.parse(await samspil('initiatives', '--json', '--language', 'en'));
    expect(initiatives).toHaveLength(8);
    expect(initiatives[4]).toMatchObject({ name: 'Prevention for young people', owner: null, under: ['indhold-forebyggelse'] });
  });

  test('there is no work plan and no portfolio, and that is said', async () => {
    for (const command of ['work-plan', 'portfolio']) expect(await samspil(command)).toContain('is empty');
  });
});
