import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** A change of the clocks that comes every year on a day told by rule; `nth` -1: the last such weekday of the month. */
interface Rule {
  readonly month: number;
  readonly nth: number;
  readonly weekday: number;
  readonly time: Temporal.PlainTime;
  readonly from: string;
  readonly to: string;
  readonly summer: boolean;
}

/**
 * A zone spelled out as importers read it: one STANDARD and one DAYLIGHT, each with its rule. Where the changes of the years in question
 * follow no rule, each is a part of its own.
 */
export function zoneComponent(zone: string, years: { readonly first: number; readonly last: number }): ICAL.Component {
  const component = new ICAL.Component('vtimezone');
  component.updatePropertyWithValue('tzid', zone);
  const begin = Temporal.PlainDate.from({ year: years.first, month: 1, day: 1 }).toZonedDateTime(zone);
  const changes = changesIn(begin, years.last + 2);
  const rules = rulesOf(changes);
  if (changes.length === 0)
    component.addSubcomponent(partOf(Temporal.PlainDateTime.from('1970-01-01T00:00'), begin.offset, begin.offset, false, null));
  for (const rule of rules ?? []) {
    const text = `FREQ=YEARLY;BYMONTH=${rule.month};BYDAY=${rule.nth}${days[rule.weekday - 1]}`;
    component.addSubcomponent(partOf(firstOf(rule), rule.from, rule.to, rule.summer, text));
  }
  if (rules === null) {
    component.addSubcomponent(partOf(begin.toPlainDateTime(), begin.offset, begin.offset, isSummer(begin), null));
    for (const at of changes) component.addSubcomponent(partOf(beginning(at), before(at).offset, at.offset, isSummer(at), null));
  }
  return component;
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function changesIn(begin: Temporal.ZonedDateTime, until: number): readonly Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = [];
  let change = begin.getTimeZoneTransition('next');
  while (change && change.year < until) {
    changes.push(change);
    change = change.getTimeZoneTransition('next');
  }
  return changes;
}

/** null: the changes follow no rule of a weekday in a month. */
function rulesOf(changes: readonly Temporal.ZonedDateTime[]): readonly Rule[] | null {
  const kinds = [true, false].map((summer) => changes.filter((at) => isSummer(at) === summer));
  if (kinds.some((each) => each.length === 0)) return changes.length === 0 ? [] : null;
  const rules = kinds.map((each) => [-1, 1, 2, 3, 4].map((nth) => ruleOf(each, nth)).find((rule) => rule !== null) ?? null);
  return rules.every((rule) => rule !== null) ? rules : null;
}

function ruleOf(changes: readonly Temporal.ZonedDateTime[], nth: number): Rule | null {
  const [first] = changes;
  if (!first) return null;
  const at = beginning(first);
  const rule: Rule = {
    month: at.month,
    nth,
    weekday: at.dayOfWeek,
    time: at.toPlainTime(),
    from: before(first).offset,
    to: first.offset,
    summer: isSummer(first),
  };
  const fits = changes.every((each) => {
    const here = beginning(each);
    const same = here.month === rule.month && here.dayOfWeek === rule.weekday && here.toPlainTime().equals(rule.time);
    const last = here.day + 7 > here.daysInMonth;
    return same && each.offset === rule.to && (nth === -1 ? last : Math.ceil(here.day / 7) === nth);
  });
  return fits ? rule : null;
}

/** A rule begins before any date it is used for. */
function firstOf({ month, nth, weekday, time }: Rule): Temporal.PlainDateTime {
  const first = Temporal.PlainDate.from({ year: 1970, month, day: 1 });
  const all = Array.from({ length: first.daysInMonth }, (_, at) => first.add({ days: at })).filter((day) => day.dayOfWeek === weekday);
  return (all.at(nth === -1 ? -1 : nth - 1) ?? first).toPlainDateTime(time);
}

function partOf(at: Temporal.PlainDateTime, from: string, to: string, summer: boolean, rule: string | null): ICAL.Component {
  const part = new ICAL.Component(summer ? 'daylight' : 'standard');
  part.updatePropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(at.toString({ smallestUnit: 'second' })));
  part.updatePropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(from));
  part.updatePropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(to));
  if (rule !== null) part.updatePropertyWithValue('rrule', ICAL.Recur.fromString(rule));
  return part;
}

function before(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return at.subtract({ seconds: 1 });
}

/** The wall-clock time of a change is told by the clocks as they were just before it. */
function beginning(at: Temporal.ZonedDateTime): Temporal.PlainDateTime {
  return at.toInstant().toZonedDateTimeISO(before(at).offset).toPlainDateTime();
}

/** Summer time is the larger of the two offsets of a year. */
function isSummer(at: Temporal.ZonedDateTime): boolean {
  const offsets = [1, 7].map((month) => at.with({ month, day: 1 }).offsetNanoseconds);
  return at.offsetNanoseconds > Math.min(...offsets);
}
