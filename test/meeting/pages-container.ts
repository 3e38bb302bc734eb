import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type PagesContainer = Awaited<ReturnType<typeof startPagesContainer>>;
interface Held {
  readonly type: string;
  readonly html: string;
}
type Fault = readonly [status: number, code: string];

/** A container of Azure Blob Storage on this machine, over HTTP: Put Blob by whoever has the token, and nothing else. */
export async function startPagesContainer(name: string, token: string) {
  const held = new Map<string, Held>();
  const faults: Fault[] = [];
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked++;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const html = Buffer.concat(parts).toString('utf8');
    const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [container = '', blob = '', ...more] = pathname.slice(1).split('/').map(decodeURIComponent);
    const { headers, method } = request;
    const put = method === 'PUT' && container === name && blob !== '' && more.length === 0 && search === '';
    const fault: Fault | undefined =
      headers.authorization === `Bearer ${token}`
        ? put && headers['x-ms-blob-type'] === 'BlockBlob' && headers['x-ms-version']
          ? faults.shift()
          : [400, 'InvalidHeaderValue']
        : [403, 'AuthenticationFailed'];
    if (fault) {
      const [status, code] = fault;
      const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}\nRequestId:1</Message></Error>`;
      response.writeHead(status, { 'content-type': 'application/xml', 'x-ms-error-code': code }).end(body);
      return;
    }
    held.set(blob, { type: String(headers['x-ms-blob-content-type'] ?? headers['content-type']), html });
    response.writeHead(201, { etag: `"${asked}"`, 'x-ms-request-id': String(asked) }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    held,
    /** The faults that the next puts are answered with, one by one. */
    faults,
    asked: () => asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
