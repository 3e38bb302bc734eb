import { emptyBody } from '../../bot/governance/body/body.ts';
import type { BodyId, ClauseId, IsoDate } from '../../bot/governance/charter/charter.ts';
import { bodyOf, secretariatOf, termsInForce } from '../../bot/governance/charter/terms.ts';
import { answeringBodies } from '../../bot/governance/milestone/agree.ts';
import { mayAnswerRow } from '../../bot/governance/milestone/follow-up-answer.ts';
import { hasNoAnswer, rowStanding, type Standing } from '../../bot/governance/milestone/standing.ts';
import { servesHere } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { FollowUpRow, FollowUpState } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import type { Milestone, MilestonePlanState } from '../../bot/governance/vocabulary/milestone/plan.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { idIn, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Around } from '../../bot/governance/vocabulary/subject.ts';
import type { Tone } from '../anatomy/marks.ts';
import type { Desk } from '../kit/card.ts';
import { named } from '../kit/people.ts';
import type { Button, Field, SheetPart, SheetRow } from '../kit/sheet.ts';
import { toldWords } from '../kit/told-words.ts';
import { type Language, textIn } from '../text/languages.ts';

/** A body, and what the rules about its milestones look at. */
interface BodyFile {
  readonly today: IsoDate;
  readonly body: BodyState;
  readonly around: Pick<Around, 'charter' | 'now' | 'one' | 'body' | 'sectorOf'>;
}
/** What one body has to answer for. */
export interface FollowFile extends BodyFile {
  readonly state: FollowUpState | null;
  /** Rows that are still in a plan, the nearest first; what is done comes last. */
  readonly rows: readonly FollowUpRow[];
}
/** A body's plan, and its rows wherever they are carried out. */
export interface PlanFile extends BodyFile {
  /** null: nobody has written one. */
  readonly plan: MilestonePlanState | null;
  /** What each body that carries something of it has to answer for of it. */
  readonly carried: readonly FollowFile[];
}

/** A card is about a body, its plan or what it has to answer for; null: there is no such body. */
export function bodyAbout(desk: Desk, about: Stream): BodyId | null {
  const known = bodyOf(desk.charter, idIn(about, 'body', 'milestone-plan', 'follow-up'));
  return known && !known.outside ? known.id : null;
}

export async function followFile(desk: Desk, id: BodyId): Promise<FollowFile> {
  const [here, state] = await Promise.all([bodyFile(desk, id), desk.state('follow-up', streamOf('follow-up', id))]);
  const done = (row: FollowUpRow) => (row.answer?.status === 'done' ? 1 : 0);
  const rows = (state?.rows ?? [])
    .filter(({ withdrawn }) => !withdrawn)
    .toSorted((a, b) => done(a) - done(b) || a.due.localeCompare(b.due) || a.key.localeCompare(b.key));
  return { ...here, state, rows };
}

export async function planFile(desk: Desk, id: BodyId): Promise<PlanFile> {
  const [here, plan] = await Promise.all([bodyFile(desk, id), desk.state('milestone-plan', streamOf('milestone-plan', id))]);
  const carried = await Promise.all(answeringBodies(id, plan?.inForce ?? []).map((each) => followFile(desk, each)));
  return { ...here, plan, carried: carried.map((each) => ({ ...each, rows: each.rows.filter((row) => row.plan === id) })) };
}

async function bodyFile(desk: Desk, id: BodyId): Promise<BodyFile> {
  const today = dateAt(desk.charter, desk.now);
  const served = secretariatOf(desk.charter, id, today) ?? desk.charter.collaboration.secretariat;
  const [body, secretariat] = await Promise.all([desk.body(id), desk.body(served)]);
  const near = (each: BodyId) => (each === id ? body : each === served ? secretariat : emptyBody(each));
  const around = { charter: desk.charter, now: desk.now, one: desk.one, sectorOf: desk.sectorOf, body: near };
  return { today, body, around };
}

export async function deliverableOf(
  desk: Desk,
  { deliverable }: Pick<FollowUpRow | Milestone, 'deliverable'>,
  language: Language,
  most = 70,
) {
  return (await toldWords(desk, deliverable, most)) || textIn(language).milestone.untitled;
}

