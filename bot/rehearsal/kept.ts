import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Written } from './connector/people.ts';
import type { StandingPost } from './connector/teams.ts';
import type { Role } from './world/cast.ts';

/** What the room has besides the ledger: the channels and people of its Teams, what stands there, what has been read, and its clock. */
export interface KeptRoom {
  readonly at: string;
  readonly cast: readonly Role[];
  readonly posts: readonly StandingPost[];
  readonly written: readonly Written[];
  /** The newest thing somebody has seen in a channel. */
  readonly read: Readonly<Record<string, string>>;
  /** Somebody has had the ledger checked. */
  readonly proven?: boolean;
}

/** The file beside the store; null: the store is in memory, and so is all this. */
export function keptFile(store: string | null): string | null {
  return store === null || store === ':memory:' ? null : `${store}.room.json`;
}

/** `unfinished`: the room was ended before its world was made. */
export async function readKept(file: string | null): Promise<KeptRoom | 'unfinished' | null> {
  if (file === null) return null;
  try {
    return JSON.parse(await readFile(file, 'utf8')) ?? 'unfinished';
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
    throw fault;
  }
}

/** Written whole or not at all; null while the world is being made. */
export async function writeKept(file: string, kept: KeptRoom | null): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(kept));
  await rename(`${file}.new`, file);
}

/** A store from before there was a room is kept under another name, and said so. */
export async function setAside(store: string, say: (line: string) => void): Promise<void> {
  const aside = `${store}.before-the-room`;
  try {
    await rename(store, aside);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return;
    throw fault;
  }
  for (const end of ['-wal', '-shm']) await rename(`${store}${end}`, `${aside}${end}`).catch(() => undefined);
  say(`${store} was not made in the rehearsal room. It has been kept as ${aside}.`);
}

/** The store and what is kept beside it are gone. */
export async function forget(store: string): Promise<void> {
  for (const file of [store, `${store}-wal`, `${store}-shm`, keptFile(store) ?? '']) await rm(file, { force: true });
}
