import card from './sheet.json' with { type: 'json' };
import { type Sheet, sheet } from './sheet.ts';
import block from './table.json' with { type: 'json' };

/** How a cell is tinted. The words in it say the same. */
export type Tone = 'default' | 'emphasis' | 'good' | 'warning' | 'attention';
export interface Line {
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly tone: Tone;
}
/** Three columns under their headings. */
export interface Table {
  readonly heading: string;
  readonly columns: readonly [string, string, string];
  readonly lines: readonly Line[];
  /** What was left out; '' where nothing was. */
  readonly more: string;
}

const { body } = card;
const before = body.findIndex((each) => '$data' in each && each.$data.includes('{parts}'));

/** The sheet's template, with tables between the question and what else there is to know. */
export const template: object = { ...card, body: [...body.slice(0, before), block, ...body.slice(before)] };

/** The data of that template. A table without lines is left out, for a head alone says nothing. */
export function tabled(rest: Sheet, tables: readonly Table[]): Readonly<Record<string, unknown>> {
  return {
    ...sheet(rest),
    tables: tables
      .filter(({ lines }) => lines.length > 0)
      .map(({ heading, columns: [first, second, third], lines, more }) => ({
        heading,
        more,
        rows: [{ first, second, third, tone: 'default' }, ...lines],
      })),
  };
}