/** A row of the table: what, how it stands, and by when. An answer to an earlier question is not shown as today's. */
export async function lineOf(desk: Desk, row: FollowUpRow, language: Language, where = ''): Promise<SheetRow> {
  const { milestone: text } = textIn(language);
  const stands = rowStanding(desk.charter, row, dateAt(desk.charter, desk.now));
  const what = await deliverableOf(desk, row, language);
  const expected = stands !== 'done' && row.answer?.expected !== row.due ? (row.answer?.expected ?? null) : null;
  const day = expected === null ? '' : text.day(expected);
  return {
    first: where === '' ? what : text.at(what, where),
    second: standingSaid(row, stands, language),
    third: stands === 'done' ? text.doneOn(text.day(row.answer?.expected ?? row.due)) : text.due(text.day(row.due), day),
    tone: tones[stands],
  };
}

/** An earlier answer stands, with its day, until there is a newer one. */
function standingSaid({ answer }: FollowUpRow, stands: Standing, language: Language): string {
  const { milestone: text } = textIn(language);
  if (answer === null) return text.standing[stands];
  const before = text.standing[answer.status];
  if (stands === 'not-asked') return text.earlier(before, text.day(answer.on));
  return stands === 'no-answer' ? text.unansweredSince(before, text.day(answer.on)) : text.standing[stands];
}

/** How somebody may answer for a row: in their own name, or only by writing down what another said; null: not at all. */
export function answersAs({ state, around, body }: FollowFile, row: FollowUpRow, person: PersonKey): 'self' | 'secretary' | null {
  if (state !== null && mayAnswerRow(state, row, person, around)) return 'self';
  return servesHere(body.body, person, around) ? 'secretary' : null;
}

/** Owners of rows that wait for an answer, each person once. */
export function silentOwners(desk: Desk, rows: readonly FollowUpRow[]): readonly PersonKey[] {
  return [...new Set(rows.filter(hasNoAnswer).flatMap(({ owner }) => (owner === null ? [] : [desk.one(owner)])))];
}

/** What was last answered about a row, and what it needs. */
export async function answerLines(desk: Desk, { answer }: Pick<FollowUpRow, 'answer'>, language: Language): Promise<readonly string[]> {
  if (answer === null) return [];
  const { checkIn: text, milestone } = textIn(language);
  const [who = '', by = ''] = await named(desk, [answer.person, ...(answer.recordedBy === null ? [] : [answer.recordedBy])]);
  const status = milestone.standing[answer.status];
  const said = by === '' ? text.said(who, status, milestone.day(answer.on)) : text.saidFor(who, by, status, milestone.day(answer.on));
  const why = await toldWords(desk, answer.why && { text: answer.why, in: answer.textsIn }, mostSaid);
  const needs = await toldWords(desk, answer.needs && { text: answer.needs, in: answer.textsIn }, mostSaid);
  return [said, ...(why ? [text.whySaid(why)] : []), ...(needs ? [text.needsSaid(needs)] : [])];
}

const mostSaid = 400;

const tones: Readonly<Record<Standing, Tone>> = {
  follows: 'good',
  'at-risk': 'warning',
  late: 'attention',
  done: 'done',
  'no-answer': 'none',
  'not-asked': 'default',
  withdrawn: 'default',
};

const milestoneRules = ['plan-with-keys', 'asks-and-never-assumes', 'hears-what-is-late'];

/** The clauses by which a body has milestones to follow. */
export function milestoneClauses(desk: Desk, { body, today }: BodyFile): readonly ClauseId[] {
  const clauses = termsInForce(desk.charter, body.body, today)?.clauses ?? [];
  return clauses.flatMap(({ id, state }) => (state.kind === 'enforced' && milestoneRules.includes(state.by) ? [id] : []));
}

export interface OpenForm {
  readonly question: string;
  readonly byWhen: string;
  readonly parts: readonly SheetPart[];
  readonly fields: readonly Field[];
  readonly buttons: readonly Button[];
}
