import { randomUUID } from 'node:crypto';
import type { Container, JSONObject, JSONValue, OperationInput } from '@azure/cosmos';
import { type RoundTrip, StoreUnavailable } from '../store.ts';
import { failureOf, type Pause, persist, statusSeen, type Trouble, troubleOf } from './faults.ts';
import type { Draft, StoredItem } from './items.ts';

export type Stored<T extends StoredItem> = T & { readonly _etag: string };
export interface Step {
  readonly item: StoredItem;
  /** null: it must not exist yet; 'any': over whatever stands, only while copying. */
  readonly etag: string | null | 'any';
}
/** The step that stopped a batch, of which nothing was written. */
interface Stopped {
  readonly at: number;
  readonly status: number;
}
interface Question {
  readonly where: string;
  readonly given?: Readonly<Record<string, JSONValue>>;
  /** null: all partitions. */
  readonly partition: string | null;
  readonly select?: string;
  readonly orderBy?: string;
  readonly top?: number;
}

/** The container, with every answer looked at: its status, its cost, and whether it came at all. `call` is who asks, for the observer. */
export interface Wire {
  readonly read: <T extends StoredItem>(call: string, partition: string, id: string) => Promise<Stored<T> | null>;
  readonly ask: <Row>(call: string, question: Question) => Promise<readonly Row[]>;
  /** False: somebody else wrote first, and nothing was written. */
  readonly put: (call: string, item: StoredItem, etag: string | null) => Promise<boolean>;
  /** Reads, changes and writes, again when somebody else wrote meanwhile. Null from `change` leaves all as it is. */
  readonly swap: <T extends StoredItem>(
    call: string,
    partition: string,
    id: string,
    change: (was: T | null) => Draft<T> | null,
  ) => Promise<Draft<T> | null>;
  /** All steps or none. */
  readonly batch: (call: string, partition: string, steps: readonly Step[]) => Promise<Stopped | null>;
  /** Gone, whether it was there or not. */
  readonly erase: (call: string, partition: string, id: string) => Promise<void>;
  readonly pause: (round: number) => Promise<void>;
}

const swaps = 12;
/** -1, which leaves the size to Cosmos, makes the SDK merge an ordered query over partitions for ever. */
const pageSize = 500;

export function openWire(container: Container, pause: Pause, observe: (trip: RoundTrip) => void): Wire {
  const wire: Wire = { read, ask, put, swap, batch, erase, pause: (round) => pause(Math.min(500, 10 * 2 ** round) * Math.random()) };
  return wire;

  async function read<T extends StoredItem>(call: string, partition: string, id: string): Promise<Stored<T> | null> {
    const answer = await trip(call, async () => {
      const response = await container.item(id, partition).read<Stored<T>>();
      return { ...response, status: statusSeen(response.statusCode, response.substatus), units: response.requestCharge };
    });
    return answer.status === 404 ? null : (answer.resource ?? null);
  }

  async function ask<Row>(call: string, { where, given = {}, partition, select = '*', orderBy, top }: Question): Promise<readonly Row[]> {
    const first = `SELECT ${top === undefined ? '' : `TOP ${top} `}${select} FROM c WHERE `;
    const query = `${first}${partition === null ? '' : 'c.pk = @pk AND '}${where}${orderBy ? ` ORDER BY ${orderBy}` : ''}`;
    const all = partition === null ? given : { ...given, pk: partition };
    const parameters = Object.entries(all).map(([name, value]) => ({ name: `@${name}`, value }));
    const answer = await trip(call, async () => {
      const options = { maxItemCount: pageSize, ...(partition === null ? {} : { partitionKey: partition }) };
      const response = await container.items.query<Row>({ query, parameters }, options).fetchAll();
      return { resource: response.resources, status: 200, units: response.requestCharge };
    });
    if (!answer.resource) throw new Error(`a query was answered ${answer.status}`);
    return answer.resource;
  }

  async function put(call: string, item: StoredItem, etag: string | null): Promise<boolean> {
    const answer = await trip(call, async () => {
      const accessCondition = { type: 'IfMatch', condition: etag ?? '' };
      const response =
        etag === null ? await container.items.create(item) : await container.item(item.id, item.pk).replace(item, { accessCondition });
      return { status: response.statusCode, units: response.requestCharge };
    });
    if (answer.status < 300) return true;
    return (await read(call, item.pk, item.id))?.write === item.write;
  }

  async function swap<T extends StoredItem>(call: string, partition: string, id: string, change: (was: T | null) => Draft<T> | null) {
    const write = randomUUID();
    for (let round = 0; round < swaps; round++) {
      if (round > 0) await wire.pause(round);
      const was = await read<T>(call, partition, id);
      if (was?.write === write) return was;
      const next = change(was);
      if (next === null) return null;
      if (await put(call, written(next, write), was?._etag ?? null)) return next;
    }
    throw new StoreUnavailable(`too many write ${id} at once`, 'no', null);
  }

  async function batch(call: string, partition: string, steps: readonly Step[]): Promise<Stopped | null> {
    return persist(pause, async () => {
      try {
        // Made anew each time: the SDK writes into what it is given.
        const response = await container.items.batch(steps.map(toOperation), partition, { contentResponseOnWriteEnabled: false });
        const results = response.result ?? [];
        const at = results.findIndex(({ statusCode }) => statusCode >= 300 && statusCode !== 424);
        const status = results[at]?.statusCode ?? response.code ?? 200;
        observe({ call, status, units: Number(response.headers['x-ms-request-charge'] ?? 0) });
        if (at >= 0) return troubleOf(status) ?? { at, status };
        if (results.length === steps.length && results.every(({ statusCode }) => statusCode < 300)) return null;
        throw new Error(`a batch on ${partition} neither succeeded nor says what stopped it`);
      } catch (fault) {
        return passing(call, fault);
      }
    });
  }

  async function erase(call: string, partition: string, id: string): Promise<void> {
    await trip(call, async () => {
      const response = await container.item(id, partition).delete();
      return { status: response.statusCode, units: response.requestCharge };
    });
  }

  /** A request whose statuses 404, 409 and 412 are answers; every other failure is passing or a fault. */
  function trip<T extends { readonly status: number; readonly units: number }>(
    call: string,
    request: () => Promise<T>,
  ): Promise<Partial<T> & { readonly status: number }> {
    return persist(pause, async () => {
      try {
        const answer = await request();
        observe({ call, status: answer.status, units: answer.units });
        return troubleOf(answer.status) ?? answer;
      } catch (fault) {
        const { status, units } = failureOf(fault);
        if (status !== 404 && status !== 409 && status !== 412) return passing(call, fault);
        observe({ call, status, units });
        return { status } as Partial<T> & { readonly status: number };
      }
    });
  }

  function passing(call: string, fault: unknown): Trouble {
    const { status, retryAfterMs, units } = failureOf(fault);
    const trouble = troubleOf(status, retryAfterMs);
    if (!trouble) throw fault;
    observe({ call, status: trouble.status, units });
    return trouble;
  }
}

/** Named, so that its answer may be lost and still be known. */
export function written<T extends StoredItem>(draft: Draft<T>, write: string = randomUUID()): T {
  return { ...draft, write } as T;
}

function toOperation({ item, etag }: Step): OperationInput {
  const resourceBody = { ...item } as unknown as JSONObject;
  if (etag === null) return { operationType: 'Create', resourceBody };
  if (etag === 'any') return { operationType: 'Upsert', resourceBody };
  return { operationType: 'Replace', id: item.id, resourceBody, ifMatch: etag };
}
