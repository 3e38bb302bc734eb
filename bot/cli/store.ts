import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { CommandFailed, emptiness, withStore } from './open.ts';
import { storeCopyCommand } from './store-copy.ts';

export function storeCommands(program: Command, config: () => Config): void {
  const store = program.command('store').description('look after the store');
  storeCopyCommand(store);

  store
    .command('backup')
    .description('copy the whole store into a new file, while the bot runs or not')
    .argument('<file>', 'where to; it must not exist yet')
    .action(async (file: string) => {
      const { storeFile } = config();
      await withStore(storeFile, async (open) => {
        const empty = await emptiness(open, storeFile);
        if (empty) return console.log(`${empty} Nothing was copied.`);
        await open.backup(file).catch((fault: Error) => {
          throw new CommandFailed(`The store was not copied: ${fault.message}.`);
        });
        console.log(`The store ${storeFile} is copied to ${file}.`);
      });
    });
}
