import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Charter } from '../governance/charter.ts';
import { buildCharter } from './build.ts';
import { checkModel } from './check.ts';
import { isPage, type ModelError, type Page, readPage } from './page.ts';
import { collaborationShape, type PageData, pageShape } from './shape.ts';

const collaborationFile = 'collaboration.yaml';
/** Stands in the model's folder, but is about the documents. */
export const coverageFile = 'coverage.yaml';

/** The charter that a folder of YAML states, or everything that is wrong with it, each with file and line. */
export function readCharter(dir: string): { readonly charter: Charter } | { readonly errors: readonly ModelError[] } {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return { errors: [{ file: dir, line: 1, message: 'There is no such folder.' }] };
  const files = readdirSync(dir)
    .filter((file) => /\.ya?ml$/.test(file) && file !== coverageFile)
    .sort();
  if (!files.includes(collaborationFile)) {
    return { errors: [{ file: collaborationFile, line: 1, message: 'This file is missing.' }] };
  }
  const collaboration = readPage(join(dir, collaborationFile), collaborationShape);
  const read = files.filter((file) => file !== collaborationFile).map((file) => readPage(join(dir, file), pageShape));
  const pages = read.filter((each): each is Page<PageData> => isPage(each));
  const unread = [collaboration, ...read].flatMap((each) => (isPage<unknown>(each) ? [] : each));
  if (!isPage(collaboration)) return { errors: inOrder(unread) };

  const written = { collaboration, pages };
  const errors = [...unread, ...checkModel(written, pages.length === read.length)];
  return errors.length > 0 ? { errors: inOrder(errors) } : { charter: buildCharter(written) };
}

function inOrder(errors: readonly ModelError[]): readonly ModelError[] {
  return errors.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
