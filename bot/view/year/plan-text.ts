import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, ClauseId } from '../../governance/charter/charter.ts';
import { firstUncrowded } from '../../governance/meeting/deadlines.ts';
import { endOf } from '../../governance/time/calendar.ts';
import type { Owed } from '../../governance/vocabulary/year/year.ts';
import type { BodyYear, YearDate } from '../../governance/year/facts.ts';
import type { Conflict } from '../../governance/year/search.ts';
import { nameOf } from '../names.ts';
import { type PlanWords, planWords } from './plan-words.ts';

/** The plan line by line: whose, whether it is recorded, what is owed and by which clause, the dates, and what is wrong. */
export function describePlan(charter: Charter, year: number, plans: readonly BodyYear[], language: string): readonly string[] {
  const words = planWords(language);
  if (plans.length === 0) return [words.nothing(year)];
  return plans.flatMap((plan, at) => [...(at > 0 ? [''] : []), ...bodyLines(charter, plan, language, words)]);
}

function bodyLines(charter: Charter, plan: BodyYear, language: string, words: PlanWords): readonly string[] {
  const { body, year } = plan;
  const gatheringName = (id: string) => charter.gatherings.find((each) => each.host === body && each.id === id)?.name[language] ?? id;
  const owed = plan.owed.by === 'nothing' ? [] : [`  ${owedText(charter, plan.owed, words)}`];
  return [
    `${nameOf(charter, body, `${year}-12-31`, language)} (${body}) ${year}: ${words.stands[plan.stands]}`,
    ...owed,
    ...plan.gatherings.map((each) => `  ${gatheringName(each.id)}: ${owedText(charter, each.owed, words)}`),
    ...plan.meetings.map(
      (meeting) =>
        `    ${dateText(charter, plan.body, meeting, language, words)}${meeting.gathering ? `  ${gatheringName(meeting.gathering)}` : ''}`,
    ),
    ...plan.shortfalls.map(({ how, has, owes, gathering, clause }) => {
      const said = how === 'fell-short' ? words.fellShort(has, owes) : words.tooFew(has, owes);
      return `  ! ${gathering ? `${gatheringName(gathering)}: ` : ''}${said}${clauseText(charter, clause, words)}`;
    }),
    ...plan.conflicts.map((conflict) => `  ! ${conflictText(charter, conflict, `${year}-12-31`, language, words)}`),
  ];
}

function owedText(charter: Charter, owed: Owed, words: PlanWords): string {
  const { least, yearly, about, asNeeded, ranOut } = owed;
  const partly = owed.propose > 0 && least !== yearly;
  const often = words.aYear(yearly, partly ? null : owed.most, about, asNeeded);
  return `${often}${clauseText(charter, owed.clause, words)}${ranOut ? `; ${words.ranOut}` : ''}`;
}

/** ` (D0 § 4)`, or that it is ours. */
function clauseText(charter: Charter, id: ClauseId | null, words: PlanWords): string {
  const clauses = charter.bodies.flatMap((body) => body.terms.flatMap((terms) => terms.clauses));
  const source = clauses.find((clause) => clause.id === id)?.source;
  return source ? ` (${source.document} ${source.section})` : ` (${words.notFromTerms})`;
}

function dateText(charter: Charter, body: BodyId, meeting: YearDate, language: string, words: PlanWords): string {
  const { date, time, minutes, cancelled, beside, breaks, joint, online } = meeting;
  const day = Temporal.PlainDate.from(date);
  const notes = [
    ...(cancelled ? [words.cancelled] : []),
    ...(beside ? [words.beside] : []),
    ...(joint.length > 0 ? [words.with(joint.map((each) => nameOf(charter, each, date, language)).join(', '))] : []),
    ...(online ? [words.online] : []),
    ...breaks.map(
      (rule) => `! ${rule === 'papers' ? words.better(words.rules[rule], firstUncrowded(charter, body, date)) : words.rules[rule]}`,
    ),
  ];
  return `${words.weekdays[day.dayOfWeek - 1]} ${date}  ${time}-${untilText(charter, date, time, minutes)}${notes.length > 0 ? `  ${notes.join(', ')}` : ''}`;
}

/** The end as the clocks show it then; on another day with that day, and midnight as the end of the day that it ends. */
function untilText(charter: Charter, date: string, time: string, minutes: number): string {
  const end = endOf(charter, date, time, minutes);
  const clock = end.toPlainTime().toString({ smallestUnit: 'minute' });
  const day = end.toPlainDate();
  if (clock === '00:00' && day.subtract({ days: 1 }).toString() === date) return '24:00';
  return day.toString() === date ? clock : `${day} ${clock}`;
}

function conflictText(charter: Charter, conflict: Conflict, date: string, language: string, words: PlanWords): string {
  const rules = conflict.rules.map((rule) => words.rules[rule]).join(', ');
  const bodies = conflict.with.map((body) => nameOf(charter, body, date, language)).join(', ');
  return `${words.impossible(rules, bodies)}${conflict.proved ? '' : `; ${words.notTried}`}`;
}
