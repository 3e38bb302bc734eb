import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Timing } from '../scheduler/lease.ts';
import { isContainer } from './pages-place.ts';
import { StoreAddressWrong, storeAddress } from './store/address.ts';
import { timingClashes, timingOf, timingSettings } from './timing.ts';

/** Everything the environment decides. Nothing else reads the environment. */
export interface Config {
  readonly storeFile: string;
  readonly seeds: string;
  /** Where published meetings are written as pages: a folder, or the address of a container, without a slash at the end. */
  readonly pagesPlace: string;
  /** Where those pages are read, ending in a slash; null: cards do not link to them. */
  readonly pagesUrl: string | null;
  /** Where people reach this bot, without a slash at the end; null: cards show no pictures. */
  readonly publicUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Without credentials the bot runs in local mode only, and listens on this machine only. */
  readonly bot: { readonly kind: 'local' } | BotCredentials;
  /** Entra object ids, in lower case. */
  readonly administrators: readonly string[];
  /** Entra tenant ids of partners whose people may come in shared channels, in lower case. */
  readonly partnerTenants: readonly string[];
  readonly logLevel: (typeof logLevels)[number];
  readonly timing: Timing;
}
export interface BotCredentials {
  readonly kind: 'teams';
  readonly appId: string;
  readonly tenant: string;
  readonly appType: (typeof appTypes)[number];
  /** null for a managed identity. */
  readonly password: string | null;
}
export type Environment = Readonly<Record<string, string | undefined>>;

/** Names every setting that is missing or wrong, one sentence each. */
export class ConfigWrong extends Error {
  readonly code = 'config-wrong';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const appTypes = ['UserAssignedMsi', 'SingleTenant'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const credentials = ['MicrosoftAppId', 'MicrosoftAppTenantId', 'MicrosoftAppType', 'MicrosoftAppPassword'];

/** A setting that is empty counts as not set. */
export function readConfig(env: Environment = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  return credentials.some((name) => set[name] !== undefined) ? readTeams(set) : readLocal(set);
}

function guid(what: string) {
  return z.guid({ error: (issue) => (issue.input === undefined ? `missing: ${what}` : `must be a GUID: ${what}`) }).toLowerCase();
}
const guids = (what: string) =>
  z
    .string({ error: `missing: ${what}` })
    .transform(listed)
    .pipe(z.array(guid(what)));
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

const common = {
  SAMSPIL_STORE: z
    .string()
    .superRefine((address, context) => {
      const fault = faultOf(address);
      if (fault !== null) context.addIssue({ code: 'custom', message: `is no store's address: ${fault}` });
    })
    .default('data/samspil.db'),
  SAMSPIL_SEEDS: z.string().refine(isFolder, 'must be a folder that is there: the governance model').default('seeds'),
  SAMSPIL_PAGES: z
    .string()
    .transform((place) => (isAddress(place) ? place.replace(/\/$/, '') : place))
    .refine((place) => !isAddress(place) || isContainer(place), {
      error: 'must be a folder, or a container as https://<account>.blob.core.windows.net/<container>, with nothing after it',
    })
    .default('data/pages'),
  SAMSPIL_PAGES_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address, such as https://example.org/moeder/' })
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  SAMSPIL_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address, such as https://samspil.example.org' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  SAMSPIL_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port, 0 to 65535')
    .transform(Number)
    .pipe(z.number().max(65_535, 'must be a port, 0 to 65535'))
    .default(3978),
  SAMSPIL_PARTNER_TENANTS: guids('Entra tenant ids, with commas between').default([]),
  SAMSPIL_LOG_LEVEL: oneOf(logLevels).default('info'),
  ...timingSettings,
};
const administrators = guids('Entra object ids of the administrators, with commas between');

const local = z.object({
  ...common,
  /** Somebody at a screen reads where the page is; a machine that keeps logs says more. */
  SAMSPIL_LOG_LEVEL: oneOf(logLevels).default('warn'),
  SAMSPIL_HOST: z.literal('127.0.0.1', { error: 'must be 127.0.0.1, because the bot has no credentials' }).default('127.0.0.1'),
  SAMSPIL_ADMINISTRATORS: administrators.default([]),
});
const teams = z.object({
  ...common,
  SAMSPIL_HOST: z
    .string()
    .refine((host) => isIP(host) !== 0, 'must be an address of this machine to listen on, such as 0.0.0.0')
    .default('0.0.0.0'),
  SAMSPIL_ADMINISTRATORS: administrators,
  MicrosoftAppId: guid('the client id of the bot'),
  MicrosoftAppTenantId: guid('the Entra tenant the bot lives in'),
  MicrosoftAppType: oneOf(appTypes),
});
const withPassword = z.object({
  ...teams.shape,
  MicrosoftAppPassword: z.string({ error: 'missing: a bot that is not a managed identity needs its client secret' }),
});
const withIdentity = z.object({
  ...teams.shape,
  MicrosoftAppPassword: z.undefined({ error: 'must be empty: a managed identity has no client secret' }).optional(),
});

/** The name of every setting there is. */
export const settings: readonly string[] = Object.keys(withPassword.shape);

function readLocal(env: Environment): Config {
  return { ...shared(check(local, env)), bot: { kind: 'local' } };
}

function readTeams(env: Environment): Config {
  const read = env.MicrosoftAppType === 'UserAssignedMsi' ? check(withIdentity, env) : check(withPassword, env);
  return {
    ...shared(read),
    bot: {
      kind: 'teams',
      appId: read.MicrosoftAppId,
      tenant: read.MicrosoftAppTenantId,
      appType: read.MicrosoftAppType,
      password: read.MicrosoftAppPassword ?? null,
    },
  };
}

function check<T extends z.ZodType>(schema: T, env: Environment): z.output<T> {
  const read = schema.safeParse(env);
  const clashes = timingClashes(env);
  if (read.success && clashes.length === 0) return read.data;
  const wrong = (read.error?.issues ?? []).map((issue) => `${String(issue.path[0])} ${issue.message}`);
  throw new ConfigWrong([...new Set(wrong), ...clashes]);
}

function shared(read: z.output<typeof local> | z.output<typeof teams>): Omit<Config, 'bot'> {
  return {
    storeFile: read.SAMSPIL_STORE,
    seeds: read.SAMSPIL_SEEDS,
    pagesPlace: read.SAMSPIL_PAGES,
    pagesUrl: read.SAMSPIL_PAGES_URL ?? (isContainer(read.SAMSPIL_PAGES) ? `${read.SAMSPIL_PAGES}/` : null),
    publicUrl: read.SAMSPIL_PUBLIC_URL ?? null,
    host: read.SAMSPIL_HOST,
    port: read.SAMSPIL_PORT,
    administrators: read.SAMSPIL_ADMINISTRATORS,
    partnerTenants: read.SAMSPIL_PARTNER_TENANTS,
    logLevel: read.SAMSPIL_LOG_LEVEL,
    timing: timingOf(read),
  };
}

function faultOf(address: string): string | null {
  try {
    storeAddress(address);
    return null;
  } catch (fault) {
    if (fault instanceof StoreAddressWrong) return fault.message;
    throw fault;
  }
}

function isAddress(place: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(place);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
