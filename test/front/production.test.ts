import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settings } from '../../bot/config.ts';
import { channelKey } from '../../bot/directory.ts';
import { deliver, installed, invoke, someone } from '../../bot/rehearsal/connector/activities.ts';
import { openCosmos } from '../../bot/store/cosmos.ts';
import type { Movable } from '../../bot/store/movable.ts';
import type { Store } from '../../bot/store/store.ts';
import { type CosmosFake, startCosmosFake } from '../kit/cosmos/fake.ts';
import { key } from '../kit/cosmos/opened.ts';
import { type Started, startMain } from '../kit/started.ts';
import { appId, type Connector, startConnector, tenant } from '../kit/teams/connector.ts';
import { type Identity, startIdentity } from '../kit/teams/identity.ts';
import { buttonsOf, pressed, type Shown, titleOf } from '../kit/teams/screen.ts';
import { answerIn, placeNamed } from '../kit/teams/settings.ts';
import { type PagesContainer, startPagesContainer } from '../meeting/pages-container.ts';

const serviceUrl = 'https://smba.trafficmanager.net/teams/';
const account = 'samspil.documents.azure.com';
const pagesAccount = 'samspil.blob.core.windows.net';
const [frida, rita] = [someone(1, 'Frida Fjeld'), someone(2, 'Rita Regn')];
const place = { ...placeNamed('Panelet'), serviceUrl };

describe('the bot as Azure starts it', { timeout: 120_000 }, () => {
  let connector: Connector;
  let cloud: CosmosFake;
  let store: Store & Movable;
  let pages: PagesContainer;
  let identity: Identity;
  let container: Readonly<Record<string, string>>;
  let bot: Started;
  let address: string;

  beforeAll(async () => {
    connector = await startConnector();
    connector.roster(
      place.channel,
      [frida, rita].map((each) => ({ ...each, tenantId: tenant, userRole: 'user' })),
    );
    cloud = await startCosmosFake();
    store = await openCosmos({ endpoint: cloud.endpoint, key });
    const token = connector.issuer.ownToken();
    identity = await startIdentity(token);
    pages = await startPagesContainer('moeder', token);
    container = {
      ...asInBicep,
      SAMSPIL_HOST: '127.0.0.1',
      SAMSPIL_PORT: '0',
      ...identity.settings,
      NODE_OPTIONS: `--import ${new URL('../kit/teams/elsewhere.ts', import.meta.url).href}`,
      ELSEWHERE: JSON.stringify({
        'login.botframework.com': connector.origin,
        'smba.trafficmanager.net': connector.origin,
        [account]: cloud.endpoint,
        [pagesAccount]: pages.origin,
      }),
    };
    bot = startMain(container);
    address = await bot.said('Samspil:');
  });
  afterAll(async () => {
    await bot.stop();
    await store.close();
    await Promise.all([connector.close(), cloud.close(), pages.close(), identity.close()]);
  });

  const channel = `channel/${channelKey(place.channel)}` as const;
  let own: Shown = {};
  const press = async (by: typeof frida, verb: string, data: object) => {
    const replyTo = connector.cards(place.channel)[0]?.activity ?? '';
    return answerIn((await signed(invoke(place, by, { verb, data: { ...data }, replyTo }))).body);
  };
  const chooses = (body: string): Shown => {
    const bind = buttonsOf(own).find(({ verb }) => verb === 'bind');
    if (!bind) throw new Error(`nothing is to be chosen on "${titleOf(own)}"`);
    return pressed(own, bind, { 'Gruppe eller udvalg': body });
  };
  const command = async (...words: readonly string[]) => {
    const cli = new URL('../../bot/cli.ts', import.meta.url).pathname;
    return (await promisify(execFile)(process.execPath, [cli, ...words], { env: { ...process.env, ...container } })).stdout;
  };
  const signed = async (activity: unknown) =>
    deliver(`${address}/api/messages`, activity, `Bearer ${await connector.token({ serviceurl: serviceUrl })}`);

  test('the bot is alive and ready, and signs in to Cosmos DB with the identity from its settings', async () => {
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({ ready: true });
    expect(identity.asked).toContainEqual({ resource: `https://${account}`, client: appId });
  });

  test('the bot rejects a request that Teams has not signed for it', async () => {
    const activity = installed(place, frida);
    expect((await deliver(`${address}/api/messages`, activity, null)).status).toBe(401);
    const foreign = await connector.token({ serviceurl: serviceUrl, key: 'unknown' });
    expect((await deliver(`${address}/api/messages`, activity, `Bearer ${foreign}`)).status).toBe(401);
    const elsewhere = await connector.token();
    const pretended = installed({ ...place, serviceUrl: connector.url }, frida);
    expect((await deliver(`${address}/api/messages`, pretended, `Bearer ${elsewhere}`)).status).toBe(403);
    expect(connector.posts()).toEqual([]);
  });

  test('the bot posts to the channel with a token of its own and remembers an administrator’s answer', async () => {
    expect((await signed(installed(place, frida))).status).toBe(200);
    await expect.poll(() => connector.cards(place.channel).length, { timeout: 20_000 }).toBe(1);
    expect(identity.asked).toContainEqual({ resource: 'https://api.botframework.com', client: appId });
    const view = buttonsOf(connector.cards(place.channel)[0]?.card ?? {}).find(({ verb }) => verb === 'view');
    const seen = await press(frida, 'view', view?.data ?? {});
    own = 'card' in seen ? seen.card : {};
    expect(await press(rita, 'bind', chooses('Sundhedsstyregruppen'))).toHaveProperty('sentence');
    expect(await press(frida, 'bind', chooses('Sundhedsstyregruppen'))).toHaveProperty('card');
    expect((await store.history(channel)).map(({ event }) => event.type)).toEqual(['BotInstalled', 'BodyBound']);
    await expect.poll(() => titleOf(connector.cards(place.channel)[0]?.card ?? {}), { timeout: 20_000 }).toBe('SSG');
  });

  test('the bot logs the request units of every press, delivery and tick', () => {
    const lines = bot.printed().filter((line) => line.startsWith('{'));
    const costs = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request units');
    const presses = costs.filter(({ what }) => what === 'press');
    expect(presses, 'a look, a refusal and an answer').toHaveLength(3);
    expect(presses[0].units).toBeGreaterThan(5);
    expect(presses[2].units).toBeGreaterThan(presses[0].units);
    expect(costs.find(({ what }) => what === 'delivery')).toMatchObject({ of: expect.any(Number), units: expect.any(Number) });
    expect(costs.find(({ what }) => what === 'tick')).toBeDefined();
  });

  test('a command run inside the container uses the same store and identity', async () => {
    identity.asked.splice(0);
    expect(await command('ledger', 'show')).toContain(channel);
    expect(identity.asked).toEqual([{ resource: `https://${account}`, client: appId }]);
  });

  test('published pages are written to the storage container with the same identity', async () => {
    identity.asked.splice(0);
    expect(await command('pages')).toBe(`https://${pagesAccount}/moeder has 0 published meetings.\n`);
    expect([...pages.held.keys()]).toEqual(['index.html']);
    expect(identity.asked).toContainEqual({ resource: 'https://storage.azure.com', client: appId });
    pages.faults.push([403, 'AuthorizationPermissionMismatch']);
    await expect(command('pages')).rejects.toMatchObject({
      code: 1,
      stderr: `The page index.html could not be put into https://${pagesAccount}/moeder: 403 AuthorizationPermissionMismatch.\n`,
    });
  });

  test('a bot told to stop during a press still answers that press and then ends by itself', async () => {
    let stopped: Promise<number | null> | null = null;
    cloud.fault = ({ kind }) => {
      if (kind === 'batch') stopped ??= bot.stop();
      return null;
    };
    expect(await press(frida, 'bind', chooses('Fødeplanudvalget'))).toHaveProperty('card');
    expect(await stopped).toBe(0);
    expect(bot.complained()).toBe('');
    expect((await store.history(channel)).map(({ event }) => event.type)).toEqual([
      'BotInstalled',
      'BodyBound',
      'BodyReleased',
      'BodyBound',
    ]);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });
});

