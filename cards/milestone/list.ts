import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { linesOf } from '../../bot/files/lines.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { fold } from '../../bot/governance/lists/fold.ts';
import type { Fault, ListLine } from '../../bot/governance/lists/line.ts';
import { cellIn, type ListTable, type Pointed, tableOf } from '../../bot/governance/lists/table.ts';
import {
  type ListAround,
  type ListColumn,
  listCalled,
  listColumns,
  milestonesIn,
  neededColumns,
} from '../../bot/governance/milestone/list.ts';
import { listTrial, type StandingMilestone, type TriedMilestone } from '../../bot/governance/milestone/list-trial.ts';
import { holdings } from '../../bot/governance/people/roles.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import type { Field, SheetPart } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { faultSaid, trialParts } from '../lists/trial.ts';
import { type Language, textIn } from '../text/languages.ts';
import type { OpenForm, PlanFile } from './file.ts';

export const mostList = 4_000;
const most = { wrong: 8, line: 300, lines: 12, columns: 20 };
const absent = 'absent';

/** A list that is pasted; then, of the one that was kept, which column is what, and what would come of it. */
export async function listForm(desk: Desk, file: PlanFile, form: 'list' | 'match', viewer: Viewer): Promise<OpenForm> {
  const { language } = viewer;
  const { plan: text } = textIn(language);
  const kept = file.plan?.list ? ((await desk.words(streamOf('milestone-plan', file.body.body), file.plan.list)) ?? '') : '';
  const field: Field = { kind: 'text', id: 'list', label: text.fields.list, most: mostList, long: true, required: true, value: kept };
  const read = { title: text.buttons.read, verb: 'keep', sends: true } as const;
  if (form === 'list' || kept === '')
    return { question: text.ask.list, byWhen: text.note.list, parts: [], fields: [field], buttons: [read] };
  const picks = viewer.kind === 'person' ? viewer.picks : {};
  const lines = linesOf(kept);
  const pointed = 'wrong' in lines ? {} : pointedOut((column) => picks[`column-${column}`] ?? '', lines.lines);
  const table = 'wrong' in lines ? lines : tableOf(lines.lines, listCalled, neededColumns, pointed);
  if ('wrong' in table) {
    const fields = 'wrong' in lines ? [] : columnFields(headOf(lines.lines), {}, language);
    return {
      question: text.ask.list,
      byWhen: '',
      parts: [{ heading: text.wrong, lines: faultLines(table.wrong, language).map((line) => plain(line, most.line)) }],
      fields: [...fields, field],
      buttons: [read],
    };
  }
  const whole = picks.whole === 'whole';
  const { known, standing } = await knownTo(desk, file);
  const trial = listTrial(milestonesIn(table, known), standing, whole);
  const carried = {
    shown: printed(
      known.people.map(({ name, person }) => [name, person]),
      cellsOf(table, 'owner'),
    ),
    of: [
      printed(
        known.milestones.map(({ deliverable, id }) => [deliverable, id]),
        [...cellsOf(table, 'deliverable'), ...cellsOf(table, 'waitsFor')].filter((cell) => !standing.some(({ words }) => words === cell)),
      ),
      printed(
        standing.map(({ words, milestone }) => [words, milestone.id]),
        [...cellsOf(table, 'deliverable'), ...cellsOf(table, 'waitsFor')],
        markedExactly,
      ),
    ]
      .filter((words) => words !== '')
      .join(' '),
  };
  const parts = trialParts(trial, language, (each) => milestoneSaid(each, language)).map(({ heading, lines: all }): SheetPart => {
    const { shown, left } = shorten(
      all.map((line) => plain(line, most.line)),
      most.lines,
    );
    return { heading, lines: left > 0 ? [...shown, textIn(language).milestone.more(left)] : shown };
  });
  const wrong = trial.faults.length > 0;
  const take = { title: text.buttons.take, verb: 'take', open: whole ? 'whole' : 'part', ...carried, sends: true } as const;
  return {
    question: text.ask.columns,
    byWhen: wrong ? text.wrong : '',
    parts,
    fields: [...columnFields(table.head, table.columns, language), wholeField(whole, language), field],
    buttons: wrong ? [read] : [take, read],
  };
}

