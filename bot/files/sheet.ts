import readXlsx, { InvalidInputError } from 'read-excel-file/node';
import type { ListLine } from '../governance/lists/line.ts';

export interface ExcelSheet {
  readonly name: string;
  readonly lines: readonly ListLine[];
}

/** The sheets of an .xlsx, its cells as the words a table would have. null: it is none, or it is damaged. */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly ExcelSheet[] | null> {
  try {
    const sheets = await readXlsx(Buffer.from(bytes));
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      lines: data.map((cells, at) => ({ line: at + 1, cells: cells.map(words) })),
    }));
  } catch (fault) {
    if (fault instanceof InvalidInputError) return null;
    throw fault;
  }
}

/** Excel's day zero holds times that belong to no day. */
function words(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell).trim();
  const [date = '', time = ''] = new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString().slice(0, 16).split('T');
  if (date < '1901') return time;
  return time === '00:00' ? date : `${date} ${time}`;
}
