import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import { bodiesNear, bodyCalled } from '../../governance/lists/body-called.ts';
import { type Fault, fault } from '../../governance/lists/line.ts';
import { type Remark, remark } from '../../governance/lists/trial.ts';
import { wall } from '../../governance/time/calendar.ts';
import { type DatesRead, mostMinutes, type ReadDate } from '../../governance/year/read-date.ts';
import { componentOf, lengthOf, lineCalled, type Moment, momentsIn, textOf } from './event.ts';
import { type Block, blocksOf, valueIn } from './ics-lines.ts';
import { occurrencesOf } from './occurrences.ts';
import { ours } from './ours.ts';
import { LineUnreadable } from './unreadable.ts';
import { type Zones, zonesOf } from './zones.ts';

/** What is known besides what the calendar says. */
export interface CalendarReading {
  /** Whose dates they are, where the file does not say. */
  readonly body: BodyId | null;
  /** Only so far is a series followed that has no end. */
  readonly year: number | null;
}

/** The dates of a calendar file, ours or another's, each event by itself; or every line that cannot be read. */
export function datesInCalendar(charter: Charter, text: string, reading: CalendarReading): DatesRead {
  const faults: Fault[] = [];
  const remarks: Remark[] = [];
  const caught = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch (thrown) {
      if (!(thrown instanceof LineUnreadable)) throw thrown;
      faults.push(thrown.fault);
      return otherwise;
    }
  };
  const blocks = caught(() => blocksOf(text), []);
  if (faults.length > 0) return { dates: [], faults, remarks };
  const told = new Map(blocks.filter(({ name }) => name === 'VTIMEZONE').flatMap((block) => caught(() => zoneOf(block), [])));
  const events = blocks.filter(({ name }) => name === 'VEVENT');
  if (events.length === 0) return { dates: [], faults: [fault(1, 'no-events')], remarks };
  const calendars = blocks.filter(({ name }) => name === 'VCALENDAR');
  const around: Around = {
    charter,
    zones: zonesOf(told),
    reading,
    remarks,
    calendars,
    moved: caught(() => movedIn(charter, events, zonesOf(told)), new Set()),
  };
  const dates = events.flatMap((block) => caught(() => datesOf(block, around), []));
  return { dates, faults, remarks };
}

interface Around {
  readonly charter: Charter;
  readonly zones: Zones;
  readonly reading: CalendarReading;
  readonly remarks: Remark[];
  readonly calendars: readonly Block[];
  /** Occurrences that have an event of their own. */
  readonly moved: ReadonlySet<string>;
}

function datesOf(block: Block, around: Around): readonly ReadDate[] {
  const { charter, zones, reading, remarks } = around;
  if (textOf(block, ours.beside) !== null) return [];
  componentOf(block);
  const begins = lineCalled(block, 'DTSTART');
  if (!begins) throw new LineUnreadable(block.line, 'no-such-time', 'DTSTART');
  const [start] = momentsIn(charter, begins, zones);
  if (!start) throw new LineUnreadable(begins.line, 'no-such-time', valueIn(begins));
  const minutes = lengthOf(charter, block, start, zones);
  if (minutes !== null && minutes > mostMinutes) throw new LineUnreadable(begins.line, 'too-long', textOf(block, 'SUMMARY') ?? '');
  if (start.wholeDay)
    remarks.push(
      remark('whole-day', [block.line], textOf(block, 'SUMMARY') ?? '', { guess: true, day: start.wall.toPlainDate().toString() }),
    );
  if (start.floating) remarks.push(remark('no-zone', [block.line], charter.collaboration.timeZone));
  const uid = lineCalled(block, 'UID');
  const name = uid && valueIn(uid);
  const body = whose(block, name, around);
  const rest = { line: block.line, body, minutes, ...details(block, body, around), cancelled: isCancelled(block, around) };
  const again = lineCalled(block, 'RECURRENCE-ID');
  if (again && /RANGE=THISANDFUTURE/i.test(again.text)) throw new LineUnreadable(again.line, 'not-read', again.text.slice(0, 60));
  const mine = again && momentsIn(charter, again, zones)[0];
  const repeats = block.own.some((each) => each.name === 'RRULE' || each.name === 'RDATE');
  const all = repeats && !mine ? occurrencesOf(charter, block, start, zones, reading.year) : [start.at];
  const known = name === null ? null : ownId(name);
  return all
    .filter((at) => mine !== null || !around.moved.has(`${name} ${at.epochMilliseconds}`))
    .map((at): ReadDate => {
      const here = wall(charter, at);
      const id = textOf(block, ours.id);
      return {
        ...rest,
        id: id === null ? idOf(name, mine ? mine.at : repeats ? at : null) : idWritten(block, id),
        planned: known?.year ?? null,
        date: here.toPlainDate().toString(),
        time: here.toPlainTime().toString({ smallestUnit: 'minute' }),
      };
    });
}

