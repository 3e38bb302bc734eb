import type { Logger } from 'pino';
import { type Address, type Drawn, PostFailed, type Whisperer } from '../courier.ts';
import type { Place } from '../store/store.ts';
import { type Attempt, failedFor } from './answers.ts';
import { type Call, type Connector, inConversation, TeamsAnswered } from './connector.ts';
import type { Pace } from './pace.ts';

export interface Post {
  readonly connector: Connector;
  readonly pace: Pace;
  /** How long Teams may take to answer one call. */
  readonly patienceMs: number;
  readonly log: Logger;
}

/** Carries cards out over Teams' connector, in the pace Teams allows. What Teams answers becomes a `PostFailed`; nothing is sent twice here. */
export function openCourier(post: Post): Whisperer {
  return {
    post: async (to, drawn, under, signal) => {
      const activity = activityOf(to, drawn);
      if (under) {
        const call = { method: 'POST', path: inConversation(under.conversation, 'activities'), body: activity } as const;
        const { id } = await send(post, to, 'reply', call, signal);
        return { channel: to.channel, conversation: under.conversation, activity: known(id) };
      }
      const created = await send(post, to, 'create', { method: 'POST', path: '/v3/conversations', body: newThread(to, activity) }, signal);
      return rootOf(to, known(created.id), created.activityId);
    },
    whisper: async (to, drawn, under, only, signal) => {
      const path = inConversation(under.conversation, 'activities?isTargetedActivity=true');
      const body = { ...activityOf(to, drawn), recipient: { id: only } };
      await send(post, to, 'reply', { method: 'POST', path, body }, signal);
    },
    replace: async (to, drawn, at, signal) => {
      const path = inConversation(at.conversation, `activities/${encodeURIComponent(at.activity)}`);
      await send(post, to, 'update', { method: 'PUT', path, body: { ...activityOf(to, drawn), id: at.activity } }, signal);
    },
  };
}

async function send({ connector, pace, patienceMs, log }: Post, to: Address, attempt: Attempt, call: Call, signal: AbortSignal) {
  const done = await pace.turn(to.conversation, to.tenant, signal).catch((cause: unknown) => {
    throw new PostFailed('busy', 'called off while waiting for its turn', null, cause);
  });
  try {
    return await connector(to.serviceUrl, call, AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]));
  } catch (fault) {
    const failed = failedFor(fault, attempt);
    if (failed.retryAfterMs !== null) pace.hold(to.conversation, failed.retryAfterMs);
    const unregistered = fault instanceof TeamsAnswered && fault.status === 401;
    log[unregistered ? 'error' : 'warn']({ attempt, answer: failed.message, retryAfterMs: failed.retryAfterMs }, 'a card was not taken');
    throw failed;
  } finally {
    done();
  }
}

/** Teams splits an activity with both text and a card in two and then gives no id back: so a card alone, with a summary. */
function activityOf(to: Address, { card, summary }: Drawn) {
  return {
    type: 'message',
    from: { id: to.bot },
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

function newThread(to: Address, activity: object) {
  return {
    isGroup: true,
    bot: { id: to.bot },
    tenantId: to.tenant,
    channelData: { channel: { id: to.conversation }, tenant: { id: to.tenant } },
    activity,
  };
}

/** Teams names the thread `<channel>;messageid=<root>`; the root's id is what a replacement needs. */
function rootOf(to: Address, conversation: string, activityId: unknown): Place {
  const root = /;messageid=([^;]+)$/.exec(conversation)?.[1] ?? known(activityId);
  return { channel: to.channel, conversation, activity: root };
}

/** Without an id a card can never be replaced: we do not know what stands. */
function known(id: unknown): string {
  if (typeof id === 'string' && id !== '') return id;
  throw new PostFailed('unsure', 'Teams gave no id back');
}
