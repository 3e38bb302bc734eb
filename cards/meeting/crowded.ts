import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate } from '../../bot/governance/charter/charter.ts';
import { deadlinesOf, firstUncrowded, isCrowded } from '../../bot/governance/meeting/deadlines.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { isDate } from '../../bot/governance/time/written.ts';
import type { Form, Reading, Viewer } from '../kit/card.ts';
import { typed } from '../kit/form.ts';
import { type Language, textIn } from '../text/languages.ts';

interface When {
  readonly start: string;
  readonly end: string;
}

/** Asks once more where the holidays push a date's deadlines together; null where they do not, or where somebody has seen it and presses again. */
export function asksAgain(form: Form, body: BodyId, given: When): Reading | null {
  const day = dateAt(form.charter, Temporal.Instant.from(given.start));
  if (form.picks.crowded === day || !isCrowded(form.charter, body, day)) return null;
  if (deadlinesSaid(form.charter, body, given, form.now, 'da') === '') return null;
  return { read: 'view', open: typed(form, 'open'), picks: { ...form.inputs, crowded: day } };
}

/** What the holidays do to the date somebody chose, and from when on they do not; '': nothing. */
export function crowdedSaid(charter: Charter, body: BodyId, viewer: Viewer, now: Temporal.Instant): string {
  const day = viewer.kind === 'person' ? (viewer.picks.crowded ?? '') : '';
  if (!isDate(day)) return '';
  const { newMeeting: text, date } = textIn(viewer.language);
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: charter.collaboration.timeZone, plainTime: '12:00' });
  const at = noon.toInstant().toString();
  const due = deadlinesSaid(charter, body, { start: at, end: at }, now, viewer.language);
  return due === '' ? '' : text.crowded(due, date(Temporal.PlainDate.from(firstUncrowded(charter, body, day))));
}

/** Those before the meeting that are still to come. */
function deadlinesSaid(charter: Charter, body: BodyId, { start, end }: When, now: Temporal.Instant, language: Language): string {
  const { change, newMeeting, date } = textIn(language);
  const { items, agenda, reminder } = deadlinesOf(charter, body, start, end, now);
  const say = (of: IsoDate | null, words: (day: string) => string) => (of === null ? [] : [words(date(Temporal.PlainDate.from(of)))]);
  return [...say(items, change.itemsBy), ...say(agenda, change.agendaBy), ...say(reminder, newMeeting.reminderOn)].join(', ');
}
