import type { WrittenModel } from './build.ts';
import type { Path } from './parts.ts';
import type { BodyData, PageData } from './shape.ts';
import { clauseId, ownClauseIds } from './written.ts';

/** All that the rest of the model can be held against, gathered once. */
export interface Known {
  readonly languages: readonly string[];
  readonly sectors: ReadonlySet<string>;
  readonly clusters: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /** Lines of each document. */
  readonly documents: ReadonlyMap<string, number>;
  readonly bodies: ReadonlySet<string>;
  /** Versions of terms, `panel@2015-01-01`. */
  readonly versions: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
  readonly clauses: ReadonlySet<string>;
  /** Parts of the agreement, each with its kind and what it hangs under. */
  readonly parts: ReadonlyMap<string, { readonly kind: string; readonly under: readonly string[] }>;
  readonly complete: Complete;
}
/** What could be read whole: only there does what is missing stand nowhere. */
export interface Complete {
  readonly settings: boolean;
  readonly bodies: boolean;
  readonly clauses: boolean;
}
/** Notes an error at a path in a file. */
export type Note = (path: Path, message: string) => void;

export function gather({ collaboration: { data }, pages }: WrittenModel, complete: Complete): Known {
  const ids = (each: readonly { readonly id: string }[] | undefined) => new Set((each ?? []).map(({ id }) => id));
  const bodies = pages.flatMap((page) => page.data.bodies ?? []);
  const sets = pages.flatMap((page) => [...(page.data.shared ?? []), ...(page.data.everyone ? [page.data.everyone] : [])]);
  return {
    languages: data.languages,
    sectors: ids(data.sectors),
    clusters: ids(data.clusters),
    organisations: ids(data.organisations),
    documents: new Map(data.documents.map(({ short, lines }) => [short, lines])),
    bodies: ids(bodies),
    versions: new Set(bodies.flatMap(({ id, terms }) => (terms ?? []).map(({ from }) => `${id}@${from}`))),
    shared: new Set(pages.flatMap((page: { readonly data: PageData }) => page.data.shared ?? []).map(({ prefix }) => prefix)),
    clauses: new Set([
      ...bodies.flatMap((body: BodyData) => (body.terms ?? []).flatMap(ownClauseIds)),
      ...sets.flatMap(({ prefix, clauses }) => clauses.map(({ id }) => clauseId(prefix, id))),
    ]),
    parts: new Map(
      pages
        .flatMap((page: { readonly data: PageData }) => page.data.agreement ?? [])
        .map(({ id, kind, under }) => [id, { kind, under: under ?? [] }]),
    ),
    complete,
  };
}
