import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { bodiesOnward, chainSaid, clauseIn, keysSaid, verdictSaid } from '../../../cards/kit/clauses.ts';
import { bodyName } from '../../../cards/kit/said.ts';
import { nearest, textIn } from '../../../cards/text/languages.ts';
import type { Config } from '../../config.ts';
import type { Charter } from '../../governance/charter/charter.ts';
import { competenceOn } from '../../governance/charter/competence.ts';
import { type Matter, matterKinds, weights } from '../../governance/charter/matter.ts';
import { bodyFrom, type CharterIn, dateFrom, languageFrom } from '../asked.ts';
import { CommandFailed } from '../open.ts';
import type { Output } from '../output.ts';
import { sourceText } from './show.ts';

const matter = z.strictObject({ kind: z.enum(matterKinds), weighs: z.array(z.enum(weights)).default([]) });

/** Who may decide a case, who is told and where it goes, from the model alone, with the clauses. */
export function competenceCommands(program: Command, config: () => Pick<Config, 'seeds'>, output: Output, charterIn: CharterIn): void {
  program
    .command('competence')
    .description('say who may decide a case, who is told and where it goes, with the clauses')
    .argument('<body>', 'its id, its name or another name it goes by')
    .requiredOption('--case <file>', 'what it is about, as YAML: kind, and what it weighs')
    .requiredOption('--as-of <date>', 'the day whose terms count, 2015-06-01')
    .option('--language <language>', 'one of the languages of the model')
    .option('--json', 'for another program to read')
    .action((name: string, { case: file, asOf, language, json }: { case: string; asOf: string; language?: string; json?: true }) => {
      const charter = charterIn(config().seeds);
      const body = bodyFrom(charter, name).id;
      const date = dateFrom(asOf);
      const about = matterFrom(file);
      if (json) return output.say(JSON.stringify(answerFor(charter, body, about, date), null, 2));
      for (const line of said(charter, body, about, date, languageFrom(charter, language))) output.say(line);
    });
}

function answerFor(charter: Charter, body: string, about: Matter, asOf: string) {
  const answer = competenceOn(charter, body, about, asOf);
  return { body, asOf, ...about, ...answer, way: [body, ...bodiesOnward(charter, body, about, asOf, [])] };
}

function said(charter: Charter, body: string, about: Matter, asOf: string, wanted: string): readonly string[] {
  const language = nearest(wanted, 'en');
  const { verdict: text } = textIn(language);
  const answer = competenceOn(charter, body, about, asOf);
  const name = (id: string) => bodyName(charter, id, language, asOf);
  const way = bodiesOnward(charter, body, about, asOf, []);
  const keys = keysSaid(charter, body, language, asOf);
  const lines = answer.chain.flatMap((id) => clauseIn(charter, id) ?? []).map(({ source }) => `  {${sourceText(source)}}`);
  return [
    verdictSaid(charter, body, answer, language, asOf),
    ...chainSaid(charter, answer, language).map((each, at) => `  ${each}${lines[at] ?? ''}`),
    ...(answer.told.length > 0 ? [text.told(answer.told.map(name).join(', '))] : []),
    ...(way.length > 0 ? [text.way([body, ...way].map(name).join(' → '))] : []),
    ...(keys ? [keys] : []),
  ];
}

function matterFrom(file: string): Matter {
  if (!existsSync(file)) throw new CommandFailed(`There is no file ${file}.`);
  const read = matter.safeParse(parsed(readFileSync(file, 'utf8'), file));
  if (read.success) return read.data;
  const [problem] = read.error.issues;
  throw new CommandFailed(`${file}: ${problem?.path.join('.') || 'the case'}: ${problem?.message ?? 'cannot be read'}.`);
}

function parsed(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (fault) {
    if (!(fault instanceof YAMLParseError)) throw fault;
    throw new CommandFailed(`${file} line ${fault.linePos?.[0].line ?? 1} is no YAML.`);
  }
}
