import { bodyName } from '../../../cards/kit/said.ts';
import { type Language, textIn } from '../../../cards/text/languages.ts';
import type { BodyId, IsoDate } from '../../governance/charter/charter.ts';
import { answeringBodies } from '../../governance/milestone/agree.ts';
import { rowStanding } from '../../governance/milestone/standing.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import type { FollowUpRow } from '../../governance/vocabulary/milestone/follow-up.ts';
import type { Milestone, MilestonePlanState } from '../../governance/vocabulary/milestone/plan.ts';
import type { Told } from '../../governance/vocabulary/request.ts';
import type { PersonKey, Stream } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import type { ListDeps } from './record.ts';

/** Each plan as it is in force and drafted, and where every milestone stands with each body that answers for it. `body` null: every plan. */
export async function describeMilestones(where: ListDeps, body: BodyId | null, language: Language): Promise<string[]> {
  const { store, charter, now, directory } = where;
  const today = dateAt(charter, now);
  const everyone = await directory.everyone();
  const plans = await Promise.all((await store.ofKind('milestone-plan')).map(async (stream) => (await store.recall(stream))?.state));
  const lines: string[] = [];
  for (const plan of plans) {
    if (plan?.kind !== 'milestone-plan' || (body !== null && plan.body !== body)) continue;
    lines.push(`${bodyName(charter, plan.body, language, today)} (${plan.body}): ${phaseOf(plan)}`);
    for (const each of inOrder(plan.inForce)) lines.push(...(await described(plan, each)));
    const changes = (plan.draft ?? []).filter((each) => !plan.inForce.some((was) => JSON.stringify(was) === JSON.stringify(each)));
    for (const each of inOrder(changes)) lines.push(`  drafted  ${each.due}  ${await words(each.deliverable)}${named(each.owner)}`);
  }
  return lines;

  async function described(plan: MilestonePlanState, milestone: Milestone): Promise<readonly string[]> {
    const bodies = answeringBodies(plan.body, [milestone]);
    const rows = await Promise.all(bodies.map((each) => rowOf(each, `${plan.body}.${milestone.id}`)));
    const head = `  ${milestone.due}  ${await words(milestone.deliverable)}${named(milestone.owner)}`;
    const stands = rows.map((row) => (row ? said(row, today) : 'not told yet'));
    if (milestone.carriedBy.length === 0) return [`${head}: ${stands[0] ?? ''}`];
    return [head, ...bodies.map((each, at) => `      ${each}: ${stands[at] ?? ''}`)];
  }

  function said(row: FollowUpRow, on: IsoDate): string {
    const stands = rowStanding(charter, row, on);
    const shown = textIn(language).milestone.standing[stands];
    if (stands === 'no-answer') return `${shown} (${row.askedOn ?? ''})`;
    if (stands === 'not-asked' || stands === 'withdrawn' || row.answer === null) return shown;
    const { expected, on: day, person } = row.answer;
    return `${shown}${expected === null ? '' : ` ${expected}`} (${day}${named(person)})`;
  }

  async function rowOf(of: BodyId, key: string): Promise<FollowUpRow | null> {
    const state = (await store.recall(streamOf('follow-up', of) satisfies Stream))?.state;
    return state?.kind === 'follow-up' ? (state.rows.find((row) => row.key === key) ?? null) : null;
  }

  async function words({ text, in: stream }: Told): Promise<string> {
    return (await store.texts(stream)).get(text.ref)?.words.replace(/\p{C}/gu, ' ') ?? '…';
  }

  function named(person: PersonKey | null): string {
    return person === null ? '' : `, ${everyone.get(person)?.name || person}`;
  }
}

function phaseOf({ phase, version, inForce, draft }: MilestonePlanState): string {
  const force = version === 0 ? 'no plan in force' : `version ${version}, ${inForce.length} in force`;
  if (phase === 'asked') return `${force}; a draft of ${draft?.length ?? 0} waits for the body's keys`;
  return phase === 'drafting' ? `${force}; a draft of ${draft?.length ?? 0}` : force;
}

function inOrder(milestones: readonly Milestone[]): readonly Milestone[] {
  return milestones.toSorted((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
}
