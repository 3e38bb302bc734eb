import type {
  Body,
  Charter,
  Clause,
  ClauseState,
  Collaboration,
  KeyRule,
  Part,
  Seat,
  Stated,
  Terms,
} from '../governance/charter/charter.ts';
import { daysOff } from './days-off.ts';
import { termsHash } from './hash.ts';
import type { Page } from './page.ts';
import { gatheringOf, planningOf } from './planning.ts';
import type { BodyData, ClauseData, CollaborationData, PageData, PartData, SeatData, TermsData } from './shape.ts';
import { clauseId, countOf, seatClauseId, sourceOf } from './written.ts';

/** All that was written, checked to hold together. */
export interface WrittenModel {
  readonly collaboration: Page<CollaborationData>;
  readonly pages: readonly Page<PageData>[];
}

/** The charter of a model that has no errors. */
export function buildCharter({ collaboration: { data }, pages }: WrittenModel): Charter {
  const collaboration = collaborationOf(data);
  const shared = new Map(pages.flatMap((page) => page.data.shared ?? []).map((set) => [set.prefix, set.clauses]));
  const bodies = pages.flatMap((page) =>
    (page.data.bodies ?? []).map((body, at) =>
      bodyOf(body, collaboration, shared, (terms) => ({ file: page.file, line: page.lineOf(['bodies', at, 'terms', terms]) })),
    ),
  );
  const taken = new Set(
    pages.flatMap((page) => page.data.bodies ?? []).flatMap((body) => (body.terms ?? []).flatMap((terms) => terms.shared ?? [])),
  );
  const loose = pages.flatMap((page) => [...(page.data.everyone ? [page.data.everyone] : []), ...(page.data.shared ?? [])]);
  return {
    collaboration,
    bodies,
    agreement: pages.flatMap((page) => (page.data.agreement ?? []).map(partOf)),
    gatherings: pages.flatMap((page) => (page.data.gatherings ?? []).map(gatheringOf)),
    speakUp: speakUpIn(pages),
    clauses: loose
      .filter(({ prefix }) => !taken.has(prefix))
      .flatMap(({ prefix, clauses }) => clauses.map((clause) => clauseOf(prefix, clause))),
    daysOff: daysOff(collaboration.calendar),
  };
}

function partOf({ id, kind, name, source, under, assumed, when, state, clause }: PartData): Part {
  return {
    id,
    kind,
    name,
    source: sourceOf(source),
    under: under ?? [],
    assumed: assumed ?? false,
    when: when ?? null,
    state: state ?? null,
    clause: clause ?? null,
  };
}

function speakUpIn(pages: WrittenModel['pages']): string | null {
  const [found = null] = pages.flatMap(({ data: { everyone } }) =>
    everyone?.speakUp ? [clauseId(everyone.prefix, everyone.speakUp)] : [],
  );
  return found;
}

function collaborationOf(data: CollaborationData): Collaboration {
  const { country, region, alsoOff, holidayMonths } = data.calendar;
  return {
    ...data,
    defaults: { ...data.defaults, planning: planningOf(data.defaults.planning) },
    calendar: { country, region: region ?? null, alsoOff: alsoOff ?? [], holidayMonths: holidayMonths ?? [] },
    clusters: data.clusters ?? [],
    organisations: (data.organisations ?? []).map(({ id, name, sector }) => ({ id, name, sector: sector ?? null })),
  };
}

type Shared = ReadonlyMap<string, readonly ClauseData[]>;

function bodyOf(data: BodyData, collaboration: Collaboration, shared: Shared, at: (terms: number) => Terms['at']): Body {
  return {
    id: data.id,
    name: data.name,
    aliases: data.aliases ?? [],
    kind: data.kind,
    language: data.language ?? collaboration.languages[0] ?? '',
    outside: data.outside ?? false,
    outsideTeams: data.outsideTeams ?? false,
    deadlines: data.deadlines ?? {},
    named: (data.named ?? []).map(sourceOf),
    terms: (data.terms ?? []).map((terms, index) => termsOf(data.id, terms, collaboration, shared, at(index))),
  };
}

function termsOf(body: string, data: TermsData, collaboration: Collaboration, shared: Shared, at: Terms['at']): Terms {
  const { prefix, from, document, purpose } = data;
  const full = (reference: string) => clauseId(prefix, reference);
  const seats = data.seats.map((seat) => seatOf(prefix, seat));
  const together = (data.shared ?? []).flatMap((set) => (shared.get(set) ?? []).map((clause) => ({ set, clause })));
  return {
    id: `${body}@${from}`,
    body,
    hash: termsHash(
      data,
      together.map(({ clause }) => clause),
    ),
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
    keyRule: keyRuleOf(data, seats, collaboration, full),
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

function clauseOf(prefix: string, { id, kind, text, source, ...written }: ClauseData): Clause {
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
