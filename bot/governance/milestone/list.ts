import type { BodyId, IsoDate } from '../charter/charter.ts';
import { whenWritten } from '../time/written.ts';
import type { WrittenMilestone } from '../vocabulary/milestone-plan.ts';
import type { Told } from '../vocabulary/request.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import { mostMilestones } from './draft.ts';
import type { ListLine, ListProblem, ListWrong } from './list-rows.ts';

/** What a list may say of a milestone. Only the first two must be there. `number`: the list's own name for a line, that others wait for. */
export const listColumns = ['deliverable', 'due', 'begins', 'owner', 'initiative', 'waitsFor', 'carriedBy', 'number'] as const;
export type ListColumn = (typeof listColumns)[number];
/** Which cell of a line says it, counted from 0. */
export type Columns = Readonly<Partial<Record<ListColumn, number>>>;

/** What the words of a list are held against. */
export interface Known {
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
  /** The words that the day was read from, where they name no day: a quarter, a week, a year of two digits. null: they name it. */
  readonly guessed: string | null;
  readonly dependsOn: readonly string[];
  readonly carriedBy: readonly BodyId[];
}

/** `undated`: lines that say of themselves that they have no date; they are not milestones, and left out. */
interface Listing {
  readonly milestones: readonly ListedMilestone[];
  readonly undated: readonly { readonly line: number; readonly what: string }[];
}

/** Each column under names it often bears, folded. */
const called: Readonly<Record<ListColumn, readonly string[]>> = {
  deliverable: [
    'leverance',
    'milepæl',
    'milepael',
    'milepæle',
    'opgave',
    'aktivitet',
    'titel',
    'deliverable',
    'milestone',
    'task',
    'title',
  ],
  due: ['frist', 'deadline', 'slut', 'slutdato', 'forfald', 'dato', 'senest', 'færdig', 'due', 'due date', 'end', 'end date', 'date'],
  begins: ['start', 'startdato', 'begynder', 'fra', 'start date', 'begins', 'from'],
  owner: ['ansvarlig', 'ejer', 'tovholder', 'person', 'owner', 'responsible', 'lead'],
  initiative: ['indsats', 'initiativ', 'projekt', 'initiative', 'project'],
  waitsFor: ['afhænger af', 'afhængighed', 'afhængigheder', 'venter på', 'efter', 'depends on', 'dependency', 'dependencies', 'after'],
  carriedBy: ['klynge', 'klynger', 'organ', 'udføres af', 'udføres i', 'cluster', 'clusters', 'carried by', 'body'],
  number: ['nr', 'nr.', 'nummer', 'id', 'no', 'no.', 'number'],
};

/** The columns of a table by their headings, as far as they are told from them. */
export function guessedColumns(head: ListLine): Columns {
  const taken = new Set<number>();
  const found = listColumns.flatMap((column) => {
    const at = head.cells.findIndex((cell, index) => !taken.has(index) && called[column].includes(fold(cell)));
    if (at < 0) return [];
    taken.add(at);
    return [[column, at] as const];
  });
  return Object.fromEntries(found);
}

/** The milestones of a list, its first line being the headings, or everything that is wrong in it: all of its lines or none. */
export function milestonesIn(
  [head, ...all]: readonly ListLine[],
  columns: Columns,
  known: Known,
): Listing | { readonly wrong: readonly ListWrong[] } {
  const headLine = head?.line ?? 1;
  const missing = (['deliverable', 'due'] as const).filter((column) => columns[column] === undefined);
  if (missing.length > 0) return { wrong: missing.map((what) => ({ line: headLine, problem: 'no-column', what })) };
  const twice = listColumns.filter((one) =>
    listColumns.some((two) => one < two && columns[one] !== undefined && columns[one] === columns[two]),
  );
  if (twice.length > 0) return { wrong: twice.map((what) => ({ line: headLine, problem: 'column-twice', what })) };
  if (all.length === 0) return { wrong: [{ line: headLine, problem: 'empty', what: '' }] };
  const lines = all.filter((line) => !isUndated(line));
  if (lines.length > mostMilestones) return { wrong: [{ line: headLine, problem: 'too-many', what: String(lines.length) }] };

  const wrong: ListWrong[] = [];
  const ids = new Map(lines.map((line) => [line, idOf(cell(line, 'deliverable'), line.line)] as const));
  const milestones = lines.map(milestone);
  const undated = all.filter(isUndated).map((line) => ({ line: line.line, what: cell(line, 'deliverable') }));
  return wrong.length > 0 ? { wrong } : { milestones, undated };

  function cell(line: ListLine, column: ListColumn): string {
    return line.cells[columns[column] ?? -1] ?? '';
  }

  function isUndated(line: ListLine): boolean {
    const read = whenWritten(cell(line, 'due'));
    return 'not' in read && read.not === 'no-date';
  }

  function idOf(words: string, line: number): string {
    return known.milestones.find(({ deliverable }) => fold(deliverable) === fold(words))?.id ?? known.newId(line);
  }

  function milestone(line: ListLine): ListedMilestone {
    const says = (problem: ListProblem, what: string) => void wrong.push({ line: line.line, problem, what });
    const deliverable = cell(line, 'deliverable');
    if (deliverable === '') says('no-deliverable', '');
    const before = lines.find((each) => each !== line && each.line < line.line && fold(cell(each, 'deliverable')) === fold(deliverable));
    if (before && deliverable !== '') says('twice', deliverable);
    const read = when(cell(line, 'due'));
    const due = read?.until ?? '';
    const guessed = read && read.guessed.length > 0 ? cell(line, 'due') : null;
    const from = cell(line, 'begins') === '' ? null : (when(cell(line, 'begins'))?.from ?? null);
    if (from && due && from > due) says('ends-before-it-starts', cell(line, 'due'));
    const initiative = cell(line, 'initiative') === '' ? null : one(cell(line, 'initiative'), known.initiatives, 'no-initiative-called');
    const carriedBy = parts(cell(line, 'carriedBy')).flatMap((written) => one(written, known.bodies, 'no-body-called') ?? []);
    const dependsOn = parts(cell(line, 'waitsFor')).flatMap((written) => lineCalled(written) ?? []);
    return { line: line.line, id: ids.get(line) ?? '', deliverable, initiative, owner: owner(), from, due, guessed, dependsOn, carriedBy };

    function when(written: string) {
      const read = whenWritten(written, { year: known.year, periods: true });
      if (!('not' in read)) return read;
      says(read.not === 'weekday' ? 'weekday' : 'not-a-date', written);
      return null;
    }

    function one(written: string, among: Known['bodies'], problem: ListProblem): string | null {
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

    function lineCalled(written: string): string | null {
      const found = lines.find((each) =>
        [cell(each, 'number'), cell(each, 'deliverable')].some((name) => name !== '' && fold(name) === fold(written)),
      );
      if (found === line) says('waits-for-itself', written);
      else if (!found) says('no-line-called', written);
      return found && found !== line ? (ids.get(found) ?? null) : null;
    }
  }
}

/** A line as the plan takes it; its words are sealed by then. */
export function asWritten(listed: ListedMilestone, deliverable: Told): WrittenMilestone {
  const { id, initiative, owner, from, due, dependsOn, carriedBy } = listed;
  return { id, deliverable, initiative, owner, from, due, dependsOn, carriedBy };
}

/** Several in one cell stand with a comma, a semicolon, a slash or a line between them. */
function parts(cell: string): readonly string[] {
  return cell
    .split(/[,;/\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Names are told apart as people type them. */
export function fold(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('da').replace(/\s+/gu, ' ').trim().replace(/:$/, '');
}
