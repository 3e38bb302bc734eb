import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../bot/store/sqlite.ts';
import type { Store } from '../bot/store/store.ts';
import { storeContract } from './store.contract.ts';

storeContract('the embedded store', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'samspil-'));
  const open: Store[] = [];
  const another = () => {
    const store = openSqlite(join(directory, 'samspil.db'));
    open.push(store);
    return store;
  };
  return {
    store: another(),
    another: async () => another(),
    close: async () => {
      for (const store of open) await store.close();
      rmSync(directory, { recursive: true });
    },
  };
});
