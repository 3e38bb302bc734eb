import { storeAddress } from './address.ts';
import { signedInAs } from './identity.ts';
import type { Movable } from './movable.ts';
import { openSqlite } from './sqlite.ts';
import type { RoundTrip, Store } from './store.ts';

export interface StoreOptions {
  /** Client id of the managed identity to use; without one, whatever identity this machine has. */
  readonly identity?: string;
  readonly observe?: (trip: RoundTrip) => void;
  /** What is only rehearsed need not survive a power cut. */
  readonly surviving?: 'a power cut' | 'the process';
}

/** The store at an address. The packages for Azure are loaded only where they are used. */
export async function openStore(
  address: string,
  { identity, observe = () => undefined, surviving = 'a power cut' }: StoreOptions = {},
): Promise<Store & Movable> {
  const at = storeAddress(address);
  if (at.kind === 'file') return openFile(at.file, surviving);
  const { openCosmos } = await import('./cosmos.ts');
  const common = { endpoint: at.endpoint, ...at.names, observe };
  if (at.key !== null) return openCosmos({ ...common, key: at.key });
  return openCosmos({ ...common, credential: await signedInAs(identity) });
}

export class StoreNotOpened extends Error {
  readonly code = 'store-not-opened';
}

function openFile(file: string, surviving: 'a power cut' | 'the process'): Store & Movable {
  try {
    return openSqlite(file, surviving);
  } catch (cause) {
    throw new StoreNotOpened(`The store ${file} cannot be opened: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  }
}
