import type { Activity } from 'botbuilder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicCloud } from '../../bot/teams/cloud.ts';
import { KeptAuthentication } from '../../bot/teams/tokens.ts';
import { appId, type Connector, startConnector, tenant } from '../kit/teams/connector.ts';
import type { InboundClaims } from '../kit/teams/issuer.ts';

let connector: Connector;
let stranger: Connector;
beforeAll(async () => {
  [connector, stranger] = await Promise.all([startConnector(), startConnector()]);
});
afterAll(() => Promise.all([connector.close(), stranger.close()]));

const bot = { kind: 'teams', appId, tenant, appType: 'UserAssignedMsi', password: null } as const;
const elsewhere = '99999999-0000-4000-8000-000000000000';

/** Runs the authentication alone, as if the gate before it let everything through. */
const verdict = async (claims: InboundClaims, change: Readonly<Record<string, unknown>> = {}) => {
  const authentication = new KeptAuthentication(bot, connector.cloud, connector.ownToken, Date.now);
  const activity = { type: 'message', channelId: 'msteams', serviceUrl: connector.url, ...change } as unknown as Activity;
  return authentication.authenticateRequest(activity, `Bearer ${await connector.token(claims)}`);
};
const ownToken = (iss: string, tid: string): InboundClaims => ({
  iss,
  aud: publicCloud.scope,
  serviceurl: null,
  more: { tid, appid: appId, azp: appId, ver: '1.0' },
});

describe('a token that the second check, behind the gate, lets in', () => {
  it('the second check lets in a token that Teams signed for this bot', async () => {
    expect((await verdict({})).claimsIdentity.isAuthenticated).toBe(true);
  });
});

describe('a token that the second check, behind the gate, turns away', () => {
  const cases: readonly (readonly [string, InboundClaims, Readonly<Record<string, unknown>>?])[] = [
    ['a signature that does not fit', { tampered: true }],
    ['a token nobody signed', { alg: 'none' }],
    ['a token signed with our public key as if it were a secret', { alg: 'HS256' }],
    ['a key that is not published', { key: 'unknown' }],
    ['an expired token', { lives: -3600 }],
    ['a token for another bot', { aud: elsewhere }],
    ['a token for another service URL', { serviceurl: 'https://smba.trafficmanager.net/emea/' }],
    ['a key endorsed for another channel', { key: 'other-channel' }],
    ['a key endorsed for nothing', { key: 'plain' }],
    ['an activity without a channel, which is no way around the endorsement', { key: 'plain' }, { channelId: '' }],
    ['an activity whose channel is missing', { key: 'other-channel' }, { channelId: undefined }],
    ["the bot's own outgoing token, from its own tenant", ownToken(`https://sts.windows.net/${tenant}/`, tenant)],
    ["the bot's own outgoing token, from another tenant", ownToken(`https://sts.windows.net/${elsewhere}/`, elsewhere)],
    ["the bot's own outgoing token of the newer kind", ownToken(`https://login.microsoftonline.com/${tenant}/v2.0`, tenant)],
    [
      "the bot's own outgoing token, that asks for the answer at another address",
      ownToken(`https://sts.windows.net/${tenant}/`, tenant),
      { serviceUrl: 'https://evil.example/' },
    ],
  ];
  it.each(cases.map(([what, claims, change = {}]) => [what, claims, change] as const))(
    'the second check turns away %s',
    async (_what, claims, change) => {
      await expect(verdict(claims, change)).rejects.toThrow();
    },
  );

  it("the second check turns away the bot's own outgoing token before anything is sent to the address it came with", async () => {
    for (const tid of [tenant, elsewhere])
      await expect(verdict(ownToken(`https://sts.windows.net/${tid}/`, tid), { serviceUrl: stranger.url })).rejects.toThrow();
    expect(stranger.calls).toEqual([]);
  });
});

it('every endpoint of the cloud is named, because botbuilder forgets all the others as soon as one is', () => {
  const { serviceOrigins, ...endpoints } = publicCloud;
  for (const endpoint of Object.values(endpoints)) expect(endpoint).toMatch(/^https:\/\//);
  for (const origin of serviceOrigins) expect(origin).toMatch(/^https:\/\/[^/]+$/);
});
