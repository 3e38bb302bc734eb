import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils, type TeamsManifestLatest } from '@microsoft/app-manifest';
import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { words } from '../../cards/deck.ts';
import { menu } from '../../cards/kit/commands.ts';
import { manifest } from '../../infra/package/manifest.ts';
import { readOrganisation, sample } from '../../infra/package/organisation.ts';
import { pack } from '../../infra/package/pack.ts';
import { readPng } from '../kit/screen/png.ts';

const schemas = join(dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')), 'json-schemas/teams');
const organisation = {
  appId: '6a1c2b3d-0000-4000-8000-00000000aa01',
  developer: {
    name: 'Regionen',
    websiteUrl: 'https://region.example/',
    privacyUrl: 'https://region.example/p',
    termsOfUseUrl: 'https://region.example/v',
  },
};
const packed = pack(organisation, '1.2.3');
const files = unzipSync(packed);
const told = read('manifest.json') as unknown as TeamsManifestLatest;

function read(name: string): Readonly<Record<string, string>> {
  return JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
}

describe('the Teams app package', () => {
  test('the manifest follows the newest schema, which rejects a wrong manifest', async () => {
    const minor = (version: string) => Number(/^v1\.(\d+)$/.exec(version)?.[1] ?? 0);
    const newest = Math.max(...readdirSync(schemas).map(minor));
    expect(told.manifestVersion).toBe(`1.${newest}`);
    expect(told.$schema).toContain(`/v1.${newest}/`);
    expect(await AppManifestUtils.validateAgainstSchema(told)).toEqual([]);
    expect(await AppManifestUtils.validateAgainstSchema({ ...told, accentColor: 'petrol' })).not.toEqual([]);
  });

  test('the package holds one bot for channels of teams that people may talk to', () => {
    expect(told.id).toBe(organisation.appId);
    expect(told.version).toBe('1.2.3');
    expect(told.developer).toEqual(organisation.developer);
    expect(told.bots).toMatchObject([{ botId: organisation.appId, scopes: ['team'], isNotificationOnly: false }]);
    expect(told.supportsChannelFeatures, 'the service asks it of every app with team scope').toBe('tier1');
    expect(told.defaultInstallScope).toBe('team');
    expect(told.defaultGroupCapability).toEqual({ team: 'bot' });
  });

  test('the package has exactly the files that the manifest names, all at the root', () => {
    const languages = told.localizationInfo?.additionalLanguages?.map(({ file }) => file) ?? [];
    const named = ['manifest.json', told.icons.color, told.icons.outline, ...languages];
    expect(Object.keys(files).sort()).toEqual([...named].sort());
    expect(Object.keys(files).filter((name) => /[\\/]/.test(name))).toEqual([]);
  });

  test('the colour icon is 192 by 192 and covers its square', () => {
    const { width, height, pixels } = readPng(files[told.icons.color] ?? new Uint8Array());
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.filter(([, , , alpha]) => alpha !== 255)).toEqual([]);
    expect(new Set(pixels.map(String)).size).toBeGreaterThan(2);
  });

  test('the outline icon is 32 by 32 and white on a transparent ground', () => {
    const { width, height, pixels } = readPng(files[told.icons.outline] ?? new Uint8Array());
    expect([width, height]).toEqual([32, 32]);
    const drawn = pixels.filter(([, , , alpha]) => alpha > 0);
    expect(drawn.filter(([red, green, blue]) => Math.min(red, green, blue) < 255)).toEqual([]);
    expect(drawn.length).toBeGreaterThan(100);
    expect(pixels.filter(([, , , alpha]) => alpha === 0).length).toBeGreaterThan(400);
  });

  test('the manifest offers the words that the bot answers to, in Danish and in English', () => {
    const commands = told.bots?.[0]?.commandLists?.[0]?.commands ?? [];
    expect(commands).toHaveLength(12);
    expect(commands.map(({ title }) => words.da[title])).toEqual(menu);
    const en = read('en.json');
    expect(commands.map((_, at) => words.en[en[`bots[0].commandLists[0].commands[${at}].title`] ?? ''])).toEqual(menu);
    expect(told.bots?.[0]).toMatchObject({ supportsTargetedMessages: true, commandLists: [{ triggers: ['mention', 'slash'] }] });
    expect(commands.filter(({ title, description }) => description === title)).toEqual([]);
  });

  test('every sentence of the manifest has an English translation', () => {
    const said = read('en.json');
    const commands = told.bots?.[0]?.commandLists?.[0]?.commands ?? [];
    const expected = commands.flatMap((_, at) => ['title', 'description'].map((part) => `bots[0].commandLists[0].commands[${at}].${part}`));
    const texts = ['name.short', 'name.full', 'description.short', 'description.full'];
    expect(Object.keys(said).sort()).toEqual(['$schema', ...texts, ...expected].sort());
    expect(told.localizationInfo?.defaultLanguageTag).toBe('da');
    const { $schema: _, ...schema } = JSON.parse(
      readFileSync(join(schemas, `v${told.manifestVersion}`, 'MicrosoftTeams.Localization.schema.json'), 'utf8'),
    );
    const follows = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    expect(follows(said), JSON.stringify(follows.errors)).toBe(true);
    expect(follows({ ...said, 'bots[0].commandLists[0].commands[99].title': 'x' })).toBe(false);
  });

  describe('the bytes of the package', () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    test.for(['Pacific/Honolulu', 'Asia/Tokyo'])('packing in the time zone %s gives the same bytes', (elsewhere) => {
      process.env.TZ = elsewhere;
      expect(Buffer.compare(pack(organisation, '1.2.3'), packed)).toBe(0);
    });
  });

  test('an organisation with faults gets no package, and all its faults are named', () => {
    expect(readOrganisation(sample, 'not-a-guid')).toEqual([expect.stringContaining('appId must be the app id')]);
    expect(readOrganisation(sample, organisation.appId)).toMatchObject({ appId: organisation.appId });
    expect(manifest({ ...organisation }, '1.0.0').developer).toEqual(organisation.developer);
  });
});
