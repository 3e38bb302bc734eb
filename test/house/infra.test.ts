import { readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readConfig, settings } from '../../bot/config.ts';
import { storeAddress } from '../../bot/store/address.ts';
import { withPulse } from '../../bot/watch/pulse.ts';
import { blockAfter, readBicep } from './bicep.ts';

const infra = new URL('../../infra/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, infra), 'utf8');
const main = readBicep(new URL('main.bicep', infra));
const modules = new Map(
  readdirSync(new URL('modules/', infra)).map((name) => [`modules/${name}`, readBicep(new URL(`modules/${name}`, infra))]),
);
const all = [main, ...modules.values()];
const app = read('modules/app.bicep');

/** These are the newest generally available versions as published on 20 August 2026; those marked are older and widely used. */
const versions: Readonly<Record<string, string>> = {
  'Microsoft.App/containerApps': '2026-01-01',
  'Microsoft.App/managedEnvironments': '2026-01-01',
  'Microsoft.Authorization/roleAssignments': '2022-04-01',
  'Microsoft.BotService/botServices': '2022-09-15',
  'Microsoft.BotService/botServices/channels': '2022-09-15',
  'Microsoft.ContainerRegistry/registries': '2025-11-01',
  'Microsoft.DocumentDB/databaseAccounts': '2026-03-15',
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases': '2026-03-15',
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers': '2026-03-15',
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments': '2026-03-15',
  'Microsoft.Insights/components': '2020-02-02',
  'Microsoft.Insights/scheduledQueryRules': '2026-03-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities': '2024-11-30',
  'Microsoft.OperationalInsights/workspaces': '2026-03-01',
  // widely used
  'Microsoft.Storage/storageAccounts': '2023-05-01',
  'Microsoft.Storage/storageAccounts/blobServices': '2023-05-01',
  'Microsoft.Storage/storageAccounts/blobServices/containers': '2023-05-01',
  'Microsoft.Insights/actionGroups': '2023-01-01',
  'Microsoft.Insights/diagnosticSettings': '2021-05-01-preview',
  'Microsoft.Insights/webtests': '2022-06-15',
};

describe('the Azure templates of the bot', () => {
  test('the Azure templates use the known resource types at their known versions', () => {
    const used = Object.fromEntries(all.flatMap(({ resources }) => resources).map(({ type, version }) => [type, version]));
    expect(used).toEqual(versions);
  });

  test('the main template gives every module the parameters it needs and no unknown ones', () => {
    expect(main.modules.map(({ file }) => file).sort()).toEqual([...modules.keys()].sort());
    for (const { file, given } of main.modules) {
      const params = modules.get(file)?.params ?? [];
      const known = params.map(({ name }) => name);
      expect(
        given.filter((name) => !known.includes(name)),
        `given to ${file}, unknown there`,
      ).toEqual([]);
      const needed = params.filter(({ needed }) => needed).map(({ name }) => name);
      expect(
        needed.filter((name) => !given.includes(name)),
        `needed by ${file}, not given`,
      ).toEqual([]);
    }
  });

  test('the main template reads only outputs that the modules have', () => {
    const asked = [...main.text.matchAll(/(\w+)\.outputs\.(\w+)/g)].map(([, symbol = '', output = '']) => ({ symbol, output }));
    expect(asked.length).toBeGreaterThan(5);
    const missing = asked.filter(({ symbol, output }) => {
      const file = main.modules.find((each) => each.symbol === symbol)?.file ?? '';
      return !modules.get(file)?.outputs.includes(output);
    });
    expect(missing).toEqual([]);
  });

  test('the parameter file sets every parameter that has no default value', () => {
    const given = [...read('main.bicepparam').matchAll(/^param (\w+) =/gm)].map(([, name = '']) => name);
    expect(
      main.params
        .filter(({ needed }) => needed)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...given].sort());
  });

  test('the main template has the outputs that the operating pages use', () => {
    expect([...main.outputs].sort()).toEqual(['address', 'appId', 'cosmosEndpoint', 'pages', 'registryServer']);
    const pages = ['not-yet-run.md', 'operating.md'].map((page) => read(`../docs/${page}`)).join('\n');
    const used = [...pages.matchAll(/outputs\.(\w+)/g)].map(([, name = '']) => name);
    expect(used).toContain('appId');
    expect(used.filter((name) => !main.outputs.includes(name))).toEqual([]);
  });

  test('every bracket in the templates is closed', () => {
    for (const { text } of all) {
      const outside = text.replaceAll(/^ *\/\/.*$/gm, '').replaceAll(/'(?:[^'\\]|\\.)*'/g, '');
      for (const [open, close] of ['{}', '[]', '()'].map((pair) => [...pair])) {
        expect(outside.split(open ?? '').length).toBe(outside.split(close ?? '').length);
      }
    }
  });
});

