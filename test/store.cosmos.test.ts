import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';
import { describe } from 'vitest';
import { type CosmosOptions, openCosmos } from '../bot/store/cosmos.ts';
import type { Store } from '../bot/store/store.ts';
import type { Opened } from './contract/contract.ts';
import { type Asked, type Fault, startCosmosFake } from './cosmos-fake.ts';
import { startIndependentServer } from './cosmos-independent.ts';
import { storeContract } from './store.contract.ts';

const key = 'a2V5';
const noWait = () => Promise.resolve();

storeContract('the Cosmos store on our stand-in of the wire protocol', async () => {
  const fake = await startCosmosFake();
  return opened({ endpoint: fake.endpoint, key }, fake.close);
});

storeContract('the Cosmos store on our stand-in, every tenth request going wrong', async () => {
  const fake = await startCosmosFake();
  fake.fault = weather(fake.endpoint.length);
  return opened({ endpoint: fake.endpoint, key, pause: noWait }, fake.close);
});

/** What somebody else's server is known not to keep: its batches are not undone when a later operation fails. */
const batchesNotUndone: readonly string[] = [];
storeContract(
  'the Cosmos store on @vercel/cosmosdb-server',
  async () => {
    const server = await startIndependentServer();
    return opened({ endpoint: server.endpoint, key }, server.close);
  },
  batchesNotUndone,
);

/** COSMOS_ENDPOINT alone: with the identity of whoever runs it. COSMOS_KEY too: Microsoft's emulator, or an account that still has keys. */
const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: realKey } = process.env;
describe.runIf(endpoint)('for real', () => {
  storeContract('the Cosmos store on COSMOS_ENDPOINT', async () => {
    const access = realKey ? { key: realKey } : { credential: new DefaultAzureCredential() };
    const at = { endpoint: endpoint ?? '', database: 'samspil-contract', container: `contract-${randomUUID()}` };
    const client = new CosmosClient(
      realKey ? { endpoint: at.endpoint, key: realKey } : { endpoint: at.endpoint, aadCredentials: new DefaultAzureCredential() },
    );
    return opened({ ...at, ...access }, async () => {
      await client.database(at.database).container(at.container).delete();
      client.dispose();
    });
  });
});

async function opened(options: CosmosOptions, closeServer: () => Promise<void>): Promise<Opened> {
  const open: Store[] = [];
  const another = async () => {
    const store = await openCosmos(options);
    open.push(store);
    return store;
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

/** Faults by a fixed dice. A broken connection is left to writes: the SDK itself asks a read again, a second later. */
function weather(seed: number): (asked: Asked) => Fault | null {
  const anything: readonly Fault[] = [{ status: 429, retryAfterMs: 1 }, { status: 429 }, { status: 503 }, { status: 408 }, { status: 500 }];
  const writes: readonly Fault[] = [
    ...anything,
    { status: 449 },
    { status: 503, after: true },
    { status: 408, after: true },
    'lost',
    'lost',
    'reset',
  ];
  let dice = seed;
  return ({ kind }) => {
    dice = (dice * 48_271) % 2_147_483_647;
    if (dice % 10 !== 0) return null;
    const choice = kind === 'read' || kind === 'query' || kind === 'plan' ? anything : writes;
    return choice[Math.floor(dice / 10) % choice.length] ?? null;
  };
}
