import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { now } from '../../../scheduler/clock.ts';
import type { Config } from '../../config.ts';
import { openDirectory } from '../../directory.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import { bodyFrom, charterIn, dateFrom, languageFrom } from '../asked.ts';
import { CommandFailed, emptiness, warnIfEmpty, withStore, withStoreToWrite } from '../open.ts';
import type { Output } from '../output.ts';
import { describeSeats } from './seats-check.ts';
import { type LineWrong, readSeats } from './seats-read.ts';
import { fillSeats, type Outcome, rehearse } from './seats-record.ts';

export function seatCommands(program: Command, config: () => Config, output: Output): void {
  const seats = program.command('seats').description('fill and check the seats of bodies');

  seats
    .command('import')
    .description(
      'fill seats from a table with the columns body, seat, name, tenant, aadObjectId and from (or organ, plads, navn, tenant, aadObjectId, fra)',
    )
    .argument('<file>', 'a .csv file')
    .option('--dry-run', 'say what would change, and change nothing')
    .action(async (file: string, { dryRun }: { dryRun?: true }) => {
      const { seeds, storeFile } = config();
      const charter = charterIn(seeds);
      const at = now();
      const rows = readSeats(charter, contentsOf(file), dateAt(charter, at));
      if ('wrong' in rows) throw refusing(file, rows.wrong);
      const rehearsed = await withStore(storeFile, async (store) => {
        await warnIfEmpty(store, storeFile, output);
        return rehearse({ store, directory: openDirectory(store), charter, now: at }, rows);
      });
      if ('wrong' in rehearsed) throw refusing(file, rehearsed.wrong);
      if (!dryRun) {
        const refused = await withStoreToWrite(storeFile, (store) =>
          fillSeats({ store, directory: openDirectory(store), charter, now: at }, rehearsed),
        );
        if (refused.length > 0)
          throw new CommandFailed(`${listed(file, refused)}\nThe other lines are recorded; run it again when these are right.`);
      }
      for (const outcome of rehearsed) output.say(sentence(outcome, dryRun ?? false));
      output.say(summary(rehearsed, dryRun ?? false));
    });

  seats
    .command('check')
    .description('hold who sits in a body against its terms: vacancies, the balance of sectors, and every cluster where that is asked for')
    .argument('[body]', 'its id, its name or another name it goes by; without it: every body')
    .option('--as-of <date>', 'on that date, 2015-06-01; without it: today')
    .option('--language <language>', 'one of the languages of the model')
    .action(async (written: string | undefined, { asOf, language }: { asOf?: string; language?: string }) => {
      const { seeds, storeFile } = config();
      const charter = charterIn(seeds);
      const date = asOf === undefined ? dateAt(charter, now()) : dateFrom(asOf);
      const all = charter.bodies.filter(({ outside }) => !outside).map(({ id }) => id);
      const bodies = written === undefined ? all : [bodyFrom(charter, written).id];
      await withStore(storeFile, async (store) => {
        const empty = await emptiness(store, storeFile);
        if (empty) output.say(empty);
        for (const line of await describeSeats(store, charter, bodies, date, languageFrom(charter, language))) output.say(line);
      });
    });
}

function sentence({ row: { body, seat, name, from }, fills }: Outcome, dry: boolean): string {
  if (!fills) return `${body}: ${name} is known as ${seat} already.`;
  return `${body}: ${name} ${dry ? 'would become' : 'is now'} ${seat} from ${from}.`;
}

function summary(outcomes: readonly Outcome[], dry: boolean): string {
  const filled = outcomes.filter(({ fills }) => fills).length;
  const what = `${filled} ${filled === 1 ? 'seat' : 'seats'} ${dry ? 'would be filled' : 'filled'}, ${outcomes.length - filled} as before.`;
  return dry ? `${what} Nothing was changed.` : what;
}

function refusing(file: string, wrong: readonly LineWrong[]): CommandFailed {
  return new CommandFailed(`${listed(file, wrong)}\nNothing was changed.`);
}

function listed(file: string, wrong: readonly LineWrong[]): string {
  return wrong.map(({ line, message }) => `${file}:${line}: ${message.replace(/[.]$/, '')}.`).join('\n');
}

function contentsOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (fault) {
    if (fault instanceof TypeError) throw new CommandFailed(`${file} is not written in UTF-8. Nothing was changed.`);
    throw new CommandFailed(`${file} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
}
