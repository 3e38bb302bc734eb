import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter } from '../governance/charter.ts';
import { ours } from './ics.ts';
import { type Block, blocksOf } from './ics-lines.ts';
import { bodyCalled, eachOnce, FileUnreadable, gatheringCalled, type ReadDate } from './import.ts';

/** The dates of a calendar file, ours or another's. `body`: whose they are, where the file does not say. */
export function fromIcs(charter: Charter, text: string, body: BodyId | null): readonly ReadDate[] {
  const blocks = blocksOf(text);
  const zones = new Map(blocks.filter((each) => each.name === 'VTIMEZONE').flatMap((block) => zoneOf(block)));
  return eachOnce(blocks.filter((each) => each.name === 'VEVENT').flatMap((block) => dateOf(charter, block, zones, body)));
}

type Zones = ReadonlyMap<string, ICAL.Timezone>;

function dateOf(charter: Charter, block: Block, zones: Zones, whose: BodyId | null): readonly ReadDate[] {
  const event = componentOf(block);
  const text = (name: string) => event.getFirstPropertyValue(name.toLowerCase())?.toString() ?? null;
  const lineOf = (name: string) => block.lines.find((each) => each.name === name.toUpperCase())?.line ?? block.line;
  if (text(ours.beside) !== null) return [];
  for (const name of ['RRULE', 'RDATE']) {
    if (event.hasProperty(name.toLowerCase()))
      throw new FileUnreadable(lineOf(name), 'this event repeats; each date has to be an event of its own.');
  }
  if (!event.hasProperty('dtstart')) throw new FileUnreadable(block.line, 'this event has no DTSTART.');
  const start = wallTime(charter, event, 'dtstart', lineOf('DTSTART'), zones);
  const minutes = lengthOf(charter, event, start, lineOf, zones);
  const named = text(ours.body);
  if (named === null && whose === null) throw new FileUnreadable(block.line, 'this event does not say whose meeting it is; name the body.');
  const body = named === null ? (whose ?? '') : bodyCalled(charter, named, lineOf(ours.body));
  const gathering = text(ours.gathering);
  const uid = text('UID');
  return [
    {
      body,
      gathering: gathering === null ? null : gatheringCalled(charter, body, gathering, lineOf(ours.gathering)),
      id: text(ours.id) ?? (uid === null ? null : idFrom(uid)),
      date: start.toPlainDate().toString(),
      time: start.toPlainTime().toString({ smallestUnit: 'minute' }),
      minutes,
      cancelled: text('STATUS')?.toUpperCase() === 'CANCELLED',
      line: block.line,
    },
  ];
}

function lengthOf(
  charter: Charter,
  event: ICAL.Component,
  start: Temporal.PlainDateTime,
  lineOf: (name: string) => number,
  zones: Zones,
): number {
  const { timeZone, defaults } = charter.collaboration;
  const from = start.toZonedDateTime(timeZone);
  if (event.hasProperty('dtend')) {
    const end = wallTime(charter, event, 'dtend', lineOf('DTEND'), zones).toZonedDateTime(timeZone);
    const minutes = from.until(end).total('minutes');
    if (minutes <= 0) throw new FileUnreadable(lineOf('DTEND'), 'this event ends before it begins.');
    return minutes;
  }
  const duration = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) {
    const minutes = duration.toSeconds() / 60;
    if (minutes <= 0) throw new FileUnreadable(lineOf('DURATION'), 'this event has no length.');
    return minutes;
  }
  return isWholeDay(event) ? 24 * 60 : defaults.planning.minutes;
}

function isWholeDay(event: ICAL.Component): boolean {
  const start = event.getFirstPropertyValue('dtstart');
  return start instanceof ICAL.Time && start.isDate;
}

/** What the collaboration's clocks show at the time a property names. */
function wallTime(charter: Charter, event: ICAL.Component, name: string, line: number, zones: Zones): Temporal.PlainDateTime {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!property || !(time instanceof ICAL.Time)) throw new FileUnreadable(line, `${name.toUpperCase()} is not a time.`);
  const { year, month, day, hour, minute, second } = time;
  const named = plain({ year, month, day, hour, minute, second });
  if (!named) throw new FileUnreadable(line, `there is no such date or time as ${time.toString()}.`);
  const zone = property.getFirstParameter('tzid');
  if (time.zone === ICAL.Timezone.utcTimezone) return onWall(charter, named.toZonedDateTime('UTC').toInstant());
  if (time.isDate || !zone) return named;
  const known = namedZone(named, zone);
  if (known) return onWall(charter, known);
  const told = zones.get(zone);
  if (!told) throw new FileUnreadable(line, `the time zone "${zone}" is not known, and the file does not describe it.`);
  time.zone = told;
  return onWall(charter, Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000));
}

/** null: no such date. */
function plain(fields: {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(fields, { overflow: 'reject' });
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

/** null: not a zone that everybody knows by this name. */
function namedZone(at: Temporal.PlainDateTime, zone: string): Temporal.Instant | null {
  try {
    return at.toZonedDateTime(zone).toInstant();
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function onWall(charter: Charter, at: Temporal.Instant): Temporal.PlainDateTime {
  return at.toZonedDateTimeISO(charter.collaboration.timeZone).toPlainDateTime();
}

function zoneOf(block: Block): readonly (readonly [string, ICAL.Timezone])[] {
  const component = componentOf(block);
  const zone = new ICAL.Timezone(component);
  return zone.tzid ? [[zone.tzid, zone]] : [];
}

/** Parses a block; where that fails, the first line that fails by itself is the one to look at. */
function componentOf(block: Block): ICAL.Component {
  const parse = (lines: readonly string[]) => new ICAL.Component(ICAL.parse(lines.join('\r\n')));
  try {
    return parse(block.lines.map(({ text }) => text));
  } catch (fault) {
    const inner = block.lines.filter(({ name }) => name !== 'BEGIN' && name !== 'END');
    const wrong = inner.find(({ text }) => fails(() => parse([`BEGIN:${block.name}`, text, `END:${block.name}`])));
    throw new FileUnreadable(wrong?.line ?? block.line, `this cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
}

function fails(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

/** An id of ours for somebody else's UID, the same each time the file is read. */
function idFrom(uid: string): string {
  return `x${createHash('sha256').update(uid).digest('hex').slice(0, 12)}`;
}
