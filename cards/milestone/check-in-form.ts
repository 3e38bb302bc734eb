import { hasNoAnswer, rowStanding } from '../../bot/governance/milestone/standing.ts';
import { holdings } from '../../bot/governance/people/roles.ts';
import { servesHere } from '../../bot/governance/people/two-secretaries.ts';
import type { FollowUpRow } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { named } from '../kit/people.ts';
import type { Act, Button, Field, SheetPart } from '../kit/sheet.ts';
import { openForm } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { answerLines, answersAs, deliverableOf, type FollowFile } from './file.ts';

export const checkInMost = { why: 600, needs: 400 };
export const statuses = ['follows', 'at-risk', 'late', 'done'] as const;

export interface AnswerForm {
  readonly question: string;
  readonly byWhen: string;
  readonly parts: readonly SheetPart[];
  readonly fields: readonly Field[];
  readonly missing: string;
  readonly submit: Button;
}

/** The question to whoever may answer, and its buttons. */
export interface AnswerWhich {
  /** What is asked of one milestone, and its day; null: which of them has to be chosen first. */
  readonly asks: { readonly question: string; readonly byWhen: string; readonly row: string } | null;
  readonly fields: readonly Field[];
  readonly buttons: readonly Act[];
}

/** Which of the rows the viewer may answer for: one of their own that waits is answered by a press. null: there is none. */
export async function answerWhich(desk: Desk, file: FollowFile, viewer: Viewer): Promise<AnswerWhich | null> {
  if (viewer.kind === 'everyone') return null;
  const { checkIn: text, milestone } = textIn(viewer.language);
  const person = desk.one(viewer.person);
  const weight = (row: FollowUpRow) => (hasNoAnswer(row) ? 0 : 2) + (row.owner !== null && desk.one(row.owner) === person ? 0 : 1);
  const rows = file.rows.filter((row) => answersAs(file, row, person) !== null).toSorted((a, b) => weight(a) - weight(b));
  const [first] = rows;
  if (!first) return null;
  const own = answersAs(file, first, person) === 'self' && hasNoAnswer(first) ? first : null;
  const asks = own && {
    question: text.ask(await deliverableOf(desk, own, viewer.language, 120)),
    byWhen: text.due(milestone.day(own.due)),
    row: own.key,
  };
  const presses: readonly Button[] = own
    ? statuses.map((status) => ({
        title: text.short[status],
        verb: 'answer',
        of: own.key,
        picks: { status },
        aside: status === 'done',
        sends: false,
      }))
    : [];
  const title = rows.every((row) => row.answer !== null && !hasNoAnswer(row)) ? text.correct : text.answer;
  const open = { title: own ? text.longer : title, verb: 'open', open: 'answer' } as const;
  if (rows.length === 1) return { asks, fields: [], buttons: [...presses, { ...open, of: first.key, aside: own !== null, sends: false }] };
  const choices = await Promise.all(
    rows.slice(0, mostChoices).map(async (row) => ({
      title: milestone.at(
        await deliverableOf(desk, row, viewer.language, 60),
        milestone.standing[rowStanding(desk.charter, row, file.today)],
      ),
      value: row.key,
    })),
  );
  const which: Field = { kind: 'one', id: 'row', label: text.which, choices, style: 'compact', value: first.key };
  if (!own) return { asks, fields: [which], buttons: [{ ...open, sends: true }] };
  const submit: Button = { ...open, title, sends: true };
  return {
    asks,
    fields: [],
    buttons: [...presses, { title: text.longer, aside: true, writes: { note: '', fields: [which], missing: milestone.required, submit } }],
  };
}

/** More than this in one choice set is too much for a card; what waits comes first. */
const mostChoices = 50;

