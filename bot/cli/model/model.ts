import type { Command } from 'commander';
import type { Config } from '../../config.ts';
import { holdAgainst, readCoverage } from '../../model/coverage.ts';
import { initModel, writeSchemas } from '../../model/starter.ts';
import { bodyFrom, type CharterIn, counted, dateFrom, languageFrom, sentence } from '../asked.ts';
import { CommandFailed } from '../open.ts';
import type { Output } from '../output.ts';
import { describeMissing } from './adopt.ts';
import { checkOf, describeCheck } from './check.ts';
import { describeDifference } from './diff.ts';
import { drawCommand } from './draw.ts';
import { describeTerms } from './show.ts';

export function modelCommands(program: Command, config: () => Pick<Config, 'seeds'>, output: Output, charterIn: CharterIn): void {
  const model = program.command('model').description('read, check and question the governance model');
  const dir = () => config().seeds;

  model
    .command('check')
    .description('check that the model holds together, and say what is in it and what is not stated')
    .option('--json', 'for another program to read')
    .action(({ json }: { json?: true }) => {
      const check = checkOf(dir());
      const missing = check.found ? describeMissing(charterIn.decided(), charterIn(dir())) : [];
      if (json) output.say(JSON.stringify({ ...check, missing }, null, 2));
      else for (const line of [...describeCheck(check), ...missing]) output.say(line);
      if (check.errors.length > 0) throw new CommandFailed(`${counted(check.errors.length, 'error')} in the model in ${dir()}.`);
    });

  model
    .command('coverage')
    .description('hold the model against the documents it was read from: every line, from the first to the last')
    .argument('<dir>', 'the folder that has the documents')
    .action((documents: string) => {
      const charter = charterIn(dir());
      const errors = [...readCoverage(dir(), charter), ...holdAgainst(charter, documents)];
      for (const error of errors) output.say(sentence(error));
      if (errors.length > 0) throw new CommandFailed(`${counted(errors.length, 'error')} in the coverage of the documents.`);
      const lines = charter.collaboration.documents.reduce((sum, each) => sum + each.lines, 0);
      output.say(`${counted(charter.collaboration.documents.length, 'document')}, ${counted(lines, 'line')}: no gap.`);
    });

  model
    .command('show')
    .description('print what a body is, what it may and what it owes, each line with its source')
    .argument('<body>', 'its id, its name or another name it goes by')
    .option('--as-of <date>', 'the terms in force on that date, 2015-06-01; without it: the newest')
    .option('--language <language>', 'one of the languages of the model')
    .action((name: string, { asOf, language }: { asOf?: string; language?: string }) => {
      const charter = charterIn(dir());
      const date = asOf === undefined ? null : dateFrom(asOf);
      for (const line of describeTerms(charter, bodyFrom(charter, name), date, languageFrom(charter, language))) output.say(line);
    });

  model
    .command('diff')
    .description('say in plain words how the terms of a body differ between two dates')
    .argument('<body>', 'its id, its name or another name it goes by')
    .argument('<date>', 'the earlier date')
    .argument('<date>', 'the later date')
    .option('--language <language>', 'one of the languages of the model')
    .action((name: string, one: string, other: string, { language }: { language?: string }) => {
      const charter = charterIn(dir());
      const body = bodyFrom(charter, name);
      for (const line of describeDifference(charter, body, dateFrom(one), dateFrom(other), languageFrom(charter, language)))
        output.say(line);
    });

  drawCommand(model, dir, output, charterIn);

  model
    .command('init')
    .description('write a small model with comments, for another collaboration to begin from')
    .argument('<dir>', 'a new folder')
    .action((to: string) => {
      const written = initModel(to);
      if (written === null) throw new CommandFailed(`There is something in ${to} already. Nothing was written.`);
      output.say(`Written to ${to}: ${written.join(', ')}.`);
      output.say(`Check it with SAMSPIL_SEEDS=${to} and \`model check\`. docs/model.md says how to go on.`);
    });

  model
    .command('schema')
    .description('write the JSON Schemas that an editor completes and checks the files with')
    .argument('[dir]', 'where to; without it: beside the model')
    .action((to?: string) => {
      output.say(`Written to ${to ?? dir()}: ${writeSchemas(to ?? dir()).join(', ')}.`);
    });
}
