import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before the bot (`node --import`), which is the same with it and without: the hosts named in ELSEWHERE are stood in for on this
 * machine, and no others are reached.
 */
const standIns: Readonly<Record<string, string>> = JSON.parse(process.env.ELSEWHERE ?? '{}');

function standingIn(asked: URL): URL {
  if (asked.hostname === '127.0.0.1') return asked;
  const origin = standIns[asked.hostname];
  if (origin === undefined) throw new Error(`nothing stands in for ${asked.hostname}`);
  return new URL(`${asked.pathname}${asked.search}`, origin);
}

const reallyFetch = globalThis.fetch;
globalThis.fetch = async (asked, init) =>
  asked instanceof Request
    ? reallyFetch(new Request(standingIn(new URL(asked.url)), asked), init)
    : reallyFetch(standingIn(new URL(asked)), init);

function request({ agent: _, ...asked }: https.RequestOptions, answered?: (response: http.IncomingMessage) => void): http.ClientRequest {
  const { protocol, hostname, port, pathname, search } = standingIn(new URL(`https://${asked.hostname}${asked.path}`));
  const headers = { ...(asked.headers as http.OutgoingHttpHeaders), host: asked.hostname ?? '' };
  return http.request({ ...asked, headers, protocol, hostname, port, path: `${pathname}${search}` }, answered);
}
https.request = request as typeof https.request;
syncBuiltinESMExports();
