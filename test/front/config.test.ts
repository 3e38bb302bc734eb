import { describe, expect, it } from 'vitest';
import { ConfigWrong, type Environment, readConfig } from '../../bot/config.ts';

const id = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`;
const production = {
  MicrosoftAppId: id('a'),
  MicrosoftAppTenantId: id('b'),
  MicrosoftAppType: 'UserAssignedMsi',
  SAMSPIL_ADMINISTRATORS: ` ${id('C')}, ${id('d')} `,
};

function problems(env: Environment): readonly string[] {
  try {
    readConfig(env);
  } catch (fault) {
    if (fault instanceof ConfigWrong) return fault.problems;
    throw fault;
  }
  return [];
}

describe('the settings', () => {
  it('every setting has a default, and the bot then runs in local mode on this machine only', () => {
    expect(readConfig({})).toEqual({
      storeFile: 'data/samspil.db',
      seeds: 'seeds',
      pagesPlace: 'data/pages',
      pagesUrl: null,
      publicUrl: null,
      host: '127.0.0.1',
      port: 3978,
      bot: { kind: 'local' },
      administrators: [],
      partnerTenants: [],
      logLevel: 'warn',
      timing: { leaseMs: 120_000, sendMs: 40_000, answerMs: 15_000, skewMs: 60_000 },
    });
  });

  it('local mode says warnings alone unless it is told to say more, and a bot in Teams says more from the start', () => {
    expect(readConfig({ SAMSPIL_LOG_LEVEL: 'info' }).logLevel).toBe('info');
    expect(readConfig(production).logLevel).toBe('info');
  });

  it('local mode is refused on an address that others can reach', () => {
    expect(problems({ SAMSPIL_HOST: '0.0.0.0' })).toEqual(['SAMSPIL_HOST must be 127.0.0.1, because the bot has no credentials']);
  });

  it('an empty setting counts as not set', () => {
    expect(readConfig({ MicrosoftAppId: '', SAMSPIL_PORT: ' ' })).toEqual(readConfig({}));
  });

  it('ids are separated by commas and read in lower case', () => {
    expect(readConfig(production)).toMatchObject({
      bot: { kind: 'teams', appId: id('a'), tenant: id('b'), appType: 'UserAssignedMsi', password: null },
      administrators: [id('c'), id('d')],
      host: '0.0.0.0',
    });
  });

  it('the address of published pages may lack its last slash but must be an address', () => {
    expect(readConfig({ SAMSPIL_PAGES_URL: 'https://example.org/moeder' }).pagesUrl).toBe('https://example.org/moeder/');
    expect(problems({ SAMSPIL_PAGES_URL: 'moeder' })).toEqual([
      'SAMSPIL_PAGES_URL must be an address, such as https://example.org/moeder/',
    ]);
  });

  it('pages go to a folder or to a container of Azure Blob Storage whose address carries no key', () => {
    const container = 'https://samspil.blob.core.windows.net/moeder';
    const folder = readConfig({ SAMSPIL_PAGES: 'C:\\samspil\\moeder' });
    expect([folder.pagesPlace, folder.pagesUrl]).toEqual(['C:\\samspil\\moeder', null]);
    for (const address of [container, `${container}/`]) {
      expect(readConfig({ SAMSPIL_PAGES: address })).toMatchObject({ pagesPlace: container, pagesUrl: `${container}/` });
    }
    const elsewhere = 'https://moeder.example/';
    expect(readConfig({ SAMSPIL_PAGES: container, SAMSPIL_PAGES_URL: elsewhere }).pagesUrl).toBe(elsewhere);
    const wrong = [
      'https://samspil.blob.core.windows.net',
      'http://samspil.blob.core.windows.net/moeder',
      'https://samspil.blob.core.windows.net/Moeder',
      'https://samspil.blob.core.windows.net/mo--der',
      'https://samspil.blob.core.windows.net/mo',
      'https://samspil.blob.core.windows.net.example/moeder',
      'https://moeder.example/moeder',
      'file:///data/pages',
      `${container}/2015`,
      `${container}?sv=2024-11-04&sig=x`,
    ];
    const sentence =
      'SAMSPIL_PAGES must be a folder, or a container as https://<account>.blob.core.windows.net/<container>, with nothing after it';
    expect(wrong.map((address) => problems({ SAMSPIL_PAGES: address }))).toEqual(wrong.map(() => [sentence]));
  });

  it('all missing and wrong settings are named at once', () => {
    expect(
      problems({ MicrosoftAppId: 'x', SAMSPIL_PORT: '70000', SAMSPIL_LOG_LEVEL: 'loud', SAMSPIL_PARTNER_TENANTS: `${id('a')},nobody` }),
    ).toEqual([
      'SAMSPIL_PORT must be a port, 0 to 65535',
      'SAMSPIL_PARTNER_TENANTS must be a GUID: Entra tenant ids, with commas between',
      'SAMSPIL_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
      'SAMSPIL_ADMINISTRATORS missing: Entra object ids of the administrators, with commas between',
      'MicrosoftAppId must be a GUID: the client id of the bot',
      'MicrosoftAppTenantId missing: the Entra tenant the bot lives in',
      'MicrosoftAppType must be one of UserAssignedMsi, SingleTenant',
      'MicrosoftAppPassword missing: a bot that is not a managed identity needs its client secret',
    ]);
  });

  it('an impossible store, a missing model folder and a host name to listen on are each refused', () => {
    const account = 'https://samspil.documents.azure.com';
    expect(problems({ ...production, SAMSPIL_STORE: account, SAMSPIL_SEEDS: 'nowhere', SAMSPIL_HOST: 'samspil' })).toEqual([
      `SAMSPIL_STORE is no store's address: ${account} names no store; Cosmos DB is written cosmos:${account}`,
      'SAMSPIL_SEEDS must be a folder that is there: the governance model',
      'SAMSPIL_HOST must be an address of this machine to listen on, such as 0.0.0.0',
    ]);
    expect(problems({ SAMSPIL_STORE: 'cosmos:samspil' })).toEqual([expect.stringContaining('"samspil" is no address of an account')]);
    expect(problems({ SAMSPIL_STORE: `cosmos:${account}?key=x` })).toEqual([expect.stringContaining('only on this machine')]);
    expect(problems({ SAMSPIL_STORE: 'cosmos:http://samspil.example' })).toEqual([expect.stringContaining('is not https')]);
  });

  it('times that do not fit together are each refused with a sentence of their own', () => {
    expect(problems({ SAMSPIL_LEASE_SECONDS: '100' })).toEqual([
      'SAMSPIL_LEASE_SECONDS (100) must be more than SAMSPIL_SEND_SECONDS (40) and SAMSPIL_CLOCK_SKEW_SECONDS (60) together, or two replicas may send the same card',
    ]);
    expect(problems({ SAMSPIL_LEASE_SECONDS: '101' })).toEqual([]);
    expect(problems({ SAMSPIL_SEND_SECONDS: '15', SAMSPIL_CLOCK_SKEW_SECONDS: '105', SAMSPIL_PORT: 'high' })).toEqual([
      'SAMSPIL_PORT must be a port, 0 to 65535',
      'SAMSPIL_LEASE_SECONDS (120) must be more than SAMSPIL_SEND_SECONDS (15) and SAMSPIL_CLOCK_SKEW_SECONDS (105) together, or two replicas may send the same card',
      'SAMSPIL_ANSWER_SECONDS (15) must be less than SAMSPIL_SEND_SECONDS (15), or a send is called off before Teams has had its time',
    ]);
    expect(problems({ SAMSPIL_LEASE_SECONDS: '2 minutes', SAMSPIL_SEND_SECONDS: '0' })).toEqual([
      'SAMSPIL_LEASE_SECONDS must be whole seconds, 1 to 3600',
      'SAMSPIL_SEND_SECONDS must be whole seconds, 1 to 3600',
    ]);
  });

  it('a managed identity with a password is refused, and so is a single-tenant bot without one', () => {
    expect(problems({ ...production, MicrosoftAppPassword: 'secret' })).toEqual([
      'MicrosoftAppPassword must be empty: a managed identity has no client secret',
    ]);
    expect(problems({ ...production, MicrosoftAppType: 'SingleTenant' })).toHaveLength(1);
  });
});
