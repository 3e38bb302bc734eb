import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import { now } from '../../scheduler/clock.ts';
import { type Config, ConfigWrong } from '../config.ts';
import { decidedNow } from '../decided-terms.ts';
import type { InLedger } from '../governance/charter/decided.ts';
import { localClock } from '../local-time.ts';
import { fileOf } from '../store/address.ts';
import { withStore } from './open.ts';

/** What holds for every command beside the files of the model: what has been decided, and which time it is. */
export interface BesideFiles extends InLedger {
  readonly now: Time;
}
export type Time = () => Temporal.Instant;

export const onlyFiles: BesideFiles = { decided: [], undone: {}, corrected: {}, now };

/** They look at the store as it is, whatever state it is in, or write files that any model begins with. */
export function goesAlone(command: Command): boolean {
  const group = command.parent?.name();
  return group === 'ledger' || group === 'store' || (group === 'model' && ['init', 'schema'].includes(command.name()));
}

/** Read from the store, where there is one: in local mode the bot's clock, which may have been moved, is the command line's too. */
export async function besideTheFiles(config: () => Config): Promise<BesideFiles> {
  try {
    const { storeFile, bot } = config();
    const file = fileOf(storeFile);
    if (file !== null && !existsSync(file)) return onlyFiles;
    return await withStore(storeFile, async (store) => {
      const time = bot.kind === 'local' ? await localClock(store, now) : now;
      return { ...(await decidedNow(store)), now: time };
    });
  } catch (fault) {
    if (fault instanceof ConfigWrong) return onlyFiles;
    throw fault;
  }
}
