import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import { bodyOf, seatOf } from '../charter/terms.ts';
import type { BodyState } from '../vocabulary/body.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import type { Owed, PlannedDate, Shortfall, YearPhase, YearState } from '../vocabulary/year/year.ts';
import { datesIn, inOrder, type Sitting, uidOf } from './dates.ts';
import { type Laid, planYear } from './plan.ts';
import type { Breach } from './remarks.ts';
import type { Conflict } from './search.ts';
import type { MeetingDate, People, YearQuestion } from './series.ts';
import { shortfalls } from './shortfall.ts';

/** One body's year as it stands: what is recorded, or where nothing is, what is proposed. */
export interface BodyYear {
  readonly body: BodyId;
  readonly year: number;
  /** `proposal`: nothing is recorded, and this is only what the bot would lay out. */
  readonly stands: Exclude<YearPhase, 'empty'> | 'proposal';
  /** Of the recorded plan; a chair confirms the one they saw. */
  readonly edition: number;
  readonly owed: Owed;
  /** What is owed besides: gatherings this body calls. */
  readonly gatherings: readonly { readonly id: string; readonly owed: Owed }[];
  readonly meetings: readonly YearDate[];
  readonly waitingOn: readonly PersonKey[];
  readonly conflicts: readonly Conflict[];
  /** A past year of which nothing at all is recorded is not known to have fallen short. */
  readonly shortfalls: readonly Shortfall[];
}
/** A date of the year, and the rules it breaks: a proposal breaks none, what people choose may. */
export interface YearDate extends PlannedDate {
  readonly breaks: readonly Breach[];
}

type Plan = Pick<YearState, 'body' | 'year' | 'phase' | 'edition' | 'meetings' | 'waitingOn'>;

/** What is remembered of a year and the ones beside it, of every body. */
export interface YearRecords {
  readonly plans: readonly Plan[];
  readonly meetings: readonly Sitting[];
  readonly bodies: readonly Pick<BodyState, 'body' | 'appointments'>[];
  readonly one: (person: PersonKey) => PersonKey;
}

/** Every body's year on a date, in the charter's order of bodies that meet or have dates. */
export function yearFacts(charter: Charter, year: number, records: YearRecords, today: IsoDate): readonly BodyYear[] {
  const read = sorted(charter, year, records);
  const { standing, people } = read;
  const laid = laidOut({ charter, year, standing, settled: new Set(read.plans.keys()), people, notBefore: null }, today);
  return charter.bodies.flatMap(({ id }) => bodyYear(charter, year, id, read, laid, today) ?? []);
}

/**
 * The running year is laid out over what is left of it, with time to call for items; where not all that is owed fits there,
 * as the whole year would have been, of which the rest can still be proposed.
 */
function laidOut(question: YearQuestion, today: IsoDate): readonly Laid[] {
  if (!today.startsWith(`${question.year}-`)) return planYear(question);
  const { itemsDays, callDays } = question.charter.collaboration.defaults;
  const soonest = Temporal.PlainDate.from(today).add({ days: itemsDays + callDays });
  const ahead = soonest.year === question.year ? planYear({ ...question, notBefore: soonest.toString() }) : [];
  return ahead.length > 0 && ahead.every(({ conflict }) => conflict === null) ? ahead : planYear(question);
}

interface Sorted {
  readonly plans: ReadonlyMap<BodyId, Plan>;
  /** Live and cancelled ones of the year itself. */
  readonly dates: ReadonlyMap<BodyId, readonly PlannedDate[]>;
  readonly standing: readonly MeetingDate[];
  readonly people: ReadonlyMap<BodyId, People>;
}

