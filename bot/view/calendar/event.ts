import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../governance/charter/charter.ts';
import { type Block, type ContentLine, valueIn } from './ics-lines.ts';
import { LineUnreadable } from './unreadable.ts';
import type { Zones } from './zones.ts';

/** A moment of an event: as the file's clocks show it, and when that is. */
export interface Moment {
  readonly wall: Temporal.PlainDateTime;
  readonly at: Temporal.Instant;
  /** A day without a time. */
  readonly wholeDay: boolean;
  /** A time without a zone; the collaboration's is taken. */
  readonly floating: boolean;
  /** Reads another wall-clock time of the same zone. */
  readonly instant: (wall: Temporal.PlainDateTime) => Temporal.Instant;
}

/** The only line of this name; null: there is none. */
export function lineCalled(block: Block, name: string): ContentLine | null {
  const found = block.own.filter((each) => each.name === name);
  if (found.length > 1) throw new LineUnreadable(found.at(-1)?.line ?? block.line, 'stands-twice', name);
  return found[0] ?? null;
}

/** Every moment that a line names; its digits are read as they stand, so that 30 February does not become 1 March. */
export function momentsIn(charter: Charter, content: ContentLine, zones: Zones): readonly Moment[] {
  return valueIn(content)
    .split(',')
    .map((written) => momentOf(charter, content, written.trim(), zones));
}

function momentOf(charter: Charter, content: ContentLine, written: string, zones: Zones): Moment {
  const read = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(written.replace(/\/.*$/, ''));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (read ?? []).slice(1, 7).map((each) => Number(each ?? 0));
  const wall = read && plain({ year, month, day, hour, minute, second });
  if (!wall) throw new LineUnreadable(content.line, 'no-such-time', written.slice(0, 40));
  const wholeDay = read[4] === undefined;
  const ours = charter.collaboration.timeZone;
  const named = parameterOf(content, 'tzid');
  const zone = read[7] === 'Z' ? 'UTC' : wholeDay ? ours : (named ?? ours);
  const instant = zones(zone);
  if (!instant) throw new LineUnreadable(content.line, 'no-zone-called', zone);
  return { wall, at: instant(wall), wholeDay, floating: !wholeDay && read[7] !== 'Z' && named === null, instant };
}

/** Elapsed minutes; null: the event does not say. */
export function lengthOf(charter: Charter, block: Block, start: Moment, zones: Zones): number | null {
  const end = lineCalled(block, 'DTEND');
  const duration = lineCalled(block, 'DURATION');
  const until = end && momentsIn(charter, end, zones)[0];
  if (end && until) return positive(start.at.until(until.at).total('minutes'), end, 'ends-before-it-starts');
  if (duration) {
    const written = valueIn(duration);
    const minutes = ICAL.Duration.isValueString(written) ? ICAL.Duration.fromString(written).toSeconds() / 60 : 0;
    return positive(minutes, duration, 'not-minutes');
  }
  return start.wholeDay ? start.at.until(start.instant(start.wall.add({ days: 1 }))).total('minutes') : null;
}

/** A value of text, as it is meant: without backslashes. */
export function textOf(block: Block, name: string): string | null {
  const content = block.own.find((each) => each.name === name);
  return content
    ? valueIn(content)
        .replace(/\\n/gi, '\n')
        .replace(/\\([\\;,])/g, '$1')
    : null;
}

/** What a parser of calendars says of a block; where it cannot read it, the first line that fails by itself is named. */
export function componentOf(block: Block): ICAL.Component {
  const parse = (lines: readonly string[]) => new ICAL.Component(ICAL.parse(lines.join('\r\n')));
  try {
    return parse(block.lines.map(({ text }) => text));
  } catch {
    const inner = block.lines.filter(({ name }) => name !== 'BEGIN' && name !== 'END');
    const wrong = inner.find(({ text }) => fails(() => parse([`BEGIN:${block.name}`, text, `END:${block.name}`])));
    throw new LineUnreadable(wrong?.line ?? block.line, 'not-read', (wrong?.text ?? block.name).slice(0, 60));
  }
}

function positive(minutes: number, { line, text }: ContentLine, problem: 'ends-before-it-starts' | 'not-minutes'): number {
  if (!(minutes > 0)) throw new LineUnreadable(line, problem, text.slice(0, 60));
  return Math.ceil(minutes);
}

function parameterOf({ text }: ContentLine, name: string): string | null {
  const found = new RegExp(`;${name}=(?:"([^"]*)"|([^;:]*))`, 'i').exec(text);
  return found ? (found[1] ?? found[2] ?? null) : null;
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

function fails(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}
