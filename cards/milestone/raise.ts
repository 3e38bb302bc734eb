import { Temporal } from 'temporal-polyfill';
import { isOver } from '../../bot/governance/case/phases.ts';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { workingDaysAfter } from '../../bot/governance/time/calendar.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import type { FollowUpRow } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { matterFields } from '../kit/matter.ts';
import { named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import type { Button, Field, Sheet, SheetPart } from '../kit/sheet.ts';
import { toldWords } from '../kit/told-words.ts';
import { openForm } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { answerLines, deliverableOf, type FollowFile } from './file.ts';

export const mostCase = { title: 200, account: 2_000, recommendations: 1_000 };

/** What is known of each milestone that needs attention. */
export async function attentionLines(desk: Desk, rows: readonly FollowUpRow[], language: Language): Promise<readonly SheetPart[]> {
  const { milestoneNote: text, milestone } = textIn(language);
  return Promise.all(
    rows.slice(0, mostParts).map(async (row): Promise<SheetPart> => {
      const expected = row.answer?.expected ?? null;
      return {
        heading: await deliverableOf(desk, row, language, 120),
        lines: [
          text.due(milestone.day(row.due), expected === null ? '' : milestone.day(expected)),
          ...(row.neededBy === null ? [] : [text.neededBy(milestone.day(row.neededBy))]),
          ...(row.attention === 'silent' ? [text.fact.silent(row.silentQuarters)] : await answerLines(desk, row, language)),
        ],
      };
    }),
  );
}
const mostParts = 6;

/** The button that begins a case, and which milestone it is about where there are several. */
export async function raisable(
  desk: Desk,
  rows: readonly FollowUpRow[],
  language: Language,
): Promise<{ readonly fields: readonly Field[]; readonly buttons: readonly Button[] }> {
  const { milestoneNote: text, plan } = textIn(language);
  const [first] = rows;
  if (!first) return { fields: [], buttons: [] };
  const raise = { title: text.raise, verb: 'open', open: 'raise' } as const;
  if (rows.length === 1) return { fields: [], buttons: [{ ...raise, of: first.key, sends: false }] };
  const choices = await Promise.all(rows.map(async (row) => ({ title: await deliverableOf(desk, row, language, 60), value: row.key })));
  return {
    fields: [{ kind: 'one', id: 'row', label: plan.fields.which, choices, style: 'compact', value: first.key }],
    buttons: [{ ...raise, sends: true }],
  };
}

/** Cases that would move one of these, and that are not over: nobody need raise another. */
export async function raisedFor(desk: Desk, plan: BodyId, rows: readonly FollowUpRow[]): Promise<readonly RaisedCase[]> {
  const about = (moves: RaisedCase['content']['moves']) =>
    rows.some(({ milestone }) => moves?.plan === plan && moves.milestone === milestone);
  return (await desk.cases(plan)).filter((each) => about(each.content.moves) && !isOver(each));
}

/** The case with its facts filled in and a proposed new date; or the draft that came of it. null: neither is open. */
export async function attentionForm(
  desk: Desk,
  follow: FollowFile,
  rows: readonly FollowUpRow[],
  viewer: Viewer,
): Promise<Partial<Sheet> | null> {
  const form = openForm(viewer, ['raise', 'raised']);
  if (form === null || viewer.kind === 'everyone') return null;
  const { language, picks } = viewer;
  const { milestoneNote: text, raise, back, milestone } = textIn(language);
  const leave: Button = { title: back, verb: 'view', sends: false };
  if (form === 'raised') {
    const id = picks.case ?? '';
    return {
      question: raise.drafted,
      buttons: [
        { title: raise.send, verb: 'send', of: id, sends: false },
        { title: raise.toCase, verb: 'case', of: id, sends: false },
        leave,
      ],
    };
  }
  const row = rows.find(({ key }) => key === (picks.row ?? picks.case));
  if (!row) return null;
  const what = await deliverableOf(desk, row, language, 120);
  return {
    question: text.ask,
    fields: [
      { kind: 'text', id: 'title', label: raise.titleField, most: mostCase.title, required: true, value: text.caseTitle(what) },
      {
        kind: 'text',
        id: 'account',
        label: raise.account,
        most: mostCase.account,
        long: true,
        required: false,
        value: (await facts(desk, follow, row, language)).join('\n'),
      },
      {
        kind: 'text',
        id: 'recommendations',
        label: raise.recommendations,
        most: mostCase.recommendations,
        long: true,
        required: true,
        value: text.recommend,
      },
      { kind: 'date', id: 'newDate', label: text.newDate, required: true, value: proposed(desk, follow, row) },
      ...matterFields({ kind: 'priority', weighs: [] }, language),
    ],
    missing: milestone.required,
    buttons: [{ title: raise.save, verb: 'draft', of: row.key, sends: true }, leave],
  };
}

async function facts(desk: Desk, { body, today }: FollowFile, row: FollowUpRow, language: Language): Promise<readonly string[]> {
  const { milestoneNote, milestone } = textIn(language);
  const { fact } = milestoneNote;
  const { answer } = row;
  const [who = ''] = answer === null ? [] : await named(desk, [answer.person]);
  const words = (text: 'why' | 'needs') => toldWords(desk, answer?.[text] ? { text: answer[text], in: answer.textsIn } : null, 400);
  const [why, needs] = await Promise.all([words('why'), words('needs')]);
  return [
    fact.at(shortBody(desk.charter, body.body, language, today)),
    fact.due(milestone.day(row.due)),
    ...(row.attention === 'silent' ? [fact.silent(row.silentQuarters)] : []),
    ...(answer ? [fact.said(who, milestone.standing[answer.status].toLocaleLowerCase(language), milestone.day(answer.on))] : []),
    ...(answer?.expected ? [fact.expected(milestone.day(answer.expected))] : []),
    ...(why ? [fact.why(why)] : []),
    ...(needs ? [fact.needs(needs)] : []),
    ...(row.neededBy === null ? [] : [fact.neededBy(milestone.day(row.neededBy))]),
  ];
}

/** The day it is expected, where that is still to come; else a month from the later of its due day and today. */
function proposed(desk: Desk, { today }: FollowFile, { answer, due }: FollowUpRow): string {
  const expected = answer?.expected ?? '';
  if (expected > due && expected > today) return expected;
  const later = Temporal.PlainDate.from(due > today ? due : today).add({ months: 1 });
  return workingDaysAfter(desk.charter, later.subtract({ days: 1 }).toString(), 1);
}
