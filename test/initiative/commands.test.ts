import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { samspil, samspilAlone } from '../kit/commands.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const settings = () => ({ SAMSPIL_STORE: join(directory, 'samspil.db') });

describe('before anything has happened', () => {
  test('the agreement’s eight initiatives stand with nobody, and what nothing hangs under is named', async () => {
    const { out: said } = await samspilAlone(settings(), 'initiatives');
    expect(said.match(/nobody has it/g)).toHaveLength(8);
    expect(said).toContain('nothing under: Lighed i sundhed (vision-lighed)');
    const { initiatives } = JSON.parse((await samspil(settings(), 'initiatives', '--json', '--language', 'en')).out);
    expect(initiatives).toHaveLength(8);
    expect(initiatives[4]).toMatchObject({ name: 'Prevention for young people', owner: null, under: ['indhold-forebyggelse'] });
  });

  test('there is no work plan and no portfolio, and that is said', async () => {
    for (const command of ['work-plan', 'portfolio']) expect((await samspil(settings(), command)).out).toContain('is empty');
  });
});
