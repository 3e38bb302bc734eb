import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { now } from '../../scheduler/clock.ts';
import type { Config } from '../config.ts';
import { openDirectory } from '../directory.ts';
import { dateAt } from '../governance/calendar.ts';
import type { Charter } from '../governance/charter.ts';
import type { Stream } from '../governance/model.ts';
import { isDate } from '../model/shape.ts';
import type { Store } from '../store/store.ts';
import { fileMeeting } from '../view/filed-meeting.ts';
import { filedPage } from '../view/filed-page.ts';
import { newsletter } from '../view/newsletter.ts';
import { openPages } from '../view/publish.ts';
import { collaborationIn, publishedMeetings } from '../view/published.ts';
import { bodyFrom, charterIn } from './asked.ts';
import { CommandFailed, withStore } from './open.ts';

/** What leaves the bot as files: for the record system, for the newsletter, and the published pages once more. */
export function fileCommands(program: Command, config: () => Config): void {
  program
    .command('file')
    .description('write one folder for the record system: agenda, links to papers, decisions, ledger extract with its check')
    .argument('<meeting>', 'its id, or <body>/<date>, such as panel/2015-03-16')
    .requiredOption('--journal <number>', "the journal number of the authority's case")
    .option('--to <folder>', 'where to; it must not exist yet; without it: data/filed/<meeting>')
    .action(async (meeting: string, { journal, to }: { journal: string; to?: string }) => {
      const charter = charterIn(config().seeds);
      await withStore(config().storeFile, async (store) => {
        const stream = await meetingFrom(store, charter, meeting);
        const everyone = await openDirectory(store).everyone();
        const filed = stream && (await fileMeeting(store, charter, stream, { journal, now: now(), everyone }));
        if (!filed) throw new CommandFailed(`There is no meeting ${meeting}. \`ledger show\` lists those there are.`);
        const folder = to ?? join('data', 'filed', filed.meeting.id);
        if (existsSync(folder)) throw new CommandFailed(`${folder} is there already. Say another folder with --to.`);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'meeting.html'), filedPage(collaborationIn(charter), filed));
        writeFileSync(join(folder, 'meeting.json'), `${JSON.stringify(filed, null, 2)}\n`);
        console.log(`${folder} has meeting.html and meeting.json, for journal number ${journal}.`);
        const [broken] = filed.ledger.check;
        if (broken) throw new CommandFailed(broken);
      });
    });

  program
    .command('newsletter')
    .description('draft in Danish what was decided and started, for a person to edit')
    .argument('<from>', 'the first day, 2015-03-01')
    .argument('<to>', 'the last day')
    .action(async (from: string, to: string) => {
      if (!isDate(from) || !isDate(to) || to < from)
        throw new CommandFailed('Say two days, the earlier first, such as 2015-03-01 2015-03-31.');
      const charter = charterIn(config().seeds);
      await withStore(config().storeFile, async (store) => {
        const { everyone } = openDirectory(store);
        process.stdout.write(newsletter(charter, await publishedMeetings({ store, charter: () => charter, everyone }), from, to));
      });
    });

  program
    .command('pages')
    .description('write every published page again, after an erasure or into a new folder')
    .action(async () => {
      const { storeFile, seeds, pagesFolder, pagesUrl } = config();
      const charter = charterIn(seeds);
      await withStore(storeFile, async (store) => {
        const { everyone } = openDirectory(store);
        const pages = openPages({ store, charter: () => charter, everyone, folder: pagesFolder, url: pagesUrl });
        console.log(`${pagesFolder} has ${await pages.writeAll()} published meetings.`);
      });
    });
}

/** By its id, with or without `meeting/`, or by body and date; null: there is none. */
async function meetingFrom(store: Store, charter: Charter, said: string): Promise<Stream | null> {
  const [, name, date] = /^(.+)\/(\d{4}-\d\d-\d\d)$/.exec(said) ?? [];
  if (name === undefined || date === undefined) return `meeting/${said.replace(/^meeting\//, '')}`;
  const { id } = bodyFrom(charter, name);
  for (const stream of await store.ofBody('meeting', id, { openOnly: false })) {
    const state = (await store.recall(stream))?.state;
    if (state?.kind === 'meeting' && dateAt(charter, Temporal.Instant.from(state.start)) === date) return stream;
  }
  return null;
}
