import type { Logger } from 'pino';
import { type Address, type Courier, type Drawn, PostFailed } from '../courier.ts';
import type { Place } from '../store/store.ts';
import { type Attempt, problemOf } from './answers.ts';
import type { Pace } from './pace.ts';
import type { ConnectorClient } from './tokens.ts';

export interface Post {
  readonly client: (serviceUrl: string) => Promise<ConnectorClient>;
  readonly pace: Pace;
  /** How long Teams may take to answer one call. */
  readonly patienceMs: number;
  readonly log: Logger;
}

/** Carries cards out over Teams' connector, in the pace Teams allows. What Teams answers becomes a `PostFailed`; nothing is sent twice here. */
export function openCourier(post: Post): Courier {
  return {
    post: (to, drawn, under, signal) =>
      sending(post, to, under ? 'reply' : 'create', signal, async (client, abortSignal) => {
        const activity = activityOf(to, drawn);
        if (under) {
          const { id } = await client.conversations.sendToConversation(under.conversation, activity, { abortSignal });
          return { channel: to.channel, conversation: under.conversation, activity: id };
        }
        const created = await client.conversations.createConversation(newThread(to, activity), { abortSignal });
        return rootOf(to, created.id, created.activityId);
      }),
    replace: (to, drawn, at, signal) =>
      sending(post, to, 'update', signal, async (client, abortSignal) => {
        await client.conversations.updateActivity(at.conversation, at.activity, activityOf(to, drawn), { abortSignal });
      }),
  };
}

async function sending<T>(
  { client, pace, patienceMs, log }: Post,
  to: Address,
  attempt: Attempt,
  signal: AbortSignal,
  send: (client: ConnectorClient, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const conversation = to.conversation;
  try {
    await pace.turn(conversation, to.tenant, signal);
  } catch (cause) {
    throw new PostFailed('busy', 'stopped while waiting for its turn', null, cause);
  }
  try {
    return await send(await client(to.serviceUrl), AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]));
  } catch (fault) {
    const failed = problemOf(fault, attempt);
    if (failed.retryAfterMs !== null) pace.hold(conversation, failed.retryAfterMs);
    log.warn({ attempt, problem: failed.problem, status: failed.message, retryAfterMs: failed.retryAfterMs }, 'a card was not taken');
    throw failed;
  }
}

/** Teams splits an activity with both text and a card in two and then gives no id back: so a card alone, with a summary. */
function activityOf(to: Address, { card, summary }: Drawn) {
  return {
    type: 'message',
    from: { id: to.bot, name: '' },
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

type NewThread = Parameters<ConnectorClient['conversations']['createConversation']>[0];

function newThread(to: Address, activity: object): NewThread {
  return {
    isGroup: true,
    bot: { id: to.bot, name: '' },
    tenantId: to.tenant,
    channelData: { channel: { id: to.conversation }, tenant: { id: to.tenant } },
    activity: activity as NewThread['activity'],
  } as NewThread;
}

/** Teams names the thread `<channel>;messageid=<root>`; the root's id is what a replacement needs. */
function rootOf(to: Address, conversation: string, activityId: string | undefined): Place {
  const root = /;messageid=([^;]+)$/.exec(conversation)?.[1] ?? activityId ?? conversation;
  return { channel: to.channel, conversation, activity: root };
}
