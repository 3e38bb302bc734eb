import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BodyId, Charter, Terms } from '../governance/charter/charter.ts';
import type { ReadDocument } from '../governance/charter/readings.ts';
import { bodyOf } from '../governance/charter/terms.ts';
import { buildCharter, type WrittenModel } from './build.ts';
import { checkModel } from './check.ts';
import { isPage, type ModelError, type Page, readPage } from './page.ts';
import type { Path } from './parts.ts';
import { readWritten } from './read.ts';
import { type DraftData, draftShape, type PageData } from './shape.ts';

/** A model as it stands, and as it would be with a draft's versions last. */
export interface Drafted {
  readonly inForce: Charter;
  readonly withDraft: Charter;
  /** The version it writes for each body. */
  readonly versions: readonly Terms[];
  /** The draft's file by its name, and its text, word for word. */
  readonly draft: { readonly file: string; readonly text: string; readonly document: ReadDocument };
}

/** A draft of new terms held against the model it would change, or everything that is wrong with it, each with file and line. */
export function readDraft(dir: string, path: string): Drafted | { readonly errors: readonly ModelError[] } {
  const file = basename(path);
  const read = readWritten(dir);
  if ('missing' in read) return { errors: [read.missing] };
  const { written, complete, unread } = read;
  const wrong = [...unread, ...(written ? checkModel(written, complete) : [])];
  if (!written || wrong.length > 0) return { errors: wrong };
  if (!existsSync(path)) return { errors: [{ file, line: 1, message: 'There is no such file.' }] };
  const draft = readPage(path, draftShape);
  if (!isPage(draft)) return { errors: draft };
  const unknown = draft.data.bodies.flatMap(({ id }, at): ModelError[] => {
    if (written.pages.some(({ data }) => data.bodies?.some((body) => body.id === id))) return [];
    return [{ file, line: draft.lineOf(['bodies', at, 'id']), message: `There is no body "${id}".` }];
  });
  const text = readFileSync(path, 'utf8');
  const joined = joinDraft(written, draft, text);
  const errors = unknown.length > 0 ? unknown : checkModel(joined, complete);
  if (errors.length > 0) return { errors };
  const withDraft = buildCharter(joined);
  return {
    inForce: buildCharter(written),
    withDraft,
    versions: draft.data.bodies.flatMap(({ id }) => bodyOf(withDraft, id)?.terms.at(-1) ?? []),
    draft: { file, text, document: documentOf(draft, text) },
  };
}

/** The drafted bodies move to the draft's own page, each with its earlier versions before the new one. */
function joinDraft({ collaboration, pages }: WrittenModel, draft: Page<DraftData>, text: string): WrittenModel {
  const { document, shared, bodies } = draft.data;
  const all = pages.flatMap(({ data }) => data.bodies ?? []);
  const before = (id: BodyId) => all.find((body) => body.id === id);
  const moved = bodies.flatMap(({ id, terms }) => {
    const body = before(id);
    return body ? [{ ...body, terms: [...(body.terms ?? []), terms] }] : [];
  });
  const page: Page<PageData> = {
    file: draft.file,
    data: { bodies: moved, ...(shared ? { shared } : {}) },
    lineOf: (path) => draft.lineOf(inDraft(path)),
  };
  const documents = [...collaboration.data.documents.filter(({ short }) => short !== document.short), documentOf(draft, text)];
  return {
    collaboration: { ...collaboration, data: { ...collaboration.data, documents } },
    pages: [
      ...pages.map((each) =>
        without(
          each,
          bodies.map(({ id }) => id),
        ),
      ),
      page,
    ],
  };
}

function documentOf({ file, data }: Page<DraftData>, text: string): WrittenModel['collaboration']['data']['documents'][number] {
  return { ...data.document, file, ...measured(text) };
}

/** What is known of a document's text; its lines are counted as they are where the documents lie. */
export function measured(text: string): { readonly sha256: string; readonly lines: number } {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { sha256: createHash('sha256').update(text).digest('hex'), lines };
}

/** A draft writes one version, and writes it where a body of the model has several. */
function inDraft(path: Path): Path {
  const [head, at, field, _version, ...rest] = path;
  return head === 'bodies' && at !== undefined && field === 'terms' ? [head, at, field, ...rest] : path;
}

/** A page without some of its bodies; what is left still says where it stands. */
function without(page: Page<PageData>, ids: readonly BodyId[]): Page<PageData> {
  const left = (page.data.bodies ?? []).flatMap((body, at) => (ids.includes(body.id) ? [] : [{ body, at }]));
  const original = ([head, at, ...rest]: Path): Path =>
    head === 'bodies' && typeof at === 'number'
      ? [head, left[at]?.at ?? at, ...rest]
      : [head, at, ...rest].filter((each) => each !== undefined);
  return { ...page, data: { ...page.data, bodies: left.map(({ body }) => body) }, lineOf: (path) => page.lineOf(original(path)) };
}
