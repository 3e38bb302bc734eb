import { readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { now } from '../../../scheduler/clock.ts';
import type { Config } from '../../config.ts';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import type { BodyYear } from '../../governance/year/facts.ts';
import { toIcs } from '../../view/calendar/ics.ts';
import { fromIcs } from '../../view/calendar/ics-read.ts';
import { fromCsv, toCsv } from '../../view/year/csv.ts';
import { FileUnreadable, type ReadDate } from '../../view/year/import.ts';
import { readYear } from '../../view/year/plan.ts';
import { describePlan } from '../../view/year/plan-text.ts';
import { bodyFrom, charterIn, languageFrom } from '../asked.ts';
import { CommandFailed, warnIfEmpty, withStore, withStoreToWrite } from '../open.ts';
import type { Output } from '../output.ts';
import { commandsFor, mayRecord, proposalOf, record, type ToRecord } from './plan-record.ts';

export function planCommands(program: Command, config: () => Config, output: Output): void {
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
    .option('--to <file>', 'where to; without it: printed')
    .option('--language <language>', 'one of the languages of the model')
    .action(async (whose: string, year: string, options: { ics?: true; csv?: true; to?: string; language?: string }) => {
      if (options.ics === options.csv) throw new CommandFailed('Say either --ics or --csv.');
      const model = charter();
      const found = await years(model, whose, year);
      if (found.length === 0) throw new CommandFailed(`There is nothing to write: no dates in ${year}.`);
      const language = languageFrom(model, options.language);
      const text = options.ics ? toIcs(model, found, language, now()) : toCsv(model, found, language);
      if (options.to === undefined) output.write(text);
      else writeFileSync(options.to, text);
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
      await recordAll(output, config().storeFile, model, found.map(proposalOf));
    });

  plan
    .command('import')
    .description('read dates from a calendar or a table; a body that plans here gets a proposal, dates set elsewhere are planned around')
    .argument('<file>', '.ics or .csv')
    .option('--body <body>', 'whose dates they are, where the file does not say')
    .option('--elsewhere', 'the dates are set by others, also where the terms give a cadence')
    .action(async (file: string, { body, elsewhere }: { body?: string; elsewhere?: true }) => {
      const model = charter();
      const whose = body === undefined ? null : bodyFrom(model, body).id;
      const dates = datesIn(model, file, whose);
      const { storeFile } = config();
      const asked = await withStore(storeFile, async (store) => {
        await warnIfEmpty(store, storeFile, output);
        return commandsFor(store, model, dates, elsewhere ?? false, now());
      });
      if (asked.length === 0) return output.say(`${file}: nothing new in ${dates.length} dates.`);
      await recordAll(output, storeFile, model, asked);
    });
}

async function recordAll(output: Output, file: string, charter: Charter, asked: readonly ToRecord[]): Promise<void> {
  await withStore(file, (store) => mayRecord(store, charter, asked, now()));
  for (const line of await withStoreToWrite(file, (store) => record(store, charter, asked, now()))) output.say(line);
}

function datesIn(charter: Charter, file: string, body: BodyId | null): readonly ReadDate[] {
  const format = extname(file).toLowerCase();
  if (format !== '.ics' && format !== '.csv') throw new CommandFailed(`${file} is neither .ics nor .csv. Nothing was changed.`);
  const text = contentsOf(file);
  try {
    const dates = format === '.ics' ? fromIcs(charter, text, body) : fromCsv(charter, text, body);
    for (const { date, line } of dates) {
      const year = Number(date.slice(0, 4));
      if (!hasCalendar(charter, year)) throw new FileUnreadable(line, noCalendar(year));
    }
    return dates;
  } catch (fault) {
    if (!(fault instanceof FileUnreadable)) throw fault;
    throw new CommandFailed(`${file}: ${fault.message} Nothing was changed.`);
  }
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

const most = 2_000_000;

function contentsOf(file: string): string {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > most) throw new CommandFailed(`${file} is larger than any plan: ${bytes.length} bytes. Nothing was changed.`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (fault) {
    if (fault instanceof CommandFailed) throw fault;
    const why = fault instanceof TypeError ? 'it is not text in UTF-8' : 'there is no such file, or it may not be read';
    throw new CommandFailed(`${file} was not read: ${why}. Nothing was changed.`);
  }
}
