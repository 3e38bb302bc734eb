import { CsvError, parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import type { Body, BodyId, Charter, IsoDate, Seat, SeatId } from '../../governance/charter/charter.ts';
import { termsInForce } from '../../governance/charter/terms.ts';

/** One appointment as a file gave it. */
export interface SeatRow {
  readonly line: number;
  readonly body: BodyId;
  readonly seat: SeatId;
  readonly name: string;
  readonly tenant: string;
  readonly aadObjectId: string;
  readonly from: IsoDate;
}
/** What is wrong in a line, counted from 1. */
export interface LineWrong {
  readonly line: number;
  readonly message: string;
}

const columns = ['body', 'seat', 'name', 'tenant', 'aadObjectId', 'from'] as const;
type Column = (typeof columns)[number];
/** Each column under the names it may bear, in lower case. */
const called: Readonly<Record<Column, readonly string[]>> = {
  body: ['organ', 'body'],
  seat: ['plads', 'seat'],
  name: ['navn', 'name'],
  tenant: ['tenant', 'lejer'],
  aadObjectId: ['aadobjectid', 'entra-id', 'objekt-id', 'object id'],
  from: ['fra', 'from'],
};

/** The appointments of a table, or everything that is wrong in it. Seats are those of the terms in force on `today` or, if later, the day named. */
export function readSeats(charter: Charter, text: string, today: IsoDate): readonly SeatRow[] | { readonly wrong: readonly LineWrong[] } {
  const wrong: LineWrong[] = [];
  try {
    const [head, ...lines] = linesOf(text);
    if (!head) throw new Wrong(1, 'the file is empty');
    const places = placesOf(head);
    const rows = lines.flatMap(({ cells, line }) => {
      try {
        return [rowOf(charter, today, line, (column) => (cells[places.get(column) ?? -1] ?? '').trim())];
      } catch (fault) {
        wrong.push(caught(fault));
        return [];
      }
    });
    return wrong.length > 0 ? { wrong } : rows;
  } catch (fault) {
    return { wrong: [caught(fault)] };
  }
}

class Wrong extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

function caught(fault: unknown): LineWrong {
  if (!(fault instanceof Wrong)) throw fault;
  return { line: fault.line, message: fault.message };
}

interface Line {
  readonly cells: readonly string[];
  readonly line: number;
}

function linesOf(text: string): readonly Line[] {
  const first = text.split('\n', 1)[0] ?? '';
  const delimiter = [';', '\t', ','].find((each) => first.includes(each)) ?? ';';
  const lines: Line[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines: line }) => {
        lines.push({ cells, line });
        return null;
      },
    });
    return lines;
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const cells = fault.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH';
    throw new Wrong(
      Number(fault.lines ?? 1),
      cells ? 'this line has more or fewer cells than the head' : 'a quotation mark is left open, or stands where it cannot',
    );
  }
}

function placesOf({ cells, line }: Line): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  cells.forEach((cell, at) => {
    const column = columns.find((each) => called[each].includes(cell.trim().toLocaleLowerCase()));
    if (!column) throw new Wrong(line, `the column "${cell.trim()}" is not known; these are: ${columns.join(', ')}`);
    if (places.has(column)) throw new Wrong(line, `the column "${cell.trim()}" stands twice`);
    places.set(column, at);
  });
  for (const column of columns) if (!places.has(column)) throw new Wrong(line, `there is no column "${column}"`);
  return places;
}

function rowOf(charter: Charter, today: IsoDate, line: number, cell: (column: Column) => string): SeatRow {
  for (const column of columns) if (cell(column) === '') throw new Wrong(line, `"${column}" is empty`);
  const body = bodyIn(charter, cell('body'), line);
  const from = dateFrom(cell('from'), line);
  const seat = seatIn(charter, body, cell('seat'), from > today ? from : today, line);
  return {
    line,
    body: body.id,
    seat: seat.id,
    name: cell('name'),
    tenant: guid(cell('tenant'), 'tenant', line),
    aadObjectId: guid(cell('aadObjectId'), 'aadObjectId', line),
    from,
  };
}

function bodyIn(charter: Charter, written: string, line: number): Body {
  const sought = fold(written);
  const found =
    charter.bodies.find(({ id }) => id === written) ??
    charter.bodies.find(({ aliases, name }) => [...aliases, ...Object.values(name)].some((each) => fold(each) === sought));
  if (!found) throw new Wrong(line, `there is no body "${written}"`);
  return found;
}

function seatIn(charter: Charter, body: Body, written: string, date: IsoDate, line: number): Seat {
  const seats = termsInForce(charter, body.id, date)?.seats ?? [];
  const sought = fold(written);
  const found =
    seats.find(({ id }) => id === written) ?? seats.find(({ name }) => Object.values(name).some((each) => fold(each) === sought));
  if (found) return found;
  const there = seats.length === 0 ? 'it has no seats' : `it has: ${seats.map(({ id }) => id).join(', ')}`;
  throw new Wrong(line, `${body.id} has no seat "${written}" on ${date}; ${there}`);
}

function dateFrom(written: string, line: number): IsoDate {
  const wrong = new Wrong(line, `"${written}" is not a date; a date is written 2015-02-01`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) throw wrong;
  try {
    return Temporal.PlainDate.from(written, { overflow: 'reject' }).toString();
  } catch (fault) {
    throw fault instanceof RangeError ? wrong : fault;
  }
}

function guid(written: string, column: Column, line: number): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(written)) return written.toLowerCase();
  throw new Wrong(line, `"${written}" in "${column}" is not an Entra id; it is written 00000000-0000-0000-0000-000000000000`);
}

/** Names are told apart as people type them. */
function fold(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase().replace(/\s+/gu, ' ').trim();
}
