import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createHttpServer } from '@vercel/cosmosdb-server';

/**
 * Somebody else's Cosmos server, behind a door of ours that smooths two things which are no business of the bot's: it announces its
 * address as https, and it answers 500 to an operation of a batch that does not repeat the batch's partition key.
 */
export async function startIndependentServer(): Promise<{ readonly endpoint: string; readonly close: () => Promise<void> }> {
  const server = createHttpServer({ keepAlive: true });
  const [answer] = server.listeners('request');
  server.removeAllListeners('request').on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/') announceAs(endpoint, response);
    if (!request.headers['x-ms-cosmos-is-batch-request']) return answer?.(request, response);
    return repeatingKey(request).then(
      (batch) => answer?.(batch, response),
      () => response.destroy(),
    );
  });
  const endpoint = await listen(server);
  return { endpoint, close: () => stop(server) };
}

/** What is answered names the address at which the server is asked. */
function announceAs(endpoint: string, response: ServerResponse): void {
  const end = response.end.bind(response);
  response.end = (text: unknown) => {
    response.removeHeader('content-length');
    return end(String(text).replaceAll(/https?:\/\/[^"]+/g, endpoint));
  };
}

/** The request of a batch as if the bot had sent the partition key with each operation. */
async function repeatingKey(request: IncomingMessage): Promise<IncomingMessage> {
  const { method, url, headers } = request;
  const body = repeatKey(await read(request), headers['x-ms-documentdb-partitionkey']?.toString() ?? '');
  const { 'content-length': _, ...rest } = headers;
  return Object.assign(Readable.from([Buffer.from(body)]), { method, url, headers: rest }) as IncomingMessage;
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
