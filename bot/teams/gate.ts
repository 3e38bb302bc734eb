import type { Activity } from 'botbuilder';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import { allowsOrigin, type Cloud, thisMachine } from './cloud.ts';
import { hostTenant, type TeamsSettings } from './settings.ts';

/** More than any card holds, and room for a text that is refused with a sentence rather than a broken line. */
const mostBytes = 2_000_000;
const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

export interface GateDeps {
  readonly settings: TeamsSettings;
  readonly cloud: Cloud;
  /** Throws unless the token proves that Teams sent this activity. */
  readonly verify: (activity: Activity, authHeader: string) => Promise<unknown>;
  readonly log: Logger;
}
/** Why somebody was turned away; for the log. They are told the status only. */
class TurnedAway extends Error {
  readonly code = 'turned-away';
  readonly status: number;
  constructor(status: number, why: string, cause?: unknown) {
    super(why, { cause });
    this.status = status;
  }
}

/** Stands before the adapter: nothing gets through that Teams has not signed for this bot, this channel and a tenant it serves. */
export function openGate(gate: GateDeps): (RequestHandler | ErrorRequestHandler)[] {
  const local = gate.settings.bot.kind === 'local';
  return [
    guarded((request) => (local ? onThisMachine(request) : signedForUs(gate, request))),
    express.json({ limit: mostBytes, strict: true, type: 'application/json' }),
    guarded(async (request) => {
      const activity = activityIn(request.body);
      fromTeams(gate, activity, local);
      if (local) return;
      try {
        await gate.verify(activity, request.headers.authorization ?? '');
      } catch (cause) {
        throw new TurnedAway(401, 'the token does not prove it', cause);
      }
    }),
    turnAway(gate.log),
  ];
}

/** Whose tenant an activity speaks for: the host's only when every field that names one names it. */
export function tenantOf(activity: Pick<Activity, 'conversation' | 'channelData'>, settings: TeamsSettings): 'host' | 'partner' | 'other' {
  if (settings.bot.kind === 'local') return 'host';
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((each) => each !== undefined);
  if (named.length === 0 || !named.every((each) => typeof each === 'string')) return 'other';
  if (named.every((each) => each.toLowerCase() === hostTenant(settings))) return 'host';
  const served = new Set([hostTenant(settings), ...settings.partnerTenants]);
  return named.every((each) => served.has(each.toLowerCase())) ? 'partner' : 'other';
}

function guarded(check: (request: Request) => void | Promise<void>): RequestHandler {
  return (request, _response, next) => {
    Promise.resolve()
      .then(() => check(request))
      .then(() => next(), next);
  };
}

function onThisMachine(request: Request): void {
  if (!loopback.has(request.socket.remoteAddress ?? '')) throw new TurnedAway(403, 'not from this machine');
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== '127.0.0.1' && host !== 'localhost') throw new TurnedAway(403, 'not for this machine');
  if (request.headers.origin !== undefined && !allowsOrigin(thisMachine, request.headers.origin)) {
    throw new TurnedAway(403, 'from a page elsewhere');
  }
}

/** Read without being believed: what cannot be right is turned away before anything is fetched or remembered for it. */
function signedForUs({ settings, cloud }: GateDeps, request: Request): void {
  const [scheme, token, ...more] = (request.headers.authorization ?? '').split(' ');
  const [head, claims, signature, ...rest] = (token ?? '').split('.');
  if (scheme !== 'Bearer' || more.length > 0 || rest.length > 0 || !signature) throw new TurnedAway(401, 'no bearer token');
  if (decoded(head).alg !== 'RS256') throw new TurnedAway(401, 'not signed with RS256');
  const { iss, aud } = decoded(claims);
  if (iss !== cloud.issuer) throw new TurnedAway(401, 'another issuer');
  if (settings.bot.kind !== 'teams' || aud !== settings.bot.appId) throw new TurnedAway(401, 'for another bot');
}

function decoded(part: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    if (isRecord(value)) return value;
  } catch (cause) {
    throw new TurnedAway(401, 'not a token', cause);
  }
  throw new TurnedAway(401, 'not a token');
}

function activityIn(body: unknown): Activity {
  if (!isRecord(body)) throw new TurnedAway(400, 'not a JSON object');
  const { type, channelId, serviceUrl, from, recipient, conversation } = body;
  const texts = [type, channelId, serviceUrl, idIn(from), idIn(recipient), idIn(conversation)];
  if (!texts.every((each) => typeof each === 'string' && each !== '')) throw new TurnedAway(400, 'not an activity');
  return body as unknown as Activity;
}

function idIn(account: unknown): unknown {
  return isRecord(account) ? account.id : undefined;
}

function fromTeams({ settings, cloud }: GateDeps, activity: Activity, local: boolean): void {
  if (activity.channelId !== 'msteams') throw new TurnedAway(403, 'another channel than Teams');
  const origins = local ? thisMachine : cloud.serviceOrigins;
  if (!allowsOrigin(origins, activity.serviceUrl)) throw new TurnedAway(403, 'a service URL that is not Teams');
  if (tenantOf(activity, settings) === 'other' && activity.type !== 'invoke') throw new TurnedAway(403, 'another tenant');
}

function turnAway(log: Logger): ErrorRequestHandler {
  return (fault: unknown, request: Request, response: Response, next) => {
    if (response.headersSent) return next(fault);
    const status = statusOf(fault);
    log.warn({ status, why: fault instanceof Error ? fault.message : 'unknown', path: request.path }, 'turned away at the gate');
    response.status(status).json({ error: { code: `${status}` } });
  };
}

function statusOf(fault: unknown): number {
  if (fault instanceof TurnedAway) return fault.status;
  const status = typeof fault === 'object' && fault !== null && 'status' in fault ? fault.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
