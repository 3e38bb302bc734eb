import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { trialParts, trialSum } from '../../cards/lists/trial.ts';
import type { Language } from '../../cards/text/languages.ts';
import { textIn } from '../../cards/text/languages.ts';
import { type OpenedFile, opened } from '../files/open.ts';
import { fold } from '../governance/lists/fold.ts';
import { type Fault, fault, type ListLine } from '../governance/lists/line.ts';
import type { Pointed } from '../governance/lists/table.ts';
import { isNothingNew, needsALook, type Remark, type Trial } from '../governance/lists/trial.ts';
import { CommandFailed } from './open.ts';
import type { Output } from './output.ts';

/** What every import may be told. */
export interface TakeOptions {
  readonly column?: readonly string[];
  readonly dryRun?: true;
  readonly replace?: true;
  readonly yes?: true;
  readonly language?: string;
}

/** The options that every import has. */
export function takeOptions(
  command: Command,
  columns: readonly string[],
  { replace }: { readonly replace: boolean } = { replace: true },
): Command {
  if (replace) command.option('--replace', 'the file is the whole list: what it does not mention is taken out; listed first');
  return command
    .option(
      '--column <name=heading...>',
      `which column is what, where its heading does not tell: ${columns.join(', ')}; --column ${columns[0]}="…"`,
    )
    .option('--yes', 'I have seen what is filled in or taken out')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--language <language>', 'one of the languages of the model');
}

const most = 5_000_000;

export async function openFile(path: string): Promise<OpenedFile> {
  return opened(bytesOf(path));
}

/** A file that should be a table. */
export async function openTable(
  path: string,
): Promise<({ readonly lines: readonly ListLine[] } | { readonly faults: readonly Fault[] }) & { readonly remarks: readonly Remark[] }> {
  const file = await openFile(path);
  if (file.is === 'table') return file;
  return { faults: file.is === 'unread' ? file.faults : [fault(1, 'not-read', 'BEGIN:VCALENDAR')], remarks: file.remarks };
}

/** Which columns somebody pointed out, by their headings. */
export function pointedIn<C extends string>(named: readonly string[] | undefined, columns: readonly C[]): Pointed<C> {
  const chosen = (named ?? []).map((each): readonly [C, string] => {
    const [name = '', heading = ''] = [each.slice(0, Math.max(0, each.indexOf('='))), each.slice(each.indexOf('=') + 1)];
    const column = columns.find((known) => fold(known) === fold(name));
    if (!column) throw new CommandFailed(`There is no column "${name || each}". There are: ${columns.join(', ')}.`);
    return [column, heading];
  });
  return Object.fromEntries(chosen) as Pointed<C>;
}

/** Prints what would come of a file. True: it may be taken now. All of it, or nothing. */
export function mayTake<T>(
  output: Output,
  file: string,
  trial: Trial<T>,
  { dryRun, yes }: TakeOptions,
  language: Language,
  say: (each: T) => string,
): boolean {
  const text = textIn(language).files;
  const print = trial.faults.length > 0 ? output.warn : output.say;
  for (const { heading, lines } of trialParts(trial, language, say)) {
    print(heading);
    for (const line of lines) print(`  ${line}`);
  }
  if (trial.faults.length > 0) throw new CommandFailed(`${file}: ${text.nothingChanged}`);
  output.say(trialSum(trial, language));
  if (dryRun) output.say(text.nothingChanged);
  if (dryRun || isNothingNew(trial)) return false;
  if (needsALook(trial) && !yes) throw new CommandFailed(`${text.nothingChanged} ${text.seen}`);
  return true;
}

function bytesOf(path: string): Uint8Array {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > most) throw new CommandFailed(`${path} is larger than any list: ${bytes.length} bytes. Nothing was changed.`);
    return bytes;
  } catch (fault) {
    if (fault instanceof CommandFailed) throw fault;
    throw new CommandFailed(`${path} was not read: there is no such file, or it may not be read. Nothing was changed.`);
  }
}
