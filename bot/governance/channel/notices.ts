import type { Charter } from '../charter/charter.ts';
import type { ChannelEvent, ChannelState } from '../vocabulary/channel.ts';
import { type Notice, standing, standingFor } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** The card that welcomes a channel says which body meets there; the secretariat's, that the bot cannot write there, until it can. */
export function channelNotices(about: Stream, event: ChannelEvent, state: ChannelState, charter: Charter): readonly Notice[] {
  const { installed, channel } = state;
  switch (event.type) {
    case 'BotInstalled':
      return [standing('welcome', about, { channel }), ...awayCard(about, state, charter)];
    case 'BodyBound':
    case 'BodyReleased':
      return [...(installed ? [standing('welcome', about, { channel })] : []), ...awayCard(about, state, charter)];
    case 'AwaySaid':
      return awayCard(about, state, charter);
    default:
      return [];
  }
}

function awayCard(about: Stream, { away }: ChannelState, { collaboration }: Charter): readonly Notice[] {
  if (!away?.said || away.since === null) return [];
  return [standingFor('channel-away', about, { body: collaboration.secretariat }, { what: 'since', mark: away.since })];
}
