import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemas } from './schema.ts';

const starter = join(import.meta.dirname, 'starter');

/** Writes the small commented model into a new or empty folder; null: there is something in it already. */
export function initModel(dir: string): readonly string[] | null {
  if (existsSync(dir) && readdirSync(dir).length > 0) return null;
  mkdirSync(dir, { recursive: true });
  cpSync(starter, dir, { recursive: true });
  return [...readdirSync(starter).sort(), ...writeSchemas(dir)];
}

/** Writes the JSON Schemas into a folder. */
export function writeSchemas(dir: string): readonly string[] {
  const files = Object.entries(schemas());
  for (const [file, text] of files) writeFileSync(join(dir, file), text);
  return files.map(([file]) => file);
}
