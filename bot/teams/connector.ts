import type { OwnToken } from './tokens.ts';

/** Teams answered with something else than success. */
export class TeamsAnswered extends Error {
  readonly code = 'teams-answered';
  readonly status: number;
  /** Teams' own word for it, `BotNotInConversationRoster`. */
  readonly reason: string | null;
  readonly retryAfterMs: number | null;
  constructor(status: number, reason: string | null, retryAfterMs: number | null) {
    super(`${status} ${reason ?? ''}`.trim());
    this.status = status;
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}
/** No answer came. `left`: the call may have reached Teams. */
export class TeamsSilent extends Error {
  readonly code = 'teams-silent';
  readonly left: boolean;
  constructor(left: boolean, why: string, cause: unknown) {
    super(why, { cause });
    this.left = left;
  }
}

type Json = Readonly<Record<string, unknown>>;
/** One call to the connector; `path` follows the service URL. */
export type Connector = (serviceUrl: string, call: Call, signal: AbortSignal) => Promise<Json>;
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: Json;
}

/** The connection was never made, so nothing can have arrived. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
/** A wrong header must not silence a channel for good. */
const longestWaitSeconds = 3_600;

/** Speaks Teams' connector: each call once, never again by itself. `ownToken: null` in local mode, where nobody asks for one. */
export function openConnector(ownToken: OwnToken | null): Connector {
  return async (serviceUrl, { method, path, body }, signal) => {
    const authorization = ownToken ? { authorization: `Bearer ${await tokenFrom(ownToken)}` } : {};
    const url = `${serviceUrl.replace(/\/$/, '')}${path}`;
    const headers = { 'content-type': 'application/json', ...authorization };
    try {
      const answered = await fetch(url, { method, headers, signal, redirect: 'error', ...(body ? { body: JSON.stringify(body) } : {}) });
      const text = await answered.text();
      if (answered.ok) return jsonIn(text);
      throw new TeamsAnswered(answered.status, reasonIn(text), retryAfterMs(answered.headers.get('retry-after')));
    } catch (fault) {
      if (fault instanceof TeamsAnswered) throw fault;
      const code = codeOf(fault);
      throw new TeamsSilent(!neverLeft.has(code), code, fault);
    }
  };
}

export function inConversation(conversation: string, rest: string): string {
  return `/v3/conversations/${encodeURIComponent(conversation)}/${rest}`;
}

async function tokenFrom(ownToken: OwnToken): Promise<string> {
  try {
    return await ownToken();
  } catch (fault) {
    throw new TeamsSilent(false, 'no token of our own', fault);
  }
}

function jsonIn(text: string): Json {
  if (!text.trim().startsWith('{')) return {};
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null ? { ...read } : {};
}

function reasonIn(text: string): string | null {
  const code = /"code"\s*:\s*"([A-Za-z]{1,60})"/.exec(text)?.[1];
  return code ?? null;
}

/** Seconds; Teams sends no dates here. */
function retryAfterMs(header: string | null): number | null {
  const seconds = header === null || header.trim() === '' ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, longestWaitSeconds) * 1_000 : null;
}

function codeOf(fault: unknown): string {
  for (let each = fault; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
    if (each.cause === undefined) return each.name;
  }
  return 'unknown';
}
