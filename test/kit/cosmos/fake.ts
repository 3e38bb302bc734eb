import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type FakeOperation, understand } from './fake-ask.ts';
import { type Answer, type AskedItem, FakeContainer } from './fake-container.ts';

/**
 * What goes wrong: a status instead of the answer, before anything is done (`after: true`: done all the same); `reset`: the connection
 * breaks before anything is done; `lost`: everything is done and the answer never comes.
 */
export type Fault =
  | { readonly status: 408 | 410 | 429 | 449 | 500 | 503; readonly retryAfterMs?: number; readonly after?: boolean }
  /** The replica asked has not heard of this session's last write yet. */
  | 'behind'
  | 'reset'
  | 'lost';
export interface Asked {
  readonly kind: FakeOperation;
  readonly partition: string | null;
  readonly body: string;
  /** How many requests for items came before this one. */
  readonly number: number;
}
export interface Counted {
  readonly kind: FakeOperation;
  readonly status: number | 'reset' | 'lost';
  readonly units: number;
}
export interface CosmosFake {
  readonly endpoint: string;
  readonly counted: Counted[];
  /** Asked before every request for items; null: all is well. */
  fault: (asked: Asked) => Fault | null;
  /** Everything stored, to look at. */
  readonly items: () => readonly AskedItem[];
  readonly close: () => Promise<void>;
}

export interface FakeOptions {
  readonly multipleWriteRegions?: boolean;
  readonly physicalPartitions?: 1 | 2;
}
interface Asking {
  readonly dbs: string | undefined;
  readonly database: string;
  readonly colls: string | undefined;
  readonly name: string;
  readonly what: string | undefined;
  readonly container: FakeContainer | undefined;
}

/**
 * A small stand-in for Cosmos DB for NoSQL that speaks its wire protocol, so that the real SDK talks to it. It encodes Microsoft's
 * documented status codes as we read them, and nothing of how our store uses them. Two physical partitions and one write region unless asked.
 */
export async function startCosmosFake({ multipleWriteRegions = false, physicalPartitions = 2 }: FakeOptions = {}): Promise<CosmosFake> {
  const containers = new Map<string, FakeContainer>();
  const databases = new Set<string>();
  const counted: Counted[] = [];
  const fake = { fault: (_: Asked): Fault | null => null };
  let number = 0;

  const server = createServer((request, response) => {
    void read(request).then((body) => route(request, response, body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;

  function route(request: IncomingMessage, response: ServerResponse, body: string): void {
    const [, dbs, database = '', colls, name = '', what, id] = (request.url ?? '/').split('/').map(decodeURIComponent);
    const container = containers.get(`${database}/${name}`);
    if (request.headers.authorization && container && what === 'docs') items(container, request, response, body, id);
    else send(response, besides(request, body, { dbs, database, colls, name, what, container }));
  }

  function besides(request: IncomingMessage, body: string, { dbs, database, colls, name, what, container }: Asking): Answer {
    if (!request.headers.authorization) return fail(401, 'Required Header authorization is missing.');
    if (!dbs) return account(request.headers.host ?? '');
    if (request.method === 'POST' && !database) return create(databases, readId(body), { id: readId(body) });
    if (!databases.has(database)) return fail(404, 'Resource Not Found.');
    if (!colls) return { status: 200, body: { id: database }, units: 1 };
    if (request.method === 'POST' && !name) return createContainer(database, body);
    if (!container) return fail(404, 'Resource Not Found.');
    return what === 'pkranges'
      ? { status: 200, body: container.ranges(), units: 0 }
      : { status: 200, body: container.definition, units: 1 };
  }

  function items(container: FakeContainer, request: IncomingMessage, response: ServerResponse, body: string, id: string | undefined): void {
    const header = (name: string) => request.headers[name]?.toString() ?? null;
    const ask = understand(request.method ?? '', header, body, id);
    const fault = fake.fault({ kind: ask.kind, partition: ask.partition, body, number: number++ });
    const count = (status: Counted['status'], units: number) => counted.push({ kind: ask.kind, status, units });
    if (fault === 'reset') {
      count('reset', 0);
      request.socket.destroy();
      return;
    }
    const doIt = fault === null || fault === 'lost' || (typeof fault === 'object' && fault.after === true);
    const answer = doIt ? container.answer(ask) : fail(503, 'Not done.');
    if (fault === 'lost') {
      count('lost', answer.units);
      request.socket.destroy();
      return;
    }
    if (fault === 'behind') {
      count(404, 1);
      send(response, {
        ...fail(404, 'The read session is not available for the input session token.'),
        headers: { 'x-ms-substatus': '1002' },
      });
      return;
    }
    const told = fault === null ? answer : { ...fail(fault.status, `Fault ${fault.status}.`), ...retryAfter(fault.retryAfterMs) };
    count(told.status, told.units);
    send(response, told);
  }

  function createContainer(database: string, body: string): Answer {
    const key = `${database}/${readId(body)}`;
    if (containers.has(key)) return fail(409, 'Resource with specified id or name already exists.');
    const container = new FakeContainer(JSON.parse(body), physicalPartitions);
    containers.set(key, container);
    return { status: 201, body: container.definition, units: 1 };
  }

  /** Names itself as it was asked for, which may be an account's name that leads here. */
  function account(host: string): Answer {
    const databaseAccountEndpoint = endpoint.includes(`//${host}/`) ? endpoint : `https://${host}:443/`;
    const here = [{ name: 'Here', databaseAccountEndpoint }];
    const there = [...here, { name: 'There', databaseAccountEndpoint }];
    return {
      status: 200,
      units: 0,
      body: {
        id: 'fake',
        _rid: 'fake.documents',
        writableLocations: multipleWriteRegions ? there : here,
        readableLocations: there,
        enableMultipleWriteLocations: multipleWriteRegions,
        userConsistencyPolicy: { defaultConsistencyLevel: 'Session' },
      },
    };
  }

  return Object.assign(fake, {
    endpoint,
    counted,
    items: () => [...containers.values()].flatMap((container) => container.everything()),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  });
}

function fail(status: number, message: string): Answer {
  return { status, body: { code: String(status), message }, units: status === 429 ? 0 : 1 };
}

function retryAfter(ms: number | undefined): Pick<Answer, 'headers'> {
  return ms === undefined ? {} : { headers: { 'x-ms-retry-after-ms': String(ms) } };
}

function create(known: Set<string>, id: string, body: unknown): Answer {
  if (known.has(id)) return fail(409, 'Resource with specified id or name already exists.');
  known.add(id);
  return { status: 201, body, units: 1 };
}

function readId(body: string): string {
  const { id } = JSON.parse(body) as { id: string };
  return id;
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'x-ms-activity-id': randomUUID(),
    'x-ms-request-charge': String(answer.units),
    ...answer.headers,
  });
  response.end(answer.body === null ? '' : JSON.stringify(answer.body));
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
