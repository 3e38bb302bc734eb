import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cloud } from '../../../bot/teams/cloud.ts';
import { type Answered, type Asked, type Body, bodyOf, callOf, no, record, refuse, type Shut, send, shutOut } from './connector-calls.ts';
import { type InboundClaims, openIssuer } from './issuer.ts';

/** What a test wants to go wrong, `times` times (default once), for calls that match. */
export interface Fault {
  readonly on?: 'create' | 'reply' | 'update' | 'members' | 'token';
  /** Only calls about this channel. */
  readonly channel?: string;
  readonly times?: number;
  readonly how:
    | { readonly status: number; readonly code?: string; readonly retryAfter?: number }
    /** The connection breaks before anything is accepted. */
    | 'drop'
    /** The card is accepted, and the answer never arrives. */
    | 'accept-and-drop'
    /** No answer at all, until the caller gives up. */
    | 'hang';
}
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly tenantId?: string;
  readonly userRole?: string;
}
/** A card that stands in a channel. `root`: it began its thread. */
export interface Standing {
  readonly channel: string;
  readonly conversation: string;
  readonly activity: string;
  readonly root: boolean;
  /** Whom alone it is shown to, by the id Teams knows them by; null: all in the channel. */
  readonly only: string | null;
  readonly summary: string;
  readonly card: Readonly<Record<string, unknown>>;
  /** How often it has been replaced. */
  readonly replaced: number;
  readonly at: number;
}
/** One call the bot made, and how it was answered; 0: it was not. */
interface Call {
  readonly method: string;
  readonly path: string;
  readonly kind: string;
  readonly channel: string;
  readonly status: number;
  readonly at: number;
  readonly authorization: string | null;
}
export interface ConnectorOptions {
  readonly now?: () => number;
  /** Teams' limits for sending; off where a test is about something else. */
  readonly limits?: boolean;
  /** Whether calls must carry the bot's token; the local stand-in asks for none. */
  readonly tokens?: boolean;
}

export type Connector = Awaited<ReturnType<typeof startConnector>>;

export const appId = '00000000-0000-4000-8000-0000000000b0';
export const tenant = '00000000-0000-4000-8000-0000000000c0';

const windows = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
];
const perTenant = { most: 50, ms: 1_000 };
const mostBytes = 100_000;

