import { Command, CommanderError } from 'commander';
import { type Config, ConfigWrong } from '../config.ts';
import { readCharter } from '../model/read.ts';
import { PageNotPut } from '../pages-place.ts';
import { StoreNotOpened } from '../store/open.ts';
import { openModel } from './asked.ts';
import { type BesideFiles, besideTheFiles, goesAlone, onlyFiles } from './beside.ts';
import { seatCommands } from './body/seats.ts';
import { decisionCommands } from './case/decisions.ts';
import { initiativeCommands } from './initiative/initiatives.ts';
import { knowledgeCommands } from './knowledge/knowledge.ts';
import { fileCommands } from './ledger/file.ts';
import { ledgerCommands } from './ledger/ledger.ts';
import { storeCommands } from './ledger/store.ts';
import { milestoneCommands } from './milestone/milestones.ts';
import { competenceCommands } from './model/competence.ts';
import { draftCommands } from './model/draft.ts';
import { modelCommands } from './model/model.ts';
import { CommandFailed } from './open.ts';
import type { Output } from './output.ts';
import { statusCommands } from './status/status.ts';
import { planCommands } from './year/plan.ts';
import { yearCommands } from './year/year.ts';

/** What somebody at the command line can mend; anything else is a fault of ours. */
const theirs = [CommandFailed, ConfigWrong, PageNotPut, StoreNotOpened];

/**
 * Does what the words ask for, with the model as `read` finds it. Resolves with the exit code; what somebody at the command line can
 * mend is said, and the code is then 1.
 */
export async function runCommand(words: readonly string[], config: () => Config, output: Output, read = readCharter): Promise<number> {
  let beside: BesideFiles = onlyFiles;
  const charterIn = openModel(read, () => beside);
  const time = () => beside.now();
  const program = new Command('samspil')
    .description('The command line of the secretariat and the operator.')
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({ writeOut: output.write, writeErr: (text) => output.warn(text.replace(/\n$/, '')) });
  for (const register of [
    competenceCommands,
    decisionCommands,
    fileCommands,
    knowledgeCommands,
    initiativeCommands,
    ledgerCommands,
    milestoneCommands,
    modelCommands,
    draftCommands,
    planCommands,
    seatCommands,
    statusCommands,
    storeCommands,
    yearCommands,
  ])
    register(program, config, output, charterIn, time);
  program.hook('preAction', async (_program, command) => {
    if (!goesAlone(command)) beside = await besideTheFiles(config);
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode;
    if (!(fault instanceof Error && theirs.some((each) => fault instanceof each))) throw fault;
    output.warn(fault.message);
    return 1;
  }
}
