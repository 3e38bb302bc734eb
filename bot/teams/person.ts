import type { Activity } from 'botbuilder';
import { channelKey, type Directory, type Identity } from '../directory.ts';
import type { Refusal } from '../governance/vocabulary/refusal.ts';
import type { ChannelKey, PersonKey } from '../governance/vocabulary/stream.ts';
import type { Store } from '../store/store.ts';
import { channelOf, type LanguageOf } from './conversation.ts';
import { tenantOf } from './gate.ts';
import type { Presser } from './presser.ts';
import { hostTenant, type TeamsSettings } from './settings.ts';

export interface Identifying {
  readonly settings: TeamsSettings;
  readonly store: Store;
  readonly directory: Directory;
  readonly languageOf: LanguageOf;
  /** Local mode lets the screen's user act as another; otherwise the identity as Teams vouches for it. */
  readonly identify: (identity: Identity) => Identity;
  /** Somebody the roster does not know pressed: it may be old. */
  readonly rosterIsOld: (channel: ChannelKey) => void;
}

/**
 * Who pressed, from the channel's verified identity only. The tenant of a person is what the channel's roster says; until a roster has been
 * seen, only an activity that names the host tenant throughout is believed, as the host's.
 */
export function openIdentifier(identifying: Identifying): (activity: Activity) => Promise<Presser | Refusal> {
  const rosters = openRosters(identifying.directory);
  const { settings, directory, store } = identifying;
  return async (activity) => {
    const aadObjectId = activity.from.aadObjectId?.toLowerCase();
    if (!aadObjectId) return { refused: 'unknown-person' };
    const speaksFor = tenantOf(activity, settings);
    if (speaksFor === 'other') return { refused: 'not-this-tenant' };

    const channel = channelKey(channelOf(activity));
    const roster = await rosters(channel);
    const seen = roster?.get(aadObjectId);
    const isAdministrator = settings.administrators.includes(aadObjectId);
    const another = typeof seen?.mri === 'string' && seen.mri !== activity.from.id;
    if (roster && (!seen || another)) identifying.rosterIsOld(channel);
    if (!seen && (speaksFor === 'partner' || (roster && !isAdministrator))) return { refused: 'only-members-of-the-channel' };
    if (another) return { refused: 'only-members-of-the-channel' };

    const tenant = seen?.tenant ?? hostTenant(settings);
    const identity = identifying.identify({ tenant, aadObjectId, mri: activity.from.id });
    const asThemselves = identity.aadObjectId === aadObjectId;
    const language = identifying.languageOf(activity);
    const person = await directory.person(identity, asThemselves ? (activity.from.name ?? null) : null, language);
    const persons = (await store.recall('persons'))?.state;
    return {
      person,
      one: persons?.kind === 'persons' ? (persons.joined[person] ?? person) : person,
      administrator: tenant === hostTenant(settings) && settings.administrators.includes(identity.aadObjectId),
      language,
      channel,
    };
  };
}

/** The channel's roster by Entra id; read again only when a newer one has been kept. */
function openRosters(directory: Directory) {
  const kept = new Map<ChannelKey, { readonly at: string; readonly seen: ReadonlyMap<string, Identity> }>();
  return async (channel: ChannelKey): Promise<ReadonlyMap<string, Identity> | null> => {
    const roster = await directory.roster(channel);
    if (!roster) return null;
    const known = kept.get(channel);
    if (known?.at === roster.at) return known.seen;
    const everyone = await directory.everyone();
    const identities = (person: PersonKey) => everyone.get(person)?.identities ?? [];
    const seen = new Map(roster.members.flatMap(({ person }) => identities(person)).map((each) => [each.aadObjectId.toLowerCase(), each]));
    kept.set(channel, { at: roster.at, seen });
    return seen;
  };
}
