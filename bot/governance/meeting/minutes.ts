import type { IsoDate } from '../charter/charter.ts';
import { mayRun } from '../people/roles.ts';
import { dateAt } from '../time/calendar.ts';
import type { AgendaEvent, CalledMeeting, MinutedMeeting, MinutesCommand, MinutesEvent, OutcomeKind } from '../vocabulary/meeting.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { Around } from '../vocabulary/subject.ts';
import { isSeated, notTheirs } from './agenda.ts';
import { commentsUntil } from './deadlines.ts';

export function decideMinutes(
  state: CalledMeeting,
  command: MinutesCommand,
  around: Around,
): readonly (MinutesEvent | AgendaEvent)[] | Refusal {
  const begun = around.now.epochMilliseconds >= Date.parse(state.start);
  if (!begun) return { refused: 'meeting-not-begun' };
  const runs = mayRun(around, state.body);
  const by = around.by.kind === 'person' ? around.by.person : null;
  switch (command.type) {
    case 'RecordOutcome': {
      if (!runs) return { refused: 'only-secretaries' };
      if (state.minutes !== 'none') return { refused: 'minutes-are-out' };
      const item = state.items.find((each) => each.id === command.item);
      if (!item) return { refused: 'no-such-item' };
      const forCases = command.outcome === 'rejected' || command.outcome === 'sent-on' || command.outcome === 'sent-back';
      const notForCases = command.outcome === 'discussed' || command.outcome === 'noted';
      if (item.about === null ? forCases : notForCases) return { refused: 'case-needs-result' };
      const { results } = item;
      if (results && forItsCase(command.outcome) && !results.some((each) => each === command.outcome))
        return command.outcome === 'sent-on' ? { refused: 'nobody-above' } : { refused: 'not-ours-to-decide', clause: null };
      if (command.outcome === 'decided' && command.text === null) return { refused: 'missing', field: 'decision' };
      const same = item.outcome?.kind === command.outcome && item.outcome.text?.mac === command.text?.mac;
      return same ? [] : [{ type: 'OutcomeRecorded', v: 1, item: item.id, outcome: command.outcome, text: command.text }];
    }
    case 'CorrectOutcome': {
      if (!runs) return { refused: 'only-secretaries' };
      if (state.minutes === 'none') return { refused: 'minutes-not-sent' };
      const item = state.items.find((each) => each.id === command.item);
      if (!item?.outcome) return { refused: 'no-such-item' };
      if (state.minutes === 'published' || item.about !== null) return { refused: 'minutes-are-out' };
      const { kind: outcome, text } = item.outcome;
      return text?.mac === command.text.mac ? [] : [{ type: 'OutcomeRecorded', v: 1, item: item.id, outcome, text: command.text }];
    }
    case 'RecordDissent': {
      if (state.minutes === 'published') return { refused: 'minutes-are-out' };
      const item = state.items.find((each) => each.id === command.item);
      if (!item) return { refused: 'no-such-item' };
      const person = command.person ? around.one(command.person) : by;
      if (!person || (person !== by && !runs)) return { refused: 'only-secretaries' };
      if (!isSeated(state, person, around)) return notTheirs(state, person, around);
      if (item.dissents.some((each) => around.one(each.person) === person)) return [];
      return [{ type: 'DissentRecorded', v: 1, item: item.id, person, text: command.text, recordedBy: person === by ? null : by }];
    }
    case 'SendMinutes': {
      if (!runs) return { refused: 'only-secretaries' };
      if (state.minutes !== 'none') return [];
      if (state.items.some((each) => each.outcome === null)) return { refused: 'outcome-missing' };
      return [
        { type: 'MinutesSent', v: 1, commentsUntil: commentsUntil(around.charter, state.body, dateAt(around.charter, around.now)) },
        ...state.items
          .filter((each) => each.outcome?.kind === 'carried')
          .map((each) => ({ type: 'ItemCarriedOver', v: 1, item: each.id }) as const),
        ...state.items
          .filter((each) => each.about !== null && each.outcome?.kind !== 'carried')
          .map((each) => ({ type: 'ItemReported', v: 1, item: each.id }) as const),
      ];
    }
    case 'CommentMinutes': {
      if (!by || !isSeated(state, by, around)) return notTheirs(state, by, around);
      const open = commentsOpenUntil(state, dateAt(around.charter, around.now)) !== null;
      return open ? [{ type: 'MinutesCommented', v: 1, person: by, text: command.text }] : { refused: 'comments-closed' };
    }
    case 'PublishMinutes': {
      if (!runs) return { refused: 'only-secretaries' };
      if (state.minutes === 'published') return [];
      if (state.minutes === 'none') return { refused: 'minutes-not-sent' };
      const until = commentsOpenUntil(state, dateAt(around.charter, around.now));
      return until === null ? [{ type: 'MinutesPublished', v: 1 }] : { refused: 'comments-open', until };
    }
  }
}

/** What a case may come to; an item may also be put off. */
function forItsCase(outcome: OutcomeKind): boolean {
  return outcome === 'decided' || outcome === 'rejected' || outcome === 'sent-on' || outcome === 'sent-back';
}

export function evolveMinutes(state: CalledMeeting, event: MinutesEvent): CalledMeeting {
  switch (event.type) {
    case 'OutcomeRecorded':
      return withItem(state, event.item, (was) => ({ ...was, outcome: { kind: event.outcome, text: event.text } }));
    case 'DissentRecorded':
      return withItem(state, event.item, (was) => ({ ...was, dissents: [...was.dissents, { person: event.person, text: event.text }] }));
    case 'MinutesSent':
      if (state.phase === 'cancelled' || state.minutes !== 'none') return state;
      return { ...state, phase: state.phase, minutes: 'sent', commentsUntil: event.commentsUntil, comments: [] };
    case 'MinutesCommented':
      if (state.minutes === 'none') return state;
      return { ...state, comments: [...state.comments, { person: event.person, text: event.text }] };
    case 'MinutesPublished':
      return state.minutes === 'none' ? state : { ...state, minutes: 'published' };
  }
}

/** The last day on which its minutes may be commented on; null: nobody may, or may any more. */
export function commentsOpenUntil(meeting: CalledMeeting, today: IsoDate): IsoDate | null {
  return meeting.minutes === 'sent' && today <= meeting.commentsUntil ? meeting.commentsUntil : null;
}

/** What has been said of its minutes; nothing, before they are out. */
export function commentsOn(meeting: CalledMeeting): MinutedMeeting['comments'] {
  return meeting.minutes === 'none' ? [] : meeting.comments;
}

function withItem(
  state: CalledMeeting,
  id: string,
  change: (was: CalledMeeting['items'][number]) => CalledMeeting['items'][number],
): CalledMeeting {
  return { ...state, items: state.items.map((each) => (each.id === id ? change(each) : each)) };
}