/** The form for one milestone, where the viewer has opened it: status and day, and for what is at risk or late a sentence and a need. */
export async function answerForm(desk: Desk, file: FollowFile, viewer: Viewer): Promise<AnswerForm | null> {
  const form = openForm(viewer, ['answer', 'why']);
  const row = form === null ? null : rowOpened(file, viewer);
  if (form === null || row === null || viewer.kind === 'everyone') return null;
  const { language, picks } = viewer;
  const { checkIn: text, milestone } = textIn(language);
  const question = text.ask(await deliverableOf(desk, row, language, 120));
  const asked = { question, byWhen: text.due(milestone.day(row.due)), missing: milestone.required };
  const submit = { title: text.send, verb: 'answer', of: row.key, sends: true } as const;
  const told = await toldByField(desk, file, row, desk.one(viewer.person), viewer);
  const status = statuses.find((each) => each === picks.status);
  if (form === 'why' && (status === 'at-risk' || status === 'late'))
    return {
      ...asked,
      parts: [{ heading: text.askWhy[status], lines: status === 'late' ? [text.seen] : [] }],
      fields: [
        { kind: 'date', id: 'expected', label: text.expected, value: picks.expected ?? '', required: status === 'late' },
        { kind: 'text', id: 'why', label: text.why, most: checkInMost.why, long: true, required: true, value: picks.why ?? '' },
        { kind: 'text', id: 'needs', label: text.needs, most: checkInMost.needs, long: true, required: true, value: picks.needs ?? '' },
        ...told,
      ],
      submit: { ...submit, open: 'why', shown: status },
    };
  return { ...asked, parts: await known(desk, row, language), fields: [...answerFields(language), ...told], submit };
}

/** The row a press named, where it is still in a plan and the viewer may answer for it. */
export function rowOpened(file: FollowFile, viewer: Viewer): FollowUpRow | null {
  if (viewer.kind === 'everyone') return null;
  const key = viewer.picks.row ?? viewer.picks.case ?? '';
  return file.rows.find((each) => each.key === key && answersAs(file, each, file.around.one(viewer.person)) !== null) ?? null;
}

/** The row a press named is still in a plan. */
export function isInPlan({ rows }: FollowFile, viewer: Viewer): boolean {
  return viewer.kind === 'person' && rows.some(({ key }) => key === (viewer.picks.row ?? viewer.picks.case));
}

function answerFields(language: Language): readonly Field[] {
  const { checkIn: text } = textIn(language);
  return [
    {
      kind: 'one',
      id: 'status',
      label: text.status,
      style: 'expanded',
      choices: statuses.map((each) => ({ title: text.choices[each], value: each })),
    },
    { kind: 'date', id: 'expected', label: text.day, value: '', required: false },
  ];
}

/** Whose words a secretary writes down. */
async function toldByField(desk: Desk, file: FollowFile, row: FollowUpRow, person: PersonKey, viewer: Viewer): Promise<readonly Field[]> {
  if (!servesHere(file.body.body, person, file.around)) return [];
  const { checkIn: text } = textIn(viewer.language);
  const seated = holdings(desk.charter, file.body, file.today).map(({ appointment }) => desk.one(appointment.person));
  const others = [...new Set([...(row.owner === null ? [] : [desk.one(row.owner)]), ...seated])].filter((each) => each !== person);
  const names = await named(desk, others.slice(0, mostPersons));
  const self = answersAs(file, row, person) === 'self' ? [{ title: text.myself, value: 'self' }] : [];
  const choices = [...self, ...names.map((title, at) => ({ title, value: others[at] ?? '' }))];
  const picked = viewer.kind === 'person' ? viewer.picks.toldBy : undefined;
  return choices.length === 0
    ? []
    : [{ kind: 'one', id: 'toldBy', label: text.toldBy, choices, style: 'compact', value: picked ?? choices[0]?.value ?? '' }];
}
const mostPersons = 40;

async function known(desk: Desk, row: FollowUpRow, language: Language): Promise<readonly SheetPart[]> {
  const { checkIn: text, milestone } = textIn(language);
  const latest = await answerLines(desk, row, language);
  return [
    { heading: '', lines: row.neededBy === null ? [] : [text.neededBy(milestone.day(row.neededBy))] },
    { heading: latest.length > 0 ? text.latest : '', lines: latest },
  ];
}
