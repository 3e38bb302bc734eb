import { createHash } from 'node:crypto';
import type { ClauseData, TermsData } from './shape.ts';

/**
 * The content hash of a version of terms: what is written in it and in the clauses it shares. Where it stands in a file and what the
 * software does about it (which clause asks for patients to be involved, for one) are no part of the content, so neither moving a line nor a new
 * capability makes other terms of it.
 */
export function termsHash(terms: TermsData, shared: readonly ClauseData[]): string {
  const { portfolio: _portfolio, patients: _patients, ...written } = terms;
  const content = {
    ...written,
    seats: terms.seats.map(withoutState),
    clauses: [...terms.clauses, ...shared].map(withoutState),
  };
  return createHash('sha256').update(canonical(content)).digest('hex');
}

function withoutState<T extends { enforced?: unknown; waits?: unknown; notAutomated?: unknown }>(written: T) {
  const { enforced: _enforced, waits: _waits, notAutomated: _notAutomated, ...content } = written;
  return content;
}

/** JSON with its keys in order and nothing undefined. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
