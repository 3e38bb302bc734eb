import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Temporal } from 'temporal-polyfill';
import type { Address } from '../courier.ts';
import { channelKey, type Directory } from '../directory.ts';
import type { ChannelCommand, WhyAway } from '../governance/vocabulary/channel.ts';
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

/** The binding follows what happens to a channel in Teams. Hearing the same twice changes nothing; what is not known is let pass. */
export function openChannels(channels: Channels) {
  return {
    installation: async (activity: Activity): Promise<void> => {
      if (!isChannel(activity)) return;
      if (activity.action?.startsWith('add')) await arriveTeam(channels, activity);
      if (activity.action === 'remove') await leaveTeam(channels, activity, 'uninstalled');
    },
    update: (activity: Activity) => (isChannel(activity) ? update(channels, activity) : Promise.resolve()),
    /** The bot has been seen in a channel it was removed from. */
    isThere: async (channel: ChannelKey): Promise<void> => {
      const cause = operatorCause(`teams.${channel}.${channels.now()}`);
      const command = { type: 'NoteInstalled', of: 'channel' } as const;
      await channels.handle({ stream: streamOf('channel', channel), command, by: { kind: 'operator' }, cause, now: channels.now() });
    },
    /** Anything heard from a channel: the first time it counts as arriving there, later it keeps the newest service URL. */
    heard: async (activity: Activity): Promise<Address | null> => {
      if (!isChannel(activity)) return null;
      const channel = channelKey(channelOf(activity));
      const known = await channels.directory.address(channel);
      if (!known || (activity.type === 'message' && (await isAway(channels, channel)))) return arrive(channels, activity);
      const address = { ...known, serviceUrl: activity.serviceUrl, bot: activity.recipient.id };
      await channels.directory.keepAddress(address);
      return address;
    },
  };
}

async function update(channels: Channels, activity: Activity): Promise<void> {
  const ours = (members: Activity['membersAdded']) => (members ?? []).some(({ id }) => id === activity.recipient.id);
  if (ours(activity.membersAdded)) await arriveTeam(channels, activity);
  if (ours(activity.membersRemoved)) return leaveTeam(channels, activity, 'uninstalled');
  const event: unknown = activity.channelData?.eventType;
  switch (event) {
    case 'channelRenamed':
      return rename(channels, activity);
    case 'channelDeleted':
      await note(channels, activity, eventChannel(activity), { type: 'NoteRemoved', why: 'channel-deleted' });
      return;
    case 'channelRestored':
      await note(channels, activity, eventChannel(activity), { type: 'NoteInstalled', of: 'channel' });
      return;
    case 'teamRenamed':
      return eachOfTeam(channels, activity, (address) =>
        channels.directory.keepAddress({ ...address, teamName: textOf(activity.channelData?.team?.name) ?? address.teamName }),
      );
    case 'teamArchived':
      return leaveTeam(channels, activity, 'team-archived');
    case 'teamDeleted':
      return leaveTeam(channels, activity, 'team-deleted');
    case 'teamHardDeleted':
      return leaveTeam(channels, activity, 'deleted-for-good');
    case 'teamUnarchived':
    case 'teamRestored':
      return comeBack(channels, activity);
    default:
      if (activity.membersAdded?.length || activity.membersRemoved?.length) channels.rosterIsOld(channelKey(channelOf(activity)));
  }
}

/** The team has the app again, and with it every channel of the team that we know; Teams names only one of them. */
async function arriveTeam(channels: Channels, activity: Activity): Promise<void> {
  await arrive(channels, activity);
  await comeBack(channels, activity);
}

function comeBack(channels: Channels, activity: Activity): Promise<void> {
  return eachOfTeam(channels, activity, async (address) => {
    if (address.serviceUrl !== activity.serviceUrl) await channels.directory.keepAddress({ ...address, serviceUrl: activity.serviceUrl });
    const isNew = await note(channels, activity, address.conversation, { type: 'NoteInstalled', of: 'team' });
    if (isNew) channels.rosterIsOld(address.channel);
  });
}

/** What is written to the bot shows that it is there. */
async function isAway({ store }: Channels, channel: ChannelKey): Promise<boolean> {
  const state = (await store.recall(streamOf('channel', channel)))?.state;
  return state?.kind === 'channel' && !state.installed;
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
  await note(channels, activity, conversation, { type: 'NoteInstalled', of: 'channel' });
  channels.rosterIsOld(channel);
  return address;
}

function leaveTeam(channels: Channels, activity: Activity, why: WhyAway): Promise<void> {
  return eachOfTeam(channels, activity, async (address) => {
    await note(channels, activity, address.conversation, { type: 'NoteRemoved', why });
  });
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

/** Only a channel we have an address for can be told anything, so only such a channel is remembered. True: it was new. */
async function note(channels: Channels, activity: Activity, conversation: string, command: ChannelCommand): Promise<boolean> {
  const channel = channelKey(conversation);
  if (!(await channels.directory.address(channel))) return false;
  const cause = causeOf(activity, command.type);
  const handled = await channels.handle({
    stream: streamOf('channel', channel),
    command,
    by: { kind: 'operator' },
    cause,
    now: channels.now(),
  });
  if (handled.result === 'refused') throw new Error(`${command.type} was refused: ${handled.refusal.refused}`);
  return handled.result === 'done';
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
