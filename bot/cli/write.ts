import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type Cells, csvText, xlsxBytes } from '../files/cells.ts';
import { CommandFailed } from './open.ts';
import type { Output } from './output.ts';

/** What every overview may be asked for besides its lines. */
export interface TableOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly xlsx?: true;
  readonly to?: string;
}

export function tableOptions(command: Command): Command {
  return command
    .option('--csv', 'for a spreadsheet, in the words a person reads')
    .option('--xlsx', 'as an Excel workbook; needs --to')
    .option('--to <file>', 'where --csv or --xlsx goes; without it: printed');
}

/** Whether a table is asked for. Throws where two things are. */
export function isTable({ json, csv, xlsx }: TableOptions): boolean {
  if ([json, csv, xlsx].filter(Boolean).length > 1) throw new CommandFailed('Say one of --json, --csv and --xlsx.');
  return csv === true || xlsx === true;
}

/** A machine's word as a person reads it, where there is one. */
export function wordIn(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}

/** Into a file, or onto the output. */
export function write(output: Output, to: string | undefined, text: string): void {
  if (to === undefined) output.write(text);
  else writeFileSync(to, text);
}

/** A table as .csv, or as .xlsx, which is no text and needs a file. */
export async function writeCells(
  output: Output,
  cells: Cells,
  { xlsx, to }: { readonly xlsx?: true | undefined; readonly to?: string | undefined },
): Promise<void> {
  if (!xlsx) return write(output, to, csvText(cells));
  if (to === undefined) throw new CommandFailed('An Excel workbook is no text: say where to with --to FILE.xlsx.');
  writeFileSync(to, await xlsxBytes(cells));
}
