import type { GroupEvent, GroupState } from '../vocabulary/group.ts';
import { awayFrom, type Notice, standingFor, turnedDownUnder } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** A group's card in the channel of each body that set it up. */
export function groupNotices(about: Stream, event: GroupEvent, { bodies }: GroupState): readonly Notice[] {
  const cards = bodies.map((body) => standingFor('group', about, { body }, awayFrom(bodies[0], body)));
  return event.type === 'GroupTurnedDown' ? [...cards, ...cards.map((card) => turnedDownUnder(card, event.at))] : cards;
}
