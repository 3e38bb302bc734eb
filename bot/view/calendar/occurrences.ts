import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../governance/charter/charter.ts';
import { type Moment, momentsIn } from './event.ts';
import { type Block, type ContentLine, valueIn } from './ics-lines.ts';
import { LineUnreadable } from './unreadable.ts';
import { fieldsOf, type Zones } from './zones.ts';

/** A series longer than this is no series of meetings. */
const most = 1_000;

/** When an event takes place by its rule and its extra dates, without those taken out. `year`: only so far is an endless one followed. */
export function occurrencesOf(
  charter: Charter,
  block: Block,
  start: Moment,
  zones: Zones,
  year: number | null,
): readonly Temporal.Instant[] {
  const lines = (name: string) => block.own.filter((each) => each.name === name);
  const read = (name: string) => lines(name).flatMap((content) => momentsIn(charter, content, zones));
  const out = read('EXDATE');
  const isOut = (at: Temporal.Instant, wall: Temporal.PlainDateTime) =>
    out.some((each) => (each.wholeDay ? each.wall.toPlainDate().equals(wall.toPlainDate()) : each.at.equals(at)));
  const ruled = lines('RRULE').flatMap((rule) => followed(rule, start, year));
  const walls = [...(ruled.length > 0 ? ruled : [start.wall])];
  const times = new Map(walls.map((wall) => [start.instant(wall).epochMilliseconds, wall] as const));
  for (const { at, wall } of read('RDATE')) times.set(at.epochMilliseconds, wall);
  return [...times]
    .map(([ms, wall]) => ({ at: Temporal.Instant.fromEpochMilliseconds(ms), wall }))
    .filter(({ at, wall }) => !isOut(at, wall))
    .map(({ at }) => at)
    .sort(Temporal.Instant.compare);
}

/** The rule is followed on the event's own clocks, so that a meeting at nine stays at nine when the clocks change. */
function followed(rule: ContentLine, start: Moment, year: number | null): readonly Temporal.PlainDateTime[] {
  const recur = recurIn(rule);
  const until = recur.until ? untilIn(rule, recur.until, start) : null;
  const bounded = recur.count !== null || until !== null;
  if (!bounded && year === null) throw new LineUnreadable(rule.line, 'without-end', valueIn(rule));
  recur.until = null;
  const iterator = recur.iterator(new ICAL.Time({ ...fieldsOf(start.wall), isDate: false }, ICAL.Timezone.localTimezone));
  const walls: Temporal.PlainDateTime[] = [];
  for (let time = iterator.next(); time && walls.length <= most; time = iterator.next()) {
    const { year: of, month, day, hour, minute, second } = time;
    const wall = Temporal.PlainDateTime.from({ year: of, month, day, hour, minute, second });
    if (until && Temporal.PlainDateTime.compare(wall, until) > 0) break;
    if (!bounded && year !== null && of > year) break;
    walls.push(wall);
  }
  if (walls.length > most) throw new LineUnreadable(rule.line, 'without-end', valueIn(rule));
  return walls;
}

function recurIn(rule: ContentLine): ICAL.Recur {
  try {
    return ICAL.Recur.fromString(valueIn(rule));
  } catch {
    throw new LineUnreadable(rule.line, 'not-read', valueIn(rule).slice(0, 60));
  }
}

/** The last moment of the rule on the event's own clocks; a day means all of it. */
function untilIn(rule: ContentLine, until: ICAL.Time, start: Moment): Temporal.PlainDateTime {
  const { year, month, day, hour, minute, second, isDate } = until;
  if (isDate) return Temporal.PlainDateTime.from({ year, month, day, hour: 23, minute: 59, second: 59 });
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
  if (!/UNTIL=\d{8}T\d{6}Z/i.test(rule.text)) return wall;
  const utc = wall.toZonedDateTime('UTC').toInstant();
  let guess = wall;
  for (let round = 0; round < 3; round++) guess = guess.add({ seconds: Math.round(start.instant(guess).until(utc).total('seconds')) });
  return guess;
}
