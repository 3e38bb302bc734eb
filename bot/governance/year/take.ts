import type { BodyId, Charter } from '../charter/charter.ts';
import { bodyOf } from '../charter/terms.ts';
import { type Fault, fault } from '../lists/line.ts';
import { type Change, gathered, type Remark, remark, type Trial } from '../lists/trial.ts';
import type { GivenDate, PlannedDate, YearCommand, YearPhase } from '../vocabulary/year/year.ts';
import { isDaysAway, matched } from './match.ts';
import { owedBy } from './owed.ts';
import type { DatesRead, ReadDate } from './read-date.ts';

/** A meeting of a trial: whose, and when. */
export type TriedDate = GivenDate & { readonly body: BodyId };
/** One body's year that is to be recorded. */
export interface ToRecord {
  readonly body: BodyId;
  readonly year: number;
  readonly command: Extract<YearCommand, { type: 'ProposeYear' | 'SetElsewhere' }>;
  /** Lines of the file that change it. */
  readonly lines: readonly number[];
}
export interface PlanTaken {
  readonly trial: Trial<TriedDate>;
  readonly asked: readonly ToRecord[];
}
/** A body's year as it is recorded; `empty`: no plan is. */
export interface StandingYear {
  readonly phase: YearPhase;
  /** Planned by the plan or beside it, as they have been moved and cancelled since. */
  readonly meetings: readonly PlannedDate[];
}
export interface Taking {
  /** Also the years beside those that the file speaks of. */
  readonly years: (body: BodyId, year: number) => StandingYear;
  /** What the file does not mention is taken out of the years it speaks of. */
  readonly replace: boolean;
  /** The dates are set by others, also where the terms give a cadence. */
  readonly elsewhere: boolean;
}

/** What a file's dates would do to the years they lie in: a line changes the meeting that it names, and nothing else changes. */
export function planTaken(charter: Charter, read: DatesRead, taking: Taking): PlanTaken {
  const dates = read.dates.flatMap((each) => acrossYears(each, taking));
  const keys = [...new Set(dates.map((each) => `${each.body} ${yearOf(each)}`))].sort();
  const faults: Fault[] = [...read.faults];
  const remarks: Remark[] = [...read.remarks];
  const changes: Change<TriedDate>[] = [];
  const asked: ToRecord[] = [];
  for (const key of keys) {
    const [body = '', of = ''] = key.split(' ');
    const year = Number(of);
    const mine = dates.filter((each) => each.body === body && yearOf(each) === year);
    if (!hasCalendar(charter, year)) {
      faults.push(...mine.map(({ line }) => fault(line, 'no-calendar', of)));
      continue;
    }
    const stands = taking.years(body, year);
    const taken = yearTaken(charter, { body, year }, mine, stands, taking);
    faults.push(...taken.faults);
    remarks.push(...taken.remarks);
    changes.push(...taken.changes);
    if (taken.changes.every(({ how }) => how === 'same')) continue;
    const type = taking.elsewhere || setByOthers(charter, body, year, stands, mine) ? 'SetElsewhere' : 'ProposeYear';
    const lines = taken.changes.flatMap(({ how, line }) => (how === 'same' || line === null ? [] : [line]));
    asked.push({ body, year, command: { type, meetings: taken.meetings }, lines });
  }
  return {
    trial: { changes: changes.toSorted(byLine), faults: faults.toSorted((a, b) => a.line - b.line), remarks: gathered(remarks) },
    asked,
  };
}

