import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { openDirectory } from '../../directory.ts';
import type { Stream } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { type AnchorLine, anchorLines, checkLedger } from '../../view/ledger/ledger.ts';
import { type ShownEntry, showStream } from '../../view/ledger/show.ts';
import { CommandFailed, emptiness, withStore } from '../open.ts';
import type { Output } from '../output.ts';

export function ledgerCommands(program: Command, config: () => Config, output: Output): void {
  const ledger = program.command('ledger').description('read and check what is recorded');

  ledger
    .command('show')
    .description('print the entries of a stream, with names and texts that are not erased')
    .argument('[stream]', 'such as charter, persons, body/<id> or meeting/<id>; without one: the list of streams')
    .action(async (stream?: string) => {
      const { storeFile } = config();
      await withStore(storeFile, async (store) => {
        const empty = await emptiness(store, storeFile);
        if (empty) return output.say(empty);
        for (const line of await (stream === undefined ? listed(store) : shown(store, stream as Stream))) output.say(line);
      });
    });

  ledger
    .command('check')
    .description('verify every chain, make every snapshot again, and compare with the anchors')
    .option('--anchor <file>', 'lines that `ledger anchors` printed earlier, kept outside the store')
    .action(async ({ anchor }: { anchor?: string }) => {
      const { storeFile } = config();
      const lines = anchor === undefined ? [] : readAnchors(anchor);
      await withStore(storeFile, async (store) => {
        const empty = await emptiness(store, storeFile);
        if (empty && lines.length === 0) return output.say(empty);
        const { streams, entries, findings } = await checkLedger(store, lines);
        for (const finding of findings) output.say(finding.sentence);
        if (findings.length > 0) throw new CommandFailed(`${counted(findings.length, 'finding')} in ${counted(streams, 'stream')}.`);
        output.say(`${counted(streams, 'stream')}, ${counted(entries, 'entry', 'entries')}: every chain, snapshot and anchor is sound.`);
      });
    });

  ledger
    .command('anchors')
    .description('print the anchor lines, for a file kept outside the store')
    .action(async () => {
      const { storeFile } = config();
      await withStore(storeFile, async (store) => {
        const lines = await anchorLines(store);
        for (const line of lines) output.say(JSON.stringify(line));
        if (lines.length === 0) output.warn((await emptiness(store, storeFile)) ?? 'Nothing has been anchored yet.');
      });
    });
}

async function listed(store: Store): Promise<readonly string[]> {
  return (await store.heads(null, Number.MAX_SAFE_INTEGER)).map(({ stream, seq }) => `${stream}  ${counted(seq, 'entry', 'entries')}`);
}

async function shown(store: Store, stream: Stream): Promise<readonly string[]> {
  const everyone = await openDirectory(store).everyone();
  const entries = await showStream(store, stream, (person) => everyone.get(person)?.name || null);
  if (entries.length === 0) throw new CommandFailed(`There is no stream ${stream}. \`ledger show\` lists those there are.`);
  return entries.flatMap(lines);
}

function lines({ seq, at, by, cause, type, details }: ShownEntry): readonly string[] {
  const inside = Object.entries(details).map(
    ([name, value]) => `      ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return [`${String(seq).padStart(4)}  ${at}  ${type}${by === null ? '' : `  by ${by}`}`, ...inside, `      cause: ${cause}`];
}

const anchorLine = z.object({ at: z.string(), seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

function readAnchors(file: string): readonly AnchorLine[] {
  if (!existsSync(file)) throw new CommandFailed(`There is no file ${file}.`);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at): AnchorLine[] => (line.trim() === '' ? [] : [readAnchor(line, `${file} line ${at + 1}`)]));
  if (lines.length === 0) throw new CommandFailed(`${file} has no anchor line, so there is nothing to compare with.`);
  return lines;
}

function readAnchor(line: string, where: string): AnchorLine {
  const read = anchorLine.safeParse(parsed(line));
  if (!read.success) throw new CommandFailed(`${where} is no anchor line.`);
  return read.data;
}

/** Null: no JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
