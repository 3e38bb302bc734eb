import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import type { MeetingSettings } from '../charter/meetings.ts';
import { bodyOf } from '../charter/terms.ts';
import { dateAt, inHolidays, isWorkingDay, workingDaysAfter, workingDaysBefore } from '../time/calendar.ts';
import { dateOf, dayOf } from '../time/days.ts';
import type { Deadlines } from '../vocabulary/meeting.ts';
import type { IsoInstant } from '../vocabulary/stream.ts';

/** The body's own settings around a meeting, and the collaboration's where it has none. */
export function settingsOf(charter: Charter, body: BodyId): MeetingSettings {
  return { ...charter.collaboration.defaults, ...bodyOf(charter, body)?.deadlines };
}

/**
 * Deadlines before a meeting are calendar days and move back to a working day, and out of a holiday month to the last one before it.
 * Those after it move forward, over a holiday month too: nobody gets less time for the minutes in June than in other months.
 */
export function deadlinesOf(charter: Charter, body: BodyId, start: IsoInstant, end: IsoInstant, planned: Temporal.Instant): Deadlines {
  const { itemsDays, callDays, agendaDays, minutesDays, remindWorkingDays } = settingsOf(charter, body);
  const first = dateAt(charter, Temporal.Instant.from(start));
  const last = dateAt(charter, Temporal.Instant.from(end));
  const today = dateAt(charter, planned);
  const still = (date: IsoDate) => (date > today ? date : null);
  const items = still(before(charter, first, itemsDays));
  return {
    items,
    call: items ? still(before(charter, items, callDays)) : null,
    agenda: still(before(charter, first, agendaDays)),
    reminder: still(outOfHolidays(charter, workingDaysBefore(charter, first, remindWorkingDays))),
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

/** Days before a meeting on which the card comes that calls to it, where a year plan has its date. Ours. */
export const shownDays = 28;

/** When the card of a meeting comes that a year plan has planned: before items are called for; null: now. */
export function shownFrom(charter: Charter, body: BodyId, start: IsoInstant, planned: Temporal.Instant): IsoDate | null {
  const { itemsDays, callDays } = settingsOf(charter, body);
  const first = dateAt(charter, Temporal.Instant.from(start));
  const day = before(charter, first, Math.max(shownDays, itemsDays + callDays + 1));
  return day > dateAt(charter, planned) ? day : null;
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

/** Whether the holidays push a meeting's deadlines together onto one day, or far from where they belong. */
export function isCrowded(charter: Charter, body: BodyId, date: IsoDate): boolean {
  const { itemsDays, agendaDays, remindWorkingDays } = settingsOf(charter, body);
  const meant = [ahead(charter, date, itemsDays), ahead(charter, date, agendaDays), workingDaysBefore(charter, date, remindWorkingDays)];
  if (!meant.some((day) => inHolidays(charter, day))) return false;
  const [items = date, agenda = date, reminder = date] = meant.map((day) => outOfHolidays(charter, day));
  const early = (day: IsoDate, days: number) => dayOf(date) - dayOf(day) - days > mostEarly;
  const together = (items === agenda && itemsDays > agendaDays) || agenda === reminder;
  return together || early(items, itemsDays) || early(agenda, agendaDays) || early(reminder, remindWorkingDays);
}

/** The first working day from a date on whose deadlines lie as they should. */
export function firstUncrowded(charter: Charter, body: BodyId, date: IsoDate): IsoDate {
  let day = dayOf(date);
  const may = () => {
    const written = dateOf(day);
    return isWorkingDay(charter, written) && !inHolidays(charter, written) && !isCrowded(charter, body, written);
  };
  for (let ahead = 0; ahead < 366 && !may(); ahead++) day += 1;
  return dateOf(day);
}

/** A deadline may move over a weekend and the days off beside it, and no further. */
const mostEarly = 6;

function before(charter: Charter, date: IsoDate, days: number): IsoDate {
  return outOfHolidays(charter, ahead(charter, date, days));
}

/** So many days before a date, or the last working day before that. */
function ahead(charter: Charter, date: IsoDate, days: number): IsoDate {
  const meant = dateOf(dayOf(date) - days);
  return isWorkingDay(charter, meant) ? meant : workingDaysBefore(charter, meant, 1);
}

function after(charter: Charter, date: IsoDate, days: number): IsoDate {
  const meant = dateOf(dayOf(date) + days);
  const day = isWorkingDay(charter, meant) ? meant : workingDaysAfter(charter, meant, 1);
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