interface YearTaken {
  readonly meetings: readonly GivenDate[];
  readonly changes: readonly Change<TriedDate>[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
}

function yearTaken(
  charter: Charter,
  { body, year }: { readonly body: BodyId; readonly year: number },
  dates: readonly ReadDate[],
  { meetings: standing }: StandingYear,
  { replace, years }: Taking,
): YearTaken {
  const recorded = standing.filter((each) => !each.beside);
  const beside = standing.filter((each) => each.beside && !each.cancelled);
  const found = matched(dates, recorded, beside, replace);
  const faults = twice(found.pairs);
  const remarks: Remark[] = [];
  const changes: Change<TriedDate>[] = [];
  const meetings = new Map<string, GivenDate>(recorded.filter((each) => !each.cancelled).map((each) => [each.id, given(each)]));
  const ids = new Set(recorded.map(({ id }) => id));
  const usual = usualOf(charter, [years(body, year), years(body, year - 1)]);

  for (const { date, was, how } of found.pairs) {
    if (how === 'beside' && was) {
      changes.push({ how: 'same', line: date.line, is: { body, ...given(was) }, was: null });
      continue;
    }
    const stood = was && !was.cancelled ? given(was) : null;
    if (date.cancelled) {
      if (!was) remarks.push(remark('not-known', [date.line], `${date.date} ${date.time ?? ''}`.trim(), { day: date.date }));
      if (was) changes.push({ how: stood ? 'removed' : 'same', line: date.line, is: { body, ...given(was) }, was: null });
      if (stood) meetings.delete(stood.id);
      continue;
    }
    const is = filledIn(date, was);
    const same = stood !== null && sameAs(stood, is);
    changes.push({
      how: stood === null ? 'new' : same ? 'same' : 'changed',
      line: date.line,
      is: { body, ...is },
      was: stood && { body, ...stood },
    });
    meetings.set(is.id, is);
    if (how === 'nearest' && was) remarks.push(remark('nearest', [date.line], '', { guess: true, day: was.date }));
    if (how === 'none') {
      const near = found.left.find((each) => isDaysAway(each, date, 21));
      if (near) remarks.push(remark('near-by', [date.line], '', { day: near.date }));
    }
  }
  if (!replace && found.left.length > 0) remarks.push(remark('stand', [], String(found.left.length), { about: `${body} ${year}` }));
  for (const left of replace ? found.left : []) {
    changes.push({ how: 'removed', line: null, is: { body, ...given(left) }, was: null });
    meetings.delete(left.id);
  }
  return { meetings: [...meetings.values()].sort(byTime), changes, faults, remarks };

  function filledIn(date: ReadDate, was: PlannedDate | null): GivenDate {
    if (date.time === null && !was) remarks.push(remark('usual-time', [date.line], usual.time, { guess: true }));
    if (date.minutes === null && !was) remarks.push(remark('usual-minutes', [date.line], String(usual.minutes)));
    const gathering = date.gathering ?? was?.gathering ?? null;
    return {
      id: was?.id ?? newId(date.id, gathering),
      gathering,
      date: date.date,
      time: date.time ?? was?.time ?? usual.time,
      minutes: date.minutes ?? was?.minutes ?? usual.minutes,
      joint: date.joint?.filter((each) => each !== body) ?? was?.joint ?? [],
      online: date.online ?? was?.online ?? false,
    };
  }

  /** An id that a cancelled meeting had is not given away: it would come back to people's calendars as another one. */
  function newId(theirs: string | null, gathering: string | null): string {
    let nth = 1;
    const name = () => (gathering === null ? `${nth}` : `${gathering}-${nth}`);
    while (ids.has(name()) || dates.some(({ id }) => id === name())) nth++;
    const id = theirs ?? name();
    ids.add(id);
    return id;
  }
}

/** A meeting that moves into another year leaves the one whose plan has it. */
function acrossYears(date: ReadDate, { years }: Taking): readonly ReadDate[] {
  const of = Number(date.date.slice(0, 4));
  if (date.id === null) return [date];
  const has = (year: number) =>
    years(date.body, year).meetings.some(({ id, cancelled, beside }) => id === date.id && !cancelled && !beside);
  const made = /^x[0-9a-f]{12}$/.test(date.id);
  const from = date.planned ?? (made && !has(of) ? ([of - 1, of + 1].find(has) ?? null) : null);
  if (from === null || from === of) return [date];
  if (date.cancelled) return [{ ...date, planned: from }];
  return [
    { ...date, planned: from, cancelled: true },
    { ...date, id: made ? date.id : null, planned: null },
  ];
}

function yearOf({ planned, date }: ReadDate): number {
  return planned ?? Number(date.slice(0, 4));
}

function twice(pairs: ReturnType<typeof matched>['pairs']): readonly Fault[] {
  const seen = new Map<string, number>();
  return pairs.flatMap(({ date, was }) => {
    if (date.cancelled) return [];
    const keys = [`at ${date.date} ${date.time ?? ''} ${date.gathering ?? ''}`, ...(was || date.id ? [`id ${was?.id ?? date.id}`] : [])];
    const before = keys.map((key) => seen.get(key)).find((line) => line !== undefined);
    for (const key of keys) seen.set(key, seen.get(key) ?? date.line);
    return before === undefined ? [] : [fault(date.line, 'twice', String(before))];
  });
}

/** When a body usually meets, and how long: as most of its meetings do, and otherwise as the collaboration's settings say. */
function usualOf(charter: Charter, years: readonly StandingYear[]): { readonly time: string; readonly minutes: number } {
  const { startTimes, minutes: planned } = charter.collaboration.defaults.planning;
  const own = years.flatMap(({ meetings }) => meetings).filter(({ gathering }) => gathering === null);
  return {
    time: mostOf(own.map(({ time }) => time)) ?? startTimes[0] ?? '09:00',
    minutes: mostOf(own.map(({ minutes }) => minutes)) ?? planned,
  };
}

function mostOf<T>(values: readonly T[]): T | null {
  const counted = values.map((value) => ({ value, times: values.filter((each) => each === value).length }));
  return counted.sort((a, b) => b.times - a.times)[0]?.value ?? null;
}

function setByOthers(charter: Charter, body: BodyId, year: number, { phase }: StandingYear, dates: readonly ReadDate[]): boolean {
  if (phase !== 'empty') return phase === 'elsewhere';
  if (bodyOf(charter, body)?.outside) return true;
  return owedBy(charter, body, year).by === 'nothing' && dates.every(({ gathering }) => gathering === null);
}

function hasCalendar({ daysOff }: Charter, year: number): boolean {
  return [...daysOff].some((date) => date.startsWith(`${year}-`));
}

function given({ id, gathering, date, time, minutes, joint, online }: GivenDate): GivenDate {
  return { id, gathering, date, time, minutes, joint, online };
}

function sameAs(one: GivenDate, other: GivenDate): boolean {
  const line = (each: GivenDate) => JSON.stringify(given({ ...each, joint: each.joint.toSorted() }));
  return line(one) === line(other);
}

/** In the order of the file; what it does not mention comes last. */
function byLine(one: Change<TriedDate>, other: Change<TriedDate>): number {
  return (one.line ?? Number.POSITIVE_INFINITY) - (other.line ?? Number.POSITIVE_INFINITY) || 0;
}

function byTime(one: GivenDate, other: GivenDate): number {
  return `${one.date} ${one.time}` < `${other.date} ${other.time}` ? -1 : 1;
}
