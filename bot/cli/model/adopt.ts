import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { carriedIn } from '../../decided-terms.ts';
import type { Charter, Terms } from '../../governance/charter/charter.ts';
import { type InLedger, withoutFile } from '../../governance/charter/decided.ts';
import { bodyOf, isNamedBy } from '../../governance/charter/terms.ts';
import { begun } from '../../governance/vocabulary/all.ts';
import type { DecidedTerms } from '../../governance/vocabulary/charter-ledger.ts';
import { coverageWritten, type ToAdopt, versionWritten } from '../../model/adopt.ts';
import { NoPlaceFor } from '../../model/insert.ts';
import { coverageFile, readCharter } from '../../model/read.ts';
import type { Store } from '../../store/store.ts';
import { counted, sentence } from '../asked.ts';
import { CommandFailed } from '../open.ts';
import { checkOf } from './check.ts';

/** The draft's own text lies here, beside the model it became a part of. */
const keptIn = 'decided';

type Texts = Awaited<ReturnType<Store['texts']>>;

/** The version that a case has decided, with the draft it was written in. */
export async function decidedBy(store: Store, named: string): Promise<ToAdopt> {
  const state = begun((await store.recall('charter'))?.state, 'charter');
  const texts = await store.texts('charter');
  const sought = named.toLocaleLowerCase();
  const all = Object.values(state?.decided ?? []);
  for (const decided of all) {
    const number = begun((await store.recall(decided.case))?.state, 'case')?.number ?? '';
    if (![decided.case, basename(decided.case), number].some((each) => each.toLocaleLowerCase() === sought)) continue;
    const holds = all.findLast(({ body, from }) => body === decided.body && from === decided.from) ?? decided;
    if (holds !== decided) throw new CommandFailed(`The terms decided in "${named}" have been replaced by those decided in ${holds.case}.`);
    return carried(texts, decided, named);
  }
  throw new CommandFailed(`No terms have been decided in "${named}". \`samspil model check\` lists those that have, and are in no file.`);
}

function carried(texts: Texts, decided: DecidedTerms, named: string): ToAdopt {
  const found = carriedIn(texts, decided);
  if (!found) throw new CommandFailed(`The words of the terms decided in "${named}" have been erased, or are not those that were decided.`);
  const { body, hash, from, drafted } = decided;
  return { file: found.file, draft: found.draft, body, hash, from, drafted };
}

/** Writes a decided version into a model's files, with its coverage. All of it, or nothing. Resolves with what was written, by name. */
export function adoptInto(dir: string, out: string, decided: ToAdopt): readonly string[] {
  const adopt = { ...decided, file: nameFor(dir, decided) };
  const before = readCharter(dir);
  if ('errors' in before) throw new CommandFailed([...before.errors.map(sentence), 'Nothing was written.'].join('\n'));
  const there = versionIn(before.charter, adopt);
  if (there && isNamedBy(there, adopt.hash)) return [];
  if (there) throw new CommandFailed(`${sentence({ ...there.at, message: notDecided(there.id) })} Nothing was written.`);
  const trial = mkdtempSync(join(tmpdir(), 'samspil-adopt-'));
  try {
    for (const file of yamlIn(dir)) cpSync(join(dir, file), join(trial, file));
    const written: Record<string, string> = { ...versionWritten(dir, adopt) };
    for (const [file, text] of Object.entries(written)) writeFileSync(join(trial, file), text);
    const after = readCharter(trial);
    if ('errors' in after) throw new CommandFailed([...after.errors.map(sentence), 'Nothing was written.'].join('\n'));
    if (versionIn(after.charter, adopt)?.hash !== adopt.hash)
      throw new CommandFailed(
        'With the files as they are, the version would be read otherwise than it was decided: a set of shared clauses in them has the name of one in the draft. Nothing was written.',
      );
    const coverage = coverageWritten(dir, after.charter, adopt);
    if (coverage !== null) {
      written[coverageFile] = coverage;
      writeFileSync(join(trial, coverageFile), coverage);
    }
    const { errors } = checkOf(trial);
    if (errors.length > 0)
      throw new CommandFailed([...errors.map(sentence), `${counted(errors.length, 'error')}. Nothing was written.`].join('\n'));
    if (out !== dir) cpSync(dir, out, { recursive: true });
    const kept = join(keptIn, adopt.file);
    mkdirSync(join(out, keptIn), { recursive: true });
    writeFileSync(join(out, kept), adopt.draft);
    for (const [file, text] of Object.entries(written)) writeFileSync(join(out, file), text);
    return [...Object.keys(written), kept];
  } catch (fault) {
    if (!(fault instanceof NoPlaceFor)) throw fault;
    throw new CommandFailed(
      `The version cannot be written by itself: "${fault.message}" is written in a way that nothing can be added to. Nothing was written.`,
    );
  } finally {
    rmSync(trial, { recursive: true });
  }
}

/** What the draft is kept as: by its own name, or by its version too where another draft has that name already. */
function nameFor(dir: string, { file, draft, body, from }: ToAdopt): string {
  const path = join(dir, keptIn, file);
  return existsSync(path) && readFileSync(path, 'utf8') !== draft ? `${body}-${from}-${file}` : file;
}

/** What was decided and is in no file yet, or there in another way, for whoever keeps them. `charter`: with what was decided. */
export function describeMissing({ decided }: InLedger, charter: Charter): readonly string[] {
  const missing = withoutFile(charter).map(
    ({ id, from, decidedIn }) =>
      `${id} was decided in ${decidedIn} and is in no file. It is in force from ${from} all the same; write it by then: samspil model adopt ${decidedIn}`,
  );
  const holding = new Map(decided.map((each) => [`${each.terms.body}@${each.from}`, each]));
  const other = [...holding.values()].flatMap(({ terms: { body, hash }, from }) => {
    const there = versionIn(charter, { body, from });
    return there && there.decidedIn === undefined && !isNamedBy(there, hash)
      ? [sentence({ ...there.at, message: notDecided(there.id) })]
      : [];
  });
  return [...missing, ...other];
}

function versionIn(charter: Charter, { body, from }: Pick<ToAdopt, 'body' | 'from'>): Terms | undefined {
  return bodyOf(charter, body)?.terms.find((each) => each.from === from);
}

function notDecided(id: string): string {
  return `The terms ${id} are not those that were decided. Take them out, and write them with samspil model adopt.`;
}

function yamlIn(dir: string): readonly string[] {
  return readdirSync(dir).filter((file) => /\.(ya?ml|json)$/.test(file));
}
