import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCharter } from '../../bot/model/read.ts';

const whole = join(import.meta.dirname, '..', '..', 'bot', 'model', 'starter');
const folder = join(import.meta.dirname, 'broken');
const cases = readdirSync(folder).sort();
const made: string[] = [];

/** A model is broken by replacing a text in one of its files with another, or by taking the file away. */
interface Break {
  readonly in: string;
  readonly replace?: string;
  readonly with?: string;
  readonly remove?: true;
  /** `file:line: sentence` */
  readonly says: readonly string[];
}

function breakOf(name: string): Break {
  return parse(readFileSync(join(folder, name), 'utf8'));
}

/** Returns the errors of the starter model with all these breaks in it. */
function errorsWith(breaks: readonly Break[]): readonly string[] {
  const dir = mkdtempSync(join(tmpdir(), 'broken-model-'));
  made.push(dir);
  cpSync(whole, dir, { recursive: true });
  for (const each of breaks) {
    const file = join(dir, each.in);
    if (each.remove) rmSync(file);
    else {
      const text = readFileSync(file, 'utf8');
      expect(text).toContain(each.replace);
      writeFileSync(file, text.replace(each.replace ?? '', each.with ?? ''));
    }
  }
  const read = readCharter(dir);
  return 'errors' in read ? read.errors.map(({ file, line, message }) => `${file}:${line}: ${message}`) : [];
}

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

describe('the errors of a broken model', () => {
  test('at least twenty breaks of a model are tried, and a model without a break gives no error', () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
    expect(errorsWith([])).toEqual([]);
  });

  test.each(cases)('the break in %s is reported with its file and line', (name) => {
    const broken = breakOf(name);
    expect(errorsWith([broken])).toEqual(broken.says);
  });

  test.each([
    ['of one kind', ['unknown-time-zone.yaml', 'unknown-sector.yaml', 'more-to-fewer.yaml']],
    ['in three bodies of one file', ['no-such-date.yaml', 'language-missing.yaml', 'one-name-two-bodies.yaml']],
    ['in one body', ['two-states.yaml', 'unknown-field.yaml', 'unknown-sector.yaml']],
    ['in both files', ['no-such-day-of-the-year.yaml', 'source-not-readable.yaml', 'unknown-body-above.yaml']],
    ['of different kinds', ['unknown-field.yaml', 'no-such-date.yaml', 'unknown-country.yaml']],
  ])('three breaks %s give all three errors at once', (_kind, names) => {
    const three = names.map(breakOf);
    expect(errorsWith(three).toSorted()).toEqual(three.flatMap((each) => each.says).toSorted());
  });

  test('each break gives a message of its own', () => {
    const said = cases.flatMap((name) => breakOf(name).says.map((each) => each.replace(/^[^ ]+ /, '')));
    expect(new Set(said).size).toBe(said.length);
  });

  test('a model folder that does not exist gives one plain sentence', () => {
    expect(readCharter(join(tmpdir(), 'no-model-here'))).toMatchObject({ errors: [{ message: 'There is no such folder.' }] });
  });
});
