import { type CosmosOptions, openCosmos } from '../../../bot/store/cosmos.ts';
import type { Store } from '../../../bot/store/store.ts';
import type { Opened } from '../../store/contract/contract.ts';

export const key = 'a2V5';

/** A store on some server, as the contract wants it; `around` looks over its shoulder. */
export async function opened(
  options: CosmosOptions,
  closeServer: () => Promise<void>,
  around: (store: Store) => Store = (store) => store,
): Promise<Opened> {
  const open: Store[] = [];
  const another = async () => {
    const store = await openCosmos(options);
    open.push(store);
    return around(store);
  };
  return {
    store: await another(),
    another,
    close: async () => {
      for (const store of open) await store.close();
      await closeServer();
    },
  };
}
