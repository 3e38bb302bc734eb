import type { GroupEvent, GroupState } from '../vocabulary/group.ts';
import { awayFrom, type Notice, standingFor, turnedDownUnder } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** A group's card in the channel of each body that set it up; those who were to report hear in its thread that the report is received. */
export function groupNotices(about: Stream, event: GroupEvent, { bodies, since }: GroupState): readonly Notice[] {
  const cards = bodies.map((body) => standingFor('group', about, { body }, awayFrom(bodies[0], body)));
  const [home] = cards;
  if (event.type === 'GroupReceipted' && home)
    return [...cards, { ...standingFor('answer-note', about, home.to, { what: '', mark: since }), under: home.key }];
  return event.type === 'GroupTurnedDown' ? [...cards, ...cards.map((card) => turnedDownUnder(card, event.at))] : cards;
}
