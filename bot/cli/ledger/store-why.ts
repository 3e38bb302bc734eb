import type { Command } from 'commander';
import type { Config } from '../../config.ts';
import type { StandingNotice, Store } from '../../store/store.ts';
import { CommandFailed, emptiness, withStore } from '../open.ts';
import type { Output } from '../output.ts';

export function storeWhyCommand(store: Command, config: () => Config, output: Output): void {
  store
    .command('why')
    .description('say of a card what it was drawn from, when it was last looked at, and when it will be again')
    .argument('<key>', 'a card by its key, such as meeting/<id>:meeting; or a stream, for the cards about it')
    .action(async (key: string) => {
      const { storeFile } = config();
      await withStore(storeFile, async (open) => {
        const empty = await emptiness(open, storeFile);
        if (empty) return output.say(empty);
        for (const line of await why(open, key)) output.say(line);
      });
    });
}

async function why(store: Store, key: string): Promise<readonly string[]> {
  const one = await store.notice(key);
  const cards = one
    ? [one]
    : (await store.noticesAbout(key as StandingNotice['notice']['about'])).filter(({ notice }) => notice.card !== 'page');
  if (cards.length === 0) throw new CommandFailed(`There is no card ${key}, and none about it.`);
  return cards.flatMap(lines);
}

function lines({ notice, state, place, error, edition, printed, watch, look }: StandingNotice): readonly string[] {
  const where = place ? `stands in the channel ${place.channel}, printed as edition ${printed} of ${edition}` : 'stands nowhere';
  const how = error === null ? state : `${state}, ${error}`;
  if (look === null) return [notice.key, `      ${where}; ${how}`, '      not looked at yet'];
  const again =
    look.staleAt === null ? 'when something it was drawn from changes' : `${new Date(look.staleAt).toISOString()} at the latest`;
  return [
    notice.key,
    `      ${where}; ${how}`,
    `      looked at: ${new Date(look.at).toISOString()}; again ${again}${look.closed ? '; it is over' : ''}`,
    `      drawn from:${watch.length === 0 ? ' nothing that can change' : ''}`,
    ...watch.toSorted().map((source) => `        ${source}`),
  ];
}
