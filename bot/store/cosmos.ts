import { setTimeout as wait } from 'node:timers/promises';
import { type ContainerRequest, CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import type { TokenCredential } from '@azure/identity';
import settings from '../../infra/cosmos-container.json' with { type: 'json' };
import { type Pause, patiently } from './cosmos/faults.ts';
import { cosmosLedger } from './cosmos/ledger.ts';
import { cosmosMoving } from './cosmos/moving.ts';
import { cosmosOutbox } from './cosmos/outbox.ts';
import { cosmosRecords } from './cosmos/records.ts';
import { openTouches } from './cosmos/watching.ts';
import { openWire } from './cosmos/wire.ts';
import type { Movable } from './movable.ts';
import type { RoundTrip, Store } from './store.ts';

/** A key only where there is no identity: on a developer's machine. With one, database and container are made where they are missing. */
type CosmosAccess = { readonly credential: TokenCredential } | { readonly key: string };
export type CosmosOptions = CosmosAccess & {
  readonly endpoint: string;
  readonly database?: string;
  readonly container?: string;
  /** Every request with its cost, as the answer's header tells it. */
  readonly observe?: (trip: RoundTrip) => void;
  readonly pause?: Pause;
};

/** The store in one container of Cosmos DB for NoSQL. Any number of processes may have it open. Refuses an account with several write regions. */
export async function openCosmos(options: CosmosOptions): Promise<Store & Movable> {
  const { database = settings.database, container = settings.container.id, observe = () => undefined, pause = wait } = options;
  const client = new CosmosClient(clientOptions(options));
  await checkOneWriteRegion(client, pause);
  if ('key' in options) await makeContainer(client, database, container);
  await checkContainer(client, pause, database, container);
  const wire = openWire(client.database(database).container(container), pause, observe);
  const touches = openTouches(wire);
  const [ledger, records] = [cosmosLedger(wire, touches), cosmosRecords(wire, touches)];
  return {
    ...ledger,
    ...cosmosOutbox(wire, touches),
    ...records,
    ...cosmosMoving(wire, ledger, records),
    close: async () => client.dispose(),
  };
}

/** The SDK's own retries of 429 are off: it asks again at once where no wait is named. Requests end well before anybody stops waiting. */
function clientOptions(options: CosmosOptions): CosmosClientOptions {
  const connectionPolicy = {
    requestTimeout: 5_000,
    retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 0 },
  };
  const common = { endpoint: options.endpoint, consistencyLevel: 'Session', connectionPolicy } as const;
  return 'key' in options ? { ...common, key: options.key } : { ...common, aadCredentials: options.credential };
}

/** With several write regions Cosmos tells two writers yes and drops one of them later: no ETag would guard anything. */
async function checkOneWriteRegion(client: CosmosClient, pause: Pause): Promise<void> {
  const { resource } = await patiently(pause, () => client.getDatabaseAccount());
  if (resource && (resource.enableMultipleWritableLocations || resource.writableLocations.length > 1)) {
    throw new Error('this Cosmos DB account has several write regions; the ledger needs exactly one');
  }
}

/** A container that is missing would read as an empty store. */
async function checkContainer(client: CosmosClient, pause: Pause, database: string, container: string): Promise<void> {
  const { resource } = await patiently(pause, () => client.database(database).container(container).read());
  const [path] = resource?.partitionKey?.paths ?? [];
  const [due] = settings.container.partitionKey.paths;
  if (path !== due) throw new Error(`the container ${database}/${container} is parted by ${path}, and must be by ${due}`);
}

async function makeContainer(client: CosmosClient, database: string, container: string): Promise<void> {
  await client.databases.createIfNotExists({ id: database });
  await client.database(database).containers.createIfNotExists({ ...(settings.container as ContainerRequest), id: container });
}
