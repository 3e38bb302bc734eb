/** One line of a table, and where it stood, counted from 1. */
export interface ListLine {
  readonly line: number;
  readonly cells: readonly string[];
}
export interface ListWrong {
  readonly line: number;
  readonly problem: ListProblem;
  /** What stands there, as it was written. */
  readonly what: string;
}
export type ListProblem =
  | 'empty'
  | 'open-quote'
  | 'cells'
  | 'no-column'
  | 'column-twice'
  | 'no-deliverable'
  | 'twice'
  | 'not-a-date'
  | 'weekday'
  | 'ends-before-it-starts'
  | 'nobody-called'
  | 'several-called'
  | 'no-body-called'
  | 'no-initiative-called'
  | 'no-line-called'
  | 'waits-for-itself'
  | 'too-many';

/**
 * The lines of a table as it is saved or copied from a spreadsheet: semicolons, tabs or commas between cells, as the first line has
 * them, and quotation marks around a cell that holds one. Lines without anything in them are left out.
 */
export function linesOf(text: string): readonly ListLine[] | { readonly wrong: readonly ListWrong[] } {
  const written = text.replace(/^\uFEFF/, '');
  const lines: ListLine[] = [];
  let line = 1;
  let cells: string[] = [];
  let begins = 1;
  const between = separatorOf(written);
  for (let at = 0; at <= written.length; ) {
    const cell = cellAt(written, at, between);
    if (cell === null) return { wrong: [{ line, problem: 'open-quote', what: written.slice(at, at + 40) }] };
    cells.push(cell.text);
    line += written.slice(at, cell.end).split('\n').length - 1;
    at = cell.end + 1;
    if (written[cell.end] === between) continue;
    if (written[cell.end] === '\r' && written[at] === '\n') at += 1;
    if (cells.some((each) => each.trim() !== '')) lines.push({ line: begins, cells: cells.map((each) => each.trim()) });
    cells = [];
    line += 1;
    begins = line;
  }
  const [head] = lines;
  if (!head) return { wrong: [{ line: 1, problem: 'empty', what: '' }] };
  const wrong = lines.filter((each) => each.cells.length !== head.cells.length);
  if (wrong.length > 0)
    return { wrong: wrong.map((each) => ({ line: each.line, problem: 'cells', what: each.cells.join(' | ').slice(0, 60) })) };
  return lines;
}

/** What the first line has most of, outside quotation marks. */
function separatorOf(text: string): string {
  const first = (text.match(/^(?:"(?:[^"]|"")*"|[^"\r\n])*/)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const [most = ';'] = [';', '\t', ','].sort((a, b) => first.split(b).length - first.split(a).length);
  return most;
}

/** The cell that begins there, and where what ends it stands; null: a quotation mark is left open, or stands where it cannot. */
function cellAt(text: string, at: number, between: string): { readonly text: string; readonly end: number } | null {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== between && text[end] !== '\n' && text[end] !== '\r') end += 1;
    const plain = text.slice(at, end);
    return plain.includes('"') && plain.trimStart().startsWith('"') ? null : { text: plain, end };
  }
  let said = '';
  for (let here = at + 1; here < text.length; here += 1) {
    if (text[here] !== '"') said += text[here];
    else if (text[here + 1] === '"') {
      said += '"';
      here += 1;
    } else {
      const next = text[here + 1];
      return next === undefined || next === between || next === '\n' || next === '\r' ? { text: said, end: here + 1 } : null;
    }
  }
  return null;
}
