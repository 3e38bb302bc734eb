import { type Group, type Sheet, type SheetRow, sheet } from './sheet.ts';

/** Lines under a heading: what it is, how it stands, and its day. */
export interface Table {
  readonly heading: string;
  readonly lines: readonly SheetRow[];
  /** What was left out; '' where nothing was. */
  readonly more: string;
}

/** The data of the one template, with such lists between the question and what else there is to know. */
export function tabled(rest: Sheet, tables: readonly Table[]): Readonly<Record<string, unknown>> {
  return sheet({ ...rest, groups: tables.map(({ heading, lines, more }): Group => ({ heading, rows: lines, more })) });
}
