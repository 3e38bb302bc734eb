import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asRecord, sendJson } from '../../../bot/rehearsal/connector/calls.ts';
import { openPlayedTeams } from '../../../bot/rehearsal/connector/teams.ts';
import type { Cloud } from '../../../bot/teams/cloud.ts';
import { type InboundClaims, openIssuer } from './issuer.ts';

export interface ConnectorOptions {
  readonly now?: () => number;
  /** Teams' limits for sending; off where a test is about something else. */
  readonly limits?: boolean;
  /** Whether calls must carry the bot's token; local mode has none. */
  readonly tokens?: boolean;
}
export type Connector = Awaited<ReturnType<typeof startConnector>>;

export const appId = '00000000-0000-4000-8000-0000000000b0';
export const tenant = '00000000-0000-4000-8000-0000000000c0';

/** The rehearsal room's Teams on an address of its own, and the issuer of its tokens beside it. */
export async function startConnector(options: ConnectorOptions = {}) {
  const issuer = await openIssuer(appId);
  const token = options.tokens === false ? null : issuer.ownToken();
  const teams = openPlayedTeams({ now: options.now ?? Date.now, limits: options.limits !== false, token });
  const server = createServer((request, response) => {
    const issued = issuer.answer(new URL(request.url ?? '/', origin).pathname, origin);
    if (issued) return sendJson(response, 200, issued);
    void teams.answer(request, response).catch((fault: unknown) => response.destroy(fault instanceof Error ? fault : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${origin}/teams/`;
  return {
    ...teams,
    url,
    origin,
    appId,
    tenant,
    /** What the bot is told of Teams, in place of the public cloud. */
    cloud: issuer.cloud(origin) satisfies Cloud,
    /** Where the bot gets its own token. */
    ownToken: async (): Promise<string> => {
      const answered = await fetch(`${origin}/${tenant}/oauth2/v2.0/token`, { method: 'POST' });
      if (!answered.ok) throw new Error(`no token: ${answered.status}`);
      return String(asRecord(await answered.json()).access_token);
    },
    /** Signed by Teams, for the bot, unless a test says otherwise. */
    token: (claims: InboundClaims = {}) => issuer.token({ serviceurl: url, ...claims }),
    issuer,
    close: () => closed(server),
  };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
