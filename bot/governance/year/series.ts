import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, Gathering, IsoDate } from '../charter/charter.ts';
import { gatheringCalled, namedIn } from '../charter/gathering.ts';
import { bodyOf, termsInForce } from '../charter/terms.ts';
import { dayOf } from '../time/days.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import type { Owed } from '../vocabulary/year/year.ts';
import { owedBy, owedTogether } from './owed.ts';

/** A meeting with its date and time on the collaboration's walls. `gathering`: one across bodies that this body calls. */
export interface MeetingDate {
  readonly body: BodyId;
  readonly gathering: string | null;
  readonly date: IsoDate;
  readonly time: string;
  readonly minutes: number;
  /** Bodies that take part as a whole, besides the one that calls it. */
  readonly joint: readonly BodyId[];
}

/** Who sits in a body at some time of the year, joined identities as one. */
export interface People {
  readonly everyone: ReadonlySet<PersonKey>;
  readonly chairs: ReadonlySet<PersonKey>;
}

export interface YearQuestion {
  readonly charter: Charter;
  readonly year: number;
  /** What stands already, also in the years before and after: recorded plans, and dates set elsewhere. It is planned around. */
  readonly standing: readonly MeetingDate[];
  /** Bodies whose year is recorded, or set elsewhere: nothing is added to theirs. */
  readonly settled: ReadonlySet<BodyId>;
  readonly people: ReadonlyMap<BodyId, People>;
  /** The first day that may still be chosen; null: any of the year. */
  readonly notBefore: IsoDate | null;
}

