import writeXlsx from 'write-excel-file/node';

/** A table in the words a person reads, for a spreadsheet. */
export interface Cells {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Semicolons, as Danish spreadsheets read them, and a mark that says UTF-8. */
export function csvText({ head, rows }: Cells): string {
  const lines = [head, ...rows].map((row) => row.map(cell));
  return `\uFEFF${lines.map((line) => `${line.join(';')}\r\n`).join('')}`;
}

/** As .xlsx, every cell as text, so that nothing is taken for a number, a date or a formula. */
export async function xlsxBytes({ head, rows }: Cells): Promise<Uint8Array> {
  const text = (value: string) => (value === '' ? null : { value, type: String });
  const titles = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  return writeXlsx([titles, ...rows.map((row) => row.map(text))], {
    columns: head.map((_, at) => ({ width: widthOf(head, rows, at) })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function widthOf(head: readonly string[], rows: Cells['rows'], at: number): number {
  const longest = Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0));
  return Math.min(60, Math.max(8, longest + 2));
}

/** A spreadsheet takes a cell that begins like this for a formula. */
function cell(text: string): string {
  const safe = /^['=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[;"\r\n\t,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
