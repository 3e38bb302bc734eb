import type { Clause, ClauseState, Collaboration, KeyRule, Seat, Stated, Terms } from '../governance/charter/charter.ts';
import type { FormerHashes, FormerReading } from '../governance/charter/readings.ts';
import { termsHash, wordedHash } from './hash.ts';
import type { Page } from './page.ts';
import type { PageData } from './shape.ts';
import { type ClauseData, type ReadBefore, type SeatData, type TermsData, termsShape } from './shape-terms.ts';
import { clauseId, countOf, seatClauseId, sourceOf } from './written.ts';

/** What a version of terms is read together with. */
export interface Beside {
  readonly collaboration: Collaboration;
  readonly shared: ReadonlyMap<string, readonly ClauseData[]>;
  readonly pages: readonly Page<PageData>[];
}

/** A version with how it was read before, and the hashes that ledgers know all of it by. */
export function versionOf(body: string, data: TermsData, beside: Beside, at: Terms['at']): Terms {
  const id = `${body}@${data.from}`;
  const about = <T extends { readonly terms: string }>(each: readonly T[] | undefined) => (each ?? []).filter(({ terms }) => terms === id);
  const listed = beside.pages.flatMap((page) => about(page.data.formerly)).map(({ hash, worded }) => ({ hash, worded }));
  const corrected = beside.pages.flatMap((page) => about(page.data.corrected));
  const readings: FormerReading<Terms>[] = [];
  const formerly = [...listed, hashesOf(data, beside)];
  let read = data;
  for (const { before, why, by } of corrected.toReversed()) {
    read = readAs(read, before);
    const terms = termsOf(body, read, beside, at);
    readings.unshift({ was: terms.hash, why, by, terms, until: null });
    formerly.push(hashesOf(read, beside));
  }
  return { ...termsOf(body, data, beside, at), formerly, readings };
}

function hashesOf(data: TermsData, beside: Beside): FormerHashes {
  const shared = sharedWith(data, beside).map(({ clause }) => clause);
  return { hash: termsHash(data, shared), worded: [wordedHash(data, shared)] };
}

/** The version with what was read before in place of what is read now. */
function readAs(data: TermsData, before: ReadBefore): TermsData {
  const merged: Record<string, unknown> = { ...data };
  for (const [field, value] of Object.entries(before)) {
    if (value === null) delete merged[field];
    else if (value !== undefined) merged[field] = value;
  }
  return termsShape.parse(merged);
}

function sharedWith(data: TermsData, { shared }: Beside) {
  return (data.shared ?? []).flatMap((set) => (shared.get(set) ?? []).map((clause) => ({ set, clause })));
}

function termsOf(body: string, data: TermsData, beside: Beside, at: Terms['at']): Terms {
  const { prefix, from, document, purpose } = data;
  const full = (reference: string) => clauseId(prefix, reference);
  const seats = data.seats.map((seat) => seatOf(prefix, seat));
  const together = sharedWith(data, beside);
  return {
    id: `${body}@${from}`,
    body,
    hash: termsHash(
      data,
      together.map(({ clause }) => clause),
    ),
    formerly: [],
    readings: [],
    from,
    until: data.until === 'open' ? null : data.until,
    at,
    document,
    name: data.name ?? null,
    period: sourceOf(data.period),
    purpose,
    purposeSource: sourceOf(data.purposeSource),
    above: toBody(data.above, full),
    secretariat: toBody(data.secretariat, full),
    seats,
    keyRule: keyRuleOf(data, seats, beside.collaboration, full),
    cadence: cadenceOf(data.cadence, full),
    firstMeeting: data.firstMeeting
      ? { stated: true, value: data.firstMeeting.month, clause: full(data.firstMeeting.clause) }
      : { stated: false },
    clauses: [
      ...data.clauses.map((clause) => clauseOf(prefix, clause)),
      ...data.seats.map((seat) => seatClauseOf(prefix, seat)),
      ...together.map(({ set, clause }) => clauseOf(set, clause)),
    ],
    decides: (data.decides ?? []).map(full),
    competence: (data.competence ?? []).map(({ clause, kinds, any, unless, verdict, to }) => ({
      clause: full(clause),
      kinds: kinds ?? [],
      any: any ?? [],
      unless: unless ?? [],
      verdict,
      to: to ?? null,
    })),
    tells: (data.tells ?? []).map(({ clause, kinds, any, body: told }) => ({
      clause: full(clause),
      kinds: kinds ?? [],
      any: any ?? [],
      body: told,
    })),
    everyCluster: data.everyCluster === undefined ? null : full(data.everyCluster),
    groups: data.groups === undefined ? null : full(data.groups),
    spreads: data.spreads === undefined ? null : full(data.spreads),
    shares: data.shares === undefined ? null : full(data.shares),
    portfolio: data.portfolio ? { solutions: data.portfolio.solutions, clause: full(data.portfolio.clause) } : null,
    patients: data.patients === undefined ? null : full(data.patients),
    assess: data.assess ? { years: data.assess.years, clause: full(data.assess.clause) } : null,
    links: (data.links ?? []).map((link) => ({ ...link, clause: full(link.clause) })),
    holders: (data.holders ?? []).map(({ name, title, seat, source }) => ({ name, title, seat: seat ?? null, source: sourceOf(source) })),
    assumed: data.assumed ?? [],
  };
}

