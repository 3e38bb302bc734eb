import type { ChannelEvent, ChannelState } from '../vocabulary/channel.ts';
import { type Notice, standing } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** The card that welcomes a channel says which body meets there. */
export function channelNotices(about: Stream, event: ChannelEvent, { installed, channel }: ChannelState): readonly Notice[] {
  switch (event.type) {
    case 'BotInstalled':
    case 'BodyBound':
    case 'BodyReleased':
      return installed ? [standing('welcome', about, { channel })] : [];
    default:
      return [];
  }
}
