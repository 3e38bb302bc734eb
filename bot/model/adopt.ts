import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { BodyId, Charter, Clause, IsoDate } from '../governance/charter/charter.ts';
import { clausesOf } from './coverage.ts';
import { measured } from './draft.ts';
import { type MoreWords, withItem, withWords } from './insert.ts';
import { coverageFile } from './read.ts';
import { type CoverageData, coverageShape, type DraftData, draftShape, type PageData, pageShape } from './shape.ts';

/** A version that has been decided: the draft it was written in, the body it is for, and from when. */
export interface ToAdopt {
  readonly file: string;
  readonly draft: string;
  readonly body: BodyId;
  readonly hash: string;
  readonly from: IsoDate;
  /** The day the draft says. */
  readonly drafted: IsoDate;
}

/** Files by name, with their text. */
type Texts = Readonly<Record<string, string>>;

/** The files of a model that change when a decided version is written into them, without what the documents' lines became. */
export function versionWritten(dir: string, { file, draft, body, from, drafted }: Omit<ToAdopt, 'hash'>): Texts {
  const data: DraftData = draftShape.parse(parse(draft));
  const terms = data.bodies.find(({ id }) => id === body)?.terms;
  const files = pagesIn(dir);
  const page = files.find((each) => each.data.bodies?.some(({ id }) => id === body));
  if (!terms || !page) return {};
  const version = from === drafted ? terms : { ...terms, from, drafted };
  const at = page.data.bodies?.findIndex(({ id }) => id === body) ?? 0;
  const known = new Set(files.flatMap((each) => (each.data.shared ?? []).map(({ prefix }) => prefix)));
  const sets = (data.shared ?? []).filter(({ prefix }) => !known.has(prefix));
  const written = sets.reduce((text, set) => withItem(text, ['shared'], set), withItem(page.text, ['bodies', at, 'terms'], version));
  const { short, title } = data.document;
  const collaboration = readFileSync(join(dir, 'collaboration.yaml'), 'utf8');
  const has = (parse(collaboration) as { documents: readonly { short: string }[] }).documents.some((each) => each.short === short);
  return {
    [page.file]: written,
    ...(has ? {} : { 'collaboration.yaml': withItem(collaboration, ['documents'], { short, title, file, ...measured(draft) }) }),
  };
}

/** The coverage with the clauses that it has nowhere yet, each where it was read. `charter`: with the version in it; null: the model keeps none. */
export function coverageWritten(dir: string, charter: Charter, { draft }: ToAdopt): string | null {
  const path = join(dir, coverageFile);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  const covered: CoverageData = coverageShape.parse(parse(text));
  const listed = new Set(covered.documents.flatMap(({ ranges }) => ranges.flatMap(({ clauses }) => clauses ?? [])));
  const open = clausesOf(charter).filter(({ id }) => !listed.has(id));
  const { short } = draftShape.parse(parse(draft)).document;
  const elsewhere = open.filter(({ source }) => source.document !== short || covered.documents.some((each) => each.document === short));
  const placed = withWords(text, 'clauses', placesFor(elsewhere, covered), 'nothing');
  if (covered.documents.some((each) => each.document === short)) return placed;
  const { sha256, lines } = measured(draft);
  const ranges = rangesOf(
    open.filter(({ source }) => source.document === short),
    lines,
    charter.collaboration.languages[0] ?? '',
  );
  return withItem(placed, ['documents'], { document: short, sha256, ranges });
}

/** Each clause in the first range that meets the lines it was read from. */
function placesFor(clauses: readonly Clause[], { documents }: CoverageData): readonly MoreWords[] {
  const places = clauses.flatMap(({ id, source }) => {
    const at = documents.findIndex(({ document }) => document === source.document);
    const [first, last] = source.lines ?? [1, Number.MAX_SAFE_INTEGER];
    const nth = documents[at]?.ranges.findIndex(({ lines }) => {
      const [from = 0, until = from] = lines.split('-').map(Number);
      return from <= last && until >= first;
    });
    return nth === undefined || nth < 0 ? [] : [{ path: ['documents', at, 'ranges', nth], id }];
  });
  const ranges = new Map(places.map(({ path }) => [path.join(), path]));
  return [...ranges].map(([key, path]) => ({ path, words: places.filter((each) => each.path.join() === key).map(({ id }) => id) }));
}

/** A document from its first line to its last, cut where a clause begins or ends. */
function rangesOf(clauses: readonly Clause[], lines: number, language: string): CoverageData['documents'][number]['ranges'] {
  const linesOf = ({ source }: Clause) => source.lines ?? ([1, 1] as const);
  const cuts = [1, lines + 1, ...clauses.flatMap((clause) => [linesOf(clause)[0], linesOf(clause)[1] + 1])];
  const starts = [...new Set(cuts)].filter((each) => each <= lines).sort((a, b) => a - b);
  return starts.map((first, at) => {
    const last = (starts[at + 1] ?? lines + 1) - 1;
    const here = clauses.filter((clause) => linesOf(clause)[0] <= last && linesOf(clause)[1] >= first);
    const said = here.map(({ text }) => text[language] ?? Object.values(text)[0] ?? '').filter(Boolean);
    const written = first === last ? `${first}` : `${first}-${last}`;
    if (here.length === 0) return { lines: written, gist: 'The rest of the draft', nothing: true as const };
    return { lines: written, gist: said.join(' ').slice(0, 200) || 'Clauses', clauses: here.map(({ id }) => id) };
  });
}

function pagesIn(dir: string): readonly { readonly file: string; readonly text: string; readonly data: PageData }[] {
  const files = readdirSync(dir).filter((file) => /\.ya?ml$/.test(file) && file !== coverageFile && file !== 'collaboration.yaml');
  return files.sort().map((file) => {
    const text = readFileSync(join(dir, file), 'utf8');
    return { file, text, data: pageShape.parse(parse(text)) };
  });
}