/** Virtually, together with whom, and on what occasion. What a file of ours does not say of these is not so; what another's does not say is not known. */
function details(block: Block, body: BodyId, { charter }: Around): Pick<ReadDate, 'gathering' | 'joint' | 'online'> {
  const isOurs = textOf(block, ours.body) !== null;
  const line = (name: string) => block.own.find((each) => each.name === name)?.line ?? block.line;
  const written = textOf(block, ours.gathering);
  const gathering = charter.gatherings.find(({ host, id }) => host === body && id === written)?.id ?? null;
  if (written !== null && gathering === null) throw new LineUnreadable(line(ours.gathering), 'no-gathering-called', written);
  const names = textOf(block, ours.joint)?.split(',') ?? [];
  const joint = names.map((each) => {
    const found = bodyCalled(charter, each);
    if (!found) throw new LineUnreadable(line(ours.joint), 'no-body-called', each, bodiesNear(charter, each));
    return found.id;
  });
  const virtual = ['LOCATION', 'SUMMARY'].some((each) => /virtuel|online|teams|skype|zoom/i.test(textOf(block, each) ?? ''));
  return { gathering, joint: isOurs ? joint : null, online: isOurs ? textOf(block, ours.online) !== null : virtual ? true : null };
}

function whose(block: Block, uid: string | null, { charter, reading }: Around): BodyId {
  const written = block.own.find((each) => each.name === ours.body);
  if (written) {
    const found = bodyCalled(charter, valueIn(written));
    if (!found) throw new LineUnreadable(written.line, 'no-body-called', valueIn(written), bodiesNear(charter, valueIn(written)));
    return found.id;
  }
  const own = uid === null ? null : ownId(uid);
  const planned = own && charter.bodies.find(({ id }) => id === own.body);
  const summary = (textOf(block, 'SUMMARY') ?? '').replace(prefix, '');
  const body = planned?.id ?? reading.body ?? bodyCalled(charter, summary)?.id;
  if (body === undefined) throw new LineUnreadable(block.line, 'no-body', summary);
  return body;
}

/** What Outlook writes before the title of a meeting that is cancelled. */
const prefix = /^\s*(?:afl[yv]s(?:t|ning)|cancell?ed|inställt)\s*[:–-]\s*/i;

function isCancelled(block: Block, { calendars }: Around): boolean {
  const calendar = calendars.findLast((each) => each.line < block.line);
  const method = calendar?.own.find((each) => each.name === 'METHOD');
  const how = method ? valueIn(method).toUpperCase() : 'PUBLISH';
  if (method && !['PUBLISH', 'REQUEST', 'ADD', 'CANCEL'].includes(how)) throw new LineUnreadable(method.line, 'not-read', method.text);
  return how === 'CANCEL' || textOf(block, 'STATUS')?.toUpperCase() === 'CANCELLED' || prefix.test(textOf(block, 'SUMMARY') ?? '');
}

/** The occurrences that another event of the file stands for. */
function movedIn(charter: Charter, events: readonly Block[], zones: Zones): ReadonlySet<string> {
  const keys = events.flatMap((block) => {
    const [again, uid] = [lineCalled(block, 'RECURRENCE-ID'), lineCalled(block, 'UID')];
    const moments: readonly Moment[] = again ? momentsIn(charter, again, zones) : [];
    return moments.map(({ at }) => `${uid && valueIn(uid)} ${at.epochMilliseconds}`);
  });
  return new Set(keys);
}

function zoneOf(block: Block): readonly (readonly [string, ICAL.Timezone])[] {
  const zone = new ICAL.Timezone(componentOf(block));
  return zone.tzid ? [[zone.tzid, zone]] : [];
}

/** What a UID of ours says: whose plan, of which year, and which meeting. null: it is another's. */
function ownId(uid: string): { readonly body: BodyId; readonly year: number; readonly id: string } | null {
  const [, body, year, id] = /^([a-z0-9-]+)\.(\d{4})-([a-z0-9-]{1,80})@samspil$/.exec(uid) ?? [];
  return body === undefined || id === undefined ? null : { body, year: Number(year), id };
}

/** Ours, or an id made from somebody else's UID, and the original date in a series: the same each time a file is read. */
function idOf(uid: string | null, occurrence: Temporal.Instant | null): string | null {
  if (uid === null) return null;
  const own = ownId(uid);
  if (own) return own.id;
  const name = occurrence === null ? uid : `${uid} ${occurrence.epochMilliseconds}`;
  return `x${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}

function idWritten(block: Block, written: string): string {
  if (/^[a-z0-9-]{1,80}$/.test(written)) return written;
  throw new LineUnreadable(block.own.find((each) => each.name === ours.id)?.line ?? block.line, 'not-an-id', written);
}
