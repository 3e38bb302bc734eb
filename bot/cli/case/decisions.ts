import type { Command } from 'commander';
import { bodyName } from '../../../cards/kit/said.ts';
import type { Language } from '../../../cards/text/languages.ts';
import { nearest, textIn } from '../../../cards/text/languages.ts';
import type { Config } from '../../config.ts';
import { openDirectory } from '../../directory.ts';
import type { Cells } from '../../files/cells.ts';
import type { Charter } from '../../governance/charter/charter.ts';
import { type PersonKey, streamOf } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { decisionRegister, type RegisteredDecision } from '../../view/case/decisions.ts';
import { type FaceRead, facesRead } from '../../view/case/faces.ts';
import { bodyFrom, type CharterIn, languageFrom } from '../asked.ts';
import { CommandFailed, emptiness, withStore } from '../open.ts';
import type { Output } from '../output.ts';
import { isTable, type TableOptions, tableOptions, wordIn, writeCells } from '../write.ts';

interface DecisionOptions extends TableOptions {
  readonly card?: string;
  readonly language?: string;
}

/** The decision register: who, when, by which clause of which version of the terms, and what they had before them. */
export function decisionCommands(program: Command, config: () => Config, output: Output, charterIn: CharterIn): void {
  tableOptions(
    program
      .command('decisions')
      .description('print every decision in cases: who, when, by which clause and which terms, and on which words')
      .argument('[body]', 'its id, its name or another name it goes by; without it: every body')
      .option('--json', 'for another program to read'),
  )
    .option('--language <language>', 'of the table; one of the languages of the model')
    .option('--card <entry>', 'print what was read on the card when a decision was made: <case>#<entry>, both as the register has them')
    .action(async (name: string | undefined, options: DecisionOptions) => {
      const { json, card, language } = options;
      const table = isTable(options);
      const { seeds, storeFile } = config();
      const charter = charterIn(seeds);
      const body = name === undefined ? null : bodyFrom(charter, name).id;
      await withStore(storeFile, async (store) => {
        const everyone = await openDirectory(store).everyone();
        if (card !== undefined) {
          const read = await cardThen(store, charter, card, (person) => everyone.get(person)?.name || null);
          return output.say(json ? JSON.stringify(read, null, 2) : read.flatMap(faceLines).join('\n'));
        }
        const register = await decisionRegister(store, charter, (person) => everyone.get(person)?.name || null, body);
        if (json) return output.say(JSON.stringify(register, null, 2));
        const said = nearest(languageFrom(charter, language), 'da');
        if (table) return writeCells(output, decisionCells(charter, register, said), options);
        if (register.length === 0) return output.say((await emptiness(store, storeFile)) ?? 'No case has been decided yet.');
        for (const line of register.flatMap(linesOf)) output.say(line);
      });
    });
}

async function cardThen(
  store: Store,
  charter: Charter,
  said: string,
  nameOf: (person: PersonKey) => string | null,
): Promise<readonly FaceRead[]> {
  const [, id = '', entry = ''] = /^(?:case\/)?([a-z0-9.-]+)#(\d+)$/.exec(said) ?? [];
  const read = id === '' ? null : await facesRead(store, charter, streamOf('case', id), Number(entry), nameOf);
  if (!read) throw new CommandFailed(`There is no decision ${said}. \`decisions --json\` has the case and the entry of every decision.`);
  return read;
}

function faceLines({ name, says, at, words }: FaceRead): readonly string[] {
  const read = words === null ? ['What was on the card was not kept.'] : words.split('\n');
  return [`${at}  ${name}: ${says}`, ...read.map((line) => `      ${line}`)];
}

function linesOf(each: RegisteredDecision): readonly string[] {
  const persons = each.persons.map(({ seat, name, says, reason }) => `${name} (${seat}): ${says}${reason ? ` "${reason}"` : ''}`);
  const cards = [...new Set(each.persons.map(({ card }) => card))].filter(Boolean);
  return [
    `${each.at}  ${each.number || each.case}  ${each.body}: ${each.kind}${each.decision ? ` – ${each.decision}` : ''}`,
    `      ${each.title}`,
    ...persons.map((person) => `      ${person}`),
    ...(each.recordedBy ? [`      recorded by ${each.recordedBy}`] : []),
    `      clauses: ${[...each.clauses, ...(each.ours ? ['ours'] : [])].join(', ')}; terms from ${each.termsFrom} ${each.terms.slice(0, 12)}`,
    `      ${cards.join(', ') || 'no card'}, edition ${each.edition}, entry ${each.entry} ${each.hash.slice(0, 12)}`,
  ];
}

/** In the words a person reads; what a program needs besides is in --json. */
function decisionCells(charter: Charter, register: readonly RegisteredDecision[], language: Language): Cells {
  const { head, kinds, says } = textIn(language).tables.decisions;
  const rows = register.map((each) => [
    each.at.slice(0, 10),
    each.number,
    each.title,
    bodyName(charter, each.body, language, each.at.slice(0, 10)),
    kinds[each.kind],
    each.decision,
    each.persons.map((person) => `${person.name} (${person.seat}): ${wordIn(says, person.says)}`).join('; '),
    each.recordedBy,
    each.clauses.join(', '),
    each.termsFrom,
    each.case,
    String(each.entry),
  ]);
  return { head, rows };
}
