import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Address, type Drawn, PostFailed, type PostProblem } from '../../bot/courier.ts';
import type { TeamsFault } from '../../bot/rehearsal/connector/teams.ts';
import { openConnector } from '../../bot/teams/connector.ts';
import { openBudget, openPace, sending } from '../../bot/teams/pace.ts';
import { openCourier } from '../../bot/teams/post.ts';
import { appId, type Connector, startConnector, tenant } from '../kit/teams/connector.ts';

let connector: Connector;
const still = new AbortController().signal;
const clock = { now: Date.now, sleep: (ms: number, signal: AbortSignal) => setTimeout(ms, undefined, { signal }) };
const courierOf = (patienceMs = 2_000, ownToken = connector.ownToken, pacedBy: Parameters<typeof openPace>[2] = clock) => {
  return openCourier({
    connector: openConnector(ownToken),
    pace: openPace(sending, openBudget(49, pacedBy), pacedBy),
    patienceMs,
    log: pino({ level: 'silent' }),
  });
};
const card = (text: string): Drawn => ({
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] },
  summary: text,
});
let made = 0;
const address = (): Address => ({
  channel: `key${++made}`,
  conversation: `19:c${made}@thread.tacv2`,
  tenant,
  team: '19:t@thread.tacv2',
  teamName: 'Fjorden',
  name: 'Panelet',
  serviceUrl: connector.url,
  bot: `28:${appId}`,
});

beforeAll(async () => {
  connector = await startConnector({ limits: false });
});
afterAll(() => connector.close());
beforeEach(() => {
  connector.mend();
  connector.calls.length = 0;
});

describe('a card', () => {
  it('a card is posted, replied to and replaced where Teams says it stands', async () => {
    const to = address();
    const courier = courierOf();
    const root = await courier.post(to, card('møde'), null, still);
    expect(root).toEqual({ channel: to.channel, conversation: `${to.conversation};messageid=${root.activity}`, activity: root.activity });
    const reply = await courier.post(to, card('påmindelse'), root, still);
    expect(reply.conversation).toBe(root.conversation);
    await courier.replace(to, card('møde, rettet'), root, still);
    await courier.replace(to, card('svaret'), reply, still);
    expect(connector.cards(to.conversation).map(({ summary, root: begins, replaced }) => [summary, begins, replaced])).toEqual([
      ['møde, rettet', true, 1],
      ['svaret', false, 1],
    ]);
  });

  it('a card goes out with the token of the bot', async () => {
    const to = address();
    await courierOf().post(to, card('hej'), null, still);
    const call = connector.calls.find(({ kind }) => kind === 'create');
    expect(call?.authorization).toMatch(/^Bearer own-token/);
  });

  it('nine cards sent at once keep within the limits of Teams', async () => {
    const limited = await startConnector();
    const to = { ...address(), serviceUrl: limited.url };
    const courier = courierOf(2_000, limited.ownToken);
    await Promise.all(Array.from({ length: 9 }, (_, at) => courier.post(to, card(`${at}`), null, still)));
    expect(limited.calls.filter(({ status }) => status === 429)).toEqual([]);
    expect(limited.cards(to.conversation)).toHaveLength(9);
    await limited.close();
  });
});