/** Teams as the bot meets it: the connector with its limits and faults, and the issuer of its tokens. One for the whole project. */
export async function startConnector(options: ConnectorOptions = {}) {
  const now = options.now ?? Date.now;
  const standing = new Map<string, Standing>();
  const members = new Map<string, readonly Member[]>();
  const calls: Call[] = [];
  const faults: { left: number; readonly fault: Fault }[] = [];
  const shut = new Map<string, Shut>();
  const went = new Map<string, number[]>();
  let next = 1_420_000_000_000;

  const issuer = await openIssuer(appId);
  const server = createServer((request, response) => {
    void answer(request, response).catch((fault: unknown) => response.destroy(fault instanceof Error ? fault : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${origin}/teams/`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', origin);
    const body = await bodyOf(request);
    const issued = issuer.answer(path.pathname, origin);
    if (issued) return send(response, 200, issued);
    const call = callOf(request.method ?? '', path.pathname, body);
    const at = now();
    const log = (status: number) =>
      calls.push({
        ...call,
        method: request.method ?? '',
        path: path.pathname,
        status,
        at,
        authorization: request.headers.authorization ?? null,
      });

    const how = faultFor(call);
    if (how === 'hang') {
      log(0);
      return;
    }
    if (how === 'drop') {
      log(0);
      return void request.socket.destroy();
    }
    if (how !== null && typeof how === 'object') {
      log(how.status);
      return refuse(response, how.status, how.code ?? 'Fault', how.retryAfter);
    }
    if (call.kind === 'token') {
      log(200);
      return send(response, 200, { token_type: 'Bearer', expires_in: 3600, access_token: issuer.ownToken() });
    }
    if (options.tokens !== false && request.headers.authorization !== `Bearer ${issuer.ownToken()}`) {
      log(401);
      return refuse(response, 401, 'Unauthorized');
    }
    const wait = call.kind === 'members' ? 0 : overLimit(call.channel, at);
    if (wait > 0) {
      log(429);
      return refuse(response, 429, 'TooManyRequests', Math.ceil(wait / 1000));
    }
    const answered = shutOut(shut.get(call.channel), call) ?? act(call, body, path.searchParams, at);
    log(how === 'accept-and-drop' ? 0 : answered.status);
    if (how === 'accept-and-drop') return void request.socket.destroy();
    send(response, answered.status, answered.body);
  }

  function faultFor(call: Asked): Fault['how'] | null {
    const found = faults.find(
      ({ left, fault }) =>
        left > 0 && (fault.on === undefined || fault.on === call.kind) && (fault.channel === undefined || fault.channel === call.channel),
    );
    if (!found) return null;
    found.left -= 1;
    return found.fault.how;
  }

  /** Milliseconds to wait; refused calls do not count. */
  function overLimit(channel: string, at: number): number {
    if (options.limits === false) return 0;
    const waits = [...windows.map((window) => [channel, window] as const), ['the tenant', perTenant] as const].map(
      ([key, { most, ms }]) => {
        const oldest = (went.get(key) ?? []).at(-most);
        return oldest === undefined ? 0 : oldest + ms - at;
      },
    );
    const wait = Math.max(0, ...waits);
    if (wait === 0) for (const key of [channel, 'the tenant']) went.set(key, [...(went.get(key) ?? []).slice(-1_800), at]);
    return wait;
  }

  function act(call: Asked, body: Body, query: URLSearchParams, at: number): Answered {
    const activity = call.kind === 'create' ? record(body.activity) : body;
    if (JSON.stringify(activity).length * 2 > mostBytes) return no(413, 'MessageSizeTooBig');
    switch (call.kind) {
      case 'create': {
        const id = String(next++);
        const conversation = `${call.channel};messageid=${id}`;
        stand({ channel: call.channel, conversation, activity: id, root: true, only: null, replaced: 0, at }, activity);
        return { status: 201, body: { id: conversation, activityId: id } };
      }
      case 'reply': {
        const targeted = query.get('isTargetedActivity') === 'true';
        const only = targeted ? String(record(body.recipient).id ?? '') : null;
        if (only === '') return no(400, 'BadArgument');
        const id = String(next++);
        stand({ channel: call.channel, conversation: call.conversation, activity: id, root: false, only, replaced: 0, at }, activity);
        return { status: 201, body: { id } };
      }
      case 'update': {
        const was = standing.get(call.activity);
        if (!was) return no(404, 'ActivityNotFoundInConversation');
        stand({ ...was, replaced: was.replaced + 1 }, activity);
        return { status: 200, body: { id: call.activity } };
      }
      case 'members': {
        const all = members.get(call.channel) ?? [];
        const from = Number(query.get('continuationToken') ?? 0);
        const size = Math.min(Number(query.get('pageSize') ?? 200), pageSize);
        const rest = from + size < all.length ? { continuationToken: String(from + size) } : {};
        return { status: 200, body: { members: all.slice(from, from + size), ...rest } };
      }
      default:
        return no(404, 'NotFound');
    }
  }

  function stand(where: Omit<Standing, 'card' | 'summary'>, activity: Body): void {
    const [attachment] = Array.isArray(activity.attachments) ? activity.attachments.map(record) : [];
    standing.set(where.activity, { ...where, summary: String(activity.summary ?? ''), card: record(attachment?.content) });
  }

  let pageSize = 500;
  return {
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
      return String(record(await answered.json()).access_token);
    },
    /** Signed by Teams, for the bot, unless a test says otherwise. */
    token: (claims: InboundClaims = {}) => issuer.token({ serviceurl: url, ...claims }),
    issuer,
    calls,
    /** All cards that stand, in the order they were posted. */
    posts: (): readonly Standing[] => [...standing.values()],
    cards: (channel: string): readonly Standing[] => [...standing.values()].filter((each) => each.channel === channel),
    standing: (activity: string): Standing | null => standing.get(activity) ?? null,
    /** The card, where the bot can still replace it. */
    replaceable: (activity: string): Standing | null => {
      const there = standing.get(activity);
      return there && !shut.has(there.channel) ? there : null;
    },
    fault: (fault: Fault): void => void faults.push({ left: fault.times ?? 1, fault }),
    mend: (): void => void faults.splice(0),
    /** From now on Teams answers so for these channels, until they are opened. What stood in them stands there again afterwards. */
    shut: (channels: readonly string[], how: Shut): void => {
      for (const each of channels) shut.set(each, how);
    },
    open: (channels: readonly string[]): void => {
      for (const each of channels) shut.delete(each);
    },
    /** Somebody deleted the card in Teams. */
    forget: (activity: string): void => void standing.delete(activity),
    roster: (channel: string, people: readonly Member[], most = 500): void => {
      members.set(channel, people);
      pageSize = most;
    },
    close: () => closed(server),
  };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
