import ICAL from 'ical.js';
import type { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import { endOf, instantOf, wall } from '../../governance/time/calendar.ts';
import type { PlannedDate } from '../../governance/vocabulary/year/year.ts';
import type { BodyYear } from '../../governance/year/facts.ts';
import { nameOf } from '../names.ts';
import { ours } from './ours.ts';
import { zoneComponent } from './vtimezone.ts';

/** What a calendar may tell of a meeting besides when it is. */
export interface ToldEntry {
  readonly place: string;
  /** Where one takes part from a screen. */
  readonly link: string;
  readonly description: string;
}
/** One meeting of a calendar; `told` null: only when and whose it is. */
export interface CalendarEntry {
  readonly body: BodyId;
  readonly stands: BodyYear['stands'];
  readonly meeting: PlannedDate;
  readonly told: ToldEntry | null;
}
export interface Writing {
  readonly charter: Charter;
  readonly language: string;
  readonly now: Temporal.Instant;
  /** What the calendar is called where somebody subscribes to it; null: it is a file. */
  readonly name: string | null;
}

/** The years as iCalendar, for a file. */
export function toIcs(charter: Charter, years: readonly BodyYear[], language: string, now: Temporal.Instant): string {
  const entries = years.flatMap(({ body, stands, meetings }) =>
    meetings.map((meeting): CalendarEntry => ({ body, stands, meeting, told: null })),
  );
  return calendarText({ charter, language, now, name: null }, entries);
}

/** One UID a meeting however often it moves, SEQUENCE counting the moves, cancelled ones marked. */
export function calendarText(writing: Writing, entries: readonly CalendarEntry[]): string {
  const { charter, name } = writing;
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Samspil//Samspil//EN');
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  if (name !== null) {
    calendar.updatePropertyWithValue('x-wr-calname', name);
    calendar.updatePropertyWithValue('x-wr-timezone', charter.collaboration.timeZone);
    for (const every of ['refresh-interval', 'x-published-ttl']) calendar.addProperty(hourly(every));
  }
  if (entries.length > 0) calendar.addSubcomponent(zoneComponent(charter.collaboration.timeZone, yearsOf(entries)));
  for (const entry of entries) calendar.addSubcomponent(eventOf(writing, entry));
  return `${calendar.toString()}\r\n`;
}

function eventOf({ charter, language, now }: Writing, { body, stands, meeting, told }: CalendarEntry): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const say = (property: string, value: string) => event.updatePropertyWithValue(property.toLowerCase(), value);
  const gathering = charter.gatherings.find((each) => each.host === body && each.id === meeting.gathering);
  const name = nameOf(charter, body, meeting.date, language);
  const tentative = stands === 'proposed' || stands === 'proposal';
  say('uid', meeting.uid);
  event.updatePropertyWithValue('dtstamp', utc(now));
  event.updatePropertyWithValue('sequence', meeting.revision);
  say('status', meeting.cancelled ? 'CANCELLED' : tentative && !meeting.beside ? 'TENTATIVE' : 'CONFIRMED');
  for (const property of times(charter, meeting)) event.addProperty(property);
  say('summary', gathering ? (gathering.name[language] ?? gathering.id) : name);
  say('categories', name);
  const virtually = language === 'da' ? 'Virtuelt' : 'Online';
  const place = told?.place || (meeting.online || told?.link ? virtually : '');
  if (place !== '') say('location', place);
  if (told?.link) say('url', told.link);
  if (told?.description) say('description', told.description);
  say(ours.body, body);
  if (meeting.gathering) say(ours.gathering, meeting.gathering);
  say(ours.id, meeting.id);
  if (meeting.joint.length > 0) say(ours.joint, meeting.joint.join(','));
  if (meeting.online) say(ours.online, 'TRUE');
  if (meeting.beside) say(ours.beside, 'TRUE');
  return event;
}

/** As the clocks of the zone show them; where they show a time twice, in UTC, which is never twice. */
function times(charter: Charter, { date, time, minutes }: PlannedDate): readonly ICAL.Property[] {
  const start = wall(charter, instantOf(charter, date, time));
  const end = endOf(charter, date, time, minutes);
  const plain = [start, end].every(
    (each) => each.toPlainDateTime().toZonedDateTime(each.timeZoneId).epochMilliseconds === each.epochMilliseconds,
  );
  return [['dtstart', start] as const, ['dtend', end] as const].map(([name, at]) => {
    const property = new ICAL.Property(name);
    if (plain) property.setParameter('tzid', at.timeZoneId);
    property.setValue(
      plain ? ICAL.Time.fromDateTimeString(at.toPlainDateTime().toString({ smallestUnit: 'second' })) : utc(at.toInstant()),
    );
    return property;
  });
}

function utc(at: Temporal.Instant): ICAL.Time {
  return ICAL.Time.fromDateTimeString(at.toString({ smallestUnit: 'second' }));
}

function hourly(name: string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.resetType('duration');
  property.setValue(ICAL.Duration.fromString('PT1H'));
  return property;
}

function yearsOf(entries: readonly CalendarEntry[]): { readonly first: number; readonly last: number } {
  const years = entries.map(({ meeting: { date } }) => Number(date.slice(0, 4)));
  return { first: Math.min(...years), last: Math.max(...years) };
}
