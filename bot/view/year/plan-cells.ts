import type { Cells } from '../../files/cells.ts';
import type { Charter } from '../../governance/charter/charter.ts';
import { bodyCalled } from '../../governance/lists/body-called.ts';
import type { PlannedDate } from '../../governance/vocabulary/year/year.ts';
import type { BodyYear } from '../../governance/year/facts.ts';
import { type PlanColumn, planCalled } from '../../governance/year/plan-columns.ts';
import { statusWords } from '../../governance/year/plan-table.ts';
import { nameOf } from '../names.ts';

const columns = [
  'body',
  'date',
  'time',
  'minutes',
  'gathering',
  'joint',
  'online',
  'status',
  'id',
] as const satisfies readonly PlanColumn[];

/** The years as a table in the words a person reads, and that can be read in again. */
export function planCells(charter: Charter, years: readonly BodyYear[], language: string): Cells {
  const at = language === 'da' ? 0 : 1;
  const head = columns.map((column) => heading(planCalled[column][at] ?? planCalled[column][0] ?? column));
  const rows = years.flatMap((plan) =>
    plan.meetings.map((meeting): readonly string[] => {
      const { date, time, minutes, gathering, joint, online, id } = meeting;
      const occasion = charter.gatherings.find((each) => each.host === plan.body && each.id === gathering);
      return [
        called(charter, plan.body, date, language),
        at === 0 ? date.split('-').reverse().join('-') : date,
        time,
        String(minutes),
        occasion ? (occasion.name[language] ?? occasion.id) : '',
        joint.map((each) => called(charter, each, date, language)).join('; '),
        online ? (['ja', 'yes'][at] ?? '') : '',
        heading(statusOf(plan, meeting, at)),
        id,
      ];
    }),
  );
  return { head, rows };
}

/** By its name, where that leads back to it; otherwise by its id. */
function called(charter: Charter, body: string, date: string, language: string): string {
  const name = nameOf(charter, body, date, language);
  return bodyCalled(charter, name)?.id === body && !/[;]/.test(name) ? name : body;
}

function statusOf({ stands }: BodyYear, { cancelled, beside }: PlannedDate, at: number): string {
  if (cancelled) return statusWords.cancelled[at] ?? '';
  if (beside) return statusWords.beside[at] ?? '';
  const pairs = { proposal: 0, proposed: 2, confirmed: 4, elsewhere: 6 } as const;
  return statusWords.stands[pairs[stands] + at] ?? '';
}

function heading(words: string): string {
  return words.charAt(0).toLocaleUpperCase('da') + words.slice(1);
}
