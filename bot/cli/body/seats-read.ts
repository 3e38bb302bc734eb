import type { Body, BodyId, Charter, IsoDate, SeatId } from '../../governance/charter/charter.ts';
import { termsInForce } from '../../governance/charter/terms.ts';
import { bodiesNear, bodyCalled } from '../../governance/lists/body-called.ts';
import { fold } from '../../governance/lists/fold.ts';
import { type Fault, fault, type ListLine, type Problem } from '../../governance/lists/line.ts';
import { type Called, cellIn, type ListTable, type Pointed, tableOf } from '../../governance/lists/table.ts';
import { type Remark, remark } from '../../governance/lists/trial.ts';
import { whenWritten } from '../../governance/time/written.ts';

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
export interface SeatsRead {
  readonly rows: readonly SeatRow[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
}

export const seatColumns = ['body', 'seat', 'name', 'tenant', 'aadObjectId', 'from'] as const;
export type SeatColumn = (typeof seatColumns)[number];
const seatCalled: Called<SeatColumn> = {
  body: ['gruppe', 'body', 'organ', 'udvalg', 'group', 'committee'],
  seat: ['plads', 'seat', 'rolle', 'role', 'funktion'],
  name: ['navn', 'name', 'medlem', 'person'],
  tenant: ['tenant', 'lejer', 'tenant id'],
  aadObjectId: ['aadObjectId', 'entra-id', 'entra id', 'objekt-id', 'object id'],
  from: ['fra', 'from', 'fra dato', 'udpeget fra', 'since'],
};

/** The appointments of a table, and everything that is wrong in it. Seats are those of the terms in force on `today` or, if later, the day named. */
export function readSeats(charter: Charter, lines: readonly ListLine[], today: IsoDate, pointed: Pointed<SeatColumn> = {}): SeatsRead {
  const table = tableOf(lines, seatCalled, seatColumns, pointed);
  if ('wrong' in table) return { rows: [], faults: table.wrong, remarks: [] };
  const faults: Fault[] = [];
  const remarks: Remark[] = table.leftOut.map((heading) => remark('left-out', [], heading));
  const rows = table.rows.flatMap((line) => rowOf(charter, today, table, line, faults, remarks) ?? []);
  return { rows, faults, remarks };
}

function rowOf(
  charter: Charter,
  today: IsoDate,
  table: ListTable<SeatColumn>,
  row: ListLine,
  faults: Fault[],
  remarks: Remark[],
): SeatRow | null {
  const { line } = row;
  const before = faults.length;
  const wrong = (problem: Problem, what: string, known: readonly string[] = []) => void faults.push(fault(line, problem, what, known));
  const cell = (column: SeatColumn) => cellIn(table, row, column);
  for (const column of seatColumns) if (cell(column) === '') wrong('empty-cell', column);
  if (faults.length > before) return null;
  const body = bodyCalled(charter, cell('body'));
  if (!body) wrong('no-body-called', cell('body'), bodiesNear(charter, cell('body')));
  const day = whenWritten(cell('from'));
  const from = 'not' in day ? null : day.from;
  if ('not' in day) wrong(day.not === 'weekday' ? 'weekday' : 'not-a-date', cell('from'));
  else if (day.guessed.length > 0) remarks.push(remark('read-as', [line], cell('from'), { guess: true, day: day.from }));
  const seat = body && from ? seatIn(charter, body, cell('seat'), from > today ? from : today) : null;
  if (seat && 'known' in seat) wrong('no-seat-called', cell('seat'), seat.known);
  for (const column of ['tenant', 'aadObjectId'] as const) {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(cell(column))) wrong('not-an-entra-id', cell(column));
  }
  if (faults.length > before || !body || !seat || 'known' in seat || from === null) return null;
  const [tenant, aadObjectId] = [cell('tenant').toLowerCase(), cell('aadObjectId').toLowerCase()];
  return { line, body: body.id, seat: seat.id, name: cell('name'), tenant, aadObjectId, from };
}

/** By its id or by its name; otherwise those there are. */
function seatIn(
  charter: Charter,
  body: Body,
  written: string,
  date: IsoDate,
): { readonly id: SeatId } | { readonly known: readonly string[] } {
  const seats = termsInForce(charter, body.id, date)?.seats ?? [];
  const exact = seats.find(({ id }) => id === written);
  const named = seats.filter(({ id, name }) => [id, ...Object.values(name)].some((each) => fold(each) === fold(written)));
  return exact ?? (named.length === 1 && named[0] ? named[0] : { known: seats.map(({ id }) => id) });
}
