import type { Command } from 'commander';
import { faultSaid } from '../../../cards/lists/trial.ts';
import { nearest, textIn } from '../../../cards/text/languages.ts';
import type { Config } from '../../config.ts';
import { openDirectory } from '../../directory.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import type { Store } from '../../store/store.ts';
import { bodyFrom, type CharterIn, dateFrom, languageFrom } from '../asked.ts';
import type { Time } from '../beside.ts';
import { CommandFailed, emptiness, warnIfEmpty, withStore, withStoreToWrite } from '../open.ts';
import type { Output } from '../output.ts';
import { mayTake, openTable, pointedIn, type TakeOptions, takeOptions } from '../take.ts';
import { isTable, type TableOptions, tableOptions, writeCells } from '../write.ts';
import { seatCells } from './cells.ts';
import { describeSeats } from './seats-check.ts';
import { readSeats, type SeatRow, seatColumns } from './seats-read.ts';
import { fillSeats, rehearse } from './seats-record.ts';

export function seatCommands(program: Command, config: () => Config, output: Output, charterIn: CharterIn, now: Time): void {
  const seats = program.command('seats').description('fill and check the seats of bodies');

  takeOptions(
    seats
      .command('import')
      .description('fill seats from a table; one line is one appointment: group, seat, name, tenant, aadObjectId, from (Danish or English)')
      .argument('<file>', '.csv or .xlsx'),
    seatColumns,
    { replace: false },
  ).action(async (path: string, options: TakeOptions) => {
    const { seeds, storeFile } = config();
    const charter = charterIn(seeds);
    const language = nearest(languageFrom(charter, options.language), 'da');
    const at = now();
    const file = await openTable(path);
    const read =
      'faults' in file
        ? { rows: [], faults: file.faults, remarks: [] }
        : readSeats(charter, file.lines, dateAt(charter, at), pointedIn(options.column, seatColumns));
    const around = (store: Store) => ({ store, directory: openDirectory(store), charter, now: at, language });
    const tried = await withStore(storeFile, async (store) => {
      await warnIfEmpty(store, storeFile, output);
      return rehearse(around(store), read);
    });
    const trial = { ...tried, remarks: [...file.remarks, ...tried.remarks] };
    const { seat: said } = textIn(language).files;
    const say = ({ body, seat, name, from }: SeatRow) => said(name, seat, body, from);
    if (!mayTake(output, path, trial, options, language, say)) return;
    const refused = await withStoreToWrite(storeFile, (store) => fillSeats(around(store), trial));
    if (refused.length > 0) throw new CommandFailed(refused.map((each) => `${path}: ${faultSaid(each, language)}`).join('\n'));
  });

  tableOptions(
    seats
      .command('show')
      .description('print who sits where, as a table that can be read in again')
      .argument('[body]', 'its id, its name or another name it goes by; without it: every body')
      .option('--as-of <date>', 'on that date, 2015-06-01; without it: today')
      .option('--language <language>', 'one of the languages of the model'),
  ).action(async (written: string | undefined, options: TableOptions & { readonly asOf?: string; readonly language?: string }) => {
    isTable(options);
    const { seeds, storeFile } = config();
    const charter = charterIn(seeds);
    const today = options.asOf === undefined ? dateAt(charter, now()) : dateFrom(options.asOf);
    const only = written === undefined ? null : bodyFrom(charter, written).id;
    const language = nearest(languageFrom(charter, options.language), 'da');
    await withStore(storeFile, async (store) => {
      await warnIfEmpty(store, storeFile, output);
      await writeCells(output, await seatCells({ store, charter, directory: openDirectory(store), language, today }, only), options);
    });
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
