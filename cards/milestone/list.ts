import { createHash } from 'node:crypto';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import {
  type Columns,
  fold,
  guessedColumns,
  type Known,
  type ListColumn,
  type ListedMilestone,
  listColumns,
  milestonesIn,
} from '../../bot/governance/milestone/list.ts';
import { type ListLine, type ListWrong, linesOf } from '../../bot/governance/milestone/list-rows.ts';
import { holdings } from '../../bot/governance/people/roles.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import type { Field } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { OpenForm, PlanFile } from './file.ts';

export const mostList = 4_000;
const most = { wrong: 8, lines: 12, columns: 20 };
const absent = 'absent';

/** A list that is pasted; then, of the one that was kept, which column is what, and what would come of it. */
export async function listForm(desk: Desk, file: PlanFile, form: 'list' | 'match', viewer: Viewer): Promise<OpenForm> {
  const { plan: text } = textIn(viewer.language);
  const kept = file.plan?.list ? ((await desk.words(streamOf('milestone-plan', file.body.body), file.plan.list)) ?? '') : '';
  const field: Field = { kind: 'text', id: 'list', label: text.fields.list, most: mostList, long: true, required: true, value: kept };
  const read = { title: text.buttons.read, verb: 'keep', sends: true } as const;
  if (form === 'list' || kept === '')
    return { question: text.ask.list, byWhen: text.note.list, parts: [], fields: [field], buttons: [read] };
  const lines = linesOf(kept);
  const [head] = 'wrong' in lines ? [] : lines;
  if ('wrong' in lines || !head) {
    const parts = [{ heading: text.wrong, lines: wrongLines('wrong' in lines ? lines.wrong : [], viewer.language) }];
    return { question: text.ask.list, byWhen: '', parts, fields: [field], buttons: [read] };
  }
  const picks = viewer.kind === 'person' ? viewer.picks : {};
  const columns = columnsIn((column) => picks[`column-${column}`] ?? '', head);
  const known = await knownTo(desk, file);
  const matched = milestonesIn(lines, columns, known);
  const carried = {
    shown: printed(
      known.people.map(({ name, person }) => [name, person]),
      cellsOf(lines, columns.owner),
    ),
    of: printed(
      known.milestones.map(({ deliverable, id }) => [deliverable, id]),
      cellsOf(lines, columns.deliverable),
    ),
  };
  return {
    question: text.ask.columns,
    byWhen: '',
    parts: [
      'wrong' in matched
        ? { heading: text.wrong, lines: wrongLines(matched.wrong, viewer.language) }
        : { heading: text.dryRun(matched.milestones.length), lines: milestoneLines(matched.milestones, viewer.language) },
    ],
    fields: [...columnFields(lines, columns, viewer.language), field],
    buttons: ['wrong' in matched ? [] : [{ title: text.buttons.take, verb: 'take', ...carried, sends: true } as const], [read]].flat(),
  };
}

/** Which column is what, as it was chosen; where nothing has been chosen yet, as the headings say. */
export function columnsIn(chosen: (column: ListColumn) => string, head: ListLine): Columns {
  const all = listColumns.map((column) => [column, chosen(column)] as const);
  if (all.every(([, at]) => at === '')) return guessedColumns(head);
  return Object.fromEntries(all.flatMap(([column, at]) => (/^\d{1,2}$/.test(at) ? [[column, Number(at)] as const] : [])));
}

/** Bodies and initiatives by the names of the model. */
export function namedInModel({ bodies, agreement }: Charter): Pick<Known, 'bodies' | 'initiatives'> {
  const parts = agreement.filter(({ kind }) => kind === 'initiative' || kind === 'solution');
  return {
    bodies: bodies.filter(({ outside }) => !outside).map(({ id, name, aliases }) => ({ id, names: [...Object.values(name), ...aliases] })),
    initiatives: parts.map(({ id, name }) => ({ id, names: Object.values(name) })),
  };
}

/** What a button carries of a name: a short mark, the same however it is typed. */
export function marked(words: string): string {
  return createHash('sha256').update(fold(words)).digest('hex').slice(0, 10);
}

export function cellsOf([, ...lines]: readonly ListLine[], at: number | undefined): readonly string[] {
  return at === undefined ? [] : lines.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '');
}

/** Only of what stands in the list, so that a button stays small. */
function printed(known: readonly (readonly [string, string])[], cells: readonly string[]): string {
  const written = new Set(cells.map(marked));
  const marks = known.map(([words, stands]) => [marked(words), stands] as const).filter(([mark]) => written.has(mark));
  return [...new Map(marks)].map(([mark, stands]) => `${mark}=${stands}`).join(' ');
}

/** Those who sit in the body, and what stands in the plan already, which keeps its id and with it what has been answered. */
async function knownTo(desk: Desk, { body, today, plan }: PlanFile): Promise<Known> {
  const seated = [...new Set(holdings(desk.charter, body, today).map(({ appointment }) => desk.one(appointment.person)))];
  const all = [...(plan?.draft ?? []), ...(plan?.inForce ?? [])];
  return {
    ...namedInModel(desk.charter),
    people: await Promise.all(seated.map(async (person) => ({ person, name: await desk.name(person) }))),
    milestones: await Promise.all(
      all.map(async ({ id, deliverable }) => ({ id, deliverable: (await desk.words(deliverable.in, deliverable.text)) ?? '' })),
    ),
    newId: (line) => `line-${line}`,
    year: Number(today.slice(0, 4)),
  };
}

function columnFields(lines: readonly ListLine[], columns: Columns, language: Language): readonly Field[] {
  const { plan: text } = textIn(language);
  const headings = lines[0]?.cells ?? [];
  const places = headings
    .slice(0, most.columns)
    .map((heading, at) => ({ title: plain(text.columns.column(at + 1, heading), 40), value: String(at) }));
  return listColumns.map((column) => ({
    kind: 'one',
    id: `column-${column}`,
    label: text.columns.names[column],
    style: 'compact',
    value: String(columns[column] ?? absent),
    choices: [...places, { title: text.columns.none, value: absent }],
  }));
}

function wrongLines(wrong: readonly ListWrong[], language: Language): readonly string[] {
  const { plan: text, milestone } = textIn(language);
  const { shown, left } = shorten(wrong, most.wrong);
  const lines = shown.map(({ line, problem, what }) => text.wrongLine(line, text.problems[problem](problemWords(what, language))));
  return left > 0 ? [...lines, milestone.more(left)] : lines;
}

/** A column is called what its field is called. */
function problemWords(what: string, language: Language): string {
  const column = listColumns.find((each) => each === what);
  return column ? textIn(language).plan.columns.names[column] : plain(what, 60);
}

function milestoneLines(milestones: readonly ListedMilestone[], language: Language): readonly string[] {
  const { plan: text, milestone } = textIn(language);
  const { shown, left } = shorten(milestones, most.lines);
  const lines = shown.map(({ deliverable, due, guessed }) => {
    const day = guessed === null ? milestone.day(due) : text.guessed(plain(guessed, 30), milestone.day(due));
    return text.row(plain(deliverable, 60), day);
  });
  return left > 0 ? [...lines, milestone.more(left)] : lines;
}
