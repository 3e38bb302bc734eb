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
  test('at first nobody has the agreement’s eight initiatives, and goals with nothing under them are named', async () => {
    const { out: said } = await samspilAlone(settings(), 'initiatives');
    expect(said.match(/nobody has it/g)).toHaveLength(8);
    expect(said).toContain('nothing under: Lighed i sundhed (vision-lighed)');
    const { initiatives } = JSON.parse((await samspil(settings(), 'initiatives', '--json', '--language', 'en')).out);
    expect(initiatives).toHaveLength(8);
    expect(initiatives[4]).toMatchObject({ name: 'Prevention for young people', owner: null, under: ['indhold-forebyggelse'] });
  });

  test('the command says that there is no work plan and no portfolio yet', async () => {
    for (const command of ['work-plan', 'portfolio']) expect((await samspil(settings(), command)).out).toContain('is empty');
  });
});
