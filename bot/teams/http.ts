import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudAdapter, TurnContext } from 'botbuilder';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';

export interface Front {
  readonly gate: readonly (RequestHandler | ErrorRequestHandler)[];
  readonly wire: CloudAdapter;
  readonly take: (context: TurnContext) => Promise<void>;
  /** What else this address answers, whether the bot is alive and ready. */
  readonly beside: RequestHandler;
  readonly log: Logger;
}
export interface Listening {
  readonly port: number;
  /** Lets the presses in hand finish first. */
  readonly close: () => Promise<void>;
}

/** The one address Teams calls. Every request has a number of its own in the log; what people wrote or are called is never there. */
export function openHttp({ gate, wire, take, beside, log }: Front): Express {
  const http = express();
  http.disable('x-powered-by');
  http.disable('etag');
  http.post('/api/messages', ...gate, async (request: Request, response: Response) => {
    const correlation = randomUUID();
    const began = performance.now();
    response.setHeader('x-correlation-id', correlation);
    response.on('finish', () => {
      const { type, name, id, value, channelData } = request.body;
      const told = { correlation, type, name, id, verb: value?.action?.verb, event: channelData?.eventType };
      log.info({ ...told, status: response.statusCode, ms: Math.round(performance.now() - began) }, 'turn');
    });
    await wire.process(request, response, take);
  });
  http.use(beside);
  http.use(unknown, faulty(log));
  wire.onTurnError = async (_context, fault) => {
    log.error({ err: fault }, 'a turn failed');
  };
  return http;
}

/** Teams sends an activity in one go; who takes longer holds a line open for nothing. */
const slowestMs = 15_000;

export async function listen(http: Express, { host, port }: { readonly host: string; readonly port: number }): Promise<Listening> {
  const server = createServer({ requestTimeout: slowestMs }, http).listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

const unknown: RequestHandler = (_request, response) => {
  response.status(404).json({ error: { code: '404' } });
};

/** Nobody outside is told what went wrong inside. */
function faulty(log: Logger): ErrorRequestHandler {
  return (fault: unknown, _request, response, next) => {
    log.error({ err: fault }, 'a request failed');
    if (response.headersSent) return next(fault);
    response.status(500).json({ error: { code: '500' } });
  };
}
