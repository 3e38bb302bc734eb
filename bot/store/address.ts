/** Where a store is, read from its address. */
export type StoreAddress =
  | { readonly kind: 'file'; readonly file: string }
  | {
      readonly kind: 'cosmos';
      readonly endpoint: string;
      readonly names: { readonly database?: string; readonly container?: string };
      /** Only where Cosmos is stood in for on this very machine; null: the bot has an identity. */
      readonly key: string | null;
    };

export class StoreAddressWrong extends Error {
  readonly code = 'store-address-wrong';
}

/** A file's name, `sqlite:` before it or not, or `cosmos:https://<account>…[/<database>/<container>]`, which may end in `?key=…` on this machine. */
export function storeAddress(address: string): StoreAddress {
  if (/^https?:/.test(address)) throw new StoreAddressWrong(`${address} names no store; Cosmos DB is written cosmos:${address}`);
  const file = fileOf(address);
  if (file !== null) return { kind: 'file', file };

  const url = address.slice('cosmos:'.length);
  if (!URL.canParse(url))
    throw new StoreAddressWrong(`"${url}" is no address of an account; it is written cosmos:https://<account>.documents.azure.com`);
  const { origin, protocol, hostname, pathname, searchParams } = new URL(url);
  const [database, container] = pathname.split('/').filter(Boolean);
  const names = { ...(database && { database }), ...(container && { container }) };
  const key = searchParams.get('key');
  if (key === null && protocol !== 'https:') throw new StoreAddressWrong(`${origin} is not https`);
  if (key !== null && !here.has(hostname)) {
    throw new StoreAddressWrong('a key opens Cosmos DB only on this machine; elsewhere the bot has an identity');
  }
  return { kind: 'cosmos', endpoint: `${origin}/`, names, key };
}

/** The file an address names; null: it names no file. */
export function fileOf(address: string): string | null {
  return address.startsWith('cosmos:') ? null : address.replace(/^sqlite:/, '');
}

const here = new Set(['localhost', '127.0.0.1', '[::1]']);
