/** What the Teams edge must know of the installation. */
export interface TeamsSettings {
  readonly host: string;
  readonly port: number;
  /** Without credentials: local mode, on this machine only. */
  readonly bot: { readonly kind: 'local' } | Credentials;
  /** Entra object ids, in lower case. */
  readonly administrators: readonly string[];
  /** Tenants whose people may come in shared channels, in lower case. */
  readonly partnerTenants: readonly string[];
}
export interface Credentials {
  readonly kind: 'teams';
  readonly appId: string;
  readonly tenant: string;
  readonly appType: 'UserAssignedMsi' | 'SingleTenant';
  /** null for a managed identity. */
  readonly password: string | null;
}

/** Half a set of credentials would leave the gate open or the bot dumb. */
export class CredentialsIncomplete extends Error {
  readonly code = 'credentials-incomplete';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** The tenant every identity belongs to in local mode, where Entra is not asked. */
export const localTenant = 'local';
const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Refuses to start where credentials are half there, or where a bot without any would be reachable by others. */
export function checkSettings(settings: TeamsSettings): void {
  const problems: string[] = [];
  const { bot } = settings;
  if (bot.kind === 'local') {
    if (!loopback.has(settings.host)) problems.push('a bot without credentials listens on 127.0.0.1 only');
  } else {
    if (bot.appId.trim() === '') problems.push('the app id is missing');
    if (bot.tenant.trim() === '') problems.push('the tenant id is missing');
    if (bot.appType === 'SingleTenant' && !bot.password) problems.push('a single-tenant bot needs its client secret');
    if (bot.appType === 'UserAssignedMsi' && bot.password) problems.push('a managed identity has no client secret');
  }
  if (problems.length > 0) throw new CredentialsIncomplete(problems);
}

export function hostTenant(settings: TeamsSettings): string {
  return settings.bot.kind === 'local' ? localTenant : settings.bot.tenant.toLowerCase();
}
