import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { nearest } from '../../../cards/text/languages.ts';
import { now } from '../../../scheduler/clock.ts';
import type { Config } from '../../config.ts';
import { openDirectory } from '../../directory.ts';
import { type Columns, fold, guessedColumns, type ListColumn, listColumns } from '../../governance/milestone/list.ts';
import { type ListWrong, linesOf } from '../../governance/milestone/list-rows.ts';
import { bodyFrom, charterIn, counted, languageFrom } from '../asked.ts';
import { CommandFailed, emptiness, withStore, withStoreToWrite } from '../open.ts';
import type { Output } from '../output.ts';
import { type Listed, readList, takeList } from './record.ts';
import { describeMilestones } from './show.ts';
import { wrongSentence } from './wrong.ts';

export function milestoneCommands(program: Command, config: () => Config, output: Output): void {
  const milestones = program
    .command('milestones')
    .description('what bodies have promised, and how it stands')
    .argument('[body]', 'its id, its name or another name it goes by; without it: every body with a plan')
    .option('--language <language>', 'one of the languages of the model')
    .action(async (written: string | undefined, { language }: { language?: string }) => {
      const { seeds, storeFile } = config();
      const charter = charterIn(seeds);
      const body = written === undefined ? null : bodyFrom(charter, written).id;
      const said = nearest(languageFrom(charter, language), 'da');
      await withStore(storeFile, async (store) => {
        const around = { store, charter, directory: openDirectory(store), now: now() };
        const lines = await describeMilestones(around, body, said);
        if (lines.length === 0) lines.push((await emptiness(store, storeFile)) ?? 'No body has a milestone plan yet.');
        for (const line of lines) output.say(line);
      });
    });

  milestones
    .command('import')
    .description('draft the milestone plan of a body from a table; its keys confirm it on a card')
    .argument('<file>', 'a .csv file, or one with tabs')
    .requiredOption('--body <body>', 'whose plan it is')
    .option(
      '--column <name=heading...>',
      `which column is what, where its heading does not tell: ${listColumns.join(', ')}; --column deliverable="What we deliver"`,
    )
    .option('--dry-run', 'say what would be drafted, and change nothing')
    .action(async (file: string, { body: written, column, dryRun }: { body: string; column?: readonly string[]; dryRun?: true }) => {
      const { seeds, storeFile } = config();
      const charter = charterIn(seeds);
      const body = bodyFrom(charter, written).id;
      const lines = linesOf(contentsOf(file));
      if ('wrong' in lines) throw refusing(file, lines.wrong);
      const [head] = lines;
      const columns = columnsFrom(column ?? [], head?.cells ?? [], head ? guessedColumns(head) : {});
      const open = dryRun ? withStore : withStoreToWrite;
      await open(storeFile, async (store) => {
        const around = { store, directory: openDirectory(store), charter, now: now() };
        const list = await readList(around, body, lines, columns);
        if ('wrong' in list) throw refusing(file, list.wrong);
        if ('refused' in list) throw new CommandFailed(`${list.refused}\nNothing was changed.`);
        const refused = dryRun ? null : await takeList(around, body, list.listed);
        if (refused) throw new CommandFailed(`${refused}\nNothing was changed.`);
        for (const each of list.listed) output.say(sentence(each));
        for (const gone of list.gone) output.say(`out:     ${gone}`);
        output.say(summary(list.listed, list.gone.length, dryRun ?? false));
      });
    });
}

const marks: Readonly<Record<Listed['change'], string>> = { new: 'new:     ', changed: 'changed: ', same: 'as is:   ' };

function sentence({ change, milestone: { due, deliverable }, owner }: Listed): string {
  return `${marks[change]}${due}  ${deliverable}${owner ? `, ${owner}` : ''}`;
}

function summary(listed: readonly Listed[], gone: number, dry: boolean): string {
  const count = (change: Listed['change']) => listed.filter((each) => each.change === change).length;
  const what = `${counted(listed.length, 'milestone')}: ${count('new')} new, ${count('changed')} changed, ${count('same')} as before; ${gone} taken out.`;
  if (dry) return `${what} Nothing was changed.`;
  return count('same') === listed.length && gone === 0
    ? `${what} Nothing new.`
    : `${what} Drafted; the body's keys are asked from its card.`;
}

/** Those named, and for the rest what the headings tell. */
function columnsFrom(named: readonly string[], head: readonly string[], guessed: Columns): Columns {
  const chosen = named.map((each): readonly [ListColumn, number] => {
    const [name = '', heading = ''] = [each.slice(0, Math.max(0, each.indexOf('='))), each.slice(each.indexOf('=') + 1)];
    const column = listColumns.find((known) => known === name.trim());
    if (!column) throw new CommandFailed(`There is no column "${name || each}". There are: ${listColumns.join(', ')}.`);
    const at = head.findIndex((cell) => fold(cell) === fold(heading));
    if (at < 0) throw new CommandFailed(`No heading is "${heading}". These are: ${head.map((cell) => `"${cell}"`).join(', ')}.`);
    return [column, at];
  });
  const taken = new Set(chosen.map(([, at]) => at));
  const rest = Object.entries(guessed).filter(([, at]) => !taken.has(at));
  return { ...Object.fromEntries(rest), ...Object.fromEntries(chosen) };
}

function refusing(file: string, wrong: readonly ListWrong[]): CommandFailed {
  return new CommandFailed(`${wrong.map((each) => `${file}:${each.line}: ${wrongSentence(each)}`).join('\n')}\nNothing was changed.`);
}

function contentsOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (fault) {
    if (fault instanceof TypeError) throw new CommandFailed(`${file} is not written in UTF-8. Nothing was changed.`);
    throw new CommandFailed(`${file} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
}
