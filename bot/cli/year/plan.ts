import type { Command } from 'commander';
import { meetingSaid } from '../../../cards/lists/meeting.ts';
import type { Language } from '../../../cards/text/languages.ts';
import { nearest } from '../../../cards/text/languages.ts';
import type { Config } from '../../config.ts';
import type { Charter } from '../../governance/charter/charter.ts';
import type { BodyYear } from '../../governance/year/facts.ts';
import { planColumns } from '../../governance/year/plan-columns.ts';
import type { ToRecord } from '../../governance/year/take.ts';
import { toIcs } from '../../view/calendar/ics.ts';
import { datesInFile } from '../../view/year/dates-in.ts';
import { readYear } from '../../view/year/plan.ts';
import { planCells } from '../../view/year/plan-cells.ts';
import { describePlan } from '../../view/year/plan-text.ts';
import { bodyFrom, type CharterIn, languageFrom } from '../asked.ts';
import type { Time } from '../beside.ts';
import { CommandFailed, warnIfEmpty, withStore, withStoreToWrite } from '../open.ts';
import type { Output } from '../output.ts';
import { mayTake, openFile, pointedIn, type TakeOptions, takeOptions } from '../take.ts';
import { write, writeCells } from '../write.ts';
import { proposalOf, record, refusalOf, refusedDate, tryPlan } from './plan-record.ts';

export function planCommands(program: Command, config: () => Config, output: Output, charterIn: CharterIn, now: Time): void {
  const plan = program.command('plan').description('plan a year of meetings, print it, and take it in or out');
  const charter = () => charterIn(config().seeds);
  const years = async (model: Charter, whose: string, year: string): Promise<readonly BodyYear[]> => {
    const only = whose === 'all' ? null : bodyFrom(model, whose).id;
    const { storeFile } = config();
    return withStore(storeFile, async (store) => {
      await warnIfEmpty(store, storeFile, output);
      const all = await readYear(store, model, withinCalendar(model, yearFrom(year)), now());
      return only === null ? all : all.filter(({ body }) => body === only);
    });
  };

  plan
    .command('show', { isDefault: true })
    .description('print the plan that is recorded, or, where none is, what would be proposed, and say which')
    .argument('<body>', 'its id, its name or another name it goes by; or all')
    .argument('<year>')
    .option('--json', 'for another program to read')
    .option('--language <language>', 'one of the languages of the model')
    .action(async (whose: string, year: string, { json, language }: { json?: true; language?: string }) => {
      const model = charter();
      const found = await years(model, whose, year);
      if (json) return output.say(JSON.stringify(found, null, 2));
      for (const line of describePlan(model, yearFrom(year), found, languageFrom(model, language))) output.say(line);
    });

  plan
    .command('export')
    .description('write the plan for calendars or for a spreadsheet')
    .argument('<body>', 'its id, its name or another name it goes by; or all')
    .argument('<year>')
    .option('--ics', 'as iCalendar')
    .option('--csv', 'as a table')
    .option('--xlsx', 'as an Excel workbook; needs --to')
    .option('--to <file>', 'where to; without it: printed')
    .option('--language <language>', 'one of the languages of the model')
    .action(async (whose: string, year: string, options: { ics?: true; csv?: true; xlsx?: true; to?: string; language?: string }) => {
      if ([options.ics, options.csv, options.xlsx].filter(Boolean).length !== 1)
        throw new CommandFailed('Say one of --ics, --csv and --xlsx.');
      const model = charter();
      const found = await years(model, whose, year);
      if (found.length === 0) throw new CommandFailed(`There is nothing to write: no dates in ${year}.`);
      const language = languageFrom(model, options.language);
      if (options.ics) return write(output, options.to, toIcs(model, found, language, now()));
      await writeCells(output, planCells(model, found, language), options);
    });

  plan
    .command('propose')
    .description('record the proposal, so that the chairs can confirm it')
    .argument('<body>', 'its id, its name or another name it goes by; or all')
    .argument('<year>')
    .action(async (whose: string, year: string) => {
      const model = charter();
      const found = (await years(model, whose, year)).filter(({ stands }) => stands === 'proposal');
      if (found.length === 0) return output.say('Nothing to propose: the plan is recorded, or nothing is owed.');
      const how = { charter: model, now, language: nearest(languageFrom(model, undefined), 'da') };
      await proposeAll(output, config().storeFile, how, found.map(proposalOf));
    });

  takeOptions(
    plan
      .command('import')
      .description(
        'read dates from a calendar or a table; a line changes the meeting it names; a body that plans here gets a proposal, dates set elsewhere are planned around',
      )
      .argument('<file>', '.ics, .csv or .xlsx')
      .option('--body <body>', 'whose dates they are, where the file does not say')
      .option('--year <year>', 'of dates written without one; only dates of that year are taken')
      .option('--elsewhere', 'the dates are set by others, also where the terms give a cadence'),
    planColumns,
  ).action(async (file: string, options: TakeOptions & { body?: string; year?: string; elsewhere?: true }) => {
    const model = charter();
    const body = options.body === undefined ? null : bodyFrom(model, options.body).id;
    const year = options.year === undefined ? null : withinCalendar(model, yearFrom(options.year));
    const language = nearest(languageFrom(model, options.language), 'da');
    const read = datesInFile(model, await openFile(file), { body, year, pointed: pointedIn(options.column, planColumns) });
    const { storeFile } = config();
    const { trial, asked } = await withStore(storeFile, async (store) => {
      await warnIfEmpty(store, storeFile, output);
      const how = { replace: options.replace ?? false, elsewhere: options.elsewhere ?? false };
      return tryPlan({ store, charter: model, now: now(), language }, read, how);
    });
    if (!mayTake(output, file, trial, options, language, (each) => meetingSaid(model, each, language))) return;
    await recordAll(output, storeFile, { charter: model, now, language }, asked);
  });
}

interface How {
  readonly charter: Charter;
  readonly now: Time;
  readonly language: Language;
}

async function recordAll(output: Output, file: string, how: How, asked: readonly ToRecord[]): Promise<void> {
  for (const line of await withStoreToWrite(file, (store) => record({ ...how, store, now: how.now() }, asked))) output.say(line);
}

/** All or none: what one year's rules would refuse stops the rest before anything is written. */
async function proposeAll(output: Output, file: string, how: How, asked: readonly ToRecord[]): Promise<void> {
  await withStore(file, async (store) => {
    const where = { ...how, store, now: how.now() };
    for (const each of asked) {
      const refused = await refusalOf(where, each);
      if (refused) throw new CommandFailed(`${refusedDate(where, each, refused)} Nothing was changed.`);
    }
  });
  await recordAll(output, file, how, asked);
}

export function withinCalendar(charter: Charter, year: number): number {
  if (hasCalendar(charter, year)) return year;
  throw new CommandFailed(noCalendar(year));
}

function hasCalendar({ daysOff }: Charter, year: number): boolean {
  return [...daysOff].some((date) => date.startsWith(`${year}-`));
}

function noCalendar(year: number): string {
  return `The days off of ${year} are not known, so that year cannot be planned.`;
}

export function yearFrom(written: string): number {
  if (/^(19|20)\d\d$/.test(written)) return Number(written);
  throw new CommandFailed(`"${written}" is not a year; a year is written 2016.`);
}
