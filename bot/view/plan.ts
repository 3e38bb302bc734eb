import type { Temporal } from 'temporal-polyfill';
import { dateAt } from '../governance/calendar.ts';
import type { BodyId, Charter, IsoDate } from '../governance/charter.ts';
import type { PersonKey } from '../governance/model.ts';
import type { YearPhase, YearState } from '../governance/year.ts';
import type { Owed } from '../governance/year-owed.ts';
import { type Laid, planYear } from '../governance/year-plan.ts';
import type { Conflict } from '../governance/year-search.ts';
import { type Shortfall, shortfalls } from '../governance/year-shortfall.ts';
import type { Store } from '../store/store.ts';
import { inOrder, type PlannedDate, type Recorded, readRecorded, uidOf } from './plan-recorded.ts';

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
  readonly meetings: readonly PlannedDate[];
  readonly waitingOn: readonly PersonKey[];
  readonly conflicts: readonly Conflict[];
  /** A past year of which nothing at all is recorded is not known to have fallen short. */
  readonly shortfalls: readonly Shortfall[];
}
/** Every body's year on a date, by the charter's order of bodies that meet or have dates. */
export async function readYear(store: Store, charter: Charter, year: number, now: Temporal.Instant): Promise<readonly BodyYear[]> {
  const read = await readRecorded(store, charter, year);
  const laid = planYear({ charter, year, standing: read.standing, settled: read.settled, people: read.people });
  const today = dateAt(charter, now);
  return charter.bodies.flatMap((body) => bodyYear(charter, year, body.id, read, laid, today) ?? []);
}

function bodyYear(charter: Charter, year: number, body: BodyId, read: Recorded, laid: readonly Laid[], today: IsoDate): BodyYear | null {
  const plan = read.plans.get(body) ?? null;
  const mine = laid.filter((each) => each.body === body);
  const own = mine.find((each) => each.gathering === null);
  const kept = read.dates.get(body) ?? [];
  const meetings = plan ? kept : inOrder([...kept, ...proposed(year, mine, kept)]);
  if (!own || (meetings.length === 0 && mine.every((each) => each.owed.propose === 0))) return null;
  const live = kept.filter((each) => !each.cancelled).map((each) => ({ ...each, body }));
  return {
    body,
    year,
    stands: plan ? phaseOf(plan) : 'proposal',
    edition: plan?.edition ?? 0,
    owed: own.owed,
    gatherings: mine.flatMap(({ gathering, owed }) => (gathering === null ? [] : [{ id: gathering, owed }])),
    meetings,
    waitingOn: plan?.waitingOn ?? [],
    conflicts: plan ? [] : mine.flatMap(({ conflict }) => conflict ?? []),
    shortfalls: shortfalls(charter, body, year, live, today).filter(({ how }) => how !== 'fell-short' || kept.length > 0),
  };
}

function phaseOf({ phase }: YearState): BodyYear['stands'] {
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
        return { id, gathering, date, time, minutes, revision: 0, cancelled: false, uid: uidOf({ body, year }, id), beside: false };
      }),
  );
}
