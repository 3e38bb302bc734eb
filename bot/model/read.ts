import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Charter } from '../governance/charter/charter.ts';
import { buildCharter, type WrittenModel } from './build.ts';
import { checkModel } from './check.ts';
import type { Complete } from './known.ts';
import { type ModelError, readParts } from './page.ts';
import { collaborationShape, pageShape } from './shape.ts';

const collaborationFile = 'collaboration.yaml';
/** Stands in the model's folder, but is about the documents. */
export const coverageFile = 'coverage.yaml';

/** The charter that a folder of YAML states, or everything that is wrong with it, each with file and line. */
export function readCharter(dir: string): { readonly charter: Charter } | { readonly errors: readonly ModelError[] } {
  const read = readWritten(dir);
  if ('missing' in read) return { errors: [read.missing] };
  const { written, complete, unread } = read;
  if (!written) return { errors: inOrder(unread) };
  const errors = [...unread, ...checkModel(written, complete)];
  return errors.length > 0 ? { errors: inOrder(errors) } : { charter: buildCharter(written) };
}

/** What stands in a folder, file by file, not yet held together; `written: null`: what holds for the whole cannot be read. */
export function readWritten(
  dir: string,
):
  | { readonly written: WrittenModel | null; readonly complete: Complete; readonly unread: readonly ModelError[] }
  | { readonly missing: ModelError } {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return { missing: { file: dir, line: 1, message: 'There is no such folder.' } };
  const files = readdirSync(dir)
    .filter((file) => /\.ya?ml$/.test(file) && file !== coverageFile)
    .sort();
  if (!files.includes(collaborationFile)) return { missing: { file: collaborationFile, line: 1, message: 'This file is missing.' } };
  const collaboration = readParts(join(dir, collaborationFile), collaborationShape);
  const read = files.filter((file) => file !== collaborationFile).map((file) => readParts(join(dir, file), pageShape));
  const pages = read.flatMap(({ page }) => (page ? [page] : []));
  const leftOut = read.flatMap((each) => each.leftOut);
  const everyFile = pages.length === read.length;
  const complete = {
    settings: collaboration.leftOut.every(([field]) => field === 'calendar' || field === 'defaults'),
    bodies: everyFile && leftOut.every((path) => path.length > 2),
    clauses: everyFile && leftOut.length === 0,
  };
  const unread = [collaboration, ...read].flatMap(({ errors }) => errors);
  return { written: collaboration.page ? { collaboration: collaboration.page, pages } : null, complete, unread };
}

function inOrder(errors: readonly ModelError[]): readonly ModelError[] {
  return errors.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
