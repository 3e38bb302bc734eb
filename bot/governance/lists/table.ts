import { fold, nearestWords } from './fold.ts';
import { type Fault, fault, type ListLine } from './line.ts';

/** A table whose headings have been found: which cell of a line says what. */
export interface ListTable<C extends string> {
  readonly head: ListLine;
  readonly rows: readonly ListLine[];
  readonly columns: Readonly<Partial<Record<C, number>>>;
  /** Headings that say nothing we keep, as they are written. */
  readonly leftOut: readonly string[];
}
/** Each column under the names it may bear. */
export type Called<C extends string> = Readonly<Record<C, readonly string[]>>;
/** Columns that somebody pointed out by their headings; an empty one is not in the table. */
export type Pointed<C extends string> = Readonly<Partial<Record<C, string>>>;

/** Headings stand among the first lines; titles may stand above them. */
const mostTitles = 15;

/** Finds the headings and what they say. Lines above them, empty lines and empty columns are no part of the table. */
export function tableOf<C extends string>(
  lines: readonly ListLine[],
  called: Called<C>,
  needed: readonly C[],
  pointed: Pointed<C>,
): ListTable<C> | { readonly wrong: readonly Fault[] } {
  const written = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first] = written;
  if (!first) return { wrong: [fault(1, 'empty')] };
  const heads = written.slice(0, mostTitles).map((line) => ({ line, columns: columnsOf(line, called, pointed) }));
  const most = Math.max(...heads.map(({ columns }) => Object.keys(columns).length));
  const head = (most === 0 ? null : heads.find(({ columns }) => Object.keys(columns).length === most)?.line) ?? headless(written) ?? first;
  const columns = columnsOf(head, called, pointed);
  const wrong = [...wronglyPointed(head, pointed), ...doubled(head, called, columns, pointed), ...missing(head, columns, needed)];
  const below = written.filter(({ line }) => line > head.line);
  const rows = below.map((line) => ({ ...line, cells: withoutEmptyEnd(line.cells, head.cells.length) }));
  const cells = rows.filter((row) => row.cells.length !== head.cells.length);
  if (wrong.length > 0) return { wrong };
  if (cells.length > 0) return { wrong: cells.map((row) => fault(row.line, 'cells', row.cells.join(' | '))) };
  if (rows.length === 0) return { wrong: [fault(head.line, 'empty')] };
  return { head, rows, columns, leftOut: leftOutOf(head, rows, Object.values(columns)) };
}

/** Where no heading is known, the first line with more than one cell is taken for them, and its words are named. */
function headless(lines: readonly ListLine[]): ListLine | null {
  return lines.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1) ?? null;
}

/** What a line says in a column, without spaces around it; nothing where there is no such column. */
export function cellIn<C extends string>({ columns }: Pick<ListTable<C>, 'columns'>, { cells }: ListLine, column: C): string {
  return (cells[columns[column] ?? -1] ?? '').trim();
}

function columnsOf<C extends string>({ cells }: ListLine, called: Called<C>, pointed: Pointed<C>): Partial<Record<C, number>> {
  const names = Object.keys(called) as C[];
  const taken = new Map<number, C>();
  for (const name of names) {
    const heading = pointed[name];
    const at = heading === undefined || heading === '' ? -1 : cells.findIndex((cell) => fold(cell) === fold(heading));
    if (at >= 0) taken.set(at, name);
  }
  for (const name of names) {
    if (pointed[name] !== undefined) continue;
    const at = cells.findIndex((cell, index) => !taken.has(index) && called[name].some((each) => fold(each) === fold(cell)));
    if (at >= 0) taken.set(at, name);
  }
  return Object.fromEntries([...taken].map(([at, name]) => [name, at])) as Partial<Record<C, number>>;
}

function wronglyPointed<C extends string>({ line, cells }: ListLine, pointed: Pointed<C>): readonly Fault[] {
  const headings = Object.values<string | undefined>(pointed).flatMap((heading) => heading || []);
  const again = headings.filter((heading, at) => headings.findIndex((each) => fold(each) === fold(heading)) < at);
  if (again.length > 0) return again.map((heading) => fault(line, 'column-twice', heading));
  return headings
    .filter((heading) => !cells.some((cell) => fold(cell) === fold(heading)))
    .map((heading) =>
      fault(
        line,
        'no-heading-called',
        heading,
        cells.filter((cell) => cell !== ''),
      ),
    );
}

/** Two headings for one thing: which of them counts is not ours to choose. */
function doubled<C extends string>(
  { line, cells }: ListLine,
  called: Called<C>,
  columns: Partial<Record<C, number>>,
  pointed: Pointed<C>,
): readonly Fault[] {
  return (Object.keys(columns) as C[]).flatMap((name) => {
    if (pointed[name] !== undefined) return [];
    const first = fold(cells[columns[name] ?? -1] ?? '');
    const again = cells.findIndex(
      (cell, at) => at !== columns[name] && fold(cell) === first && called[name].some((each) => fold(each) === first),
    );
    return again < 0 ? [] : [fault(line, 'column-twice', cells[again] ?? '')];
  });
}

function missing<C extends string>(head: ListLine, columns: Partial<Record<C, number>>, needed: readonly C[]): readonly Fault[] {
  const headings = head.cells.filter((cell, at) => cell !== '' && !Object.values(columns).includes(at));
  return needed
    .filter((column) => columns[column] === undefined)
    .map((column) => fault(head.line, 'no-column', column, nearestWords(column, headings, 3).concat(headings).slice(0, 12)));
}

/** Excel fills lines up with empty cells; beyond the headings they say nothing. */
function withoutEmptyEnd(cells: readonly string[], width: number): readonly string[] {
  let end = cells.length;
  while (end > width && (cells[end - 1] ?? '').trim() === '') end -= 1;
  return cells.slice(0, end);
}

function leftOutOf({ cells }: ListLine, rows: readonly ListLine[], used: readonly unknown[]): readonly string[] {
  return cells.flatMap((heading, at) => {
    const says = rows.some((row) => (row.cells[at] ?? '').trim() !== '');
    return used.includes(at) || !says ? [] : [heading.trim() === '' ? `(${at + 1})` : heading.trim()];
  });
}
