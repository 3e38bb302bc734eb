import type { Source } from '../governance/charter/charter.ts';
import type { TermsData } from './shape-terms.ts';

/** Reads the short ways of writing a source, a number and a clause's id. */

/** `D0 §2, lines 104-108`: document, section, lines. */
export function sourceOf(written: string): Source {
  const read = /^(\S+) (.+?)(?:, lines? (\d+)(?:-(\d+))?)?$/.exec(written);
  if (!read) throw new Error(`not a source: ${written}`);
  const [, document = '', section = '', first, last] = read;
  return first === undefined ? { document, section } : { document, section, lines: [Number(first), Number(last ?? first)] };
}

/** `1`, `3-4` or `unknown`, which is from 0 with no upper end. */
export function countOf(written: number | string): { readonly min: number; readonly max: number | null } {
  if (typeof written === 'number') return { min: written, max: written };
  if (written === 'unknown') return { min: 0, max: null };
  const [min, max] = written.split('-').map(Number);
  return { min: min ?? 0, max: max ?? null };
}

/** A clause's id in the whole model. Its own terms' clauses may be named without their prefix. */
export function clauseId(prefix: string, reference: string): string {
  return reference.includes('.') ? reference : `${prefix}.${reference}`;
}

/** The clause that a seat is. */
export function seatClauseId(prefix: string, seat: string): string {
  return `${prefix}.seat-${seat}`;
}

/** The ids of the clauses that terms state themselves. */
export function ownClauseIds(terms: TermsData): readonly string[] {
  return [...terms.clauses.map(({ id }) => clauseId(terms.prefix, id)), ...terms.seats.map(({ id }) => seatClauseId(terms.prefix, id))];
}
