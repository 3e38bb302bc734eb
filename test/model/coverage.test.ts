import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { clausesOf, holdAgainst, readCoverage } from '../../bot/model/coverage.ts';
import { readCharter } from '../../bot/model/read.ts';

const seeds = join(import.meta.dirname, '..', '..', 'seeds');
const made: string[] = [];
const charter = charterOf(seeds);

function charterOf(dir: string): Charter {
  const read = readCharter(dir);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.charter;
}

/** Returns the messages when a text of the coverage is replaced by another. */
function saidWith(replace: string | RegExp, by: string): readonly string[] {
  const dir = folder();
  cpSync(join(seeds, 'coverage.yaml'), join(dir, 'coverage.yaml'));
  const text = readFileSync(join(dir, 'coverage.yaml'), 'utf8');
  expect(text).toMatch(replace);
  writeFileSync(join(dir, 'coverage.yaml'), text.replace(replace, by));
  return readCoverage(dir, charter).map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'coverage-'));
  made.push(dir);
  return dir;
}

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

describe('the coverage of the documents', () => {
  test('every line of every document is covered exactly once, and every clause lies in a range', () => {
    expect(readCoverage(seeds, charter)).toEqual([]);
    expect(clausesOf(charter).length).toBeGreaterThan(200);
  });

  test('a line in no range is reported as a gap', () => {
    expect(saidWith('lines: 17-22', 'lines: 18-22')).toEqual([expect.stringContaining('D0 has lines in no range: 17.')]);
  });

  test('a line in two ranges is reported as an overlap', () => {
    expect(saidWith('lines: 17-22', 'lines: 16-22')).toEqual([expect.stringContaining('Line 16 of D0 is in more than one range.')]);
  });

  test('a document whose last line is not covered is reported', () => {
    expect(saidWith('lines: 177-180', 'lines: 177-179')).toEqual([expect.stringContaining('D0 ends at line 180, its ranges at 179.')]);
  });

  test('a clause in no range is reported as missing', () => {
    expect(saidWith('clauses: [it-2015.opdrag]', 'nothing: true')).toEqual([
      expect.stringContaining('"it-2015.opdrag" is in no range of the lines it was read from.'),
    ]);
  });

  test('a clause in a range of other lines than its own is reported as missing', () => {
    const said = saidWith(
      /clauses: \[it-2015.opdrag\]([\s\S]*?)clauses: \[it-2015.milepaele\]/,
      'nothing: true$1clauses: [it-2015.milepaele, it-2015.opdrag]',
    );
    expect(said).toEqual([expect.stringContaining('"it-2015.opdrag" is in no range')]);
  });

  test('a clause that is not in the model is reported', () => {
    expect(saidWith('[it-2015.opdrag]', '[it-2015.opdrag, it-2015.nowhere]')).toEqual([
      expect.stringContaining('There is no clause "it-2015.nowhere".'),
    ]);
  });

  test('a document that has changed since the model was read from it is reported by its hash and its length', () => {
    const dir = folder();
    for (const { file } of charter.collaboration.documents) writeFileSync(join(dir, file), 'Noget helt andet\n');
    const said = holdAgainst(charter, dir).map(({ message }) => message);
    expect(said).toHaveLength(2 * charter.collaboration.documents.length);
    expect(said[0]).toBe('D0 is not the text that the model was read from: its sha256 is another.');
    expect(said[1]).toBe('D0 has 1 lines; the model says 180.');
  });
});
