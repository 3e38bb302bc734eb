import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import type { Config } from '../../config.ts';
import { openDirectory } from '../../directory.ts';
import type { Charter } from '../../governance/charter/charter.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import { begun } from '../../governance/vocabulary/all.ts';
import type { Stream } from '../../governance/vocabulary/stream.ts';
import { idIn, isStream, streamOf } from '../../governance/vocabulary/stream.ts';
import { openPagesPlace } from '../../pages-place.ts';
import type { Store } from '../../store/store.ts';
import { fileCase } from '../../view/case/filed.ts';
import { filedCasePage } from '../../view/case/filed-page.ts';
import { fileMeeting } from '../../view/meeting/filed.ts';
import { filedPage } from '../../view/meeting/filed-page.ts';
import { newsletter } from '../../view/meeting/newsletter.ts';
import { openPages } from '../../view/meeting/publish.ts';
import { collaborationIn, publishedMeetings, withoutAnyName } from '../../view/meeting/published.ts';
import { startedIn } from '../../view/meeting/started.ts';
import { bodyFrom, type CharterIn, dateFrom } from '../asked.ts';
import type { Time } from '../beside.ts';
import { CommandFailed, warnIfEmpty, withStore } from '../open.ts';
import type { Output } from '../output.ts';

/** What leaves the bot as files: for the record system, for the newsletter, and the published pages once more. */
export function fileCommands(program: Command, config: () => Config, output: Output, charterIn: CharterIn, now: Time): void {
  program
    .command('file')
    .description('write one folder for the record system: agenda, links to papers, decisions, ledger extract with its check')
    .argument('<what>', 'a meeting by its id or <body>/<date>, such as panel/2015-03-16, or a case by its number, such as "IT 2015-07"')
    .requiredOption('--journal <number>', "the journal number of the authority's case")
    .option('--to <folder>', 'where to; it must not exist yet; without it: data/filed/<meeting>')
    .action(async (what: string, { journal, to }: { journal: string; to?: string }) => {
      const charter = charterIn(config().seeds);
      await withStore(config().storeFile, async (store) => {
        const everyone = await openDirectory(store).everyone();
        const filing = { journal, now: now(), everyone };
        const about = await caseFrom(store, what);
        const filedCase = about && (await fileCase(store, charter, about, filing));
        if (filedCase)
          return keep(output, to, 'case', filedCase.case.id, journal, filedCase, filedCasePage(collaborationIn(charter), filedCase));
        const stream = await meetingFrom(store, charter, what);
        const filed = stream && (await fileMeeting(store, charter, stream, filing));
        if (!filed) throw new CommandFailed(`There is no meeting or case ${what}. \`ledger show\` lists those there are.`);
        keep(output, to, 'meeting', filed.meeting.id, journal, filed, filedPage(collaborationIn(charter), filed));
      });
    });

  program
    .command('newsletter')
    .description('draft in Danish what was decided and started, for a person to edit')
    .argument('<from>', 'the first day, 2015-03-01')
    .argument('<to>', 'the last day')
    .action(async (first: string, last: string) => {
      const [from, to] = [dateFrom(first), dateFrom(last)];
      if (to < from) throw new CommandFailed('Say two days, the earlier first, such as 2015-03-01 2015-03-31.');
      const charter = charterIn(config().seeds);
      await withStore(config().storeFile, async (store) => {
        await warnIfEmpty(store, config().storeFile, output);
        const { everyone } = openDirectory(store);
        const reading = { store, charter: () => charter, everyone };
        const begun = await Promise.all(
          (await startedIn(store, charter)).map(async ({ on, line }) => ({ on, line: await withoutAnyName(reading, line) })),
        );
        output.write(newsletter(charter, await publishedMeetings(reading), begun, from, to));
      });
    });

  program
    .command('pages')
    .description('write every published page again, after an erasure or into a new folder or container')
    .action(async () => {
      const { storeFile, seeds, pagesPlace, pagesUrl } = config();
      const charter = charterIn(seeds);
      await withStore(storeFile, async (store) => {
        await warnIfEmpty(store, storeFile, output);
        const { everyone } = openDirectory(store);
        const pages = openPages({ store, charter: () => charter, everyone, place: openPagesPlace(pagesPlace), url: pagesUrl });
        output.say(`${pagesPlace} has ${await pages.writeAll()} published meetings.`);
      });
    });
}

/** Writes the folder; a ledger that does not hold fails the command afterwards. */
function keep(
  output: Output,
  to: string | undefined,
  kind: 'meeting' | 'case',
  id: string,
  journal: string,
  filed: { readonly ledger: { readonly check: readonly string[] } },
  page: string,
): void {
  const folder = to ?? join('data', 'filed', id);
  if (existsSync(folder)) throw new CommandFailed(`${folder} is there already. Say another folder with --to.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${kind}.html`), page);
  writeFileSync(join(folder, `${kind}.json`), `${JSON.stringify(filed, null, 2)}\n`);
  output.say(`${folder} has ${kind}.html and ${kind}.json, for journal number ${journal}.`);
  const [broken] = filed.ledger.check;
  if (broken) throw new CommandFailed(broken);
}

/** A case by its number or its stream; null: there is none. */
async function caseFrom(store: Store, said: string): Promise<Stream | null> {
  const sought = said.toLocaleLowerCase();
  for (const stream of await store.ofKind('case')) {
    const state = begun((await store.recall(stream))?.state, 'case');
    if (stream === said || state?.number?.toLocaleLowerCase() === sought) return stream;
  }
  return null;
}

/** By its id, with or without `meeting/`, or by body and date; null: there is none. */
async function meetingFrom(store: Store, charter: Charter, said: string): Promise<Stream | null> {
  const [, name, date] = /^(.+)\/(\d{4}-\d\d-\d\d)$/.exec(said) ?? [];
  if (name === undefined || date === undefined) return streamOf('meeting', isStream(said) ? idIn(said, 'meeting') : said);
  const { id } = bodyFrom(charter, name);
  for (const stream of await store.ofBody('meeting', id, { openOnly: false })) {
    const state = begun((await store.recall(stream))?.state, 'meeting');
    if (state && dateAt(charter, Temporal.Instant.from(state.start)) === date) return stream;
  }
  return null;
}
