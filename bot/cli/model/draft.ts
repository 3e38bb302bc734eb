import type { Command } from 'commander';
import { linkIn } from '../../../cards/kit/link.ts';
import type { Config } from '../../config.ts';
import { isRefusal } from '../../governance/vocabulary/refusal.ts';
import { type Drafted, readDraft } from '../../model/draft.ts';
import { recordedCases } from '../../view/case/recorded-cases.ts';
import { type CharterIn, counted, dateFrom, languageFrom, sentence } from '../asked.ts';
import type { Time } from '../beside.ts';
import { CommandFailed, warnIfEmpty, withStore, withStoreToWrite } from '../open.ts';
import type { Output } from '../output.ts';
import { adoptInto, decidedBy } from './adopt.ts';
import { proposeDraft } from './draft-propose.ts';
import { describeDraft } from './draft-show.ts';
import { describeRehearsal } from './rehearsal.ts';

/** More of the `model` commands; they look into the store too. */
export function draftCommands(
  program: Command,
  config: () => Pick<Config, 'seeds' | 'storeFile'>,
  output: Output,
  charterIn: CharterIn,
  now: Time,
): void {
  const draftIn = (dir: string, file: string): Drafted => {
    const read = readDraft(dir, file);
    if ('errors' in read)
      throw new CommandFailed([...read.errors.map(sentence), `${counted(read.errors.length, 'error')} in the draft ${file}.`].join('\n'));
    const inForce = charterIn.withDecided(read.inForce);
    const { short, sha256 } = read.draft.document;
    const other = inForce.collaboration.documents.find((each) => each.short === short && each.sha256 !== sha256);
    if (other) throw new CommandFailed(`${file}: "${short}" is “${other.title}” already. The draft needs a short name of its own.`);
    return { ...read, inForce, withDraft: charterIn.withDecided(read.withDraft) };
  };
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
    .command('adopt')
    .description('write the terms that a case has decided into the files of the model, with their coverage lines')
    .argument('<case>', 'its number, such as "IT 2015-07", or the stream that `model check` names')
    .option('--out <dir>', 'another folder than the model’s own; it gets the whole model')
    .action(async (named: string, { out }: { out?: string }) => {
      const { seeds, storeFile } = config();
      const adopt = await withStore(storeFile, (store) => decidedBy(store, named));
      const written = adoptInto(seeds, out ?? seeds, adopt);
      if (written.length === 0) return output.say(`${adopt.body}@${adopt.from} is in the files already. Nothing was written.`);
      output.say(`${adopt.body}@${adopt.from} is written to ${out ?? seeds}: ${written.join(', ')}. The model holds together.`);
      output.say('Look it through, and keep the draft beside the documents. A bot that is started again finds the version in its file.');
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