test('the bot reports every missing or wrong setting at once, each in a sentence of its own', { timeout: 60_000 }, async () => {
  const wrong: Readonly<Record<string, string>> = {
    MicrosoftAppId: 'samspil',
    MicrosoftAppType: 'MultiTenant',
    SAMSPIL_PARTNER_TENANTS: 'partner',
    SAMSPIL_STORE: `https://${account}`,
    SAMSPIL_SEEDS: 'nowhere',
    SAMSPIL_PAGES: 'https://samspil.example/moeder',
    SAMSPIL_PAGES_URL: 'moeder',
    SAMSPIL_PUBLIC_URL: 'samspil',
    SAMSPIL_HOST: 'samspil',
    SAMSPIL_PORT: 'high',
    SAMSPIL_LEASE_SECONDS: 'long',
    SAMSPIL_SEND_SECONDS: '0',
    SAMSPIL_ANSWER_SECONDS: '-1',
    SAMSPIL_CLOCK_SKEW_SECONDS: 'a minute',
    SAMSPIL_LOG_LEVEL: 'loud',
  };
  const missing = ['MicrosoftAppTenantId', 'MicrosoftAppPassword', 'SAMSPIL_ADMINISTRATORS'];
  const bot = startMain(wrong);
  expect(await bot.ended).toBe(1);
  const lines = bot.complained().trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ', 1)[0]).sort()).toEqual([...Object.keys(wrong), ...missing].sort());
  expect(
    lines
      .filter((line) => line.includes(' missing: '))
      .map((line) => line.split(' ', 1)[0])
      .sort(),
  ).toEqual([...missing].sort());
  expect([...Object.keys(wrong), ...missing].sort(), 'every setting there is').toEqual([...settings].sort());
});

const asInBicep = {
  AZURE_CLIENT_ID: appId,
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenant,
  MicrosoftAppType: 'UserAssignedMsi',
  SAMSPIL_ADMINISTRATORS: frida.aadObjectId,
  SAMSPIL_STORE: `cosmos:https://${account}:443/`,
  SAMSPIL_PAGES: `https://${pagesAccount}/moeder`,
  SAMSPIL_PAGES_URL: `https://${pagesAccount}/moeder/`,
  SAMSPIL_LOG_LEVEL: 'info',
  SAMSPIL_PUBLIC_URL: 'https://samspil.example',
};
