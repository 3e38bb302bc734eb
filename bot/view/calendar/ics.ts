import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../governance/charter/charter.ts';
import { instantOf } from '../../governance/time/calendar.ts';
import type { PlannedDate } from '../../governance/vocabulary/year.ts';
import type { BodyYear } from '../../governance/year/facts.ts';
import { nameOf } from '../names.ts';

/** What iCalendar calls our own fields, so that a file of ours says whose meetings it has. */
export const ours = { body: 'X-SAMSPIL-BODY', gathering: 'X-SAMSPIL-GATHERING', id: 'X-SAMSPIL-ID', beside: 'X-SAMSPIL-BESIDE' } as const;

/**
 * The years as iCalendar: one UID a meeting however often it moves, SEQUENCE counting the moves, cancelled ones marked, the zone spelled
 * out, lines folded at 75 octets and ended as the standard says.
 */
export function toIcs(charter: Charter, years: readonly BodyYear[], language: string, now: Temporal.Instant): string {
  const stamp = utc(now);
  const zone = charter.collaboration.timeZone;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samspil//Samspil//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...zoneLines(charter, years),
    ...years.flatMap((each) => each.meetings.flatMap((meeting) => eventLines(charter, each, meeting, language, zone, stamp))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(
  charter: Charter,
  plan: BodyYear,
  meeting: PlannedDate,
  language: string,
  zone: string,
  stamp: string,
): readonly string[] {
  const { body } = plan;
  const start = Temporal.PlainDate.from(meeting.date).toPlainDateTime(meeting.time);
  const end = start.add({ minutes: meeting.minutes });
  const gathering = charter.gatherings.find((each) => each.host === body && each.id === meeting.gathering);
  const name = nameOf(charter, body, meeting.date, language);
  const summary = gathering ? (gathering.name[language] ?? gathering.id) : name;
  return [
    'BEGIN:VEVENT',
    `UID:${meeting.uid}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${meeting.revision}`,
    `STATUS:${meeting.cancelled ? 'CANCELLED' : plan.stands === 'proposed' || plan.stands === 'proposal' ? 'TENTATIVE' : 'CONFIRMED'}`,
    `DTSTART;TZID=${zone}:${local(start)}`,
    `DTEND;TZID=${zone}:${local(end)}`,
    `SUMMARY:${escaped(summary)}`,
    `CATEGORIES:${escaped(name)}`,
    `${ours.body}:${body}`,
    ...(meeting.gathering ? [`${ours.gathering}:${meeting.gathering}`] : []),
    `${ours.id}:${meeting.id}`,
    ...(meeting.beside ? [`${ours.beside}:TRUE`] : []),
    'END:VEVENT',
  ];
}

/** The zone as it is over the years in question: one part for each change of the clocks, and one from before the first. */
function zoneLines(charter: Charter, years: readonly BodyYear[]): readonly string[] {
  const dates = years.flatMap((each) => each.meetings.map(({ date }) => date)).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return [];
  const zone = charter.collaboration.timeZone;
  const until = instantOf(charter, last, '00:00').add({ hours: 48 });
  const begin = Temporal.PlainDate.from(first).with({ month: 1, day: 1 }).toZonedDateTime(zone);
  const lines = partLines(begin, begin.offset, isSummer(begin));
  let change = begin.getTimeZoneTransition('next');
  while (change && Temporal.Instant.compare(change.toInstant(), until) < 0) {
    const before = change.subtract({ seconds: 1 }).offset;
    lines.push(...partLines(change, before, isSummer(change)));
    change = change.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...lines, 'END:VTIMEZONE'];
}

/** The wall-clock time of a change is told by the clocks as they were just before it. */
function partLines(at: Temporal.ZonedDateTime, from: string, summer: boolean): string[] {
  const part = summer ? 'DAYLIGHT' : 'STANDARD';
  const begins = at.toInstant().toZonedDateTimeISO(from).toPlainDateTime();
  return [
    `BEGIN:${part}`,
    `DTSTART:${local(begins)}`,
    `TZOFFSETFROM:${from.replace(':', '')}`,
    `TZOFFSETTO:${at.offset.replace(':', '')}`,
    `END:${part}`,
  ];
}

/** Summer time is the larger of the two offsets of a year. */
function isSummer(at: Temporal.ZonedDateTime): boolean {
  const offsets = [1, 7].map((month) => at.with({ month, day: 1 }).offsetNanoseconds);
  return at.offsetNanoseconds > Math.min(...offsets);
}

function local(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

function utc(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (each) => `\\${each}`).replaceAll(/\r?\n/g, '\\n');
}

/** No line is longer than 75 octets, and no letter is cut in two. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    const most = parts.length === 0 ? 75 : 74;
    if (Buffer.byteLength(part + letter) > most) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}
