import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { dateAt, instantOf, mayPrompt, workingDaysAfter } from '../time/calendar.ts';
import { dayAfter, firstDayOf, type HalfYear, halfOf, promptDayFrom, type Quarter, quarterOf, quartersSince } from '../time/periods.ts';
import type { Due } from '../vocabulary/due.ts';
import type { Frequency, Indicator, InitiativeState } from '../vocabulary/initiative.ts';
import { writeOccasion } from '../vocabulary/occasion.ts';
import { type Period, periodBefore, periodOf, reportedFor } from './period.ts';

/** Working days a new owner has before the first question about patients. Ours. */
const settlingDays = 5;

/** What an initiative is due to be asked by now. */
export function initiativeDue(charter: Charter, state: InitiativeState, now: Temporal.Instant): readonly Due[] {
  const half = patientsToAsk(charter, state, now);
  const asked = indicatorsToAsk(charter, state, now);
  return [
    ...(half === null
      ? []
      : [{ occasion: writeOccasion<'clock'>({ what: 'patients', mark: half }), command: { type: 'AskPatients', half } as const }]),
    ...(asked === null
      ? []
      : [
          {
            occasion: writeOccasion<'clock'>({ what: 'indicators', mark: asked.quarter }),
            command: { type: 'AskIndicators', quarter: asked.quarter } as const,
          },
        ]),
  ];
}

/** When it is next due to be asked, in milliseconds; null: never, as it stands. */
export function initiativeDueAt(charter: Charter, state: InitiativeState): number | null {
  const next = nextIndicatorDay(state);
  const days = [patientsDay(charter, state), next && promptDayFrom(charter, next)].filter((day) => day !== null);
  const times = days.map((day) => instantOf(charter, day, charter.collaboration.defaults.promptsFrom).epochMilliseconds);
  return times.length === 0 ? null : Math.min(...times);
}

/** The half-year for which it must be asked now how patients are involved; null: not now, or already said. */
export function patientsToAsk(charter: Charter, state: InitiativeState, now: Temporal.Instant): HalfYear | null {
  const day = patientsDay(charter, state);
  const today = dateAt(charter, now);
  return day === null || today < day || !mayPrompt(charter, now) ? null : halfOf(today);
}

/** The quarter at whose beginning values must be asked for now, and of which indicators; null: none. */
export function indicatorsToAsk(
  charter: Charter,
  state: InitiativeState,
  now: Temporal.Instant,
): { readonly quarter: Quarter; readonly indicators: readonly string[] } | null {
  if (!runs(state) || !mayPrompt(charter, now)) return null;
  const today = dateAt(charter, now);
  const quarter = quartersSince(lastAsked(state), today).findLast((each) => indicatorsMissing(state, each).length > 0);
  return quarter === undefined ? null : { quarter, indicators: indicatorsMissing(state, quarter).map(({ id }) => id) };
}

/** Each half-year anew; a new owner has some days first. */
function patientsDay(charter: Charter, state: InitiativeState): IsoDate | null {
  if (!runs(state)) return null;
  const halves = [...(state.patientsAsked ? [state.patientsAsked] : []), ...(state.patients ? [halfOf(state.patients.on)] : [])];
  const last = halves.sort().at(-1);
  if (last !== undefined) return promptDayFrom(charter, dayAfter(last));
  return promptDayFrom(charter, workingDaysAfter(charter, dateAt(charter, Temporal.Instant.from(state.since)), settlingDays));
}

/** The first day of the next quarter that has a value to ask for; each is asked for at least once a year. */
function nextIndicatorDay(state: InitiativeState): IsoDate | null {
  if (!runs(state)) return null;
  let quarter = lastAsked(state);
  for (let ahead = 0; ahead < 8; ahead++) {
    quarter = quarterOf(dayAfter(quarter));
    if (indicatorsMissing(state, quarter).length > 0) return firstDayOf(quarter);
  }
  return null;
}

/** Indicators whose period ended when the quarter began, with no value of that period. */
export function indicatorsMissing(state: InitiativeState, quarter: Quarter): readonly Indicator[] {
  const number = Number(quarter.slice(-1));
  const ends = { quarter: true, 'half-year': number % 2 === 1, year: number === 1 } satisfies Record<Frequency, boolean>;
  return state.indicators.filter((each) => {
    return ends[each.every] && each.since < firstDayOf(quarter) && reportedFor(each, endedWith(each.every, quarter)) === null;
  });
}

/** The period that was over when a quarter began. */
export function endedWith(every: Frequency, quarter: Quarter): Period {
  return periodBefore(every, periodOf(every, firstDayOf(quarter)));
}

function lastAsked(state: InitiativeState): Quarter {
  const since = state.indicators.map((each) => quarterOf(each.since)).sort();
  return state.indicatorsAsked?.quarter ?? since[0] ?? quarterOf('1970-01-01');
}

function runs(state: InitiativeState): boolean {
  return state.owner !== null && state.stage !== 'closed';
}

export function firstDayOfHalf(half: HalfYear): IsoDate {
  return half.endsWith('H1') ? `${half.slice(0, 4)}-01-01` : `${half.slice(0, 4)}-07-01`;
}
