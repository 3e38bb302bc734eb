import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import type { MeetingSettings } from '../charter/meetings.ts';
import { bodyOf } from '../charter/terms.ts';
import { dateAt, isWorkingDay, workingDaysAfter, workingDaysBefore } from '../time/calendar.ts';
import type { Deadlines } from '../vocabulary/meeting.ts';
import type { IsoInstant } from '../vocabulary/stream.ts';

/** The body's own settings around a meeting, and the collaboration's where it has none. */
export function settingsOf(charter: Charter, body: BodyId): MeetingSettings {
  return { ...charter.collaboration.defaults, ...bodyOf(charter, body)?.deadlines };
}

/**
 * Deadlines before a meeting are calendar days and move back to a working day; those after it move forward. One that falls in a
 * holiday month moves to the last working day before it, or, where that is before the meeting itself, to the first after it.
 */
export function deadlinesOf(charter: Charter, body: BodyId, start: IsoInstant, end: IsoInstant, planned: Temporal.Instant): Deadlines {
  const { itemsDays, callDays, agendaDays, minutesDays, remindWorkingDays } = settingsOf(charter, body);
  const first = dateAt(charter, Temporal.Instant.from(start));
  const last = dateAt(charter, Temporal.Instant.from(end));
  const today = dateAt(charter, planned);
  const ahead = (date: IsoDate) => (date > today ? date : null);
  const items = ahead(before(charter, first, itemsDays));
  return {
    items,
    call: items ? ahead(before(charter, items, callDays)) : null,
    agenda: ahead(before(charter, first, agendaDays)),
    reminder: ahead(outOfHolidays(charter, workingDaysBefore(charter, first, remindWorkingDays))),
    minutes: after(charter, last, minutesDays),
  };
}

/** A meeting's deadlines as the settings are now. What has passed stays as it was, and so does what the new settings would put in the past. */
export function renewedDeadlines(
  charter: Charter,
  { body, start, end, deadlines: was }: { body: BodyId; start: IsoInstant; end: IsoInstant; deadlines: Deadlines },
  now: Temporal.Instant,
): Deadlines {
  const today = dateAt(charter, now);
  const fresh = deadlinesOf(charter, body, start, end, now);
  const ahead = (old: IsoDate | null, next: IsoDate | null) => (old !== null && old <= today ? old : (next ?? old));
  return {
    call: ahead(was.call, fresh.call),
    items: ahead(was.items, fresh.items),
    agenda: ahead(was.agenda, fresh.agenda),
    reminder: ahead(was.reminder, fresh.reminder),
    minutes: was.minutes <= today ? was.minutes : fresh.minutes,
  };
}

export function sameDeadlines(one: Deadlines, other: Deadlines): boolean {
  return (['call', 'items', 'agenda', 'reminder', 'minutes'] as const).every((each) => one[each] === other[each]);
}

/** The last day on which a body's minutes sent on a date may be commented on. */
export function commentsUntil(charter: Charter, body: BodyId, sent: IsoDate): IsoDate {
  let day = sent;
  for (let left = settingsOf(charter, body).commentWorkingDays; left > 0; ) {
    day = workingDaysAfter(charter, day, 1);
    if (!inHolidays(charter, day)) left--;
  }
  return day;
}

function before(charter: Charter, date: IsoDate, days: number): IsoDate {
  const meant = Temporal.PlainDate.from(date).subtract({ days }).toString();
  return outOfHolidays(charter, isWorkingDay(charter, meant) ? meant : workingDaysBefore(charter, meant, 1));
}

function after(charter: Charter, date: IsoDate, days: number): IsoDate {
  const meant = Temporal.PlainDate.from(date).add({ days }).toString();
  const day = isWorkingDay(charter, meant) ? meant : workingDaysAfter(charter, meant, 1);
  if (!inHolidays(charter, day)) return day;
  const early = outOfHolidays(charter, day);
  if (early > date) return early;
  let late = day;
  while (inHolidays(charter, late)) late = workingDaysAfter(charter, late, 1);
  return late;
}

/** The date itself, or the last working day before the holiday month it falls in. */
function outOfHolidays(charter: Charter, date: IsoDate): IsoDate {
  if (!inHolidays(charter, date)) return date;
  let day = date;
  while (inHolidays(charter, day)) day = workingDaysBefore(charter, day, 1);
  return day;
}

function inHolidays(charter: Charter, date: IsoDate): boolean {
  return charter.collaboration.calendar.holidayMonths.includes(Temporal.PlainDate.from(date).month);
}
