import { createHash } from 'node:crypto';
import type { ClauseData, SeatData, TermsData } from './shape-terms.ts';

/**
 * The content hash of a version of terms: what the document says, by the clauses, sources, dates, competence, seats and cadence read from it.
 * Our words for it, where it stands in a file, what the software does about it and what is added as ours are no part of the content, so
 * neither a better word nor a new capability makes other terms of it. A decision that came after the day it named puts the same terms in force later.
 */
export function termsHash(terms: TermsData, shared: readonly ClauseData[]): string {
  const { until, document, prefix, period, purposeSource, above, secretariat, cadence, firstMeeting } = terms;
  const { from, drafted, keys, decides, competence, tells, everyCluster, assess, groups, links, holders } = terms;
  return hashOf({
    from: drafted ?? from,
    ...{ until, document, prefix, period, purposeSource, above, secretariat, cadence, firstMeeting },
    ...{ decides, competence, tells, everyCluster, assess, groups, links, holders },
    keys: typeof keys === 'object' ? { seats: keys.seats, clause: keys.clause } : keys,
    seats: terms.seats.map(seatRead),
    clauses: [...terms.clauses, ...shared].map(({ id, kind, source }) => ({ id, kind, source })),
  });
}

function seatRead({ id, role, sector, from, count, clusters, amongMembers, appointedBy, source }: SeatData) {
  return { id, role, sector, from, count, clusters, amongMembers, appointedBy, source };
}

/** The hash that versions were known by while our words were part of it: ledgers that began then name it. */
export function wordedHash(terms: TermsData, shared: readonly ClauseData[]): string {
  const { portfolio: _portfolio, patients: _patients, ...written } = terms;
  return hashOf({ ...written, seats: terms.seats.map(withoutState), clauses: [...terms.clauses, ...shared].map(withoutState) });
}

function withoutState<T extends { enforced?: unknown; waits?: unknown; notAutomated?: unknown }>(written: T) {
  const { enforced: _enforced, waits: _waits, notAutomated: _notAutomated, ...content } = written;
  return content;
}

const hashOf = (content: object) => createHash('sha256').update(canonical(content)).digest('hex');

/** JSON with its keys in order and nothing undefined. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
