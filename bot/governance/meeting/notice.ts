import type { BodyId } from '../charter/charter.ts';
import type { CardName } from '../vocabulary/card-name.ts';
import type { MeetingState, PromptCard } from '../vocabulary/meeting.ts';
import { fitting, type Notice, standing } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** The standing card in each channel that meets. */
export function meetingCards(about: Stream, { body: host, joint }: MeetingState): readonly Notice[] {
  return [host, ...joint].map((body) => standing('meeting', about, { body }, body === host ? null : `in-${body}`));
}

type ThreadCard = PromptCard | 'out' | 'minutes';

/** Cards already in a meeting's thread, drawn again because what they say may be done; and the notes that agenda and minutes bring. */
export function threadCards(about: Stream, meeting: MeetingState, which: readonly ThreadCard[]): readonly Notice[] {
  return which.flatMap((card) => {
    if (card === 'out') return meeting.agendaSent ? inThread(about, meeting, 'note', 'agenda-out') : [];
    if (card === 'minutes') return inThread(about, meeting, 'note', 'minutes-out');
    return meeting.prompted.filter((each) => each.card === card).flatMap((each) => prompt(about, meeting, each.card, each.occasion));
  });
}

/** A change says itself once, and what the thread said before shrinks. */
export function changedCards(about: Stream, meeting: MeetingState): readonly Notice[] {
  const changes = [meeting.moves, meeting.moves - 1].filter((change) => change > 0);
  return fitting([
    ...meetingCards(about, meeting),
    ...changes.flatMap((change) => inThread(about, meeting, 'note', `changed-${change}`)),
    ...threadCards(about, meeting, ['reminder', 'call', 'agenda-late', 'out']),
  ]);
}

/** Secretaries are asked in the channel of the body they run; members in that of each body that meets. */
export function prompt(about: Stream, meeting: MeetingState, card: PromptCard, occasion: string): readonly Notice[] {
  switch (card) {
    case 'reminder':
      return inThread(about, meeting, 'reminder', occasion);
    case 'call':
      return inThread(about, meeting, 'note', occasion);
    case 'agenda-late':
    case 'minutes-late':
    case 'publish-due':
      return inThread(about, { ...meeting, joint: [] }, 'note', occasion);
  }
}

/** One card under each standing card. Away from the host's channel the occasion also says which body's it is. */
function inThread(about: Stream, meeting: MeetingState, card: CardName, occasion: string): readonly Notice[] {
  return [meeting.body, ...meeting.joint].map((body) => {
    const away = body !== meeting.body;
    const under = standing('meeting', about, { body }, away ? `in-${body}` : null).key;
    return { ...standing(card, about, { body }, away ? `${occasion}-in-${body}` : occasion), under };
  });
}

/** The body whose channel a meeting's card of this occasion stands in. */
export function channelOf(meeting: MeetingState, occasion: string | null): BodyId {
  return meeting.joint.find((body) => occasion?.endsWith(`in-${body}`)) ?? meeting.body;
}
