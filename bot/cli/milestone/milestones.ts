import type { Command } from 'commander';
import { milestoneSaid } from '../../../cards/milestone/list.ts';
import { nearest, textIn } from '../../../cards/text/languages.ts';
import type { Config } from '../../config.ts';
import { openDirectory } from '../../directory.ts';
import { tableOf } from '../../governance/lists/table.ts';
import { listCalled, listColumns, neededColumns } from '../../governance/milestone/list.ts';
import type { TriedMilestone } from '../../governance/milestone/list-trial.ts';
import type { Store } from '../../store/store.ts';
import { bodyFrom, type CharterIn, languageFrom } from '../asked.ts';
import type { Time } from '../beside.ts';
import { emptiness, withStore, withStoreToWrite } from '../open.ts';
import type { Output } from '../output.ts';
import { mayTake, openTable, pointedIn, type TakeOptions, takeOptions } from '../take.ts';
import { writeCells } from '../write.ts';
import { milestoneCells } from './cells.ts';
import { readList, takeList } from './record.ts';
import { describeMilestones } from './show.ts';

export function milestoneCommands(program: Command, config: () => Config, output: Output, charterIn: CharterIn, now: Time): void {
  const milestones = program
    .command('milestones')
    .description('what bodies have promised, and how it stands')
    .argument('[body]', 'its id, its name or another name it goes by; without it: every body with a plan')
    .enablePositionalOptions()
    .option('--csv', 'as a table that can be read in again')
    .option('--xlsx', 'as an Excel workbook; needs --to')
    .option('--to <file>', 'where --csv or --xlsx goes; without it: printed')
    .option('--language <language>', 'one of the languages of the model')
    .action(async (written: string | undefined, options: { csv?: true; xlsx?: true; to?: string; language?: string }) => {
      const { seeds, storeFile } = config();
      const charter = charterIn(seeds);
      const body = written === undefined ? null : bodyFrom(charter, written).id;
      const said = nearest(languageFrom(charter, options.language), 'da');
      await withStore(storeFile, async (store) => {
        const around = { store, charter, directory: openDirectory(store), now: now(), language: said };
        if (options.csv || options.xlsx) return writeCells(output, await milestoneCells(around, body), options);
        const lines = await describeMilestones(around, body, said);
        if (lines.length === 0) lines.push((await emptiness(store, storeFile)) ?? 'No body has a milestone plan yet.');
        for (const line of lines) output.say(line);
      });
    });

  takeOptions(
    milestones
      .command('import')
      .description(
        'draft the milestone plan of a body from a table; a line changes the milestone it names; its chairs confirm it on a card',
      )
      .argument('<file>', '.csv, .xlsx, or text with tabs')
      .requiredOption('--body <body>', 'whose plan it is'),
    listColumns,
  ).action(async (path: string, options: TakeOptions & { body: string }) => {
    const { seeds, storeFile } = config();
    const charter = charterIn(seeds);
    const body = bodyFrom(charter, options.body).id;
    const language = nearest(languageFrom(charter, options.language), 'da');
    const whole = options.replace ?? false;
    const file = await openTable(path);
    const table =
      'faults' in file ? { wrong: file.faults } : tableOf(file.lines, listCalled, neededColumns, pointedIn(options.column, listColumns));
    const say = (each: TriedMilestone) => milestoneSaid(each, language);
    if ('wrong' in table) {
      mayTake(output, path, { changes: [], faults: table.wrong, remarks: file.remarks }, options, language, say);
      return;
    }
    const around = (store: Store) => ({ store, directory: openDirectory(store), charter, now: now(), language });
    const read = await withStore(storeFile, async (store) => readList(around(store), body, table, whole));
    const trial = { ...read.trial, remarks: [...file.remarks, ...read.trial.remarks] };
    if (!mayTake(output, path, trial, options, language, say)) return;
    await withStoreToWrite(storeFile, (store) => takeList(around(store), body, read, whole));
    output.say(textIn(language).files.drafted);
  });
}
