import type { Command } from 'commander';
import { type Language, nearest } from '../../../cards/text/languages.ts';
import type { Config } from '../../config.ts';
import { openDirectory } from '../../directory.ts';
import type { Cells } from '../../files/cells.ts';
import type { Charter } from '../../governance/charter/charter.ts';
import type { PersonKey } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { experienceRegister, flagRegister, type RegisteredExperience, type RegisteredFlag } from '../../view/knowledge/knowledge.ts';
import { bodyFrom, type CharterIn, languageFrom } from '../asked.ts';
import { emptiness, withStore } from '../open.ts';
import type { Output } from '../output.ts';
import { isTable, type TableOptions, tableOptions, writeCells } from '../write.ts';
import { experienceCells, flagCells } from './cells.ts';

type Register<T> = (store: Store, nameOf: (person: PersonKey) => string | null, body: string | null) => Promise<readonly T[]>;

/** What has been shared and flagged, over all bodies or in one. */
export function knowledgeCommands(program: Command, config: () => Config, output: Output, charterIn: CharterIn): void {
  lists(
    program,
    config,
    output,
    charterIn,
    'experiences',
    'print what bodies have tried and shared, and what the others say of it',
    experienceRegister,
    experienceLines,
    experienceCells,
  );
  lists(
    program,
    config,
    output,
    charterIn,
    'flags',
    'print what has been flagged, and what became of it',
    flagRegister,
    flagLines,
    flagCells,
  );
}

function lists<T>(
  program: Command,
  config: () => Config,
  output: Output,
  charterIn: CharterIn,
  name: string,
  description: string,
  register: Register<T>,
  linesOf: (each: T) => readonly string[],
  cells: (charter: Charter, language: Language, all: readonly T[]) => Cells,
): void {
  tableOptions(
    program
      .command(name)
      .description(description)
      .argument('[body]', 'its id, its name or another name it goes by; without it: every body')
      .option('--json', 'for another program to read')
      .option('--language <language>', 'of the table; one of the languages of the model'),
  ).action(async (named: string | undefined, options: TableOptions & { readonly language?: string }) => {
    const table = isTable(options);
    const { seeds, storeFile } = config();
    const charter = charterIn(seeds);
    const language = nearest(languageFrom(charter, options.language), 'da');
    const body = named === undefined ? null : bodyFrom(charter, named).id;
    await withStore(storeFile, async (store) => {
      const everyone = await openDirectory(store).everyone();
      const all = await register(store, (person) => everyone.get(person)?.name || null, body);
      if (options.json) return output.say(JSON.stringify(all, null, 2));
      if (table) return writeCells(output, cells(charter, language, all), options);
      if (all.length === 0) return output.say((await emptiness(store, storeFile)) ?? 'There is nothing yet.');
      for (const line of all.flatMap(linesOf)) output.say(line);
    });
  });
}

function experienceLines({ since, title, from, by, assessor, state, assessment, tally, cases }: RegisteredExperience): readonly string[] {
  const { relevant, already, 'not-for-us': notForUs, silent } = tally;
  return [
    `${since}  ${title}`,
    `      told in ${from} by ${by}; ${assessor}: ${state}${assessment ? ` "${assessment}"` : ''}`,
    ...(state === 'spread'
      ? [`      ${relevant} relevant, ${already} already do, ${notForUs} not for them, ${silent} have not answered`]
      : []),
    ...cases.map(({ about, outcome }) => `      ${about}: ${outcome}`),
  ];
}

function flagLines({ since, body, by, concern, text, state, answer, case: raised }: RegisteredFlag): readonly string[] {
  return [
    `${since}  ${body}: ${concern}, ${state}`,
    `      ${by}: "${text}"`,
    ...(answer ? [`      answered: "${answer}"`] : []),
    ...(raised ? [`      ${raised.about}: ${raised.outcome}`] : []),
  ];
}
