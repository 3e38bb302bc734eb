import type { ChannelEvent, ChannelState } from '../vocabulary/channel.ts';
import type { Demand } from '../vocabulary/errand.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';

/** A body hears where it meets, and where it no longer does. */
export function channelDemands(_stream: Stream, event: ChannelEvent, { channel }: ChannelState): readonly Demand[] {
  switch (event.type) {
    case 'BodyBound':
      return [{ rule: 'body-meets-here', to: streamOf('body', event.body), command: { type: 'MeetInChannel', channel } }];
    case 'BodyReleased':
      return [{ rule: 'body-leaves', to: streamOf('body', event.body), command: { type: 'LeaveChannel', channel } }];
    default:
      return [];
  }
}
