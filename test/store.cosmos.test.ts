import { openCosmos } from '../bot/store/cosmos.ts';
import type { Store } from '../bot/store/store.ts';
import { startCosmosFake } from './cosmos-fake.ts';
import { storeContract } from './store.contract.ts';

storeContract('the Cosmos store on our stand-in', async () => {
  const fake = await startCosmosFake();
  const open: Store[] = [];
  const another = async () => {
    const store = await openCosmos({ endpoint: fake.endpoint, key: 'a2V5' });
    open.push(store);
    return store;
  };
  return {
    store: await another(),
    another,
    close: async () => {
      for (const store of open) await store.close();
      await fake.close();
    },
  };
});
