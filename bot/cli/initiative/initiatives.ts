import type { Command } from 'commander';
import { nearest } from '../../../cards/text/languages.ts';
import type { Config } from '../../config.ts';
import type { Cells } from '../../files/cells.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import {
  type ReportDeps,
  type ShownInitiative,
  shownInitiatives,
  shownPortfolios,
  shownWorkPlans,
} from '../../view/initiative/initiatives.ts';
import { bodyFrom, type CharterIn, languageFrom } from '../asked.ts';
import type { Time } from '../beside.ts';
import { emptiness, withStore } from '../open.ts';
import type { Output } from '../output.ts';
import { isTable, type TableOptions, tableOptions, writeCells } from '../write.ts';
import { initiativeCells, portfolioCells, type Wording, workPlanCells } from './cells.ts';

interface Options extends TableOptions {
  readonly language?: string;
}
type InCells<T> = (wording: Wording, shown: T) => Cells;
type Show<T> = (reading: ReportDeps, body: string | null) => Promise<T>;

/** What the agreement wants done, the solutions that are followed, and the year's tasks, as they stand now. */
export function initiativeCommands(program: Command, config: () => Config, output: Output, charterIn: CharterIn, now: Time): void {
  const command = <T>(name: string, says: string, show: Show<T>, lines: (shown: T) => readonly string[], cells: InCells<T>, none: string) =>
    tableOptions(
      program
        .command(name)
        .description(says)
        .argument('[body]', 'its id, its name or another name it goes by; without it: every body')
        .option('--json', 'for another program to read')
        .option('--language <language>', 'one of the languages of the model'),
    ).action(async (written: string | undefined, options: Options) => {
      const table = isTable(options);
      const { seeds, storeFile } = config();
      const charter = charterIn(seeds);
      const body = written === undefined ? null : bodyFrom(charter, written).id;
      const at = now();
      await withStore(storeFile, async (store) => {
        const reading = { store, charter, in: languageFrom(charter, options.language), now: at };
        const shown = await show(reading, body);
        if (options.json) return output.say(JSON.stringify(shown, null, 2));
        const wording = { charter, language: nearest(reading.in, 'da'), today: dateAt(charter, at) };
        if (table) return writeCells(output, cells(wording, shown), options);
        const said = lines(shown);
        if (said.length === 0) return output.say((await emptiness(store, storeFile)) ?? none);
        for (const line of said) output.say(line);
      });
    });
  command(
    'initiatives',
    'print every initiative: who has it, how far it is, how patients take part and what is measured; what nobody has, and goals that nothing hangs under',
    shownInitiatives,
    ({ initiatives, bare }) => [...initiatives.flatMap(initiativeLines), ...bare.map(({ id, name }) => `nothing under: ${name} (${id})`)],
    initiativeCells,
    'There is no initiative.',
  );
  command(
    'portfolio',
    'print the solutions that are followed, how each does, and the wishes in order',
    shownPortfolios,
    portfolioLines,
    portfolioCells,
    'No solutions are followed yet.',
  );
  command(
    'work-plan',
    'print every work plan and how far it is',
    shownWorkPlans,
    workPlanLines,
    workPlanCells,
    'There is no work plan yet.',
  );
}

function initiativeLines(each: ShownInitiative): readonly string[] {
  const { id, name, owner, stage, patients, deliverables, indicators, clusters, under } = each;
  return [
    `${name} (${id}): ${owner === null ? 'nobody has it' : `${owner}, ${stage}`}`,
    ...(under.length > 0 ? [`      under ${under.join(', ')}`] : []),
    ...(clusters.length > 0 ? [`      clusters ${clusters.join(', ')}`] : []),
    ...(owner === null ? [] : [`      patients: ${patients ? `${patients.words} (${patients.on})` : 'not said'}`]),
    ...deliverables.map(({ kind, title, done }) => `      ${kind}: ${title}, ${done === null ? 'on its way' : `finished ${done}`}`),
    ...indicators.map(({ name: measured, unit, baseline, target, values }) => {
      const last = values.at(-1);
      const stands = last
        ? `${last.value} ${unit} of ${last.of}${last.was === null ? '' : `, corrected from ${last.was}`}`
        : 'no value yet';
      return `      ${measured}: ${stands} (from ${baseline ?? '?'}, target ${target ?? '?'})`;
    }),
  ];
}

function portfolioLines(all: Awaited<ReturnType<typeof shownPortfolios>>): readonly string[] {
  return all.flatMap(({ body, asked, solutions, wishes }) => [
    `${body}: asked ${asked ?? 'never'}`,
    ...solutions.map(({ id, name, progress, answered, followUp, use }) => {
      const said = followUp ? `${followUp.verdicts.map(({ goal, says }) => `${goal} ${says}`).join(', ')} (${followUp.quarter})` : '';
      const stands = answered ? said : `no answer${said === '' ? '' : `; last ${said}`}`;
      return `      ${name} (${id}), ${progress ?? 'state not said'}: ${stands}${use.length > 0 ? `; used by ${use.join(', ')}` : ''}`;
    }),
    ...wishes.map(
      ({ title, level, solution }, at) => `      wish ${at + 1}: ${title} (${level}${solution === null ? '' : `, ${solution}`})`,
    ),
  ]);
}

function workPlanLines(all: Awaited<ReturnType<typeof shownWorkPlans>>): readonly string[] {
  return all.flatMap(({ body, year, phase, tasks }) => [
    `${body} ${year}: ${phase}`,
    ...tasks.map((task, at) => `      ${at + 1}. ${task}`),
  ]);
}
