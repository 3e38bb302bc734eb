import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  asRecord,
  bodyOfCall,
  type CallAnswer,
  type CallAsked,
  type CallBody,
  callOf,
  no,
  refuse,
  type Shut,
  sendJson,
  shutOut,
} from './calls.ts';
import { openLimits } from './limits.ts';

/** What is to go wrong, `times` times (default once), for calls that match. */
export interface TeamsFault {
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
export interface RosterMember {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly tenantId?: string;
  readonly userRole?: string;
}
/** A card that stands in a channel. `root`: it began its thread. */
export interface StandingPost {
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
export interface PlayedOptions {
  /** What posts are stamped with. */
  readonly now: () => number;
  /** The time that limits are counted in, where it is another. */
  readonly wall?: () => number;
  /** Teams' limits for sending; off where nothing is about them. */
  readonly limits: boolean;
  /** The token that calls must carry; null: the bot has none, and none is asked for. */
  readonly token: string | null;
  /** What stood when it was closed the last time. */
  readonly stood?: readonly StandingPost[];
  /** Told after every card that was posted or replaced. */
  readonly changed?: () => void;
}

const mostBytes = 100_000;
/** What only one person sees is gone after a day. */
const targetedMs = 24 * 3_600_000;
/** Ids are times in milliseconds, as in Teams; the first one is long past. */
const firstId = 1_420_000_000_000;

/** Teams as the bot meets it over HTTP: the Bot Connector with its limits and faults. It answers calls, and listens nowhere itself. */
export function openPlayedTeams({ now, wall = now, limits, token, stood = [], changed = () => undefined }: PlayedOptions) {
  const standing = new Map(stood.map((post) => [post.activity, post]));
  const members = new Map<string, readonly RosterMember[]>();
  const calls: Call[] = [];
  const faults: { left: number; readonly fault: TeamsFault }[] = [];
  const shut = new Map<string, Shut>();
  const overLimit = limits ? openLimits() : () => 0;
  let pageSize = 500;
  let next = Math.max(firstId, ...stood.map(({ activity }) => Number(activity) + 1));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = await bodyOfCall(request);
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
      return sendJson(response, 200, { token_type: 'Bearer', expires_in: 3600, access_token: token });
    }
    if (token !== null && request.headers.authorization !== `Bearer ${token}`) {
      log(401);
      return refuse(response, 401, 'Unauthorized');
    }
    const wait = overLimit(call.channel, call.kind === 'members' ? 'read' : 'send', wall());
    if (wait > 0) {
      log(429);
      return refuse(response, 429, 'TooManyRequests', Math.ceil(wait / 1000));
    }
    const answered = shutOut(shut.get(call.channel), call) ?? act(call, body, path.searchParams, at);
    log(how === 'accept-and-drop' ? 0 : answered.status);
    if (how === 'accept-and-drop') return void request.socket.destroy();
    sendJson(response, answered.status, answered.body);
  }

  function faultFor(call: CallAsked): TeamsFault['how'] | null {
    const found = faults.find(
      ({ left, fault }) =>
        left > 0 && (fault.on === undefined || fault.on === call.kind) && (fault.channel === undefined || fault.channel === call.channel),
    );
    if (!found) return null;
    found.left -= 1;
    return found.fault.how;
  }

  function act(call: CallAsked, body: CallBody, query: URLSearchParams, at: number): CallAnswer {
    const activity = call.kind === 'create' ? asRecord(body.activity) : body;
    if (JSON.stringify(activity).length * 2 > mostBytes) return no(413, 'MessageSizeTooBig');
    const targeted = query.get('isTargetedActivity') === 'true';
    switch (call.kind) {
      case 'create': {
        const id = String(next++);
        const conversation = `${call.channel};messageid=${id}`;
        stand({ channel: call.channel, conversation, activity: id, root: true, only: null, replaced: 0, at }, activity);
        return { status: 201, body: { id: conversation, activityId: id } };
      }
      case 'reply': {
        if (asRecord(body.from).id === undefined) return no(400, 'MissingProperty');
        const only = targeted ? String(asRecord(body.recipient).id ?? '') : null;
        if (only === '') return no(400, 'BadArgument');
        const id = String(next++);
        stand({ channel: call.channel, conversation: call.conversation, activity: id, root: false, only, replaced: 0, at }, activity);
        return { status: 201, body: { id } };
      }
      case 'update': {
        const was = standing.get(call.activity);
        if (!was) return no(404, 'ActivityNotFoundInConversation');
        if (targeted !== (was.only !== null) || (targeted && body.recipient !== undefined)) return no(400, 'BadArgument');
        if (targeted && at - was.at >= targetedMs) return no(404, 'TARGETED_MESSAGE_EXPIRED_OR_DELETED');
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

  function stand(where: Omit<StandingPost, 'card' | 'summary'>, activity: CallBody): void {
    const [attachment] = Array.isArray(activity.attachments) ? activity.attachments.map(asRecord) : [];
    standing.set(where.activity, { ...where, summary: String(activity.summary ?? ''), card: asRecord(attachment?.content) });
    changed();
  }

  return {
    answer,
    calls,
    /** All cards that stand, in the order they were posted, those for one person among them. */
    posts: (): readonly StandingPost[] => [...standing.values()],
    cards: (channel: string): readonly StandingPost[] => [...standing.values()].filter((each) => each.channel === channel),
    standing: (activity: string): StandingPost | null => standing.get(activity) ?? null,
    /** The card, where the bot can still replace it. */
    replaceable: (activity: string): StandingPost | null => {
      const there = standing.get(activity);
      return there && !shut.has(there.channel) ? there : null;
    },
    /** The id of the next thing that is posted, for what a person writes. */
    nextId: (): string => String(next++),
    fault: (fault: TeamsFault): void => void faults.push({ left: fault.times ?? 1, fault }),
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
    roster: (channel: string, people: readonly RosterMember[], most = 500): void => {
      members.set(channel, people);
      pageSize = most;
    },
  };
}
