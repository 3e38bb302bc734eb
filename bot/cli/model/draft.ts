import type { Command } from 'commander';
import { linkIn } from '../../../cards/kit/link.ts';
import { now } from '../../../scheduler/clock.ts';
import type { Config } from '../../config.ts';
import { isRefusal } from '../../governance/vocabulary/refusal.ts';
import { type Drafted, readDraft } from '../../model/draft.ts';
import { recordedCases } from '../../view/case/recorded-cases.ts';
import { counted, dateFrom, languageFrom, sentence } from '../asked.ts';
import { CommandFailed, warnIfEmpty, withStore, withStoreToWrite } from '../open.ts';
import type { Output } from '../output.ts';
import { proposeDraft } from './draft-propose.ts';
import { describeDraft } from './draft-show.ts';
import { describeRehearsal } from './rehearsal.ts';

/** More of the `model` commands; they look into the store too. */
export function draftCommands(program: Command, config: () => Pick<Config, 'seeds' | 'storeFile'>, output: Output): void {
  const model = program.commands.find((each) => each.name() === 'model') ?? program.command('model');
  model
    .command('draft')
    .description('say in plain words what a draft of new terms changes, against the version it would follow')
    .argument('<file>', 'a .yaml file with the new version of one body or several (docs/model.md)')
    .option('--language <language>', 'one of the languages of the model')
    .action((file: string, { language }: { language?: string }) => {
      const drafted = draftIn(config().seeds, file);
      for (const line of describeDraft(drafted, languageFrom(drafted.inForce, language))) output.say(line);
    });

  model
    .command('propose')
    .description('lay a draft of new terms before the bodies it is for: in each, a case not yet sent, with what it changes')
    .argument('<file>', 'a .yaml file with the new version of one body or several (docs/model.md)')
    .option('--papers <address>', 'where the whole draft can be read')
    .action(async (file: string, { papers }: { papers?: string }) => {
      const { seeds, storeFile } = config();
      const drafted = draftIn(seeds, file);
      const link = papers === undefined ? null : linkIn(papers);
      if (isRefusal(link)) throw new CommandFailed(`"${papers}" is not an address that can be opened; one begins with https://.`);
      await withStoreToWrite(storeFile, async (store) => {
        await warnIfEmpty(store, storeFile, output);
        for (const line of await proposeDraft(store, drafted, link, now())) output.say(line);
      });
    });

  model
    .command('rehearse')
    .description('take the recorded cases through a draft of new terms, and say what would have been decided where')
    .argument('<file>', 'a .yaml file with the new version of one body or several (docs/model.md)')
    .option('--from <date>', 'cases raised on that date or later; without it: all of them')
    .option('--language <language>', 'one of the languages of the model')
    .action(async (file: string, { from, language }: { from?: string; language?: string }) => {
      const { seeds, storeFile } = config();
      const drafted = draftIn(seeds, file);
      const since = from === undefined ? '0001-01-01' : dateFrom(from);
      const cases = await withStore(storeFile, (store) => recordedCases(store, since));
      for (const line of describeRehearsal(drafted, cases, languageFrom(drafted.inForce, language))) output.say(line);
    });
}

function draftIn(dir: string, file: string): Drafted {
  const read = readDraft(dir, file);
  if (!('errors' in read)) return read;
  throw new CommandFailed([...read.errors.map(sentence), `${counted(read.errors.length, 'error')} in the draft ${file}.`].join('\n'));
}
