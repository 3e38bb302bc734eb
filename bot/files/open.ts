import { type Fault, fault, type ListLine } from '../governance/lists/line.ts';
import { type Remark, remark } from '../governance/lists/trial.ts';
import { type Decoded, decoded } from './decode.ts';
import { linesOf } from './lines.ts';
import { sheetsOf } from './sheet.ts';

/** A file as it lay there: a calendar's text, or the lines of a table, and what is to be said of how it was read. */
export type OpenedFile = (
  | { readonly is: 'calendar'; readonly text: string }
  | { readonly is: 'table'; readonly lines: readonly ListLine[] }
  | { readonly is: 'unread'; readonly faults: readonly Fault[] }
) & { readonly remarks: readonly Remark[] };

const names = { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252' } as const;

/** What a file is, is told from its bytes: an .xlsx is a zip, a calendar begins as one, and the rest is a table as text. */
export async function opened(bytes: Uint8Array): Promise<OpenedFile> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return openedSheets(bytes);
  const read = decoded(bytes);
  if (!read) return unread(fault(1, 'not-read', ''));
  const remarks = letters(read);
  if (/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(read.text)) return { is: 'calendar', text: read.text, remarks };
  const table = linesOf(read.text);
  if ('wrong' in table) return { is: 'unread', faults: table.wrong, remarks };
  const last = table.lines.at(-1)?.line ?? 1;
  const cut = table.unended ? [remark('no-last-end', [last], '', { guess: true })] : [];
  return { is: 'table', lines: table.lines, remarks: [...remarks, ...cut] };
}

/** The first sheet that says anything; others are named, so that nobody misses them. */
async function openedSheets(bytes: Uint8Array): Promise<OpenedFile> {
  const sheets = await sheetsOf(bytes);
  if (!sheets) return unread(fault(1, 'not-read', '.xlsx'));
  const full = sheets.filter(({ lines }) => lines.some(({ cells }) => cells.some((cell) => cell !== '')));
  const [first, ...others] = full;
  if (!first) return unread(fault(1, 'empty'));
  return {
    is: 'table',
    lines: first.lines,
    remarks: others.length === 0 ? [] : [remark('other-sheets', [], others.map(({ name }) => `»${name}«`).join(', '))],
  };
}

function unread(wrong: Fault): OpenedFile {
  return { is: 'unread', faults: [wrong], remarks: [] };
}

function letters({ as, doubtful }: Decoded): readonly Remark[] {
  return [
    ...(as === 'windows-1252' ? [remark('encoding', [], names[as])] : []),
    ...(doubtful ? [remark('mixed-letters', [], '', { guess: true })] : []),
  ];
}
