import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { isWorkingDay } from '../../bot/governance/time/calendar.ts';
import type { Laid } from '../../bot/governance/year/plan.ts';
import type { MeetingDate, YearQuestion } from '../../bot/governance/year/series.ts';

/** A date of a plan, laid out or standing. */
type Dated = Omit<MeetingDate, 'joint'>;

/** Says all that is wrong with a laid out year the slow way: each rule over all pairs, without the planner's own arithmetic. */
export function wrongs(question: YearQuestion, plan: readonly Laid[]): readonly string[] {
  const { charter, year } = question;
  const all = [
    ...plan.flatMap((laid) => laid.meetings),
    ...question.standing.filter((each) => !plan.some((laid) => laid.body === each.body)),
  ];
  return [
    ...plan
      .filter((laid) => laid.conflict === null && laid.meetings.length < laid.owed.least)
      .map((laid) => `${laid.body} meets too seldom`),
    ...plan.flatMap((laid) => laid.meetings.filter((each) => !each.standing).flatMap((each) => wrongDay(charter, year, each))),
    ...plan.flatMap((laid) => wrongGaps(laid)),
    ...plan.flatMap((laid) => wrongOrder(question, laid, all)),
    ...all.flatMap((one, at) => all.slice(at + 1).flatMap((other) => inTwoPlaces(question, one, other))),
  ];
}

function wrongDay(charter: Charter, year: number, { body, date }: Dated): readonly string[] {
  const day = Temporal.PlainDate.from(date);
  return [
    ...(day.year === year ? [] : [`${body} meets ${date}, in another year`]),
    ...(isWorkingDay(charter, date) ? [] : [`${body} meets ${date}, a day off`]),
    ...(charter.collaboration.calendar.holidayMonths.includes(day.month) ? [`${body} meets ${date}, in the holidays`] : []),
  ];
}

function wrongGaps({ body, owed, meetings }: Laid): readonly string[] {
  if (owed.propose === 0) return [];
  const months = 12 / (owed.yearly * Math.max(1, meetings.length / owed.propose));
  return meetings.slice(1).flatMap((later, at) => {
    const earlier = meetings[at];
    if (!earlier || (earlier.standing && later.standing)) return [];
    const gap = days(earlier.date, later.date) / (365.25 / 12);
    return gap >= 0.5 * months && gap <= 1.7 * months ? [] : [`${body}: ${gap.toFixed(1)} months to ${later.date}`];
  });
}

function wrongOrder({ charter, year }: YearQuestion, { body, gathering, meetings }: Laid, all: readonly Dated[]): readonly string[] {
  const above = termsInForce(charter, body, `${year}-12-31`)?.above;
  if (gathering !== null || !above?.stated) return [];
  const paper = charter.bodies.find(({ id }) => id === above.value)?.deadlines.itemsDays ?? charter.collaboration.defaults.itemsDays;
  const upper = all.filter((each) => each.body === above.value && each.gathering === null);
  return meetings.flatMap((lower) =>
    upper
      .filter((each) => !lower.standing && days(lower.date, each.date) >= 0 && days(lower.date, each.date) < paper)
      .map((each) => `${body} meets ${lower.date}, too late for ${each.date}`),
  );
}

function inTwoPlaces(
  { charter, people }: YearQuestion,
  one: Dated & { standing?: boolean },
  other: Dated & { standing?: boolean },
): readonly string[] {
  if (one.date !== other.date || one.body === other.body || (one.standing && other.standing)) return [];
  const [a, b] = [people.get(one.body)?.everyone ?? new Set<string>(), people.get(other.body)?.everyone ?? new Set<string>()];
  if (![...a].some((each) => b.has(each))) return [];
  const between = charter.collaboration.defaults.planning.betweenPlacesMinutes;
  const [first, second] = [one, other].sort((x, y) => minutes(x.time) - minutes(y.time));
  return first && second && minutes(second.time) - (minutes(first.time) + first.minutes) >= between
    ? []
    : [`${one.body} and ${other.body} both meet ${one.date}`];
}

export function days(from: string, until: string): number {
  return Temporal.PlainDate.from(from).until(until, { largestUnit: 'days' }).days;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
