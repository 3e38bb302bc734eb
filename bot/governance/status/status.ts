import type { BodyId, Charter, IsoDate, Part } from '../charter/charter.ts';
import { wayUp } from '../charter/terms.ts';
import { bareGoals, unassigned } from '../initiative/tree.ts';
import { rowStanding, type Standing } from '../milestone/standing.ts';
import type { Indicator, InitiativeState, Reported } from '../vocabulary/initiative.ts';
import type { FollowUpRow, FollowUpState, RowAnswer } from '../vocabulary/milestone/follow-up.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';

/** Everything a status is made from, as it was known at one time. */
export interface Facts {
  readonly followUps: readonly FollowUpState[];
  readonly initiatives: readonly InitiativeState[];
}
/** A milestone that is not withdrawn, and where it stands with one of the bodies that carry it. */
export interface StatusRow {
  readonly key: string;
  readonly plan: BodyId;
  readonly by: BodyId;
  readonly deliverable: FollowUpRow['deliverable'];
  readonly due: IsoDate;
  readonly stands: Exclude<Standing, 'withdrawn'>;
  /** Its day has passed and nobody has said that it is done. */
  readonly overdue: boolean;
  readonly answer: RowAnswer | null;
}
/** A milestone wherever it is carried out. */
export interface StatusMilestone extends Pick<StatusRow, 'stands' | 'overdue'> {
  readonly rows: readonly StatusRow[];
}
export type Counts = Readonly<Record<StatusRow['stands'] | 'overdue' | 'all', number>>;
/** What is measured, against where it should go. `last`: the newest value; null: none yet. */
export interface IndicatorLine {
  readonly initiative: InitiativeState['initiative'];
  readonly about: Stream;
  readonly indicator: Indicator;
  readonly last: Reported | null;
  /** null: no value, or no target to hold it against. */
  readonly reached: boolean | null;
}
export interface StatusReport {
  readonly body: BodyId;
  readonly date: IsoDate;
  /** The body and all that stand under it. */
  readonly bodies: readonly BodyId[];
  readonly rows: readonly StatusRow[];
  /** A milestone once, however many bodies carry it out, as it stands where it stands worst. */
  readonly milestones: readonly StatusMilestone[];
  readonly counts: Counts;
  /** Where several answer: how each stands. */
  readonly each: readonly { readonly body: BodyId; readonly counts: Counts }[];
  /** Of the agreement: goals that nothing hangs under, and initiatives that no body has. Empty for a body that nobody stands under. */
  readonly bareGoals: readonly Part[];
  readonly unassigned: readonly Part[];
  readonly indicators: readonly IndicatorLine[];
}

/** How a body and all under it stand on a date: what they answer for themselves, and what others carry out of their plans. */
export function statusOf(charter: Charter, body: BodyId, { followUps, initiatives }: Facts, date: IsoDate): StatusReport {
  const under = bodiesUnder(charter, body, date);
  const bodies = [body, ...under];
  const rows = followUps
    .flatMap((each) => each.rows.map((row) => ({ by: each.body, row })))
    .filter(({ by, row }) => bodies.includes(by) || bodies.includes(row.plan))
    .flatMap(({ by, row }) => rowOn(charter, by, row, date))
    .sort((a, b) => compare(a.due, b.due) || compare(a.key, b.key) || compare(a.by, b.by));
  const milestones = milestonesOf(rows);
  const answering = [...new Set(rows.map(({ by }) => by))].sort();
  return {
    body,
    date,
    bodies,
    rows,
    milestones,
    counts: countsOf(milestones),
    each: answering.map((by) => ({ body: by, counts: countsOf(rows.filter((row) => row.by === by)) })),
    bareGoals: under.length === 0 ? [] : bareGoals(charter, initiatives),
    unassigned: under.length === 0 ? [] : unassigned(charter, initiatives),
    indicators: indicatorsOf(bodies, initiatives, date),
  };
}

/** The bodies that stand under one, near and far. */
export function bodiesUnder(charter: Charter, body: BodyId, date: IsoDate): readonly BodyId[] {
  return charter.bodies.filter(({ id, outside }) => !outside && id !== body && wayUp(charter, id, date).includes(body)).map(({ id }) => id);
}

/** There is nothing to say of it at all. */
export function isEmpty({ rows, indicators, bareGoals: bare, unassigned: free }: StatusReport): boolean {
  return rows.length === 0 && indicators.length === 0 && bare.length === 0 && free.length === 0;
}

function rowOn(charter: Charter, by: BodyId, row: FollowUpRow, date: IsoDate): readonly StatusRow[] {
  const stands = rowStanding(charter, row, date);
  if (stands === 'withdrawn') return [];
  const { key, plan, deliverable, due, answer } = row;
  return [{ key, plan, by, deliverable, due, stands, overdue: due < date && stands !== 'done', answer }];
}

function milestonesOf(rows: readonly StatusRow[]): readonly StatusMilestone[] {
  return [...Map.groupBy(rows, ({ key }) => key).values()].map((each) => ({
    rows: each,
    stands: worstFirst.find((stands) => each.some((row) => row.stands === stands)) ?? 'not-asked',
    overdue: each.some(({ overdue }) => overdue),
  }));
}
const worstFirst = ['late', 'at-risk', 'no-answer', 'not-asked', 'follows', 'done'] as const satisfies readonly StatusRow['stands'][];

function countsOf(rows: readonly Pick<StatusRow, 'stands' | 'overdue'>[]): Counts {
  const count = (stands: StatusRow['stands']) => rows.filter((row) => row.stands === stands).length;
  return {
    all: rows.length,
    late: count('late'),
    'at-risk': count('at-risk'),
    'no-answer': count('no-answer'),
    follows: count('follows'),
    done: count('done'),
    'not-asked': count('not-asked'),
    overdue: rows.filter(({ overdue }) => overdue).length,
  };
}

/** Of initiatives these bodies own, and those they report on themselves. */
function indicatorsOf(bodies: readonly BodyId[], initiatives: readonly InitiativeState[], date: IsoDate): readonly IndicatorLine[] {
  return initiatives
    .filter(({ stage }) => stage !== 'closed')
    .flatMap((each) => each.indicators.map((indicator) => ({ each, indicator })))
    .filter(({ each, indicator }) => (each.owner !== null && bodies.includes(each.owner)) || bodies.includes(indicator.reportedBy))
    .map(({ each, indicator }) => {
      const last = indicator.values.findLast(({ of }) => of <= date) ?? null;
      const { initiative } = each;
      return { initiative, about: streamOf('initiative', initiative), indicator, last, reached: reachedBy(indicator, last) };
    });
}

function reachedBy({ target, direction }: Indicator, last: Reported | null): boolean | null {
  if (last === null || target === null) return null;
  return direction === 'up' ? last.value >= target : last.value <= target;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
