import type { Charter, IsoDate } from './governance/charter/charter.ts';
import { type BodyYear, type YearRecords, yearFacts } from './governance/year/facts.ts';

const kept = new WeakMap<Charter, Map<string, readonly BodyYear[]>>();
/** A round of redraws looks at few years, each on one day. */
const mostKept = 8;

/** Every body's year, laid out once for the same records on the same day: it takes up to half a second, and many cards ask. */
export function yearsOf(charter: Charter, year: number, records: YearRecords, today: IsoDate): readonly BodyYear[] {
  const plans = records.plans.map(({ body, year: of, phase, edition, meetings, waitingOn }) => ({
    body,
    year: of,
    phase,
    edition,
    meetings,
    waitingOn,
  }));
  const meetings = records.meetings.map(({ meeting, body, phase, joint, gathering, who, start, end, moves }) => ({
    meeting,
    body,
    phase,
    joint,
    ...(gathering === undefined ? {} : { gathering }),
    ...(who === undefined ? {} : { who }),
    start,
    end,
    moves,
  }));
  const bodies = records.bodies.map(({ body, appointments }) => ({
    body,
    appointments: appointments.map((each) => ({ ...each, person: records.one(each.person) })),
  }));
  const known = kept.get(charter) ?? new Map<string, readonly BodyYear[]>();
  kept.set(charter, known);
  const asked = JSON.stringify([year, today, plans, meetings, bodies]);
  const years = known.get(asked) ?? yearFacts(charter, year, { plans, meetings, bodies, one: (person) => person }, today);
  known.delete(asked);
  known.set(asked, years);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return years;
}
