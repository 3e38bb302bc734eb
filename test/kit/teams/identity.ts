import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Identity = Awaited<ReturnType<typeof startIdentity>>;

/** Hands out tokens as a container's identity does in Azure: to whoever is inside, for the identity that is asked for. */
export async function startIdentity(token: string) {
  const asked: { readonly resource: string | null; readonly client: string | null }[] = [];
  const server: Server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const inside = request.headers['x-identity-header'] === 'inside';
    asked.push({ resource: searchParams.get('resource'), client: searchParams.get('client_id') });
    const expires = String(Math.floor(Date.now() / 1000) + 24 * 3600);
    const answer = { access_token: token, expires_on: expires, resource: searchParams.get('resource'), token_type: 'Bearer' };
    response.writeHead(inside ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(inside ? answer : {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    settings: { IDENTITY_ENDPOINT: `${origin}/msi/token`, IDENTITY_HEADER: 'inside' },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
