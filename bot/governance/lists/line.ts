/** One line of a table, and where it began, counted from 1. */
export interface ListLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is wrong in a line; nothing of the file is taken while there is one. */
export interface Fault {
  readonly line: number;
  readonly problem: Problem;
  /** What stands there, as it was written. */
  readonly what: string;
  /** Words that would be known there. */
  readonly known: readonly string[];
}

export type Problem =
  /** Of any table. */
  | 'empty'
  | 'open-quote'
  | 'cells'
  | 'no-column'
  | 'column-twice'
  | 'no-heading-called'
  | 'not-a-date'
  | 'weekday'
  | 'not-a-time'
  | 'ends-before-it-starts'
  | 'no-body-called'
  | 'twice'
  | 'refused'
  /** Of a list of milestones. */
  | 'no-deliverable'
  | 'cell-too-long'
  | 'nobody-called'
  | 'several-called'
  | 'no-initiative-called'
  | 'no-line-called'
  | 'waits-for-itself'
  | 'too-many'
  /** Of a plan of meetings. */
  | 'no-body'
  | 'not-minutes'
  | 'too-long'
  | 'not-a-word'
  | 'remark'
  | 'no-gathering-called'
  | 'not-an-id'
  | 'no-calendar'
  /** Of a calendar. */
  | 'not-a-calendar'
  | 'not-whole'
  | 'not-a-line'
  | 'no-events'
  | 'not-read'
  | 'no-such-time'
  | 'no-zone-called'
  | 'stands-twice'
  | 'without-end'
  /** Of a table of seats. */
  | 'empty-cell'
  | 'no-seat-called'
  | 'not-an-entra-id';

export function fault(line: number, problem: Problem, what = '', known: readonly string[] = []): Fault {
  return { line, problem, what, known };
}
