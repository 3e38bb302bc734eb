import { Command } from 'commander';
import { competenceCommands } from './cli/competence.ts';
import { decisionCommands } from './cli/decisions.ts';
import { draftCommands } from './cli/draft.ts';
import { fileCommands } from './cli/file.ts';
import { initiativeCommands } from './cli/initiatives.ts';
import { knowledgeCommands } from './cli/knowledge.ts';
import { ledgerCommands } from './cli/ledger.ts';
import { milestoneCommands } from './cli/milestones.ts';
import { modelCommands } from './cli/model.ts';
import { CommandFailed } from './cli/open.ts';
import { planCommands } from './cli/plan.ts';
import { seatCommands } from './cli/seats.ts';
import { statusCommands } from './cli/status.ts';
import { storeCommands } from './cli/store.ts';
import { yearCommands } from './cli/year.ts';
import { ConfigWrong, readConfig } from './config.ts';
import { PageNotPut } from './pages-place.ts';
import { StoreNotOpened } from './store/open.ts';

const program = new Command('samspil').description('The command line of the secretariat and the operator.').showHelpAfterError();
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
  register(program, readConfig);

/** What somebody at the command line can mend; anything else is a fault of ours. */
const theirs = [CommandFailed, ConfigWrong, PageNotPut, StoreNotOpened];

try {
  await program.parseAsync();
} catch (fault) {
  if (!(fault instanceof Error && theirs.some((each) => fault instanceof each))) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
