import type { Charter } from '../charter/charter.ts';
import { digestNotice } from '../digest/notices.ts';
import type { CalledMeeting, MeetingEvent, MeetingState, PromptCard } from '../vocabulary/meeting.ts';
import { awayFrom, type Notice, page, standingFor, withinLimit } from '../vocabulary/notice.ts';
import { type Occasion, readOccasion } from '../vocabulary/occasion.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** A meeting's card wherever it stands, and with it what its thread has said and what is new in it. */
export function meetingNotices(about: Stream, event: MeetingEvent, state: MeetingState, charter: Charter): readonly Notice[] {
  if (state.phase === 'none' || state.showFrom !== undefined) return [];
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
      return withinLimit([...cards, ...thread('reminder', 'out'), ...(state.agendaSent ? digestNotice(about, state, charter) : [])]);
    case 'DeadlinesRenewed':
      return withinLimit([...cards, ...thread('reminder', 'call')]);
    case 'MeetingMoved':
    case 'MeetingCancelled':
      return changedCards(about, state);
    case 'AgendaSent':
      return withinLimit([...cards, ...digestNotice(about, state, charter), ...thread('out', 'call')]);
    case 'MinutesSent':
      return withinLimit([...cards, ...thread('minutes')]);
    case 'MinutesPublished':
      return withinLimit([page(about), ...cards, ...thread('minutes')]);
    case 'Prompted':
      return withinLimit([...prompt(about, state, event), ...(event.card === 'reminder' ? digestNotice(about, state, charter) : [])]);
    default:
      return [];
  }
}

/** The standing card in each channel that meets. */
function meetingCards(about: Stream, { body: host, joint }: CalledMeeting): readonly Notice[] {
  return [host, ...joint].map((body) => standingFor('meeting', about, { body }, awayFrom(host, body)));
}

type ThreadCard = PromptCard | 'out' | 'minutes';

/** Cards already in a meeting's thread, drawn again because what they say may be done; and the notes that agenda and minutes bring. */
function threadCards(about: Stream, meeting: CalledMeeting, which: readonly ThreadCard[]): readonly Notice[] {
  return which.flatMap((card) => {
    if (card === 'out') return meeting.agendaSent ? inThread(about, meeting, 'note', { what: 'agenda-out', mark: null }) : [];
    if (card === 'minutes') return inThread(about, meeting, 'note', { what: 'minutes-out', mark: null });
    return meeting.prompted.filter((each) => each.card === card).flatMap((each) => prompt(about, meeting, each));
  });
}

/** A change says itself once, and what the thread said before shrinks. */
function changedCards(about: Stream, meeting: CalledMeeting): readonly Notice[] {
  const changes = [meeting.moves, meeting.moves - 1].filter((change) => change > 0);
  return withinLimit([
    ...meetingCards(about, meeting),
    ...changes.flatMap((change) => inThread(about, meeting, 'note', { what: 'changed', mark: change })),
    ...threadCards(about, meeting, ['reminder', 'call', 'out']),
  ]);
}

/** Members are asked in the channel of each body that meets. */
function prompt(about: Stream, meeting: CalledMeeting, { card, occasion }: CalledMeeting['prompted'][number]): readonly Notice[] {
  const on = readOccasion(card === 'reminder' ? 'reminder' : 'note', occasion);
  if (on === null) return [];
  if (on.what === 'reminder') return inThread(about, meeting, 'reminder', on);
  return inThread(about, meeting, 'note', on);
}

/** One card under each standing card. Away from the host's channel the occasion also says which body's it is. */
function inThread<C extends 'note' | 'reminder'>(about: Stream, meeting: CalledMeeting, card: C, on: Occasion<C>): readonly Notice[] {
  return [meeting.body, ...meeting.joint].map((body) => {
    const under = standingFor('meeting', about, { body }, awayFrom(meeting.body, body)).key;
    return { ...standingFor(card, about, { body }, { ...on, in: body === meeting.body ? null : body }), under };
  });
}