function seatOf(prefix: string, data: SeatData): Seat {
  const { id, name, role, sector, from, count, clusters, amongMembers, appointedBy } = data;
  return {
    id,
    name,
    role,
    sector: sector ?? null,
    from: from ?? null,
    appointedBy: appointedBy ? { stated: true, value: appointedBy.body, clause: clauseId(prefix, appointedBy.clause) } : { stated: false },
    ...countOf(count),
    amongMembers: amongMembers ?? false,
    clusters: clusters ?? [],
    clause: seatClauseId(prefix, id),
  };
}

/** The keys that the terms name, or by default one chair of each of the sectors that the collaboration says. */
function keyRuleOf(data: TermsData, seats: readonly Seat[], { defaults }: Collaboration, full: (reference: string) => string): KeyRule {
  if (data.keys === 'none') return { seats: [], clause: null };
  if (data.keys) {
    const { seats: named, clause, unseen } = data.keys;
    return { seats: named, clause: clause === undefined ? null : full(clause), ...(unseen === true ? { unseen } : {}) };
  }
  const chairs = seats.filter((seat) => seat.role === 'chair');
  return { seats: defaults.keySectors.flatMap((sector) => chairs.find((seat) => seat.sector === sector)?.id ?? []), clause: null };
}

function toBody(written: TermsData['above'], full: (reference: string) => string): Stated<string> {
  return written === 'unknown' ? { stated: false } : { stated: true, value: written.body, clause: full(written.clause) };
}

function cadenceOf(written: TermsData['cadence'], full: (reference: string) => string): Terms['cadence'] {
  if (written === 'unknown') return { stated: false };
  const { min, max } = countOf(written.yearly);
  const value = { least: max === null ? null : min, most: max, about: written.about ?? false, asNeeded: written.asNeeded ?? false };
  return { stated: true, value, clause: full(written.clause) };
}

export function clauseOf(prefix: string, { id, kind, text, source, ...written }: ClauseData): Clause {
  return { id: clauseId(prefix, id), kind, text, source: sourceOf(source), state: stateOf(written) };
}

function seatClauseOf(prefix: string, { id, name, source, ...written }: SeatData): Clause {
  return { id: seatClauseId(prefix, id), kind: 'seat', text: name, source: sourceOf(source), state: stateOf(written) };
}

function stateOf(written: Pick<ClauseData, 'enforced' | 'waits' | 'notAutomated'>): ClauseState {
  if (written.enforced !== undefined) return { kind: 'enforced', by: written.enforced };
  if (written.waits !== undefined) return { kind: 'waits', for: written.waits };
  return { kind: 'not-automated', because: written.notAutomated ?? '' };
}
