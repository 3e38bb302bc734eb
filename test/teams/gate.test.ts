import { request } from 'node:http';
import { createRequire } from 'node:module';
import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { event, installed, invoke, someone } from '../../bot/rehearsal/connector/activities.ts';
import { allowsOrigin, publicCloud } from '../../bot/teams/cloud.ts';
import { CredentialsIncomplete, checkSettings, type TeamsSettings } from '../../bot/teams/settings.ts';
import { appId, tenant } from '../kit/teams/connector.ts';
import { openEdge } from '../kit/teams/edge.ts';
import type { InboundClaims } from '../kit/teams/issuer.ts';

let edge: Awaited<ReturnType<typeof openEdge>>;
const anna = someone(1);
const sdk = createRequire(import.meta.url);
const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'teams', typ: 'JWT' })).toString('base64url');
const elsewhere = '99999999-0000-4000-8000-000000000000';

beforeAll(async () => {
  edge = await openEdge();
});
afterAll(() => edge.close());
let before: readonly string[] = [];
beforeEach(async () => {
  edge.logged.length = 0;
  before = await edge.store.ofKind('channel');
});

const hello = (change: Readonly<Record<string, unknown>> = {}) => ({ ...installed(edge.place, anna), ...change });
const bearer = async (claims: InboundClaims) => `Bearer ${await edge.connector.token(claims)}`;
/** Checks that nothing behind the gate heard of a request, and that the answer tells nothing of the inside. */
const turnedAway = async (answered: { readonly status: number; readonly body: string }) => {
  expect(JSON.parse(answered.body)).toEqual({ error: { code: String(answered.status) } });
  expect(await edge.store.ofKind('channel')).toEqual(before);
  expect(edge.logged.join('')).not.toContain('"msg":"turn"');
  return answered.status;
};

describe('a request that the gate turns away', () => {
  const tokens: readonly (readonly [string, InboundClaims])[] = [
    ['a signature that does not fit', { tampered: true }],
    ['a token nobody signed', { alg: 'none' }],
    ['a token signed with our public key as if it were a secret', { alg: 'HS256' }],
    ['a key that is not published', { key: 'unknown' }],
    ['an expired token', { lives: -3600 }],
    ['a token for another bot', { aud: elsewhere }],
    ['a token for another service URL', { serviceurl: 'https://smba.trafficmanager.net/emea/' }],
    ['a token without a service URL', { serviceurl: null }],
    ['a key endorsed for another channel', { key: 'other-channel' }],
    ['a key endorsed for nothing', { key: 'plain' }],
    ['an issuer with another ending', { iss: 'https://api.botframework.com/' }],
    [
      'a token of the kind an emulator sends',
      { iss: `https://sts.windows.net/${elsewhere}/`, more: { tid: elsewhere, appid: appId, ver: '1.0' } },
    ],
    [
      "the bot's own outgoing token, from any tenant",
      {
        iss: `https://sts.windows.net/${elsewhere}/`,
        aud: 'https://api.botframework.com',
        more: { tid: elsewhere, appid: appId, ver: '1.0' },
      },
    ],
    [
      "the bot's own outgoing token, from its own tenant",
      {
        iss: `https://sts.windows.net/${tenant}/`,
        aud: 'https://api.botframework.com',
        more: { tid: tenant, appid: appId, ver: '1.0' },
      },
    ],
    [
      "a token that also looks like a skill's",
      { iss: `https://login.microsoftonline.com/${elsewhere}/v2.0`, more: { ver: '2.0', azp: elsewhere } },
    ],
  ];
  it.each(tokens)('the gate turns away %s', async (_what, claims) => {
    expect(await turnedAway(await edge.deliver(hello(), await bearer(claims)))).toBe(401);
  });

  it.each([
    ['nothing', null],
    ['an empty header', ''],
    ['another scheme', 'Basic YTpi'],
    ['what is no token', 'Bearer abc'],
    ['what only looks like one', 'Bearer a.b.c'],
    ['two tokens', 'Bearer a.b.c d.e.f'],
  ])('the gate turns away a request that proves nothing: %s', async (_what, header) => {
    expect(await turnedAway(await edge.deliver(hello(), header))).toBe(401);
  });

  it.each([
    ['an empty service URL', { serviceUrl: '' }, 400],
    ['no service URL', { serviceUrl: undefined }, 400],
    ['a service URL of nobody we know', { serviceUrl: 'https://evil.example/' }, 403],
    ['an empty channel', { channelId: '' }, 400],
    ['no channel', { channelId: undefined }, 400],
    ['another channel', { channelId: 'directline' }, 403],
    ['the channel of an app service', { channelId: 'AseChannel' }, 403],
    ['no type', { type: undefined }, 400],
    ['a type that is no text', { type: 7 }, 400],
    ['nobody', { from: undefined }, 400],
    ['nowhere', { conversation: {} }, 400],
    ['no tenant', { conversation: { id: '19:x@thread.tacv2' }, channelData: {} }, 403],
    ['another tenant', { conversation: { id: '19:x@thread.tacv2', tenantId: elsewhere } }, 403],
  ])('the gate turns away a signed activity with %s', async (_what, change, status) => {
    expect(await turnedAway(await edge.deliver(hello(change)))).toBe(status);
  });

  it.each([
    ['an empty object', '{}', 400],
    ['a list', '[]', 400],
    ['a text', '"hej"', 400],
    ['no JSON at all', 'hej', 400],
    ['more than two megabytes', JSON.stringify({ text: 'x'.repeat(2_100_000) }), 413],
  ])('the gate turns away a signed body that is %s', async (_what, body, status) => {
    expect(await turnedAway(await edge.deliver(body))).toBe(status);
  });

  it('the gate turns away a token it has let in before when it comes with another service URL, tenant or channel', async () => {
    const token = await bearer({});
    expect((await edge.deliver(event(edge.place, anna, 'somethingNew'), token)).status).toBe(200);
    edge.logged.length = 0;
    const changes = [
      [{ serviceUrl: `${edge.connector.origin}/other/` }, 401],
      [{ channelId: 'slack' }, 403],
      [{ conversation: { id: 'x', tenantId: elsewhere } }, 403],
    ] as const;
    for (const [change, status] of changes) expect(await turnedAway(await edge.deliver(hello(change), token))).toBe(status);
  });
});

