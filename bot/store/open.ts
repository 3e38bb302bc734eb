import { openSqlite } from './sqlite.ts';
import type { Movable, RoundTrip, Store } from './store.ts';

export interface StoreOptions {
  /** Client id of the managed identity to use; without one, whatever identity this machine has. */
  readonly identity?: string;
  readonly observe?: (trip: RoundTrip) => void;
}

/**
 * A file's name, `sqlite:` before it or not, or `cosmos:https://<account>…[/<database>/<container>]`. `?key=…` at the end only where Cosmos is stood in for on this very machine.
 * The packages for Azure are loaded only where they are used.
 */
export async function openStore(url: string, { identity, observe = () => undefined }: StoreOptions = {}): Promise<Store & Movable> {
  if (/^https?:/.test(url)) throw new StoreAddressWrong(`${url} names no store; Cosmos DB is written cosmos:${url}`);
  const file = fileOf(url);
  if (file !== null) return openFile(file);

  const address = new URL(url.slice('cosmos:'.length));
  const [database, container] = address.pathname.split('/').filter(Boolean);
  const named = { ...(database && { database }), ...(container && { container }) };
  const { openCosmos } = await import('./cosmos.ts');
  const key = address.searchParams.get('key');
  if (key !== null) {
    if (!isHere(address)) throw new StoreAddressWrong('a key opens Cosmos DB only on this machine; elsewhere the bot has an identity');
    return openCosmos({ endpoint: `${address.origin}/`, ...named, key, observe });
  }
  if (address.protocol !== 'https:') throw new StoreAddressWrong(`${address.origin} is not https`);
  const { DefaultAzureCredential, ManagedIdentityCredential } = await import('@azure/identity');
  const credential = identity ? new ManagedIdentityCredential({ clientId: identity }) : new DefaultAzureCredential();
  return openCosmos({ endpoint: `${address.origin}/`, ...named, credential, observe });
}

/** The file an address names; null: it names no file. */
export function fileOf(url: string): string | null {
  return url.startsWith('cosmos:') ? null : url.replace(/^sqlite:/, '');
}

export class StoreAddressWrong extends Error {
  readonly code = 'store-address-wrong';
}
export class StoreNotOpened extends Error {
  readonly code = 'store-not-opened';
}

function openFile(file: string): Store & Movable {
  try {
    return openSqlite(file);
  } catch (cause) {
    throw new StoreNotOpened(`The store ${file} cannot be opened: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  }
}

function isHere({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
