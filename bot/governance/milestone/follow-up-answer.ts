import type { Charter, IsoDate } from '../charter/charter.ts';
import { holdings, isChair, isOfBody, seatsHeld } from '../people/roles.ts';
import { servesHere } from '../people/two-secretaries.ts';
import { dateAt } from '../time/calendar.ts';
import { isDate } from '../time/written.ts';
import type { BodyState } from '../vocabulary/body.ts';
import type { AnswerMilestone, FollowUpRow, FollowUpState, MilestoneAnswered, RowAnswer } from '../vocabulary/milestone/follow-up.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import type { Around } from '../vocabulary/subject.ts';
import { attentionOf } from './standing.ts';

export function decideRowAnswer(state: FollowUpState, command: AnswerMilestone, around: Around): readonly MilestoneAnswered[] | Refusal {
  const row = state.rows.find(({ key }) => key === command.row);
  if (!row) return { refused: 'no-such-milestone' };
  if (row.withdrawn) return { refused: 'milestone-withdrawn' };
  const speaker = whoSays(state, row, command.toldBy, around);
  if ('refused' in speaker) return speaker;
  const today = dateAt(around.charter, around.now);
  const said = whatIsSaid(row, command, today);
  if ('refused' in said) return said;
  const answer: RowAnswer = { ...said, textsIn: streamOf('follow-up', state.body), ...speaker, on: today, at: around.now.toString() };
  const before = row.answer;
  const corrects = before !== null && (row.askedOn === null || before.on >= row.askedOn);
  if (before && corrects && same(before, answer)) return [];
  return [{ type: 'MilestoneAnswered', v: 1, row: row.key, answer, corrects, attention: attentionOf(row, said) }];
}

export function evolveRowAnswer(state: FollowUpState, { row: key, answer, corrects, attention }: MilestoneAnswered): FollowUpState {
  const rows = state.rows.map((row) =>
    row.key === key ? { ...row, answer, corrections: corrects ? row.corrections + 1 : 0, silentQuarters: 0, attention } : row,
  );
  const row = rows.find((each) => each.key === key);
  return { ...state, rows, noted: row && attention !== null ? withNote(state.noted, row.plan, answer.on, [key]) : state.noted };
}

/** One note for each plan and day, with everything that came to it on that day. */
export function withNote(noted: FollowUpState['noted'], plan: string, on: IsoDate, rows: readonly string[]): FollowUpState['noted'] {
  const before = noted.find((each) => each.plan === plan && each.on === on);
  const note = { plan, on, rows: [...new Set([...(before?.rows ?? []), ...rows])] };
  return [...noted.filter((each) => each !== before), note].slice(-mostNoted);
}
const mostNoted = 8;

/** May answer for this row themselves. Where nobody sits in the body, that is whoever serves it. */
export function mayAnswerRow(
  state: FollowUpState,
  row: FollowUpRow,
  person: PersonKey,
  around: Omit<Around, 'by' | 'meetings' | 'dates'>,
): boolean {
  const body = around.body(state.body);
  const today = dateAt(around.charter, around.now);
  if (row.owner !== null && around.one(row.owner) === around.one(person)) return true;
  if (isChair(around.charter, body, person, today, around.one)) return true;
  if (row.owner !== null) return false;
  if (isUnseated(around.charter, body, today)) return servesHere(state.body, person, around);
  return seatsHeld(around.charter, body, person, today, around.one).length > 0;
}

/** Its terms may name no seats, or nobody has been given one. */
export function isUnseated(charter: Charter, body: BodyState, date: IsoDate): boolean {
  return holdings(charter, body, date).length === 0;
}

function whoSays(
  state: FollowUpState,
  row: FollowUpRow,
  toldBy: PersonKey | null,
  around: Around,
): Pick<RowAnswer, 'person' | 'recordedBy'> | Refusal {
  const by = around.by.kind === 'person' ? around.one(around.by.person) : null;
  if (by === null) return { refused: 'only-who-owns-it' };
  const said = toldBy === null ? null : around.one(toldBy);
  if (said === null || said === by)
    return mayAnswerRow(state, row, by, around) ? { person: by, recordedBy: null } : { refused: 'only-who-owns-it' };
  if (!servesHere(state.body, by, around)) return { refused: 'only-who-owns-it' };
  const today = dateAt(around.charter, around.now);
  const known = said === (row.owner && around.one(row.owner)) || isOfBody(around.charter, around.body(state.body), said, today, around.one);
  return known ? { person: said, recordedBy: by } : { refused: 'only-seat-holders' };
}

type Said = Pick<RowAnswer, 'status' | 'expected' | 'why' | 'needs'>;

function whatIsSaid(row: FollowUpRow, { status, expected, why, needs }: AnswerMilestone, today: IsoDate): Said | Refusal {
  if (expected !== null && !isDate(expected)) return { refused: 'not-a-date', field: 'expected' };
  switch (status) {
    case 'done':
      if (expected !== null && expected > today) return { refused: 'done-in-the-future' };
      return { status, expected: expected ?? today, why: null, needs: null };
    case 'follows':
      if (expected !== null && expected > row.due) return { refused: 'expected-after-due', due: row.due };
      return { status, expected, why: null, needs: null };
    case 'late':
      if (expected === null) return { refused: 'missing', field: 'expected' };
      if (expected <= row.due || expected < today) return { refused: 'expected-before-due', due: row.due };
      return explained({ status, expected, why, needs });
    case 'at-risk':
      return explained({ status, expected, why, needs });
  }
}

function explained(said: Said): Said | Refusal {
  if (said.why === null) return { refused: 'missing', field: 'why' };
  return said.needs === null ? { refused: 'missing', field: 'needs' } : said;
}

/** The same again on another day is an answer anew: it is still so. */
function same(a: RowAnswer, b: RowAnswer): boolean {
  const line = ({ status, expected, why, needs, person, recordedBy, on }: RowAnswer) =>
    JSON.stringify([status, expected, why?.mac, needs?.mac, person, recordedBy, on]);
  return line(a) === line(b);
}
