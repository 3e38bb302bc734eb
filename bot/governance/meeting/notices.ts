import type { BodyId, Charter } from '../charter/charter.ts';
import { digestNotice } from '../digest/notices.ts';
import type { CardName } from '../vocabulary/card-name.ts';
import type { MeetingEvent, MeetingState, PromptCard } from '../vocabulary/meeting.ts';
import { fitting, type Notice, page, standing } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** A meeting's card wherever it stands, and with it what its thread has said and what is new in it. */
export function meetingNotices(about: Stream, event: MeetingEvent, state: MeetingState, charter: Charter): readonly Notice[] {
  const cards = meetingCards(about, state);
  const thread = (...which: readonly ThreadCard[]) => threadCards(about, state, which);
  switch (event.type) {
    case 'MeetingPlanned':
    case 'MeetingShown':
    case 'LeadChanged':
    case 'ItemProposed':
    case 'ItemWithdrawn':
    case 'ItemsOrdered':
    case 'OutcomeRecorded':
    case 'DissentRecorded':
    case 'MinutesCommented':
      return cards;
    case 'AttendanceAnswered':
      return [...cards, ...thread('reminder')];
    case 'MeetingOver':
      return fitting([...cards, ...thread('reminder', 'out'), ...(state.agendaSent ? digestNotice(about, state, charter) : [])]);
    case 'DeadlinesRenewed':
      return fitting([...cards, ...thread('reminder', 'call', 'agenda-late', 'minutes-late')]);
    case 'MeetingMoved':
    case 'MeetingCancelled':
      return changedCards(about, state);
    case 'AgendaSent':
      return fitting([...cards, ...digestNotice(about, state, charter), ...thread('out', 'call', 'agenda-late')]);
    case 'MinutesSent':
      return fitting([...cards, ...thread('minutes', 'minutes-late')]);
    case 'MinutesPublished':
      return fitting([page(about), ...cards, ...thread('minutes', 'publish-due')]);
    case 'Prompted':
      return fitting([
        ...prompt(about, state, event.card, event.occasion),
        ...(event.card === 'publish-due' ? cards : []),
        ...(event.card === 'reminder' || event.card === 'agenda-late' ? digestNotice(about, state, charter) : []),
      ]);
    default:
      return [];
  }
}

/** The standing card in each channel that meets. */
function meetingCards(about: Stream, { body: host, joint }: MeetingState): readonly Notice[] {
  return [host, ...joint].map((body) => standing('meeting', about, { body }, body === host ? null : `in-${body}`));
}

type ThreadCard = PromptCard | 'out' | 'minutes';

/** Cards already in a meeting's thread, drawn again because what they say may be done; and the notes that agenda and minutes bring. */
function threadCards(about: Stream, meeting: MeetingState, which: readonly ThreadCard[]): readonly Notice[] {
  return which.flatMap((card) => {
    if (card === 'out') return meeting.agendaSent ? inThread(about, meeting, 'note', 'agenda-out') : [];
    if (card === 'minutes') return inThread(about, meeting, 'note', 'minutes-out');
    return meeting.prompted.filter((each) => each.card === card).flatMap((each) => prompt(about, meeting, each.card, each.occasion));
  });
}

/** A change says itself once, and what the thread said before shrinks. */
function changedCards(about: Stream, meeting: MeetingState): readonly Notice[] {
  const changes = [meeting.moves, meeting.moves - 1].filter((change) => change > 0);
  return fitting([
    ...meetingCards(about, meeting),
    ...changes.flatMap((change) => inThread(about, meeting, 'note', `changed-${change}`)),
    ...threadCards(about, meeting, ['reminder', 'call', 'agenda-late', 'out']),
  ]);
}

/** Secretaries are asked in the channel of the body they run; members in that of each body that meets. */
function prompt(about: Stream, meeting: MeetingState, card: PromptCard, occasion: string): readonly Notice[] {
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
