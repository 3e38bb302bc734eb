import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';
import { describe } from 'vitest';
import settings from '../../infra/cosmos-container.json' with { type: 'json' };
import { opened } from '../kit/cosmos/opened.ts';
import { storeContract } from './contract.ts';

/**
 * This runs against Microsoft's own Cosmos: `COSMOS_ENDPOINT=https://… COSMOS_KEY=… npx vitest run test/store.cosmos-real.test.ts`. The emulator has a key,
 * and each promise gets a container of its own there. Without a key it is an account that knows whoever runs this: COSMOS_CONTAINER names a
 * container of it, made for this from infra/cosmos-container.json, which is emptied before each promise.
 */
const { COSMOS_ENDPOINT: endpoint = '', COSMOS_KEY: key, COSMOS_CONTAINER: container = '' } = process.env;

describe.runIf(endpoint)('for real', () => {
  storeContract('the Cosmos store on COSMOS_ENDPOINT', () => (key ? inOwnContainer(key) : inEmptied()));
});

async function inOwnContainer(withKey: string) {
  const at = { endpoint, database: 'samspil-contract', container: randomUUID() };
  return opened({ ...at, key: withKey }, async () => {
    const client = new CosmosClient({ endpoint, key: withKey });
    await client.database(at.database).container(at.container).delete();
    client.dispose();
  });
}

async function inEmptied() {
  const credential = new DefaultAzureCredential();
  const client = new CosmosClient({ endpoint, aadCredentials: credential });
  const emptied = client.database(settings.database).container(container);
  const { resources } = await emptied.items.query<{ id: string; pk: string }>('SELECT c.id, c.pk FROM c').fetchAll();
  for (const { id, pk } of resources) await emptied.item(id, pk).delete();
  client.dispose();
  return opened({ endpoint, container, credential }, async () => undefined);
}