describe('three hundred strangers', () => {
  it('three hundred strangers leave no trace in the list of issuers that the SDK keeps', async () => {
    const { ToBotFromBotOrEmulatorTokenValidationParameters: kept } = sdk('botframework-connector/lib/auth/tokenValidationParameters');
    const before = kept.issuer.length;
    for (let at = 0; at < 300; at++) {
      const tid = `${String(at).padStart(8, '0')}-0000-4000-8000-000000000000`;
      const claims = { iss: `https://sts.windows.net/${tid}/`, aud: appId, tid, appid: appId, ver: '1.0' };
      const token = new UnsecuredJWT(claims).encode().replace(/^[^.]+/, header);
      expect((await edge.deliver(hello(), `Bearer ${token}AA`)).status).toBe(401);
    }
    expect(kept.issuer.length).toBe(before);
  });
});

describe('a request that the gate lets in', () => {
  it('the gate lets in a request that Teams signed for this bot, and does not fetch the keys again', async () => {
    const asked = edge.connector.issuer.asked();
    for (const _each of [1, 2, 3]) expect((await edge.deliver(event(edge.place, anna, 'somethingNew'))).status).toBe(200);
    expect(edge.connector.issuer.asked()).toBe(asked);
  });

  it('a press from another tenant is answered with a sentence, and nobody is remembered', async () => {
    const foreign = { ...edge.place, tenant: elsewhere };
    const { status, body } = await edge.deliver(invoke(foreign, someone(9), { verb: 'view', data: {}, replyTo: '1' }));
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect((await edge.directory.everyone()).size).toBe(0);
  });

  it('the gate takes no other method than POST, and no empty body', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) expect((await fetch(edge.bot, { method })).status).toBe(404);
    expect(await turnedAway(await edge.deliver('', await bearer({})))).toBe(400);
  });
});

describe('a bot', () => {
  const settings: TeamsSettings = {
    host: '0.0.0.0',
    port: 0,
    bot: { kind: 'teams', appId, tenant, appType: 'UserAssignedMsi', password: null },
    administrators: [],
    partnerTenants: [],
  };
  it.each<readonly [string, Partial<TeamsSettings>]>([
    ['without an app id', { bot: { kind: 'teams', appId: '', tenant, appType: 'UserAssignedMsi', password: null } }],
    ['without a tenant', { bot: { kind: 'teams', appId, tenant: ' ', appType: 'UserAssignedMsi', password: null } }],
    ['of a single tenant without its secret', { bot: { kind: 'teams', appId, tenant, appType: 'SingleTenant', password: null } }],
    ['with a managed identity and a secret', { bot: { kind: 'teams', appId, tenant, appType: 'UserAssignedMsi', password: 'x' } }],
    ['without credentials that others could reach', { bot: { kind: 'local' }, host: '0.0.0.0' }],
  ])('a bot %s does not start', (_what, change) => {
    expect(() => checkSettings({ ...settings, ...change })).toThrow(CredentialsIncomplete);
  });
  it('a bot with all of its credentials starts', () => {
    expect(() => checkSettings(settings)).not.toThrow();
  });
});

describe('local mode', () => {
  let local: Awaited<ReturnType<typeof openEdge>>;
  beforeAll(async () => {
    local = await openEdge({ settings: { bot: { kind: 'local' } } });
  });
  afterAll(() => local.close());

  it('local mode takes a request from this machine without a token', async () => {
    expect((await local.deliver(event(local.place, anna, 'somethingNew'), null)).status).toBe(200);
  });
  it.each([
    ['a page elsewhere', { origin: 'https://evil.example' }],
    ['a name that is not this machine', { host: 'evil.example' }],
  ])('local mode turns away %s', async (_what, headers) => {
    expect(await statusOf(local.bot, headers, event(local.place, anna, 'somethingNew'))).toBe(403);
  });
  it('local mode turns away a service URL that is not on this machine', async () => {
    const answered = await local.deliver({ ...event(local.place, anna, 'x'), serviceUrl: 'https://smba.trafficmanager.net/' }, null);
    expect(answered.status).toBe(403);
  });
});

describe('a service URL', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://europe.api.botframework.com/', true],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://evilbotframework.com/', false],
    ['https://botframework.com.evil.example/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://user:word@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['file:///etc/passwd', false],
    ['smba.trafficmanager.net', false],
  ])('the claim that the bot may answer at %s is %s', (url, allowed) => {
    expect(allowsOrigin(publicCloud.serviceOrigins, url)).toBe(allowed);
  });
});

/** Sends the request without `fetch`, which sets these headers itself. */
function statusOf(url: string, headers: Readonly<Record<string, string>>, activity: object): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, (answered) => {
      answered.resume();
      resolve(answered.statusCode);
    });
    asked.on('error', reject).end(JSON.stringify(activity));
  });
}
