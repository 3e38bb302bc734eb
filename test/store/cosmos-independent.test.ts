import type { Append, Store } from '../../bot/store/store.ts';
import { startIndependentServer } from '../kit/cosmos/independent.ts';
import { key, opened } from '../kit/cosmos/opened.ts';
import { storeContract } from './contract.ts';

/**
 * This server, written by others, is known to break one promise. It does not undo a batch whose later operation fails, so the loser of a race
 * leaves its cause behind and is told for ever that it has written.
 */
const cannot = ['forty writers who retry after a conflict all get their entry recorded'];

storeContract(
  'the Cosmos store on @vercel/cosmosdb-server',
  async () => {
    const server = await startIndependentServer();
    return opened({ endpoint: server.endpoint, key }, server.close, halfWritten());
  },
  cannot,
);

/** Throws when an append is repeatedly said to have been written although no writer was told that it was. */
function halfWritten(): (store: Store) => Store {
  const told = new Set<string>();
  const seen = new Map<string, number>();
  const nameOf = ({ stream, cause }: Append) => `${stream} ${cause}`;
  return (store) => ({
    ...store,
    append: async (append) => {
      const appended = await store.append(append);
      const name = nameOf(append);
      if (appended.result === 'appended') told.add(name);
      if (appended.result === 'seen') seen.set(name, (seen.get(name) ?? 0) + 1);
      if (!told.has(name) && (seen.get(name) ?? 0) > 3) throw new Error(`half of ${name} was left behind`);
      return appended;
    },
  });
}
