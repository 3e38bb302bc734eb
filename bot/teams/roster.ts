import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import type { Address } from '../courier.ts';
import type { Directory, RosterRecord } from '../directory.ts';
import type { ChannelKey } from '../governance/vocabulary/stream.ts';
import { streamOf } from '../governance/vocabulary/stream.ts';
import type { Store } from '../store/store.ts';
import { type Connector, inConversation } from './connector.ts';
import type { Pace } from './pace.ts';
import { hostTenant, type TeamsSettings } from './settings.ts';

export interface Rosters {
  readonly settings: TeamsSettings;
  readonly directory: Directory;
  readonly connector: Connector;
  readonly pace: Pace;
  readonly now: () => Temporal.Instant;
  readonly signal: AbortSignal;
  readonly log: Logger;
}
interface Member {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly tenant: string;
  readonly guest: boolean;
}

const pageSize = 200;
const mostPages = 50;
const patienceMs = 15_000;

/** Asks Teams who is in a channel and keeps it: people of the host tenant, its guests, and of partner tenants; nobody else. Never inside an invoke. */
export async function refreshRoster(rosters: Rosters, channel: ChannelKey): Promise<void> {
  const { settings, directory, now, log } = rosters;
  const address = await directory.address(channel);
  if (!address) return;
  const members: RosterRecord['members'][number][] = [];
  for (const { id, name, aadObjectId, tenant, guest } of await allMembers(rosters, address)) {
    if (tenant !== hostTenant(settings) && !settings.partnerTenants.includes(tenant)) continue;
    members.push({ person: await directory.person({ tenant, aadObjectId, mri: id }, name, null), guest });
  }
  await directory.keepRoster(channel, { members, at: now().toString() });
  log.info({ channel, members: members.length }, 'roster kept');
}

/**
 * Every channel the bot is in, one after the other; one that cannot be asked does not stop the rest. One it was removed from and that
 * answers has it again, though nobody told us.
 */
export async function refreshRosters(rosters: Rosters, store: Store, isThere: (channel: ChannelKey) => Promise<void>): Promise<void> {
  for (const { id } of await store.records<Address>('address')) {
    const state = (await store.recall(streamOf('channel', id)))?.state;
    if (state?.kind !== 'channel' || rosters.signal.aborted) continue;
    if (!state.installed && state.away?.why !== 'uninstalled') continue;
    try {
      await refreshRoster(rosters, id);
      if (!state.installed) await isThere(id);
    } catch (fault) {
      rosters.log.warn({ err: fault, channel: id }, 'a roster could not be read');
    }
  }
}

async function allMembers({ settings, connector, pace, signal }: Rosters, address: Address): Promise<readonly Member[]> {
  const members: Member[] = [];
  let continuation = '';
  for (let page = 0; page < mostPages; page++) {
    const done = await pace.turn(address.conversation, address.tenant, signal);
    const query = new URLSearchParams({ pageSize: String(pageSize), ...(continuation === '' ? {} : { continuationToken: continuation }) });
    const path = inConversation(address.conversation, `pagedmembers?${query}`);
    const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const read = await connector(address.serviceUrl, { method: 'GET', path }, patience).finally(done);
    members.push(...(Array.isArray(read.members) ? read.members.flatMap((each) => memberIn(settings, each)) : []));
    continuation = textIn(read, 'continuationToken') ?? '';
    if (continuation === '') return members;
  }
  return members;
}

/** Teams has named the Entra id both ways; somebody without one is nobody we can know again. */
function memberIn(settings: TeamsSettings, member: unknown): readonly Member[] {
  const id = textIn(member, 'id');
  const aadObjectId = (textIn(member, 'aadObjectId') ?? textIn(member, 'objectId'))?.toLowerCase();
  if (id === null || !aadObjectId) return [];
  const stated = settings.bot.kind === 'local' ? null : textIn(member, 'tenantId');
  const tenant = stated?.toLowerCase() ?? hostTenant(settings);
  const guest = tenant !== hostTenant(settings) || textIn(member, 'userRole') === 'guest';
  return [{ id, name: textIn(member, 'name') ?? '', aadObjectId, tenant, guest }];
}

function textIn(value: unknown, field: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Object.entries(value).find(([key]) => key === field)?.[1];
  return typeof found === 'string' && found !== '' ? found : null;
}
