import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { RecordName } from '../bot/store/record-name.ts';
import type { Store } from '../bot/store/store.ts';

interface Stamp {
  readonly stamp: string;
}

/** A hash of these folders' files and of what is given beside them. */
export async function stampOf(folders: readonly URL[], beside: unknown): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of (await readdir(folder, { recursive: true })).filter((each) => /\.(ts|json)$/.test(each)).sort())
      hash.update(file).update(await readFile(new URL(file, folder)));
  }
  return hash.update(JSON.stringify(beside)).digest('hex');
}

/** Does what a new stamp asks for, and remembers the stamp once that is done; null: the stamp is known. */
export async function whereNew<T>(store: Store, name: RecordName, stamp: string, work: () => Promise<T>): Promise<T | null> {
  const known = await store.record<Stamp>(...name);
  if (known?.value.stamp === stamp) return null;
  const done = await work();
  await store.putRecord<Stamp>(...name, { stamp }, known?.version ?? null);
  return done;
}
