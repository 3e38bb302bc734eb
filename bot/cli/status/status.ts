import type { Command } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import { bodyName } from '../../../cards/kit/said.ts';
import { type StatusWords, statusSaid } from '../../../cards/status/said.ts';
import { type Language, nearest, textIn } from '../../../cards/text/languages.ts';
import type { Config } from '../../config.ts';
import { openDesk } from '../../desk.ts';
import { openDirectory } from '../../directory.ts';
import type { Cells } from '../../files/cells.ts';
import type { Charter, IsoDate } from '../../governance/charter/charter.ts';
import { type StatusReport, statusOf } from '../../governance/status/status.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import type { Store } from '../../store/store.ts';
import { endOfDay, factsThen } from '../../view/status/facts-then.ts';
import { bodyFrom, type CharterIn, dateFrom, languageFrom } from '../asked.ts';
import type { Time } from '../beside.ts';
import { CommandFailed, warnIfEmpty, withStore } from '../open.ts';
import type { Output } from '../output.ts';
import { writeCells } from '../write.ts';

interface Options {
  readonly asOf?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly xlsx?: true;
  readonly to?: string;
  readonly md?: true;
  readonly language?: string;
}

/** How a body and those under it stand, or stood: the same as its status card said then. */
export function statusCommands(program: Command, config: () => Config, output: Output, charterIn: CharterIn, now: Time): void {
  program
    .command('status')
    .description(
      'say how a body and those under it stand, or stood on a date: milestones, goals without an initiative, figures against targets',
    )
    .argument('[body]', 'its id, its name or another name it goes by; without it: every body that something is asked of')
    .option('--as-of <date>', 'as it was known at the end of that day, 2015-06-30')
    .option('--json', 'for another program to read')
    .option('--csv', 'for a spreadsheet, one line a milestone')
    .option('--xlsx', 'as an Excel workbook; needs --to')
    .option('--to <file>', 'where --csv or --xlsx goes; without it: printed')
    .option('--md', 'for a document')
    .option('--language <language>', 'one of the languages of the model')
    .action(async (name: string | undefined, options: Options) => {
      if ([options.json, options.csv, options.xlsx, options.md].filter(Boolean).length > 1)
        throw new CommandFailed('Say one of --json, --csv, --xlsx and --md.');
      const { seeds, storeFile } = config();
      const charter = charterIn(seeds);
      const only = name === undefined ? null : bodyFrom(charter, name).id;
      const language = nearest(languageFrom(charter, options.language), 'da');
      const date = options.asOf === undefined ? dateAt(charter, now()) : dateFrom(options.asOf);
      await withStore(storeFile, async (store) => {
        await warnIfEmpty(store, storeFile, output);
        const reports = await reportsOn(store, charter, only, date);
        const said = await inWords(store, charter, reports, language, options.asOf === undefined ? now() : endOfDay(charter, date));
        if (options.json)
          return output.say(
            JSON.stringify(
              reports.map((report, at) => forPrograms(report, said[at])),
              null,
              2,
            ),
          );
        if (options.csv || options.xlsx) return writeCells(output, statusCells(charter, reports, said, language), options);
        for (const line of said.flatMap(options.md ? asDocument : asLines)) output.say(line);
      });
    });
}

/** The body that was asked for; without one, each that has something to say, by its id. */
async function reportsOn(store: Store, charter: Charter, only: string | null, date: IsoDate): Promise<readonly StatusReport[]> {
  const facts = await factsThen(store, charter, date);
  if (only !== null) return [statusOf(charter, only, facts, date)];
  const bodies = charter.bodies.filter(({ outside }) => !outside).map(({ id }) => id);
  const reports = bodies.map((id) => statusOf(charter, id, facts, date));
  return reports.filter(({ rows, indicators }) => rows.length > 0 || indicators.length > 0);
}

interface Worded {
  readonly words: StatusWords;
  /** The deliverable of each milestone, in the report's order. */
  readonly deliverables: readonly string[];
}

async function inWords(
  store: Store,
  charter: Charter,
  reports: readonly StatusReport[],
  language: Language,
  at: Temporal.Instant,
): Promise<readonly Worded[]> {
  const desk = await openDesk(store, openDirectory(store), charter, at);
  return Promise.all(
    reports.map(async (report) => ({
      words: await statusSaid(desk, report, language, { lines: Number.POSITIVE_INFINITY, rows: 0, charts: Number.POSITIVE_INFINITY }),
      deliverables: await Promise.all(
        report.rows.map(async ({ deliverable }) => (await desk.words(deliverable.in, deliverable.text)) ?? ''),
      ),
    })),
  );
}

function asLines({ words: { title, asOf, headline, sections, measured } }: Worded): readonly string[] {
  const parts = [...sections, ...measured].flatMap(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`)]);
  return [title, asOf, headline, ...parts, ''];
}

function asDocument({ words: { title, asOf, headline, sections, measured } }: Worded): readonly string[] {
  const parts = [...sections, ...measured].flatMap(({ heading, lines }) => ['', `## ${heading}`, '', ...lines.map((line) => `- ${line}`)]);
  return [`# ${title}`, '', asOf, '', headline, ...parts, ''];
}

/** In the words a person reads, one line a milestone. */
function statusCells(charter: Charter, reports: readonly StatusReport[], said: readonly Worded[], language: Language): Cells {
  const { tables, milestone } = textIn(language);
  const name = (body: string, date: IsoDate) => bodyName(charter, body, language, date);
  const rows = reports.flatMap((report, nth) =>
    report.rows.map(({ plan, by, due, stands, overdue, answer }, at) => [
      report.date,
      name(report.body, report.date),
      name(plan, report.date),
      name(by, report.date),
      said[nth]?.deliverables[at] ?? '',
      due,
      milestone.standing[stands],
      overdue ? tables.yes : tables.no,
      answer?.expected ?? '',
      answer?.on ?? '',
    ]),
  );
  return { head: tables.status, rows };
}

function milestonesOf(report: StatusReport, worded: Worded | undefined) {
  return report.rows.map(({ key, plan, by, due, stands, overdue, answer }, at) => ({
    asOf: report.date,
    body: report.body,
    plan,
    answersFor: by,
    milestone: key,
    deliverable: worded?.deliverables[at] ?? '',
    due,
    status: stands,
    overdue: String(overdue),
    expected: answer?.expected ?? '',
    answeredOn: answer?.on ?? '',
  }));
}

function forPrograms(report: StatusReport, worded: Worded | undefined) {
  const { body, date, bodies, counts, each } = report;
  return {
    body,
    asOf: date,
    bodies,
    counts,
    each,
    milestones: milestonesOf(report, worded),
    goalsWithoutInitiative: report.bareGoals.map(({ id }) => id),
    initiativesWithoutBody: report.unassigned.map(({ id }) => id),
    indicators: report.indicators.map(({ initiative, indicator, last, reached }, at) => ({
      initiative,
      indicator: indicator.id,
      name: worded?.words.measured[at]?.heading ?? '',
      baseline: indicator.baseline,
      target: indicator.target,
      direction: indicator.direction,
      last: last && { value: last.value, of: last.of },
      reached,
    })),
  };
}
