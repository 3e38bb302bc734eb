import type { ChannelAccount } from 'botbuilder';
import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import type { Address } from '../courier.ts';
import type { Directory, RosterRecord } from '../directory.ts';
import type { ChannelKey } from '../governance/model.ts';
import type { Store } from '../store/store.ts';
import type { Pace } from './pace.ts';
import { hostTenant, localTenant, type TeamsSettings } from './settings.ts';
import type { ConnectorClient } from './tokens.ts';

export interface Rosters {
  readonly settings: TeamsSettings;
  readonly directory: Directory;
  readonly client: (serviceUrl: string) => Promise<ConnectorClient>;
  readonly pace: Pace;
  readonly now: () => Temporal.Instant;
  readonly signal: AbortSignal;
  readonly log: Logger;
}
/** The SDK's type wants a continuation also for the first page, where there is none. */
interface PageOptions {
  readonly pageSize: number;
  readonly abortSignal: AbortSignal;
  readonly continuationToken: string;
}

const pageSize = 200;
const mostPages = 50;

/** Asks Teams who is in a channel and keeps it: people of the host tenant, its guests, and of partner tenants; nobody else. Never inside an invoke. */
export async function refreshRoster(rosters: Rosters, channel: ChannelKey): Promise<void> {
  const { settings, directory, now, log } = rosters;
  const address = await directory.address(channel);
  if (!address) return;
  const members: RosterRecord['members'][number][] = [];
  for (const member of await allMembers(rosters, address)) {
    const tenant = tenantOf(settings, member);
    const aadObjectId = textIn(member, 'aadObjectId') ?? textIn(member, 'objectId');
    if (!aadObjectId || !served(settings, tenant)) continue;
    const identity = { tenant, aadObjectId: aadObjectId.toLowerCase(), mri: member.id };
    const person = await directory.person(identity, member.name || null, null);
    members.push({ person, guest: tenant !== hostTenant(settings) || textIn(member, 'userRole') === 'guest' });
  }
  await directory.keepRoster(channel, { members, at: now().toString() });
  log.info({ channel, members: members.length }, 'roster kept');
}

/** Every channel the bot is in, one after the other; one that cannot be asked does not stop the rest. */
export async function refreshRosters(rosters: Rosters, store: Store): Promise<void> {
  for (const { id } of await store.records<Address>('address')) {
    const state = (await store.recall(`channel/${id}`))?.state;
    if (state?.kind !== 'channel' || !state.installed || rosters.signal.aborted) continue;
    try {
      await refreshRoster(rosters, id);
    } catch (fault) {
      rosters.log.warn({ err: fault, channel: id }, 'a roster could not be read');
    }
  }
}

async function allMembers({ client, pace, signal }: Rosters, address: Address): Promise<readonly ChannelAccount[]> {
  const { conversations } = await client(address.serviceUrl);
  const members: ChannelAccount[] = [];
  let continuationToken: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    await pace.turn(address.conversation, address.tenant, signal);
    const options = { pageSize, abortSignal: signal, ...(continuationToken === undefined ? {} : { continuationToken }) } as PageOptions;
    const read = await conversations.getConversationPagedMembers(address.conversation, options);
    members.push(...(read.members ?? []));
    continuationToken = read.continuationToken || undefined;
    if (continuationToken === undefined) return members;
  }
  return members;
}

function tenantOf(settings: TeamsSettings, member: ChannelAccount): string {
  if (settings.bot.kind === 'local') return localTenant;
  return (textIn(member, 'tenantId') ?? hostTenant(settings)).toLowerCase();
}

function served(settings: TeamsSettings, tenant: string): boolean {
  return tenant === hostTenant(settings) || settings.partnerTenants.includes(tenant);
}

function textIn(member: object, field: string): string | null {
  const value: unknown = Object.entries(member).find(([key]) => key === field)?.[1];
  return typeof value === 'string' && value !== '' ? value : null;
}
