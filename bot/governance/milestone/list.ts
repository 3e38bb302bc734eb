import type { BodyId, IsoDate } from '../charter/charter.ts';
import { fold } from '../lists/fold.ts';
import { type Fault, fault, type ListLine, type Problem } from '../lists/line.ts';
import { type Called, cellIn, type ListTable } from '../lists/table.ts';
import { type Remark, remark } from '../lists/trial.ts';
import { whenWritten } from '../time/written.ts';
import type { MilestoneField, WrittenMilestone } from '../vocabulary/milestone/plan.ts';
import type { Told } from '../vocabulary/request.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import { mostMilestones } from './draft.ts';

/** What a list may say of a milestone. Only the first two must be there. `number`: the list's own name for a line, that others wait for. */
export const listColumns = ['deliverable', 'due', 'begins', 'owner', 'initiative', 'waitsFor', 'carriedBy', 'number'] as const;
export type ListColumn = (typeof listColumns)[number];
export const neededColumns = ['deliverable', 'due'] as const satisfies readonly ListColumn[];

/** So many characters say what is delivered, on a card, in a pasted list and in a file. */
export const mostDeliverable = 1_000;

/** What the words of a list are held against. */
export interface ListAround {
  /** Those who sit in the body. */
  readonly people: readonly { readonly person: PersonKey; readonly name: string }[];
  readonly bodies: readonly { readonly id: BodyId; readonly names: readonly string[] }[];
  readonly initiatives: readonly { readonly id: string; readonly names: readonly string[] }[];
  /** The milestones of the plan as it is, so that one with the same words keeps its id. */
  readonly milestones: readonly { readonly id: string; readonly deliverable: string }[];
  /** The id of one that is new. */
  readonly newId: (line: number) => string;
  /** Of a day or a period that is written without one; it is shown before it is taken. */
  readonly year: number;
}
/** A milestone as the list has it; its words are still to be sealed. */
export interface ListedMilestone {
  readonly line: number;
  readonly id: string;
  readonly deliverable: string;
  readonly initiative: string | null;
  readonly owner: PersonKey | null;
  readonly from: IsoDate | null;
  readonly due: IsoDate;
  readonly dependsOn: readonly string[];
  readonly carriedBy: readonly BodyId[];
}
export interface Listing {
  readonly milestones: readonly ListedMilestone[];
  /** What the list has no column for. */
  readonly keep: readonly MilestoneField[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
}

/** Each column under names it often bears. */
export const listCalled: Called<ListColumn> = {
  deliverable: [
    ...['milepæl', 'deliverable', 'leverance', 'milepæle', 'opgave', 'aktivitet', 'titel', 'milestone', 'task', 'title', 'handling'],
    ...['indsats/opgave/projekt', 'opgave/indsats', 'hvad', 'emne', 'action', 'tiltag'],
  ],
  due: [
    ...['frist', 'due', 'deadline', 'slut', 'slutdato', 'forfald', 'dato', 'senest', 'færdig', 'due date', 'end', 'end date', 'date'],
    ...['forventes at være klar til', 'forventet klar', 'klar senest', 'tidsfrist', 'tidsplan', 'hvornår', 'afsluttes', 'tid'],
  ],
  begins: ['start', 'begins', 'startdato', 'begynder', 'fra', 'start date', 'from', 'opstart'],
  owner: ['ansvarlig', 'owner', 'ejer', 'tovholder', 'person', 'responsible', 'lead', 'hvem'],
  initiative: ['indsats', 'initiative', 'initiativ', 'projekt', 'project'],
  waitsFor: ['afhænger af', 'depends on', 'afhængighed', 'afhængigheder', 'venter på', 'efter', 'dependency', 'dependencies', 'after'],
  carriedBy: ['udføres af', 'carried by', 'klynge', 'klynger', 'organ', 'gruppe', 'udføres i', 'cluster', 'clusters', 'body', 'group'],
  number: ['nr', 'no', 'nummer', 'id', 'number'],
};
const fields = { begins: 'from', owner: 'owner', initiative: 'initiative', waitsFor: 'dependsOn', carriedBy: 'carriedBy' } as const;

/** The milestones of a table, and everything that is wrong in it. Lines that say of themselves that they have no date are left out, and named. */
export function milestonesIn(table: ListTable<ListColumn>, known: ListAround): Listing {
  const faults: Fault[] = [];
  const remarks: Remark[] = table.leftOut.map((heading) => remark('left-out', [], heading));
  const cell = (line: ListLine, column: ListColumn) => cellIn(table, line, column);
  const lines = table.rows.filter((line) => !isUndated(cell(line, 'due')));
  for (const line of table.rows.filter((each) => !lines.includes(each)))
    remarks.push(remark('no-date', [line.line], cell(line, 'deliverable')));
  if (lines.length > mostMilestones) faults.push(fault(table.head.line, 'too-many', String(lines.length)));
  const ids = new Map(lines.map((line) => [line, idOf(cell(line, 'deliverable'), line.line)] as const));
  const milestones = lines.map(milestone);
  const keep = Object.entries(fields).flatMap(([column, field]) =>
    table.columns[column as keyof typeof fields] === undefined ? [field] : [],
  );
  return { milestones, keep, faults, remarks };

  function idOf(words: string, line: number): string {
    return known.milestones.find(({ deliverable }) => fold(deliverable) === fold(words))?.id ?? known.newId(line);
  }

  function milestone(line: ListLine): ListedMilestone {
    const says = (problem: Problem, what: string) => void faults.push(fault(line.line, problem, what));
    const deliverable = cell(line, 'deliverable');
    if (deliverable === '') says('no-deliverable', '');
    if (deliverable.length > mostDeliverable) says('cell-too-long', deliverable);
    const before = lines.find((each) => each.line < line.line && fold(cell(each, 'deliverable')) === fold(deliverable));
    if (before && deliverable !== '') says('twice', deliverable);
    const due = when(cell(line, 'due'), 'until') ?? '';
    const from = cell(line, 'begins') === '' ? null : when(cell(line, 'begins'), 'from');
    if (from && due && from > due) says('ends-before-it-starts', cell(line, 'due'));
    const initiative = cell(line, 'initiative') === '' ? null : one(cell(line, 'initiative'), known.initiatives, 'no-initiative-called');
    const carriedBy = parts(cell(line, 'carriedBy')).flatMap((written) => one(written, known.bodies, 'no-body-called') ?? []);
    const dependsOn = parts(cell(line, 'waitsFor')).flatMap((written) => lineCalled(written) ?? []);
    return { line: line.line, id: ids.get(line) ?? '', deliverable, initiative, owner: owner(), from, due, dependsOn, carriedBy };

    function when(written: string, which: 'from' | 'until'): IsoDate | null {
      const read = whenWritten(written, { year: known.year, periods: true });
      if ('not' in read) {
        says(read.not === 'weekday' ? 'weekday' : 'not-a-date', written);
        return null;
      }
      if (read.guessed.length > 0) {
        const guess = read.guessed.some((each) => each !== 'period');
        remarks.push(remark('read-as', [line.line], written, { guess, day: read[which] }));
      }
      return read[which];
    }

    function one(written: string, among: ListAround['bodies'], problem: Problem): string | null {
      const found = among.find(({ id, names }) => [id, ...names].some((each) => fold(each) === fold(written)));
      if (!found) says(problem, written);
      return found?.id ?? null;
    }

    function owner(): PersonKey | null {
      const written = cell(line, 'owner');
      if (written === '') return null;
      const found = new Set(known.people.filter(({ name }) => fold(name) === fold(written)).map(({ person }) => person));
      if (found.size !== 1) says(found.size === 0 ? 'nobody-called' : 'several-called', written);
      return [...found][0] ?? null;
    }

    /** A line of the list, or a milestone that stands. */
    function lineCalled(written: string): string | null {
      const names = (each: ListLine) => [cell(each, 'number'), cell(each, 'deliverable')].filter((name) => name !== '');
      const found = lines.find((each) => names(each).some((name) => fold(name) === fold(written)));
      const standing = known.milestones.find(({ deliverable: words }) => fold(words) === fold(written));
      if (found === line) says('waits-for-itself', written);
      else if (!found && !standing) says('no-line-called', written);
      return found === line ? null : found ? (ids.get(found) ?? null) : (standing?.id ?? null);
    }
  }
}

/** A line as the plan takes it; its words are sealed by then. */
export function asWritten(listed: ListedMilestone, deliverable: Told): WrittenMilestone {
  const { id, initiative, owner, from, due, dependsOn, carriedBy } = listed;
  return { id, deliverable, initiative, owner, from, due, dependsOn, carriedBy };
}

function isUndated(written: string): boolean {
  const read = whenWritten(written);
  return 'not' in read && read.not === 'no-date';
}

/** Several in one cell stand with a comma, a semicolon, a slash or a line between them. */
function parts(cell: string): readonly string[] {
  return cell
    .split(/[,;/\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
