import type { IncomingMessage, ServerResponse } from 'node:http';

export type CallBody = Readonly<Record<string, unknown>>;
export interface CallAnswer {
  readonly status: number;
  readonly body: CallBody;
}
export interface CallAsked {
  readonly kind: string;
  readonly channel: string;
  readonly conversation: string;
  readonly activity: string;
}

/** Which of Teams' calls this is. A thread counts as its channel. */
export function callOf(method: string, path: string, body: CallBody): CallAsked {
  const none = { kind: 'unknown', channel: '', conversation: '', activity: '' };
  if (path.endsWith('/oauth2/v2.0/token')) return { ...none, kind: 'token' };
  const [, conversation, rest = ''] = /\/v3\/conversations\/([^/]+)\/(.*)$/.exec(path) ?? [];
  if (conversation === undefined) {
    const channel = String(asRecord(asRecord(body.channelData).channel).id ?? '');
    return method === 'POST' && /\/v3\/conversations\/?$/.test(path) ? { ...none, kind: 'create', channel } : none;
  }
  const id = decodeURIComponent(conversation);
  const where = { ...none, conversation: id, channel: id.replace(/;messageid=.*$/, '') };
  const [what, activity = ''] = rest.split('/');
  if (what === 'pagedmembers') return { ...where, kind: 'members' };
  if (what !== 'activities') return where;
  return { ...where, activity: decodeURIComponent(activity), kind: method === 'PUT' ? 'update' : 'reply' };
}

export function no(status: number, code: string): CallAnswer {
  return { status, body: { error: { code, message: code } } };
}

/** Why a channel is shut: the app was removed from its team, the team is archived, the channel is deleted, or it is a private one. */
export type Shut = 'uninstalled' | 'archived' | 'deleted' | 'private';

/** What Teams answers about a channel that is shut; null: it is not, or one may still ask. Reading an archived or a private one is allowed. */
export function shutOut(how: Shut | undefined, { kind }: CallAsked): CallAnswer | null {
  switch (how) {
    case undefined:
      return null;
    case 'uninstalled':
      return no(403, 'BotNotInConversationRoster');
    case 'deleted':
      return no(404, 'ConversationNotFound');
    case 'archived':
      return kind === 'members' ? null : no(403, 'MessageWritesBlocked');
    case 'private':
      return kind === 'members' ? null : no(403, 'Forbidden');
  }
}

export function refuse(response: ServerResponse, status: number, code: string, retryAfter?: number): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  sendJson(response, status, no(status, code).body);
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export async function bodyOfCall(request: IncomingMessage): Promise<CallBody> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return request.headers['content-type']?.includes('json') && text !== '' ? asRecord(JSON.parse(text)) : {};
}

export function asRecord(value: unknown): CallBody {
  return typeof value === 'object' && value !== null ? (value as CallBody) : {};
}