describe('the settings in Azure', () => {
  const names = (text: string) => [...text.matchAll(/^ *(\w+):/gm)].map(([, name = '']) => name);
  const given = [
    ...names(blockAfter(main.text, 'settings: {')),
    ...[...blockAfter(app, 'env: concat').matchAll(/name: '(\w+)'/g), ...app.matchAll(/\{ name: '([A-Z]\w+)', value:/g)].map(
      ([, name = '']) => name,
    ),
  ];

  test('every setting given in Azure is one that the bot reads', () => {
    expect(given.length).toBeGreaterThan(6);
    const ofAzuresSignIn = ['AZURE_CLIENT_ID'];
    expect(given.filter((name) => !settings.includes(name))).toEqual(ofAzuresSignIn);
  });

  test('the settings in Azure are enough for the bot to start with a managed identity', () => {
    const guid = '6a1c2b3d-0000-4000-8000-00000000aa01';
    const values: Readonly<Record<string, string>> = { MicrosoftAppType: 'UserAssignedMsi', SAMSPIL_PORT: '3978', SAMSPIL_HOST: '0.0.0.0' };
    const guids = ['MicrosoftAppId', 'MicrosoftAppTenantId', 'SAMSPIL_ADMINISTRATORS', 'SAMSPIL_PARTNER_TENANTS'];
    const env = Object.fromEntries(given.map((name) => [name, guids.includes(name) ? guid : (values[name] ?? '')]));
    expect(readConfig(env).bot).toEqual({ kind: 'teams', appId: guid, tenant: guid, appType: 'UserAssignedMsi', password: null });
  });

  test('the operating page lists every setting and no others', () => {
    const table = read('../docs/operating.md').split('## Settings')[1]?.split('\n## ')[0] ?? '';
    expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name).sort()).toEqual([...settings].sort());
  });

  test('the settings in Azure hold no secret', () => {
    expect(given).not.toContain('MicrosoftAppPassword');
    expect(all.filter(({ text }) => /@secure|listKeys|secretRef/.test(text))).toEqual([]);
  });
});

describe('the store in Azure', () => {
  const cosmos = read('modules/cosmos.bicep');
  const settled = JSON.parse(read('cosmos-container.json'));

  test('the Azure template takes the container from the same file as the bot', () => {
    const path = /loadJsonContent\('([^']+)'\)/.exec(cosmos)?.[1] ?? '';
    expect(new URL(path, new URL('modules/', infra)).href).toBe(new URL('cosmos-container.json', infra).href);
    for (const [, steps = ''] of cosmos.matchAll(/\bsettings\.([\w.]+)/g)) {
      const found = steps.split('.').reduce<unknown>((within, step) => (within as Record<string, unknown> | undefined)?.[step], settled);
      expect(found, `settings.${steps}`).toBeDefined();
    }
    expect(settled.container.partitionKey.paths).toEqual(['/pk']);
    expect(settled.container.defaultTtl).toBe(-1);
  });

  test('the bot gets the Azure store as an address that it can open', () => {
    expect(main.text).toMatch(/SAMSPIL_STORE: 'cosmos:\$\{cosmos\.outputs\.endpoint\}'/);
    expect(storeAddress('cosmos:https://samspil-x.documents.azure.com:443/')).toEqual({
      kind: 'cosmos',
      endpoint: 'https://samspil-x.documents.azure.com/',
      names: {},
      key: null,
    });
  });

  test('the Azure store has one write region, no keys and a role for the bot', () => {
    expect(cosmos).toContain('enableMultipleWriteLocations: false');
    expect(cosmos).toContain('disableLocalAuth: true');
    expect(cosmos).toContain("{ name: 'EnableServerless' }");
    expect(cosmos).toContain('00000000-0000-0000-0000-000000000002');
  });
});