function sorted(charter: Charter, year: number, { plans, meetings, bodies, one }: YearRecords): Sorted {
  const planOf = (body: BodyId, of: number) =>
    plans.find((each) => each.body === body && each.year === of && each.phase !== 'empty') ?? null;
  const dates = (body: BodyId, of: number) =>
    datesIn(
      charter,
      of,
      body,
      planOf(body, of),
      meetings.filter((each) => each.body === body),
    );
  const own = charter.bodies.flatMap(({ id }) => planOf(id, year) ?? []);
  return {
    plans: new Map(own.map((plan) => [plan.body, plan])),
    dates: new Map(charter.bodies.map(({ id }) => [id, dates(id, year)])),
    standing: charter.bodies.flatMap(({ id: body }) =>
      [year - 1, year, year + 1].flatMap((of) => dates(body, of).flatMap((each) => (each.cancelled ? [] : { ...each, body }))),
    ),
    people: new Map(bodies.map((state) => [state.body, peopleIn(charter, state, year, one)])),
  };
}

function bodyYear(charter: Charter, year: number, body: BodyId, read: Sorted, laid: readonly Laid[], today: IsoDate): BodyYear | null {
  const plan = read.plans.get(body) ?? null;
  const mine = laid.filter((each) => each.body === body);
  const own = mine.find((each) => each.gathering === null);
  const kept = read.dates.get(body) ?? [];
  const meetings = plan ? kept : inOrder([...kept, ...proposed(year, mine, kept)]);
  const breaks = ({ date, time, gathering }: PlannedDate) =>
    mine.find((each) => each.gathering === gathering)?.meetings.find((each) => each.date === date && each.time === time)?.breaks ?? [];
  if (!own || (meetings.length === 0 && mine.every((each) => each.owed.propose === 0))) return null;
  const live = kept.filter((each) => !each.cancelled).map((each) => ({ ...each, body }));
  return {
    body,
    year,
    stands: plan ? phaseOf(plan) : 'proposal',
    edition: plan?.edition ?? 0,
    owed: own.owed,
    gatherings: mine.flatMap(({ gathering, owed }) => (gathering === null ? [] : [{ id: gathering, owed }])),
    meetings: meetings.map((each) => ({ ...each, breaks: each.cancelled ? [] : breaks(each) })),
    waitingOn: plan?.waitingOn ?? [],
    conflicts: plan ? [] : mine.flatMap(({ conflict }) => conflict ?? []),
    shortfalls: shortfalls(charter, body, year, live, today).filter(({ how }) => how !== 'fell-short' || kept.length > 0),
  };
}

function phaseOf({ phase }: Plan): BodyYear['stands'] {
  return phase === 'empty' ? 'proposal' : phase;
}

/** The proposal's own dates, numbered on from those that stand. */
function proposed(year: number, laid: readonly Laid[], kept: readonly PlannedDate[]): readonly PlannedDate[] {
  return laid.flatMap(({ body, gathering, meetings }) =>
    meetings
      .filter((each) => !each.standing)
      .map(({ date, time, minutes }, at) => {
        const nth = kept.filter((each) => each.gathering === gathering).length + at + 1;
        const id = gathering === null ? `${nth}` : `${gathering}-${nth}`;
        const own = { id, gathering, date, time, minutes, joint: [], online: false };
        return { ...own, revision: 0, cancelled: false, uid: uidOf({ body, year }, id), beside: false };
      }),
  );
}

/** Who sits in a body at any time of the year, secretaries too. */
function peopleIn(
  charter: Charter,
  state: Pick<BodyState, 'body' | 'appointments'>,
  year: number,
  one: (person: PersonKey) => PersonKey,
): People {
  const terms = bodyOf(charter, state.body)?.terms ?? [];
  const seated = state.appointments.filter(({ from, until }) => from <= `${year}-12-31` && (until === null || until >= `${year}-01-01`));
  const chairs = seated.filter(({ seat }) => terms.some((each) => seatOf(each, seat)?.role === 'chair'));
  return { everyone: new Set(seated.map(({ person }) => one(person))), chairs: new Set(chairs.map(({ person }) => one(person))) };
}
