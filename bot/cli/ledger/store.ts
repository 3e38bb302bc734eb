import type { Command } from 'commander';
import type { Config } from '../../config.ts';
import { fileOf } from '../../store/address.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { CommandFailed, emptiness, withStore } from '../open.ts';
import type { Output } from '../output.ts';
import { storeCopyCommand } from './store-copy.ts';
import { storeWhyCommand } from './store-why.ts';

export function storeCommands(program: Command, config: () => Config, output: Output): void {
  const store = program.command('store').description('look after the store');
  storeCopyCommand(store, output);
  storeWhyCommand(store, config, output);

  store
    .command('backup')
    .description('copy the whole store into a new file, while the bot runs or not')
    .argument('<file>', 'where to; it must not exist yet')
    .action(async (file: string) => {
      const { storeFile } = config();
      const from = fileOf(storeFile);
      if (from === null) throw new CommandFailed('Cosmos DB keeps backups of its own; copy it with: samspil store copy.');
      const empty = await withStore(storeFile, (store) => emptiness(store, storeFile));
      if (empty) return output.say(`${empty} Nothing was copied.`);
      const store = openSqlite(from);
      try {
        await store.backup(file).catch((fault: Error) => {
          throw new CommandFailed(`The store was not copied: ${fault.message}.`);
        });
        output.say(`The store ${storeFile} is copied to ${file}.`);
      } finally {
        await store.close();
      }
    });
}