/** Columns that were chosen by their place; where nothing has been chosen yet, as the headings say. */
export function pointedOut(chosen: (column: ListColumn) => string, lines: readonly ListLine[]): Pointed<ListColumn> {
  const { cells } = headOf(lines);
  const picked = listColumns.map((column) => [column, chosen(column)] as const).filter(([, at]) => at !== '');
  return Object.fromEntries(picked.map(([column, at]) => [column, at === absent ? '' : (cells[Number(at)] ?? '')])) as Pointed<ListColumn>;
}

/** Bodies and initiatives by the names of the model. */
export function namedInModel({ bodies, agreement }: Charter): Pick<ListAround, 'bodies' | 'initiatives'> {
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

/** The same of words that stand letter for letter: they need not be written anew. */
export function markedExactly(words: string): string {
  return createHash('sha256').update(`exactly|${words}`).digest('hex').slice(0, 10);
}

export function cellsOf(table: ListTable<ListColumn>, column: ListColumn): readonly string[] {
  return table.rows.map((row) => cellIn(table, row, column)).filter((cell) => cell !== '');
}

/** A milestone of a list in one line. */
export function milestoneSaid({ milestone, words }: TriedMilestone, language: Language): string {
  const { plan: text, date } = textIn(language);
  return text.row(words, date(Temporal.PlainDate.from(milestone.due)));
}

/** The line that the headings stand in: the first with something in more than one cell. */
function headOf(lines: readonly ListLine[]): ListLine {
  const full = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return full.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1) ?? full[0] ?? { line: 1, cells: [] };
}

/** Only of what stands in the list, so that a button stays small. */
function printed(known: readonly (readonly [string, string])[], cells: readonly string[], mark = marked): string {
  const written = new Set(cells.map(mark));
  const marks = known.map(([words, stands]) => [mark(words), stands] as const).filter(([each]) => written.has(each));
  return [...new Map(marks)].map(([each, stands]) => `${each}=${stands}`).join(' ');
}

/** Those who sit in the body, and what stands in the plan already, which keeps its id and with it what has been answered. */
async function knownTo(
  desk: Desk,
  { body, today, plan }: PlanFile,
): Promise<{ readonly known: ListAround; readonly standing: readonly StandingMilestone[] }> {
  const seated = [...new Set(holdings(desk.charter, body, today).map(({ appointment }) => desk.one(appointment.person)))];
  const worded = (milestones: readonly StandingMilestone['milestone'][]) =>
    Promise.all(
      milestones.map(async (milestone) => ({
        milestone,
        words: (await desk.words(milestone.deliverable.in, milestone.deliverable.text)) ?? '',
      })),
    );
  const standing = await worded(plan?.draft ?? plan?.inForce ?? []);
  const all = [...standing, ...(await worded(plan?.draft ? plan.inForce : []))];
  const known = {
    ...namedInModel(desk.charter),
    people: await Promise.all(seated.map(async (person) => ({ person, name: await desk.name(person) }))),
    milestones: all.map(({ milestone, words }) => ({ id: milestone.id, deliverable: words })),
    newId: (line: number) => `line-${line}`,
    year: Number(today.slice(0, 4)),
  };
  return { known, standing };
}

function columnFields({ cells }: ListLine, columns: Partial<Record<ListColumn, number>>, language: Language): readonly Field[] {
  const { plan: text } = textIn(language);
  const places = cells
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

function wholeField(whole: boolean, language: Language): Field {
  const { whole: text } = textIn(language).plan;
  const choices = [
    { title: text.part, value: 'part' },
    { title: text.all, value: 'whole' },
  ];
  return { kind: 'one', id: 'whole', label: text.label, style: 'compact', value: whole ? 'whole' : 'part', choices };
}

function faultLines(wrong: readonly Fault[], language: Language): readonly string[] {
  const { shown, left } = shorten(wrong, most.wrong);
  const lines = shown.map((each) => faultSaid(each, language));
  return left > 0 ? [...lines, textIn(language).milestone.more(left)] : lines;
}
