import { CsvError, parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import type { PlannedDate } from '../../governance/vocabulary/year.ts';
import type { BodyYear } from '../../governance/year/facts.ts';
import { nameOf } from '../names.ts';
import { bodyCalled, eachOnce, FileUnreadable, gatheringCalled, idWritten, type ReadDate } from './import.ts';

const columns = ['body', 'date', 'time', 'minutes', 'gathering', 'id', 'status', 'name'] as const;
type Column = (typeof columns)[number];
/** Each column under the names it may bear. */
const called: Readonly<Record<Column, readonly string[]>> = {
  body: ['organ', 'body'],
  date: ['dato', 'date'],
  time: ['tid', 'kl', 'start', 'time'],
  minutes: ['minutter', 'minutes'],
  gathering: ['anledning', 'gathering'],
  id: ['id'],
  status: ['status'],
  name: ['navn', 'name'],
};
const cancelledWords = ['aflyst', 'cancelled'];
const besideWords = ['særskilt', 'beside'];

/** The years as a table that a spreadsheet opens, and that can be read in again. */
export function toCsv(charter: Charter, years: readonly BodyYear[], language: string): string {
  const at = language === 'da' ? 0 : 1;
  const head = columns.map((column) => called[column].at(at) ?? column);
  const rows = years.flatMap((plan) =>
    plan.meetings.map((meeting) => {
      const { date, time, minutes, gathering, id } = meeting;
      return [
        plan.body,
        date,
        time,
        String(minutes),
        gathering ?? '',
        id,
        statusOf(plan, meeting, at),
        nameOf(charter, plan.body, date, language),
      ];
    }),
  );
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

/** The dates of a table. `body`: whose they are, where the table does not say. */
export function fromCsv(charter: Charter, text: string, body: BodyId | null): readonly ReadDate[] {
  const [head, ...rows] = rowsOf(text);
  if (!head) throw new FileUnreadable(1, 'the file is empty.');
  const places = placesOf(head);
  if (!places.has('body') && body === null) throw new FileUnreadable(head.line, 'there is no column "organ"; add it, or name the body.');
  if (rows.length === 0) throw new FileUnreadable(head.line, 'there are no dates below the head.');
  return eachOnce(
    rows.flatMap(({ cells, line }): ReadDate[] => {
      const cellOf = (column: Column) => (cells[places.get(column) ?? -1] ?? '').trim();
      const status = cellOf('status').toLocaleLowerCase();
      if (besideWords.includes(status)) return [];
      const whose = cellOf('body') === '' ? body : bodyCalled(charter, cellOf('body'), line);
      if (whose === null) throw new FileUnreadable(line, 'whose meeting this is does not stand here.');
      const gathering = cellOf('gathering');
      return [
        {
          body: whose,
          gathering: gathering === '' ? null : gatheringCalled(charter, whose, gathering, line),
          id: cellOf('id') === '' ? null : idWritten(cellOf('id'), line),
          date: dateFrom(cellOf('date'), line),
          time: timeFrom(cellOf('time'), line),
          minutes: minutesFrom(cellOf('minutes'), charter.collaboration.defaults.planning.minutes, line),
          cancelled: cancelledWords.includes(status),
          line,
        },
      ];
    }),
  );
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function rowsOf(text: string): readonly Row[] {
  const first = text.split('\n', 1)[0] ?? '';
  const delimiter = [';', '\t', ','].find((each) => first.includes(each)) ?? ';';
  const rows: Row[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter,
      skip_empty_lines: true,
      relax_column_count: false,
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, line: lines });
        return null;
      },
    });
    return rows;
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const line = Number(fault.lines ?? 1);
    throw new FileUnreadable(
      line,
      fault.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
        ? 'this line has more or fewer cells than the head.'
        : 'a quotation mark is left open, or stands where it cannot.',
    );
  }
}

function placesOf({ cells, line }: Row): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  cells.forEach((cell, at) => {
    const column = columns.find((each) => called[each].includes(cell.trim().toLocaleLowerCase()));
    if (!column)
      throw new FileUnreadable(
        line,
        `the column "${cell.trim()}" is not known; these are: ${columns.map((each) => called[each][0]).join(', ')}.`,
      );
    if (places.has(column)) throw new FileUnreadable(line, `the column "${cell.trim()}" stands twice.`);
    places.set(column, at);
  });
  for (const needed of ['date', 'time'] as const) {
    if (!places.has(needed)) throw new FileUnreadable(line, `there is no column "${called[needed][0]}".`);
  }
  return places;
}

function dateFrom(written: string, line: number): string {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  const danish = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(written);
  const [year, month, day] = (iso ? iso.slice(1) : (danish?.slice(1).reverse() ?? [])).map(Number);
  const wrong = new FileUnreadable(line, `"${written}" is not a date; a date is written 2016-03-01.`);
  if (year === undefined || month === undefined || day === undefined) throw wrong;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch (fault) {
    throw fault instanceof RangeError ? wrong : fault;
  }
}

function timeFrom(written: string, line: number): string {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(written) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59)
    throw new FileUnreadable(line, `"${written}" is not a time; a time is written 09:00.`);
  return `${hour.padStart(2, '0')}:${minute}`;
}

function minutesFrom(written: string, usual: number, line: number): number {
  if (written === '') return usual;
  if (!/^\d{1,4}$/.test(written) || Number(written) === 0) throw new FileUnreadable(line, `"${written}" is not a number of minutes.`);
  return Number(written);
}

function statusOf({ stands }: BodyYear, { cancelled, beside }: PlannedDate, at: number): string {
  if (cancelled) return cancelledWords[at] ?? '';
  if (beside) return besideWords[at] ?? '';
  const words = {
    proposal: ['forslag', 'proposal'],
    proposed: ['foreslået', 'proposed'],
    confirmed: ['bekræftet', 'confirmed'],
    elsewhere: ['udefra', 'elsewhere'],
  } as const;
  return words[stands][at] ?? '';
}

/** A spreadsheet takes a cell that begins like this for a formula. */
function cell(text: string): string {
  const safe = /^[=+@-]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
