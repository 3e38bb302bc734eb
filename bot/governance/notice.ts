import { Temporal } from 'temporal-polyfill';
import { dateAt } from './calendar.ts';
import type { BodyId, Charter } from './charter.ts';
import type { MeetingState } from './meeting.ts';
import type { ChannelKey, GovernanceEvent, IsoInstant, State, Stream } from './model.ts';

/** One card standing in one place. Asking for the same key again means "redraw": its edition is bumped, never a second card posted. */
export interface Notice {
  /** What it is about and on which occasion, `meeting/x1:meeting` or `meeting/x1:reminder@2015-03-02`. */
  readonly key: string;
  readonly card: string;
  readonly about: Stream;
  readonly occasion: string | null;
  /** A body's channel, found when it is sent (its secretariat's, if it has none), or a channel as such. */
  readonly to: { readonly body: BodyId } | { readonly channel: ChannelKey };
  /** Key of the notice whose thread it is replied into. */
  readonly under: string | null;
  /** Not before; null: now. */
  readonly dueAt: IsoInstant | null;
}

/** The cards an event asks to be drawn or drawn again. `state` is the stream's state after it. */
export function noticesFor(stream: Stream, event: GovernanceEvent, state: State, charter: Charter): readonly Notice[] {
  switch (event.type) {
    case 'BotInstalled':
    case 'BodyBound':
    case 'BodyReleased':
      return state.kind === 'channel' && state.installed ? [standing('welcome', stream, { channel: state.channel })] : [];
    case 'MeetingPlanned':
    case 'MeetingShown':
      return state.kind === 'meeting' ? [standing('meeting', stream, { body: state.body })] : [];
    case 'AttendanceAnswered':
    case 'MeetingOver':
      return state.kind === 'meeting' ? [standing('meeting', stream, { body: state.body }), ...sentReminders(stream, state)] : [];
    case 'AttendanceReminded':
      return state.kind === 'meeting' ? [reminder(stream, state, event.occasion)] : [];
    case 'HeadsAnchored':
      return [
        standing(
          'anchor',
          stream,
          { body: charter.collaboration.secretariat },
          dateAt(charter, Temporal.Instant.from(event.until)).slice(0, 7),
        ),
      ];
    case 'ErrandRefused':
      return [standing('errand-refused', stream, { body: charter.collaboration.secretariat }, event.errand)];
    case 'ChannelChosen':
      return stream === `body/${charter.collaboration.secretariat}` ? [parkedNotice(charter)] : [];
    case 'BotRemoved':
    case 'ReminderLeftOut':
    case 'ChannelLeft':
    case 'SeatFilled':
    case 'AppointmentEnded':
    case 'DeputyNamed':
    case 'DeputyRemoved':
    case 'PersonsJoined':
    case 'SectorStated':
    case 'TermsAdopted':
    case 'TermsChanged':
      return [];
  }
}

/** What could not be delivered, in the secretariat's channel. It is there to be redrawn from the day the secretariat has one. */
export function parkedNotice({ collaboration: { secretariat } }: Charter): Notice {
  return standing('parked', `body/${secretariat}`, { body: secretariat });
}

function standing(card: string, about: Stream, to: Notice['to'], occasion: string | null = null): Notice {
  return { key: `${about}:${card}${occasion ? `@${occasion}` : ''}`, card, about, occasion, to, under: null, dueAt: null };
}

function reminder(about: Stream, meeting: MeetingState, occasion: string): Notice {
  const under = standing('meeting', about, { body: meeting.body });
  return { ...standing('reminder', about, { body: meeting.body }, occasion), under: under.key };
}

/** Reminders that went out; each shrinks as answers come in. */
function sentReminders(about: Stream, meeting: MeetingState): readonly Notice[] {
  return meeting.reminders.map((occasion) => reminder(about, meeting, occasion));
}
