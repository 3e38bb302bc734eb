import type { GroupEvent, GroupState } from '../vocabulary/group.ts';
import { awayFrom, type Notice, standingFor } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** A group's card in the channel of each body that set it up. */
export function groupNotices(about: Stream, _event: GroupEvent, { bodies }: GroupState): readonly Notice[] {
  return bodies.map((body) => standingFor('group', about, { body }, awayFrom(bodies[0], body)));
}