describe('the place of published pages in Azure', () => {
  const pages = read('modules/pages.bicep');
  const container = /^var container = '(.+)'$/m.exec(pages)?.[1] ?? '';

  test('the bot gets the container that it writes pages to and the address at which they are read', () => {
    expect(main.text).toContain('SAMSPIL_PAGES: pages.outputs.address\n');
    expect(main.text).toMatch(/^ *SAMSPIL_PAGES_URL: '\$\{pages\.outputs\.address\}\/'$/m);
    expect(pages).toMatch(/^output address string = '\$\{account\.properties\.primaryEndpoints\.blob\}\$\{container\}'$/m);
    const address = `https://samspilx.blob.core.windows.net/${container}`;
    expect(readConfig({ SAMSPIL_PAGES: address })).toMatchObject({ pagesPlace: address, pagesUrl: `${address}/` });
  });

  test('anybody may read the published pages, only the bot may write them, and nothing overwritten is kept', () => {
    for (const line of ['allowSharedKeyAccess: false', "minimumTlsVersion: 'TLS1_2'", 'supportsHttpsTrafficOnly: true'])
      expect(pages).toContain(line);
    expect(pages).toContain("publicAccess: 'Blob'");
    expect(pages).toContain('deleteRetentionPolicy: { enabled: false }');
    expect(pages).toContain('isVersioningEnabled: false');
    expect(blockAfter(pages, 'resource mayWrite')).toContain('scope: pages\n');
    expect(pages.match(/ba92f5b4-2d11-453d-a403-e96b0029c9fe/g)).toHaveLength(1);
  });
});

describe('the alerts', () => {
  const alerts = read('modules/alerts.bicep');
  const queries = [...alerts.matchAll(/query: '(.+)'$/gm)].map(([, query = '']) => query);

  test('alerts are raised on a growing backlog, errors, a stopped clock and an unreachable bot', () => {
    expect([...alerts.matchAll(/^ {4}name: '([\w-]+)'$/gm)].map(([, name]) => name)).toEqual([
      'undelivered',
      'errors',
      'no-tick',
      'unreachable',
    ]);
    expect(/name: 'no-tick'[\s\S]*?window: 'PT(\d+)M'/.exec(alerts)?.[1]).toBe('10');
  });

  test('the alerts query the very words that the clock logs', async () => {
    const logged: { readonly line: object; readonly msg: string }[] = [];
    const store = { backlog: async () => ({ open: 3, oldestMs: 1000, parked: 1 }) };
    const round = withPulse(async () => 2, store, { info: (line, msg) => logged.push({ line, msg }) });
    expect(await round(Temporal.Instant.from('2015-02-01T08:00:00Z'))).toBe(2);
    expect(logged).toEqual([{ line: { handled: 2, open: 3, oldestMs: 1000, parked: 1 }, msg: 'tick' }]);

    const own = ['level', 'msg'];
    const messages = queries.flatMap((query) => [...query.matchAll(/line\.msg == "([^"]+)"/g)].map(([, msg]) => msg));
    expect(messages).toEqual(['tick', 'tick']);
    const fields = queries.flatMap((query) => [...query.matchAll(/line\.(\w+)/g)].map(([, field = '']) => field));
    expect(fields.filter((field) => !own.includes(field) && !(field in (logged[0]?.line ?? {})))).toEqual([]);
  });
});
