import { type Fault, fault, type Problem } from '../../governance/lists/line.ts';

/** Thrown where a line of a calendar cannot be read, and caught where its events are gathered: one wrong event hides no other. */
export class LineUnreadable extends Error {
  readonly code = 'line-unreadable';
  readonly fault: Fault;
  constructor(line: number, problem: Problem, what = '', known: readonly string[] = []) {
    super(`line ${line}: ${problem}`);
    this.fault = fault(line, problem, what, known);
  }
}
