import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createHttpServer } from '@vercel/cosmosdb-server';

/**
 * Somebody else's Cosmos server, behind a door of ours that smooths two things which are no business of the bot's: it announces its
 * address as https, and it answers 500 to an operation of a batch that does not repeat the batch's partition key.
 */
export async function startIndependentServer(): Promise<{ readonly endpoint: string; readonly close: () => Promise<void> }> {
  const behind = createHttpServer();
  const target = await listen(behind);
  const door = createServer((request, response) => {
    forward(request, target, endpoint).then(
      ({ status, headers, body }) => {
        response.writeHead(status, headers);
        response.end(body);
      },
      () => response.destroy(),
    );
  });
  const endpoint = await listen(door);
  return { endpoint, close: () => Promise.all([stop(door), stop(behind)]).then(() => undefined) };
}

async function forward(request: IncomingMessage, target: string, endpoint: string) {
  const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers as Record<string, string>;
  const body = await read(request);
  const answer = await fetch(new URL(request.url ?? '/', target), {
    method: request.method ?? 'GET',
    headers,
    ...(body === ''
      ? {}
      : { body: headers['x-ms-cosmos-is-batch-request'] ? repeatKey(body, headers['x-ms-documentdb-partitionkey'] ?? '') : body }),
  });
  const text = await answer.text();
  const back = Object.fromEntries(
    [...answer.headers].filter(([name]) => !['content-length', 'content-encoding', 'transfer-encoding'].includes(name)),
  );
  return { status: answer.status, headers: back, body: request.url === '/' ? text.replaceAll(/https?:\/\/[^"]+/g, endpoint) : text };
}

function repeatKey(body: string, partitionKey: string): string {
  const operations = JSON.parse(body) as object[];
  return JSON.stringify(operations.map((operation) => ({ ...operation, partitionKey })));
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
}

function stop(server: Server): Promise<void> {
  return new Promise((stopped) => {
    server.close(() => stopped());
    server.closeAllConnections();
  });
}
