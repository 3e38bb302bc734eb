import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import { bodyCalled, eachOnce, FileUnreadable, gatheringCalled, idWritten, mostMinutes, type ReadDate } from '../year/import.ts';
import { ours } from './ics.ts';
import { type Block, blocksOf } from './ics-lines.ts';

/** The dates of a calendar file, ours or another's. `body`: whose they are, where the file does not say. */
export function fromIcs(charter: Charter, text: string, body: BodyId | null): readonly ReadDate[] {
  const blocks = blocksOf(text);
  const zones = new Map(blocks.filter((each) => each.name === 'VTIMEZONE').flatMap((block) => zoneOf(block)));
  const events = blocks.filter((each) => each.name === 'VEVENT');
  if (events.length === 0) throw new FileUnreadable(1, 'this calendar has no events.');
  return eachOnce(events.flatMap((block) => dateOf(charter, block, zones, body)));
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
  for (const name of ['DTSTART', 'DTEND', 'DURATION', 'UID']) {
    if (event.getAllProperties(name.toLowerCase()).length > 1)
      throw new FileUnreadable(
        block.lines.findLast((each) => each.name === name)?.line ?? block.line,
        `${name} stands twice in this event.`,
      );
  }
  if (!event.hasProperty('dtstart')) throw new FileUnreadable(block.line, 'this event has no DTSTART.');
  const start = wallTime(charter, event, block, 'DTSTART', zones);
  const minutes = lengthOf(charter, event, block, start, zones);
  const named = text(ours.body);
  if (named === null && whose === null) throw new FileUnreadable(block.line, 'this event does not say whose meeting it is; name the body.');
  const body = named === null ? (whose ?? '') : bodyCalled(charter, named, lineOf(ours.body));
  const gathering = text(ours.gathering);
  const [id, uid] = [text(ours.id), text('UID')];
  return [
    {
      body,
      gathering: gathering === null ? null : gatheringCalled(charter, body, gathering, lineOf(ours.gathering)),
      id: id === null ? (uid === null ? null : idFrom(uid)) : idWritten(id, lineOf(ours.id)),
      date: start.toPlainDate().toString(),
      time: start.toPlainTime().toString({ smallestUnit: 'minute' }),
      minutes,
      cancelled: text('STATUS')?.toUpperCase() === 'CANCELLED',
      line: block.line,
    },
  ];
}

function lengthOf(charter: Charter, event: ICAL.Component, block: Block, start: Temporal.PlainDateTime, zones: Zones): number {
  const { timeZone, defaults } = charter.collaboration;
  const written = (name: string) => block.lines.find((each) => each.name === name) ?? null;
  const own = (name: string) => (event.hasProperty(name.toLowerCase()) ? written(name) : null);
  const [end, duration] = [own('DTEND'), own('DURATION')];
  const asked = (minutes: number, line: number) => {
    if (minutes > mostMinutes) throw new FileUnreadable(line, 'no meeting lasts that long.');
    return Math.ceil(minutes);
  };
  if (end) {
    const until = wallTime(charter, event, block, 'DTEND', zones);
    const minutes = start.toZonedDateTime(timeZone).until(until.toZonedDateTime(timeZone)).total('minutes');
    if (minutes <= 0) throw new FileUnreadable(end.line, 'this event ends before it begins.');
    return asked(minutes, end.line);
  }
  if (duration) {
    const minutes = minutesIn(duration.text.slice(duration.text.lastIndexOf(':') + 1).trim());
    if (minutes === null || minutes <= 0) throw new FileUnreadable(duration.line, 'this is not a length of time.');
    return asked(minutes, duration.line);
  }
  return /\d{8}T/.test(written('DTSTART')?.text ?? '') ? defaults.planning.minutes : 24 * 60;
}

/** null: not a duration. */
function minutesIn(written: string): number | null {
  return ICAL.Duration.isValueString(written) ? ICAL.Duration.fromString(written).toSeconds() / 60 : null;
}

/** What the collaboration's clocks show at the time a property names. Its digits are read as they stand: no 30 February becomes 1 March. */
function wallTime(charter: Charter, event: ICAL.Component, block: Block, name: 'DTSTART' | 'DTEND', zones: Zones): Temporal.PlainDateTime {
  const content = block.lines.find((each) => each.name === name);
  const line = content?.line ?? block.line;
  const written = content?.text.slice(content.text.lastIndexOf(':') + 1).trim() ?? '';
  const read = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(written);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (read ?? []).slice(1, 7).map((each) => Number(each ?? 0));
  const named = read && plain({ year, month, day, hour, minute, second });
  if (!named) throw new FileUnreadable(line, `there is no such date or time as ${written}.`);
  if (read[7] === 'Z') return onWall(charter, named.toZonedDateTime('UTC').toInstant());
  const zone = event.getFirstProperty(name.toLowerCase())?.getFirstParameter('tzid');
  if (read[4] === undefined || !zone) return named;
  const known = namedZone(named, zone);
  if (known) return onWall(charter, known);
  const told = zones.get(zone);
  if (!told) throw new FileUnreadable(line, `the time zone "${zone}" is not known, and the file does not describe it.`);
  const time = new ICAL.Time({ year, month, day, hour, minute, second }, told);
  return onWall(charter, Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000));
}

/** null: no such date. */
function plain(fields: Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>): Temporal.PlainDateTime | null {
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
