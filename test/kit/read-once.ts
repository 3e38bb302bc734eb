import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { readCharter } from '../../bot/model/read.ts';

const known = new Map<string, { readonly written: string; readonly read: ReturnType<typeof readCharter> }>();

/** The model in a folder, read once for all the tests of a process; again where a file has been written since. */
export function readOnce(dir: string): ReturnType<typeof readCharter> {
  const written = writtenIn(resolve(dir));
  const before = known.get(resolve(dir));
  if (before && before.written === written) return before.read;
  const read = readCharter(dir);
  known.set(resolve(dir), { written, read });
  return read;
}

/** What tells two states of a folder apart: its files, and when each of them was written. */
function writtenIn(dir: string): string {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return '';
  const files = readdirSync(dir).map((file) => [file, statSync(join(dir, file), { bigint: true })] as const);
  return files.map(([file, { ino, size, mtimeNs, ctimeNs }]) => [file, ino, size, mtimeNs, ctimeNs].join(' ')).join('\n');
}

/** The charter of the five documents. */
export function documentsCharter(): Charter {
  const read = readOnce(join(import.meta.dirname, '..', '..', 'seeds'));
  if ('errors' in read) throw new Error(`the seeds do not hold together: ${JSON.stringify(read.errors[0])}`);
  return read.charter;
}
