import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asRecord } from '../../bot/rehearsal/connector/calls.ts';
import { type Connector, startConnector } from '../kit/teams/connector.ts';

/**
 * The room's Teams against the shapes that Microsoft's pages document and other projects have recorded from a live Teams in 2026: paths, ids,
 * errors and limits. A journey that runs on it can be believed only where it answers as Teams does.
 */
describe('the room’s connector answers as Teams does', () => {
  const channel = '19:abc123@thread.tacv2';
  const from = { id: '28:bot' };
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', version: '1.5', body: [] } };
  const activity = { type: 'message', from, summary: 'Møde', attachments: [card] };
  const thread = { isGroup: true, tenantId: 'tenant', channelData: { channel: { id: channel }, tenant: { id: 'tenant' } }, bot: from };
  let now = 0;
  let teams: Connector;

  beforeEach(async () => {
    now = Date.parse('2026-03-02T08:00:00Z');
    teams = await startConnector({ now: () => now });
  });
  afterEach(() => teams.close());

  async function calls(method: string, path: string, body: object | null = null, token = 'own') {
    const response = await fetch(`${teams.url}v3/conversations${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token === 'own' ? await teams.ownToken() : token}` },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
    const answered = asRecord(await response.json());
    const code = asRecord(answered.error).code ?? null;
    return { status: response.status, body: answered, code, retryAfter: response.headers.get('retry-after') };
  }
  const posts = async (): Promise<{ readonly id: string; readonly activityId: string }> => {
    const { body } = await calls('POST', '', { ...thread, activity });
    return { id: String(body.id), activityId: String(body.activityId) };
  };
  const inThread = (id: string, rest: string) => `/${encodeURIComponent(id)}/${rest}`;
  const toOne = 'activities?isTargetedActivity=true';

  test('a new post is named by its channel and its root message', async () => {
    const { id, activityId } = await posts();
    expect(id).toBe(`${channel};messageid=${activityId}`);
    expect(activityId).toMatch(/^\d{13}$/);
  });

  test('a reply in the thread has an id of its own, and either is replaced by its id', async () => {
    const { id, activityId } = await posts();
    const replied = await calls('POST', inThread(id, 'activities'), activity);
    expect([replied.status, replied.body.id === activityId]).toEqual([201, false]);
    for (const each of [activityId, String(replied.body.id)])
      expect(await calls('PUT', inThread(id, `activities/${each}`), activity)).toMatchObject({ status: 200, body: { id: each } });
  });

  test('a reply that does not say who it is from is refused', async () => {
    const { id } = await posts();
    const { from: _, ...nameless } = activity;
    expect(await calls('POST', inThread(id, 'activities'), nameless)).toMatchObject({ status: 400, code: 'MissingProperty' });
  });

  test('what is for one person names them when it is sent, and does not when it is replaced', async () => {
    const { id } = await posts();
    const recipient = { id: '29:person' };
    expect(await calls('POST', inThread(id, toOne), activity)).toMatchObject({ status: 400, code: 'BadArgument' });
    const { body } = await calls('POST', inThread(id, toOne), { ...activity, recipient });
    const again = inThread(id, `activities/${body.id}?isTargetedActivity=true`);
    expect(await calls('PUT', again, { ...activity, recipient })).toMatchObject({ status: 400, code: 'BadArgument' });
    expect(await calls('PUT', again, activity)).toMatchObject({ status: 200 });
    expect(teams.standing(String(body.id))?.only).toBe(recipient.id);
  });

  test('what is for one person is gone after a day', async () => {
    const { id } = await posts();
    const { body } = await calls('POST', inThread(id, toOne), { ...activity, recipient: { id: '29:person' } });
    const again = () => calls('PUT', inThread(id, `activities/${body.id}?isTargetedActivity=true`), activity);
    now += 24 * 3_600_000 - 1;
    expect(await again()).toMatchObject({ status: 200 });
    now += 1;
    expect(await again()).toMatchObject({ status: 404, code: 'TARGETED_MESSAGE_EXPIRED_OR_DELETED' });
  });

  test('a message of more than 100 KB, counted as UTF-16, is too large', async () => {
    const text = (letters: number) => ({ ...thread, activity: { ...activity, text: 'å'.repeat(letters) } });
    const rest = JSON.stringify({ ...activity, text: '' }).length;
    expect((await calls('POST', '', text(50_000 - rest))).status).toBe(201);
    expect(await calls('POST', '', text(50_001 - rest))).toMatchObject({ status: 413, code: 'MessageSizeTooBig' });
  });

  test('what was deleted cannot be replaced', async () => {
    const { id, activityId } = await posts();
    teams.forget(activityId);
    expect(await calls('PUT', inThread(id, `activities/${activityId}`), activity)).toMatchObject({
      status: 404,
      code: 'ActivityNotFoundInConversation',
    });
  });

  test.each([
    ['uninstalled', 403, 'BotNotInConversationRoster', 403],
    ['deleted', 404, 'ConversationNotFound', 404],
    ['archived', 403, 'MessageWritesBlocked', 200],
    ['private', 403, 'Forbidden', 200],
  ] as const)('a channel that is %s answers a post with %i %s, and a question for its members with %i', async (how, status, code, read) => {
    teams.shut([channel], how);
    expect(await calls('POST', '', { ...thread, activity })).toMatchObject({ status, code });
    expect((await calls('GET', inThread(channel, 'pagedmembers'))).status).toBe(read);
  });

  test('a call without the bot’s own token is refused', async () => {
    expect((await calls('POST', '', { ...thread, activity }, 'another')).status).toBe(401);
  });

  test.each([
    ['sent in a second', 7, 'POST', 0],
    ['sent in two seconds', 8, 'POST', 150],
    ['sent in half a minute', 60, 'POST', 400],
    ['members asked for in a second', 14, 'GET', 0],
    ['members asked for in two seconds', 16, 'GET', 80],
    ['members asked for in half a minute', 120, 'GET', 200],
  ] as const)('no more are %s than %i, and the refusal says how long to wait', async (_what, most, method, apart) => {
    const once = () => (method === 'POST' ? calls('POST', '', { ...thread, activity }) : calls('GET', inThread(channel, 'pagedmembers')));
    for (let times = 0; times < most; times++) {
      expect((await once()).status).toBeLessThan(300);
      now += apart;
    }
    const { status, retryAfter } = await once();
    expect([status, Number(retryAfter) > 0]).toEqual([429, true]);
    now += Number(retryAfter) * 1_000;
    expect((await once()).status).toBeLessThan(300);
  });

  test('a tenant hears at most fifty calls a second, whatever the channel', async () => {
    const elsewhere = (at: number) => calls('GET', inThread(`19:${at}@thread.tacv2`, 'pagedmembers'));
    for (let at = 0; at < 50; at++) expect((await elsewhere(at)).status).toBe(200);
    expect((await elsewhere(50)).status).toBe(429);
  });

  test('members come in pages, each with the token for the next one', async () => {
    const people = Array.from({ length: 5 }, (_, at) => ({ id: `29:${at}`, name: `Medlem ${at}`, aadObjectId: String(at) }));
    teams.roster(channel, people, 3);
    const first = await calls('GET', inThread(channel, 'pagedmembers?pageSize=500'));
    expect(first.body.members).toHaveLength(3);
    const second = await calls('GET', inThread(channel, `pagedmembers?pageSize=500&continuationToken=${first.body.continuationToken}`));
    expect([asRecord(second.body).members, second.body.continuationToken]).toEqual([people.slice(3), undefined]);
  });
});
