import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Charter, Clause, Source } from '../governance/charter/charter.ts';
import { isPage, type ModelError, type Page, readPage } from './page.ts';
import { coverageFile } from './read.ts';
import { type CoverageData, coverageShape } from './shape.ts';

type DocumentCoverage = CoverageData['documents'][number];
interface Range {
  readonly first: number;
  readonly last: number;
}

/** What became of every line of the documents, as far as it does not hold together: gaps, overlaps, clauses read from nowhere. */
export function readCoverage(dir: string, charter: Charter): readonly ModelError[] {
  const path = join(dir, coverageFile);
  if (!existsSync(path)) return [{ file: coverageFile, line: 1, message: 'This file is missing.' }];
  const page = readPage(path, coverageShape);
  if (!isPage(page)) return page;
  return [...checkDocuments(page, charter), ...checkClauses(page, charter), ...checkUncovered(page, charter)];
}

/** What differs between the documents in a folder and those the model was read from. */
export function holdAgainst(charter: Charter, documents: string): readonly ModelError[] {
  return charter.collaboration.documents.flatMap(({ short, file, sha256, lines }) => {
    const path = join(documents, file);
    if (!existsSync(path)) return [{ file, line: 1, message: `${short} is not in ${documents}.` }];
    const content = readFileSync(path);
    const counted = content.toString('utf8').split('\n').length - 1;
    const errors: ModelError[] = [];
    if (createHash('sha256').update(content).digest('hex') !== sha256) {
      errors.push({ file, line: 1, message: `${short} is not the text that the model was read from: its sha256 is another.` });
    }
    if (counted !== lines) errors.push({ file, line: counted, message: `${short} has ${counted} lines; the model says ${lines}.` });
    return errors;
  });
}

/** Every document once, and in each every line once, from the first to the last. */
function checkDocuments(page: Page<CoverageData>, charter: Charter): readonly ModelError[] {
  const errors: ModelError[] = [];
  const covered = page.data.documents;
  for (const { short } of charter.collaboration.documents) {
    const times = covered.filter(({ document }) => document === short).length;
    if (times !== 1) errors.push({ file: page.file, line: 1, message: `${short} stands here ${times} times; it should stand once.` });
  }
  covered.forEach((document, at) => {
    const known = charter.collaboration.documents.find(({ short }) => short === document.document);
    const line = page.lineOf(['documents', at, 'document']);
    if (!known) errors.push({ file: page.file, line, message: `There is no document "${document.document}".` });
    else if (known.sha256 !== document.sha256)
      errors.push({ file: page.file, line, message: `The sha256 of ${known.short} is another here.` });
    if (known) errors.push(...checkLines(page, document, at, known.lines));
  });
  return errors;
}

function checkLines(page: Page<CoverageData>, { document, ranges }: DocumentCoverage, at: number, lines: number): readonly ModelError[] {
  const errors: ModelError[] = [];
  let next = 1;
  ranges.forEach((range, nth) => {
    const line = page.lineOf(['documents', at, 'ranges', nth, 'lines']);
    const { first, last } = rangeOf(range.lines);
    if (first > next) errors.push({ file: page.file, line, message: `${document} has lines in no range: ${written(next, first - 1)}.` });
    if (first < next) errors.push({ file: page.file, line, message: `Line ${first} of ${document} is in more than one range.` });
    if (last < first) errors.push({ file: page.file, line, message: `Lines ${range.lines} end before they begin.` });
    if ((range.clauses === undefined) === (range.nothing === undefined)) {
      errors.push({ file: page.file, line, message: 'A range has either clauses or "nothing: true".' });
    }
    next = last + 1;
  });
  if (next !== lines + 1) {
    errors.push({
      file: page.file,
      line: page.lineOf(['documents', at]),
      message: `${document} ends at line ${lines}, its ranges at ${next - 1}.`,
    });
  }
  return errors;
}

/** Every clause named in a range is in the model, every part too. */
function checkClauses(page: Page<CoverageData>, charter: Charter): readonly ModelError[] {
  const clauses = new Set(clausesOf(charter).map(({ id }) => id));
  const parts = new Set(charter.agreement.map(({ id }) => id));
  return page.data.documents.flatMap(({ ranges }, at) =>
    ranges.flatMap((range, nth) => {
      const line = page.lineOf(['documents', at, 'ranges', nth, 'lines']);
      const noClause = (range.clauses ?? []).filter((id) => !clauses.has(id)).map((id) => `There is no clause "${id}".`);
      const noPart = (range.parts ?? []).filter((id) => !parts.has(id)).map((id) => `There is no part of the agreement "${id}".`);
      return [...noClause, ...noPart].map((message) => ({ file: page.file, line, message }));
    }),
  );
}

/** Every clause, and every part of the agreement, is in a range of the lines it was read from. */
function checkUncovered(page: Page<CoverageData>, charter: Charter): readonly ModelError[] {
  const isIn = (id: string, source: Source, listed: (range: DocumentCoverage['ranges'][number]) => readonly string[] | undefined) =>
    page.data.documents.some(
      ({ document, ranges }) =>
        document === source.document && ranges.some((range) => listed(range)?.includes(id) && meets(rangeOf(range.lines), source)),
    );
  const clauses = clausesOf(charter).filter(({ id, source }) => !isIn(id, source, (range) => range.clauses));
  const parts = charter.agreement.filter(({ id, source }) => !isIn(id, source, (range) => range.parts));
  return [...clauses, ...parts].map(({ id }) => ({
    file: page.file,
    line: 1,
    message: `"${id}" is in no range of the lines it was read from.`,
  }));
}

/** Every clause of the model once, also where several bodies share it. */
export function clausesOf(charter: Charter): readonly Clause[] {
  const all = [...charter.clauses, ...charter.bodies.flatMap(({ terms }) => terms).flatMap(({ clauses }) => clauses)];
  return [...new Map(all.map((clause) => [clause.id, clause])).values()];
}

function meets({ first, last }: Range, { lines }: Source): boolean {
  return !lines || (lines[0] <= last && lines[1] >= first);
}

function written(first: number, last: number): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

function rangeOf(written: string): Range {
  const [first = 0, last = first] = written.split('-').map(Number);
  return { first, last };
}
