import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { carriedIn } from '../../decided-terms.ts';
import type { InLedger } from '../../governance/charter/decided.ts';
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
  for (const decided of Object.values(state?.decided ?? [])) {
    const number = begun((await store.recall(decided.case))?.state, 'case')?.number ?? '';
    if (![decided.case, basename(decided.case), number].some((each) => each.toLocaleLowerCase() === sought)) continue;
    return carried(texts, decided, named);
  }
  throw new CommandFailed(`No terms have been decided in "${named}". \`samspil model check\` lists those that have, and are in no file.`);
}

function carried(texts: Texts, decided: DecidedTerms, named: string): ToAdopt {
  const found = carriedIn(texts, decided);
  if (!found) throw new CommandFailed(`The words of the terms decided in "${named}" have been erased, or are not those that were decided.`);
  const { body, from, drafted } = decided;
  return { file: found.file, draft: found.draft, body, from, drafted };
}

/** Writes a decided version into a model's files, with its coverage. All of it, or nothing. Resolves with what was written, by name. */
export function adoptInto(dir: string, out: string, adopt: ToAdopt): readonly string[] {
  const before = readCharter(dir);
  if ('errors' in before) throw new CommandFailed([...before.errors.map(sentence), 'Nothing was written.'].join('\n'));
  const id = `${adopt.body}@${adopt.from}`;
  if (before.charter.bodies.some(({ terms }) => terms.some((each) => each.id === id))) return [];
  const trial = mkdtempSync(join(tmpdir(), 'samspil-adopt-'));
  try {
    for (const file of yamlIn(dir)) cpSync(join(dir, file), join(trial, file));
    const written: Record<string, string> = { ...versionWritten(dir, adopt) };
    for (const [file, text] of Object.entries(written)) writeFileSync(join(trial, file), text);
    const after = readCharter(trial);
    if ('errors' in after) throw new CommandFailed([...after.errors.map(sentence), 'Nothing was written.'].join('\n'));
    const coverage = coverageWritten(dir, after.charter, adopt);
    if (coverage !== null) {
      written[coverageFile] = coverage;
      writeFileSync(join(trial, coverageFile), coverage);
    }
    const { errors } = checkOf(trial);
    if (errors.length > 0)
      throw new CommandFailed([...errors.map(sentence), `${counted(errors.length, 'error')}. Nothing was written.`].join('\n'));
    if (out !== dir) cpSync(dir, out, { recursive: true });
    for (const [file, text] of Object.entries(written)) writeFileSync(join(out, file), text);
    mkdirSync(join(out, keptIn), { recursive: true });
    const kept = join(keptIn, adopt.file);
    if (!existsSync(join(out, kept)) || readFileSync(join(out, kept), 'utf8') !== adopt.draft) writeFileSync(join(out, kept), adopt.draft);
    return [...Object.keys(written), kept];
  } catch (fault) {
    if (!(fault instanceof NoPlaceFor)) throw fault;
    throw new CommandFailed(`The version cannot be written by itself: "${fault.message}" is written on one line. Nothing was written.`);
  } finally {
    rmSync(trial, { recursive: true });
  }
}

/** What was decided and is in no file yet, for whoever keeps them. */
export function describeMissing({ decided }: InLedger, filed: readonly string[]): readonly string[] {
  return decided
    .filter(({ terms, from }) => !filed.includes(`${terms.body}@${from}`))
    .map(
      ({ terms, from, case: stream }) =>
        `${terms.body}@${from} was decided in ${stream} and is in no file. It is in force from ${from} all the same; write it by then: samspil model adopt ${stream}`,
    );
}

function yamlIn(dir: string): readonly string[] {
  return readdirSync(dir).filter((file) => /\.(ya?ml|json)$/.test(file));
}
