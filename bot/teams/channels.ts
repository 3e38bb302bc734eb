import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Temporal } from 'temporal-polyfill';
import type { Address } from '../courier.ts';
import { channelKey, type Directory } from '../directory.ts';
import type { ChannelCommand } from '../governance/vocabulary/channel.ts';
import type { ChannelKey } from '../governance/vocabulary/stream.ts';
import { streamOf } from '../governance/vocabulary/stream.ts';
import type { Handle } from '../handle.ts';
import { type Cause, operatorCause } from '../store/cause.ts';
import type { Store } from '../store/store.ts';
import { channelOf, isChannel } from './conversation.ts';
import { hostTenant, type TeamsSettings } from './settings.ts';

export interface Channels {
  readonly settings: TeamsSettings;
  readonly store: Store;
  readonly directory: Directory;
  readonly handle: Handle;
  readonly now: () => Temporal.Instant;
  /** The channel's people may have changed. */
  readonly rosterIsOld: (channel: ChannelKey) => void;
}
type Gone = Extract<ChannelCommand, { type: 'NoteRemoved' }>['why'];

/** The binding follows what happens to a channel in Teams. Hearing the same twice changes nothing; what is not known is let pass. */
export function openChannels(channels: Channels) {
  return {
    installation: async (activity: Activity): Promise<void> => {
      if (!isChannel(activity)) return;
      if (activity.action?.startsWith('add')) await arrive(channels, activity);
      if (activity.action === 'remove') await leaveTeam(channels, activity, 'uninstalled');
    },
    update: (activity: Activity) => (isChannel(activity) ? update(channels, activity) : Promise.resolve()),
    /** Anything heard from a channel: the first time it counts as arriving there, later it keeps the newest service URL. */
    heard: async (activity: Activity): Promise<Address | null> => {
      if (!isChannel(activity)) return null;
      const known = await channels.directory.address(channelKey(channelOf(activity)));
      if (!known) return arrive(channels, activity);
      const address = { ...known, serviceUrl: activity.serviceUrl, bot: activity.recipient.id };
      await channels.directory.keepAddress(address);
      return address;
    },
  };
}

async function update(channels: Channels, activity: Activity): Promise<void> {
  const ours = (members: Activity['membersAdded']) => (members ?? []).some(({ id }) => id === activity.recipient.id);
  if (ours(activity.membersAdded)) await arrive(channels, activity);
  if (ours(activity.membersRemoved)) return leaveTeam(channels, activity, 'uninstalled');
  const event: unknown = activity.channelData?.eventType;
  switch (event) {
    case 'channelRenamed':
      return rename(channels, activity);
    case 'channelDeleted':
      return note(channels, activity, eventChannel(activity), { type: 'NoteRemoved', why: 'channel-deleted' });
    case 'channelRestored':
      return note(channels, activity, eventChannel(activity), { type: 'NoteInstalled' });
    case 'teamRenamed':
      return eachOfTeam(channels, activity, (address) =>
        channels.directory.keepAddress({ ...address, teamName: textOf(activity.channelData?.team?.name) ?? address.teamName }),
      );
    case 'teamArchived':
      return leaveTeam(channels, activity, 'team-archived');
    case 'teamDeleted':
    case 'teamHardDeleted':
      return leaveTeam(channels, activity, 'team-deleted');
    case 'teamUnarchived':
    case 'teamRestored':
      return eachOfTeam(channels, activity, (address) => note(channels, activity, address.conversation, { type: 'NoteInstalled' }));
    default:
      if (activity.membersAdded?.length || activity.membersRemoved?.length) channels.rosterIsOld(channelKey(channelOf(activity)));
  }
}

async function arrive(channels: Channels, activity: Activity): Promise<Address> {
  const conversation = channelOf(activity);
  const channel = channelKey(conversation);
  const known = await channels.directory.address(channel);
  const team = textOf(activity.channelData?.team?.id) ?? known?.team ?? conversation;
  const address: Address = {
    channel,
    conversation,
    tenant: textOf(activity.conversation.tenantId) ?? textOf(activity.channelData?.tenant?.id) ?? hostTenant(channels.settings),
    team,
    teamName: textOf(activity.channelData?.team?.name) ?? known?.teamName ?? '',
    name: nameOf(activity, conversation) ?? known?.name ?? (conversation === team ? 'General' : ''),
    serviceUrl: activity.serviceUrl,
    bot: activity.recipient.id,
  };
  await channels.directory.keepAddress(address);
  await note(channels, activity, conversation, { type: 'NoteInstalled' });
  channels.rosterIsOld(channel);
  return address;
}

function leaveTeam(channels: Channels, activity: Activity, why: Gone): Promise<void> {
  return eachOfTeam(channels, activity, (address) => note(channels, activity, address.conversation, { type: 'NoteRemoved', why }));
}

async function rename(channels: Channels, activity: Activity): Promise<void> {
  const address = await channels.directory.address(channelKey(eventChannel(activity)));
  const name = nameOf(activity, eventChannel(activity));
  if (address && name) await channels.directory.keepAddress({ ...address, name });
}

async function eachOfTeam(channels: Channels, activity: Activity, then: (address: Address) => Promise<void>): Promise<void> {
  const team = textOf(activity.channelData?.team?.id);
  const known = (await channels.store.records<Address>('address')).map((record) => record.value);
  for (const address of known.filter((each) => each.team === team || each.conversation === channelOf(activity))) await then(address);
}

/** Only a channel we have an address for can be told anything, so only such a channel is remembered. */
async function note(channels: Channels, activity: Activity, conversation: string, command: ChannelCommand): Promise<void> {
  const channel = channelKey(conversation);
  if (!(await channels.directory.address(channel))) return;
  const cause = causeOf(activity, command.type);
  const handled = await channels.handle({
    stream: streamOf('channel', channel),
    command,
    by: { kind: 'operator' },
    cause,
    now: channels.now(),
  });
  if (handled.result === 'refused') throw new Error(`${command.type} was refused: ${handled.refusal.refused}`);
}

/** The same happening, told again by Teams, is the same cause. */
function causeOf(activity: Activity, what: string): Cause {
  const told = [activity.id ?? '', String(activity.timestamp ?? ''), activity.type, what];
  return operatorCause(`teams.${createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32)}`);
}

function eventChannel(activity: Activity): string {
  return textOf(activity.channelData?.channel?.id) ?? channelOf(activity);
}

/** The name of a channel, where the activity carries one for just that channel. */
function nameOf(activity: Activity, conversation: string): string | null {
  const { channel, settings } = activity.channelData ?? {};
  const named = [channel, settings?.selectedChannel].find((each) => each?.id === conversation && textOf(each?.name) !== null);
  return textOf(named?.name);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