describe('an answer from Teams', () => {
  type Attempt = 'create' | 'reply' | 'update';
  const answers: readonly (readonly [string, TeamsFault['how'], Readonly<Record<Attempt, PostProblem>>])[] = [
    ['too many, with a time', { status: 429, retryAfter: 0 }, { create: 'busy', reply: 'busy', update: 'busy' }],
    ['too many, without one', { status: 429 }, { create: 'busy', reply: 'busy', update: 'busy' }],
    ['try again', { status: 412 }, { create: 'busy', reply: 'busy', update: 'busy' }],
    ['a bad gateway', { status: 502 }, { create: 'unsure', reply: 'unsure', update: 'busy' }],
    ['unavailable', { status: 503 }, { create: 'unsure', reply: 'unsure', update: 'busy' }],
    ['a gateway that waited too long', { status: 504 }, { create: 'unsure', reply: 'unsure', update: 'busy' }],
    ['a fault of its own', { status: 500 }, { create: 'broke-off', reply: 'broke-off', update: 'busy' }],
    ['a request that took too long', { status: 408 }, { create: 'broke-off', reply: 'broke-off', update: 'busy' }],
    [
      'not on the roster',
      { status: 403, code: 'BotNotInConversationRoster' },
      { create: 'not-in-channel', reply: 'not-in-channel', update: 'not-in-channel' },
    ],
    [
      'no leave to write there',
      { status: 403, code: 'Forbidden' },
      { create: 'may-not-write', reply: 'may-not-write', update: 'may-not-write' },
    ],
    [
      'no such conversation',
      { status: 404, code: 'ConversationNotFound' },
      { create: 'not-in-channel', reply: 'not-in-channel', update: 'not-in-channel' },
    ],
    [
      'no such activity',
      { status: 404, code: 'ActivityNotFoundInConversation' },
      { create: 'not-in-channel', reply: 'not-in-channel', update: 'no-such-card' },
    ],
    ['too big', { status: 413, code: 'MessageSizeTooBig' }, { create: 'too-large', reply: 'too-large', update: 'too-large' }],
    ['not registered', { status: 401 }, { create: 'busy', reply: 'busy', update: 'busy' }],
    ['a bad request', { status: 400 }, { create: 'rejected', reply: 'rejected', update: 'rejected' }],
    ['nothing, the line breaks', 'drop', { create: 'unsure', reply: 'unsure', update: 'busy' }],
    ['nothing, but it took the card', 'accept-and-drop', { create: 'unsure', reply: 'unsure', update: 'busy' }],
    ['nothing at all', 'hang', { create: 'unsure', reply: 'unsure', update: 'busy' }],
  ];
  const cases = answers.flatMap(([what, how, means]) =>
    (['create', 'reply', 'update'] as const).map((on) => [what, on, how, means[on]] as const),
  );
  it.each(cases)(
    'Teams’ answer “%s” to a %s is understood, and the courier does not send again by itself',
    async (_what, on, how, problem) => {
      const to = address();
      const courier = courierOf(how === 'hang' ? 200 : 2_000);
      const root = await courier.post(to, card('rod'), null, still);
      connector.fault({ on, how });
      const before = connector.calls.length;
      const send = {
        create: () => courier.post(to, card('x'), null, still),
        reply: () => courier.post(to, card('x'), root, still),
        update: () => courier.replace(to, card('x'), root, still),
      };
      const failed = await send[on]().then(
        () => null,
        (fault: unknown) => fault,
      );
      expect(failed).toBeInstanceOf(PostFailed);
      expect((failed as PostFailed).problem).toBe(problem);
      expect(
        connector.calls.slice(before).filter(({ kind }) => kind === on),
        'it was tried again by itself',
      ).toHaveLength(1);
    },
  );

  it('an answer that Teams is busy is passed on with its time, and the conversation is left alone until then', async () => {
    const to = address();
    let ms = 0;
    const sleep = async (wait: number) => {
      ms += wait;
    };
    const courier = courierOf(undefined, undefined, { now: () => ms, sleep });
    connector.fault({ on: 'create', how: { status: 429, retryAfter: 1 } });
    await expect(courier.post(to, card('x'), null, still)).rejects.toMatchObject({ problem: 'busy', retryAfterMs: 1_000 });
    expect(ms).toBe(0);
    await courier.post(to, card('x'), null, still);
    expect(ms).toBeGreaterThanOrEqual(1_000);
  });

  it('a card counts as not sent where no connection or no token could be had', async () => {
    const gone = await startConnector();
    await gone.close();
    const nowhere = { ...address(), serviceUrl: gone.url };
    await expect(courierOf().post(nowhere, card('x'), null, still)).rejects.toMatchObject({ problem: 'busy' });
    const dumb = courierOf(2_000, () => Promise.reject(new Error('no token')));
    await expect(dumb.post(address(), card('x'), null, still)).rejects.toMatchObject({ problem: 'busy' });
    expect(connector.calls.filter(({ kind }) => kind === 'create')).toEqual([]);
  });

  it('a send that was called off sends nothing', async () => {
    const off = new AbortController();
    off.abort();
    await expect(courierOf().post(address(), card('x'), null, off.signal)).rejects.toMatchObject({ problem: 'busy' });
    expect(connector.calls).toEqual([]);
  });
});
