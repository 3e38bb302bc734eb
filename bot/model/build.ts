import type { Body, Charter, Collaboration, Part, Terms } from '../governance/charter/charter.ts';
import { type Beside, clauseOf, versionOf } from './build-terms.ts';
import { daysOff } from './days-off.ts';
import type { Page } from './page.ts';
import { gatheringOf, planningOf } from './planning.ts';
import type { BodyData, CollaborationData, PageData, PartData } from './shape.ts';
import { clauseId, sourceOf } from './written.ts';

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
      bodyOf(body, { collaboration, shared, pages }, (terms) => ({ file: page.file, line: page.lineOf(['bodies', at, 'terms', terms]) })),
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
    nouns: data.nouns ?? [],
    clusters: data.clusters ?? [],
    organisations: (data.organisations ?? []).map(({ id, name, sector }) => ({ id, name, sector: sector ?? null })),
  };
}

function bodyOf(data: BodyData, beside: Beside, at: (terms: number) => Terms['at']): Body {
  return {
    id: data.id,
    name: data.name,
    ...(data.short ? { short: data.short } : {}),
    aliases: data.aliases ?? [],
    kind: data.kind,
    language: data.language ?? beside.collaboration.languages[0] ?? '',
    outside: data.outside ?? false,
    outsideTeams: data.outsideTeams ?? false,
    deadlines: data.deadlines ?? {},
    named: (data.named ?? []).map(sourceOf),
    terms: (data.terms ?? []).map((terms, index) => versionOf(data.id, terms, beside, at(index))),
  };
}
