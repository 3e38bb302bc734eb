import { Command } from 'commander';
import { seatCommands } from './cli/body/seats.ts';
import { decisionCommands } from './cli/case/decisions.ts';
import { initiativeCommands } from './cli/initiative/initiatives.ts';
import { knowledgeCommands } from './cli/knowledge/knowledge.ts';
import { fileCommands } from './cli/ledger/file.ts';
import { ledgerCommands } from './cli/ledger/ledger.ts';
import { storeCommands } from './cli/ledger/store.ts';
import { milestoneCommands } from './cli/milestone/milestones.ts';
import { competenceCommands } from './cli/model/competence.ts';
import { draftCommands } from './cli/model/draft.ts';
import { modelCommands } from './cli/model/model.ts';
import { CommandFailed } from './cli/open.ts';
import { statusCommands } from './cli/status/status.ts';
import { planCommands } from './cli/year/plan.ts';
import { yearCommands } from './cli/year/year.ts';
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
