import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { fileOf, StoreAddressWrong } from '../../store/address.ts';
import { CopyRefused, copyStore } from '../../store/copy.ts';
import { openStore } from '../../store/open.ts';
import { StoreUnavailable } from '../../store/store.ts';
import { CommandFailed } from '../open.ts';
import type { Output } from '../output.ts';

export function storeCopyCommand(store: Command, output: Output): void {
  store
    .command('copy')
    .description('move everything to another store, both ways, while the bot is stopped; run it again if it was cut off')
    .argument('<from>', 'a file of SQLite, or cosmos:https://<account>.documents.azure.com')
    .argument('<to>', 'the same; empty, or an earlier copy')
    .action(async (from: string, to: string) => {
      try {
        await copy(from, to, output);
      } catch (fault) {
        if (fault instanceof CopyRefused || fault instanceof StoreAddressWrong) throw new CommandFailed(`Not copied: ${fault.message}.`);
        if (fault instanceof StoreUnavailable) throw new CommandFailed(`Cut off: ${fault.message}. Run the same command again.`);
        throw fault;
      }
    });
}

async function copy(from: string, to: string, output: Output): Promise<void> {
  const file = fileOf(from);
  if (file !== null && !existsSync(file)) throw new CommandFailed(`Not copied: there is no file ${file}.`);
  const source = await openStore(from);
  try {
    const target = await openStore(to);
    try {
      const { streams, entries, outbox, records } = await copyStore(source, target);
      output.say(
        `Copied ${streams} streams with ${entries} entries, ${outbox} outbox items and ${records} records. Every chain was checked.`,
      );
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
