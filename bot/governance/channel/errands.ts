import type { ChannelEvent, ChannelState } from '../vocabulary/channel.ts';
import type { Demand } from '../vocabulary/errand.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';

/** A body hears where it meets, and where it no longer does; and when its channel is back, so that what waited goes out. */
export function channelDemands(_stream: Stream, event: ChannelEvent, { channel, body }: ChannelState): readonly Demand[] {
  switch (event.type) {
    case 'BotInstalled':
      return body === null ? [] : [{ rule: 'channel-is-back', to: streamOf('body', body), command: { type: 'MeetInChannel', channel } }];
    case 'BodyBound':
      return [{ rule: 'body-meets-here', to: streamOf('body', event.body), command: { type: 'MeetInChannel', channel } }];
    case 'BodyReleased':
      return [{ rule: 'body-leaves', to: streamOf('body', event.body), command: { type: 'LeaveChannel', channel } }];
    default:
      return [];
  }
}
