import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { instantOf, mayPrompt } from '../time/calendar.ts';
import type { Due } from '../vocabulary/due.ts';
import type { MeetingState, PromptCard } from '../vocabulary/meeting.ts';
import { type OccasionText, writeOccasion } from '../vocabulary/occasion.ts';

/** When this meeting is next due to be looked at, in milliseconds; null: never again. */
export function nextDueAt(charter: Charter, meeting: MeetingState): number | null {
  const times = occasions(charter, meeting).map((each) => each.at.epochMilliseconds);
  const end = meeting.phase === 'planned' ? [Date.parse(meeting.end)] : [];
  const shown = shownAt(charter, meeting);
  const all = [...times, ...end, ...(shown === null ? [] : [shown.epochMilliseconds])];
  return all.length === 0 ? null : Math.min(...all);
}

export function meetingDue(charter: Charter, meeting: MeetingState, now: Temporal.Instant): readonly Due[] {
  if (meeting.phase === 'none') return [];
  const past = (at: Temporal.Instant | string) => Temporal.Instant.compare(now, at) >= 0;
  const due = occasions(charter, meeting)
    .filter(({ at }) => past(at) && (mayPrompt(charter, now) || past(meeting.start)))
    .map(({ card, occasion }) => ({ occasion, command: { type: 'Prompt', card, occasion } as const }));
  const close = meeting.phase === 'planned' && past(meeting.end);
  const shown = shownAt(charter, meeting);
  return [
    ...(shown !== null && past(shown) && (mayPrompt(charter, now) || past(meeting.start)) && !past(meeting.end)
      ? [{ occasion: writeOccasion<'clock'>({ what: 'shown', mark: meeting.showFrom ?? '' }), command: { type: 'ShowMeeting' } as const }]
      : []),
    ...due,
    ...(close
      ? [{ occasion: writeOccasion<'clock'>({ what: 'over', mark: meeting.end }), command: { type: 'CloseMeeting' } as const }]
      : []),
  ];
}

/** When its card comes; null: it stands already, or there is nothing to come to. */
function shownAt(charter: Charter, meeting: MeetingState): Temporal.Instant | null {
  if (meeting.phase !== 'planned' || meeting.showFrom === undefined) return null;
  return instantOf(charter, meeting.showFrom, charter.collaboration.defaults.promptsFrom);
}

interface Occasion {
  readonly card: PromptCard;
  readonly occasion: OccasionText<'reminder' | 'note'>;
  readonly at: Temporal.Instant;
}

/** What a meeting still to come says to its members. The occasion carries the date, so that a moved meeting has occasions of its own. */
function occasions(charter: Charter, meeting: MeetingState): readonly Occasion[] {
  if (meeting.phase !== 'planned') return [];
  const { call, reminder } = meeting.deadlines;
  const dated: readonly (readonly [PromptCard, IsoDate | null])[] = [
    ['call', meeting.agendaSent ? null : call],
    ['reminder', reminder],
  ];
  return dated.flatMap(([card, date]) => {
    const occasion = date && writeOccasion<'reminder' | 'note'>({ what: card, mark: date });
    if (!date || !occasion || meeting.dealtWith.includes(occasion)) return [];
    return [{ card, occasion, at: instantOf(charter, date, charter.collaboration.defaults.promptsFrom) }];
  });
}
