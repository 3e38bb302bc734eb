import { CsvError, parse } from 'csv-parse/sync';
import { type Fault, fault, type ListLine } from '../governance/lists/line.ts';

/** The lines of a table as text. */
export interface TextLines {
  readonly lines: readonly ListLine[];
  /** The last line does not end: something may be missing from it. */
  readonly unended: boolean;
}

/** The lines of a table as it is saved or copied from a spreadsheet. Empty ones stay, so that each keeps its number. */
export function linesOf(text: string): TextLines | { readonly wrong: readonly Fault[] } {
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n|\r/g, '\n');
  const told = /^"?sep=(.)"?\n/i.exec(whole);
  const body = told ? whole.slice(told[0].length) : whole;
  const skipped = told ? 1 : 0;
  const delimiter = told?.[1] ?? separatorOf(body);
  const lines: ListLine[] = [];
  let next = skipped + 1;
  try {
    parse(body, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      on_record: (cells: string[]) => {
        lines.push({ line: next, cells: cells.map(unescaped) });
        next += cells.join('').split('\n').length;
        return null;
      },
    });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    return { wrong: [fault(next, 'open-quote', body.split('\n')[next - skipped - 1]?.slice(0, 60) ?? '')] };
  }
  return { lines, unended: whole !== '' && !whole.endsWith('\n') };
}

/** What stands between cells: what the lines have equally often. */
function separatorOf(text: string): string {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 40);
  const scored = [';', '\t', ','].map((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1).filter((each) => each > 0);
    const usual = counts.map((each) => counts.filter((other) => other === each).length);
    return { mark, score: Math.max(0, ...usual) };
  });
  const [best = { mark: ';', score: 0 }] = scored.sort((a, b) => b.score - a.score);
  return best.score === 0 ? ';' : best.mark;
}

/** What was guarded against being taken for a formula, as our own files have it. */
function unescaped(cell: string): string {
  return /^'['=+@\t\r-]/.test(cell) ? cell.slice(1) : cell;
}