/** A day counted from 1 January 1970, and minutes from midnight. */
export interface Slot {
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** Meetings of one kind that are laid out over a year: a body's own, or a gathering it calls. */
export interface Series {
  readonly key: string;
  readonly body: BodyId;
  readonly gathering: string | null;
  /** The dates are not ours to choose, and nothing is owed. */
  readonly elsewhere: boolean;
  readonly owed: Owed;
  /** How many the year ends up with. */
  readonly count: number;
  readonly minutes: number;
  /** The first day it may choose. */
  readonly from: number;
  /** Of this year. */
  readonly standing: readonly Slot[];
  /** Of the years before and after. */
  readonly beside: readonly Slot[];
  /** Keys of the series it prepares for. */
  readonly prepares: readonly string[];
  /** Keys of the series that somebody in this one also takes part in. */
  readonly shares: ReadonlySet<string>;
  /** Its place among the series that prepare for the same one; spreads them over the weeks before. */
  readonly turn: number;
}

/** All series of a year, those above first, so that who prepares is laid out around who is prepared for. */
export function seriesOf(question: YearQuestion): readonly Series[] {
  const { charter, year } = question;
  const meeting = charter.bodies.filter((body) => !body.outside);
  const elsewhere = charter.bodies.filter((body) => body.outside && question.standing.some((each) => each.body === body.id));
  const bare = [
    ...elsewhere.map((body) => draft(question, body.id, null, owedBy(charter, body.id, year), true)),
    ...meeting.map((body) => draft(question, body.id, null, owedBy(charter, body.id, year), false)),
    ...charter.gatherings.map((gathering) => draft(question, gathering.host, gathering, owedTogether(gathering, year), false)),
  ];
  const above = new Map(bare.map((each) => [each.key, each.gathering === null ? aboveOf(charter, each.body, year) : null]));
  const depth = (key: string, seen: readonly string[] = []): number => {
    const next = above.get(key);
    return next && above.has(next) && !seen.includes(key) ? 1 + depth(next, [...seen, key]) : 0;
  };
  const parties = new Map(bare.map((each) => [each.key, partyOf(question, each)]));
  const ordered = [...bare].sort(
    (a, b) => depth(a.key) - depth(b.key) || (a.gathering ? 1 : 0) - (b.gathering ? 1 : 0) || compare(a.key, b.key),
  );
  const turns = new Map<string, number>();
  return ordered.map((each) => {
    const up = above.get(each.key) ?? null;
    const turn = turns.get(up ?? '') ?? 0;
    turns.set(up ?? '', turn + 1);
    const mine = parties.get(each.key);
    const shares = bare.filter((other) => other.key !== each.key && mine && meets(charter, year, mine, parties.get(other.key)));
    return { ...each, prepares: up && above.has(up) ? [up] : [], shares: new Set(shares.map(({ key }) => key)), turn };
  });
}

function slotOf({ date, time, minutes }: Pick<MeetingDate, 'date' | 'time' | 'minutes'>): Slot {
  const start = minutesOf(time);
  return { day: dayOf(date), start, end: start + minutes };
}

export function minutesOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

type Draft = Omit<Series, 'prepares' | 'shares' | 'turn'>;

function draft(question: YearQuestion, body: BodyId, gathering: Gathering | null, owed: Owed, elsewhere: boolean): Draft {
  const { charter, year, settled, notBefore } = question;
  const id = gathering?.id ?? null;
  const slots = question.standing
    .filter((each) => each.body === body && each.gathering === id)
    .map((each) => [each.date, slotOf(each)] as const);
  const inYear = (date: IsoDate) => date.startsWith(`${year}-`);
  const standing = slots.filter(([date]) => inYear(date)).map(([, slot]) => slot);
  return {
    key: id === null ? body : `${body}+${id}`,
    body,
    gathering: id,
    elsewhere,
    owed,
    count: settled.has(body) || elsewhere ? standing.length : Math.max(owed.propose, standing.length),
    from: Math.max(dayOf(owed.from), notBefore === null ? 0 : dayOf(notBefore)),
    minutes: gathering?.minutes ?? charter.collaboration.defaults.planning.minutes,
    standing: standing.sort((a, b) => a.day - b.day || a.start - b.start),
    beside: slots.filter(([date]) => !inYear(date)).map(([, slot]) => slot),
  };
}

/** The body above it at the end of the year; a body that stands alone prepares for nobody. */
function aboveOf(charter: Charter, body: BodyId, year: number): BodyId | null {
  const above = termsInForce(charter, body, `${year}-12-31`)?.above;
  return above?.stated ? above.value : null;
}

interface Party {
  readonly bodies: ReadonlySet<BodyId>;
  readonly persons: ReadonlySet<PersonKey>;
}

/** Who takes part: those the gathering names, and whole bodies that a date was made together with. */
function partyOf({ charter, people, standing }: YearQuestion, each: Draft): Party {
  const gathering = gatheringCalled(charter, each.body, each.gathering);
  const dates = standing.filter(({ body, gathering: id }) => body === each.body && id === each.gathering);
  const named = [
    ...(gathering ? namedIn(charter, gathering) : [{ body: each.body, seats: 'everyone' as const }]),
    ...dates.flatMap(({ joint }) => joint.map((body) => ({ body, seats: 'everyone' as const }))),
  ];
  return {
    bodies: new Set(named.map(({ body }) => body)),
    persons: new Set(named.flatMap(({ body, seats }) => [...(people.get(body)?.[seats] ?? [])])),
  };
}

/** Somebody takes part in both: the same body does, the same person, or bodies that the terms say are the same people. */
function meets(charter: Charter, year: number, one: Party, other: Party | undefined): boolean {
  if (!other) return false;
  if (overlap(one.bodies, other.bodies) || overlap(one.persons, other.persons)) return true;
  return samePeople(charter, year, one, other) || samePeople(charter, year, other, one);
}

function samePeople(charter: Charter, year: number, one: Party, other: Party): boolean {
  return [...one.bodies].some((id) =>
    (bodyOf(charter, id) ? (termsInForce(charter, id, `${year}-12-31`)?.links ?? []) : []).some(
      (link) => link.how === 'same-people-as' && other.bodies.has(link.body),
    ),
  );
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((each) => other.has(each));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
