import { existsSync } from 'node:fs';
import { fileOf } from '../store/address.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import type { Output } from './output.ts';

/** What a command prints instead of its answer when it cannot be given; it ends with exit code 1. */
export class CommandFailed extends Error {
  readonly code = 'command-failed';
}

/** Opens the store for one command and closes it. A file that is not there is an empty store, and is not made by looking. */
export async function withStore<T>(file: string, work: (store: Store) => Promise<T>): Promise<T> {
  const local = fileOf(file);
  const store = await openStore(local === null || existsSync(local) ? file : ':memory:');
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Opens the store to record something in it; it is made where there is none yet. */
export async function withStoreToWrite<T>(file: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(file);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Null: there is something in it. Otherwise the sentence that says it is empty. */
export async function emptiness(store: Store, file: string): Promise<string | null> {
  const [any] = await store.heads(null, Number.MAX_SAFE_INTEGER);
  if (any) return null;
  const local = fileOf(file);
  return local === null || existsSync(local) ? `The store ${file} is empty.` : `The store ${file} is empty: there is no such file yet.`;
}

/** For a command that still has something to say of an empty store: what it says stands alone on its output. */
export async function warnIfEmpty(store: Store, file: string, output: Output): Promise<void> {
  const empty = await emptiness(store, file);
  if (empty !== null) output.warn(empty);
}
