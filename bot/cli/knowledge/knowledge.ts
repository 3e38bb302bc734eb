import type { Command } from 'commander';
import type { Config } from '../../config.ts';
import { openDirectory } from '../../directory.ts';
import type { PersonKey } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { experienceRegister, flagRegister, type RegisteredExperience, type RegisteredFlag } from '../../view/knowledge/knowledge.ts';
import { bodyFrom, charterIn } from '../asked.ts';
import { emptiness, withStore } from '../open.ts';
import type { Output } from '../output.ts';

type Register<T> = (store: Store, nameOf: (person: PersonKey) => string | null, body: string | null) => Promise<readonly T[]>;

/** What has been shared and flagged, over all bodies or in one. */
export function knowledgeCommands(program: Command, config: () => Config, output: Output): void {
  lists(
    program,
    config,
    output,
    'experiences',
    'print what bodies have tried and shared, and what the others say of it',
    experienceRegister,
    experienceLines,
  );
  lists(program, config, output, 'flags', 'print what has been flagged, and what became of it', flagRegister, flagLines);
}

function lists<T>(
  program: Command,
  config: () => Config,
  output: Output,
  name: string,
  description: string,
  register: Register<T>,
  linesOf: (each: T) => readonly string[],
): void {
  program
    .command(name)
    .description(description)
    .argument('[body]', 'its id, its name or another name it goes by; without it: every body')
    .option('--json', 'for another program to read')
    .action(async (named: string | undefined, { json }: { json?: true }) => {
      const { seeds, storeFile } = config();
      const body = named === undefined ? null : bodyFrom(charterIn(seeds), named).id;
      await withStore(storeFile, async (store) => {
        const everyone = await openDirectory(store).everyone();
        const all = await register(store, (person) => everyone.get(person)?.name || null, body);
        if (json) return output.say(JSON.stringify(all, null, 2));
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
