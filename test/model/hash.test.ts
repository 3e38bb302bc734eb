import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readCharter } from '../../bot/model/read.ts';

const starter = join(import.meta.dirname, '..', '..', 'bot', 'model', 'starter');
const made: string[] = [];

/** Returns the hash of the working group's terms when a text in the model is replaced by another. */
function hashWith(replace = '', by = '', file = 'bodies.yaml'): string {
  const dir = mkdtempSync(join(tmpdir(), 'hash-'));
  made.push(dir);
  cpSync(starter, dir, { recursive: true });
  const text = readFileSync(join(dir, file), 'utf8');
  expect(text).toContain(replace);
  writeFileSync(join(dir, file), text.replace(replace, by));
  const read = readCharter(dir);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.charter.bodies[0]?.terms[0]?.hash ?? '';
}

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

describe('the content hash of terms', () => {
  const hash = hashWith();

  test.each([
    ['a number of seats', 'count: 3-4', 'count: 3-5'],
    ['an end', 'until: 2027-12-31', 'until: 2028-12-31'],
    ['what is above', 'above: { body: council, clause: reports }', 'above: unknown'],
    ['where a clause stands', 'T1 §3, line 20', 'T1 §3, line 21'],
  ])('the hash of the terms changes with %s', (_what, replace, by) => {
    expect(hashWith(replace, by)).not.toBe(hash);
  });

  test.each([
    ['a better word in a clause', 'Meets four to five', 'Holds four to five'],
    ['an added comment or line', 'bodies:\n', '# Another comment\n\nbodies:\n'],
    ['the order of fields', '            role: chair\n            sector: north\n', '            sector: north\n            role: chair\n'],
    ['what the software does about a clause', 'enforced: year-is-owed', 'enforced: year-wheel'],
    ['deadlines a body sets for itself', '    kind: group\n', '    kind: group\n    deadlines: { itemsDays: 21 }\n'],
    [
      'solutions that a body follows, and a clause on patients',
      '        decides: [daily-matters]\n',
      '        decides: [daily-matters]\n        patients: daily-matters\n        portfolio: { solutions: [], clause: daily-matters }\n',
    ],
    ['another body', 'Decides for the harbour.', 'Decides for the town.'],
  ])('the hash of the terms does not change with %s', (_what, replace, by) => {
    expect(hashWith(replace, by)).toBe(hash);
  });

  test('the hash of the terms does not change with the collaboration’s defaults, which are not in the document', () => {
    expect(hashWith('keySectors: [north, south]', 'keySectors: [north]', 'collaboration.yaml')).toBe(hash);
  });
});
