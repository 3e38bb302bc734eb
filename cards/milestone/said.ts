import { hasNoAnswer } from '../../bot/governance/milestone/standing.ts';
import { waitedForIn } from '../../bot/governance/people/two-secretaries.ts';
import type { FollowUpRow } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import type { Milestone, MilestonePlanState } from '../../bot/governance/vocabulary/milestone/plan.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import type { SheetRow } from '../kit/sheet.ts';
import { toldWords } from '../kit/told-words.ts';
import { type Language, textIn } from '../text/languages.ts';
import { deliverableOf, type FollowFile, lineOf, type PlanFile, silentOwners } from './file.ts';

/** The plan in force as one table, a line for each milestone, with the bodies that carry it out in it. */
export async function planLines(desk: Desk, file: PlanFile, language: Language): Promise<readonly SheetRow[]> {
  const { plan, carried, body, today } = file;
  const name = (at: FollowFile) => (at.body.body === body.body ? '' : shortBody(desk.charter, at.body.body, language, today));
  const rows = carried.flatMap((at) => at.rows.map((row) => ({ row, where: name(at) })));
  const waiting = (plan?.inForce ?? []).filter(({ id }) => !rows.some(({ row }) => row.milestone === id));
  const milestones = Map.groupBy(rows.toSorted(byNeed), ({ row }) => row.milestone);
  const lines = await Promise.all([...milestones.values()].map((each) => carriedLine(desk, each, language)));
  return [...lines, ...(await Promise.all(waiting.map((each) => coming(desk, each, language))))];
}

/** A milestone wherever it is carried out: in one word where all say the same, else which of them say what. */
async function carriedLine(
  desk: Desk,
  rows: readonly { readonly row: FollowUpRow; readonly where: string }[],
  language: Language,
): Promise<SheetRow> {
  const { milestone: text } = textIn(language);
  const lines = await Promise.all(rows.map(async ({ row, where }) => ({ where, line: await lineOf(desk, row, language) })));
  const line = lines.toSorted((a, b) => urgency.indexOf(a.line.tone) - urgency.indexOf(b.line.tone))[0]?.line;
  if (!line) throw new Error('a milestone that nobody carries has no line');
  const said = [...Map.groupBy(lines, (each) => each.line.second)];
  const bodies = (of: typeof lines) =>
    of
      .map(({ where }) => where)
      .filter(Boolean)
      .join(', ');
  const first = bodies(lines) === '' ? line.first : text.at(line.first, bodies(lines));
  return {
    ...line,
    first,
    second:
      said.length === 1 ? line.second : said.map(([what, of]) => (bodies(of) === '' ? what : text.each(what, bodies(of)))).join(' · '),
  };
}
const urgency: readonly SheetRow['tone'][] = ['attention', 'warning', 'none', 'default', 'good', 'done'];

/** A draft as a table: what, who, and by when. */
export async function draftLines(desk: Desk, draft: readonly Milestone[], language: Language): Promise<readonly SheetRow[]> {
  const { milestone: text } = textIn(language);
  return Promise.all(
    draft
      .toSorted((a, b) => a.due.localeCompare(b.due))
      .map(async (each): Promise<SheetRow> => {
        const [owner = ''] = each.owner === null ? [] : await named(desk, [each.owner]);
        const bodies = each.carriedBy.map((id) => shortBody(desk.charter, id, language, each.due)).join(', ');
        const second = plain([owner, bodies].filter(Boolean).join(' · ') || text.nobody, 120);
        return { first: await deliverableOf(desk, each, language), second, third: text.day(each.due), tone: 'default' };
      }),
  );
}

/** What a draft changes in what is in force. */
export async function changeLines(desk: Desk, plan: MilestonePlanState, language: Language): Promise<readonly string[]> {
  const { plan: text, milestone } = textIn(language);
  const lines = (plan.draft ?? []).map(async (each) => {
    const name = await deliverableOf(desk, each, language);
    const was = plan.inForce.find(({ id }) => id === each.id);
    if (!was) return text.added(name, milestone.day(each.due));
    if (was.due !== each.due) return text.moved(name, milestone.day(was.due), milestone.day(each.due));
    return JSON.stringify(was) === JSON.stringify(each) ? '' : text.changed(name);
  });
  const out = plan.inForce
    .filter(({ id }) => !plan.draft?.some((each) => each.id === id))
    .map(async (each) => text.dropped(await deliverableOf(desk, each, language)));
  return (await Promise.all([...lines, ...out])).filter(Boolean);
}

/** Who has not answered, by the body they answer in. */
export async function silentLines(desk: Desk, file: PlanFile, language: Language): Promise<readonly string[]> {
  const { plan: text } = textIn(language);
  const lines = file.carried.map(async ({ rows, body }) => {
    if (!rows.some(hasNoAnswer)) return [];
    const names = await named(desk, silentOwners(desk, rows));
    return [text.silentLine(shortBody(desk.charter, body.body, language, file.today), names.join(', '))];
  });
  return (await Promise.all(lines)).flat();
}

/** Which version is in force, and why there is one. */
export async function versionSaid(desk: Desk, plan: MilestonePlanState | null, language: Language): Promise<string> {
  if (!plan || plan.version === 0) return '';
  return textIn(language).plan.version(plan.version, await toldWords(desk, plan.reason, 200));
}

/** Whose keys a proposed plan waits for. */
export function waitingKeys({ plan, around }: PlanFile) {
  if (plan?.phase !== 'asked') return null;
  return waitedForIn({ body: plan.body, since: plan.since, turns: plan.turns }, around);
}

export async function answersSaid(
  desk: Desk,
  about: Stream,
  turns: MilestonePlanState['turns'],
  language: Language,
): Promise<readonly string[]> {
  const { milestonePlan: text } = textIn(language);
  return Promise.all(
    turns.map(async ({ person, judgement }) => {
      const [name = ''] = await named(desk, [person]);
      return text.said(name, judgement.yes, await toldWords(desk, judgement.reason && { text: judgement.reason, in: about }, 300));
    }),
  );
}

/** In force, and not yet with the body that answers for it. */
async function coming(desk: Desk, each: Milestone, language: Language): Promise<SheetRow> {
  const { milestone: text } = textIn(language);
  return {
    first: await deliverableOf(desk, each, language),
    second: text.standing['not-asked'],
    third: text.day(each.due),
    tone: 'default',
  };
}

function byNeed(a: { readonly row: FollowUpRow }, b: { readonly row: FollowUpRow }): number {
  const done = ({ row }: { readonly row: FollowUpRow }) => (row.answer?.status === 'done' ? 1 : 0);
  return done(a) - done(b) || a.row.due.localeCompare(b.row.due);
}
