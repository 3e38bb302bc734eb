import { bodyName, said } from '../../../cards/kit/said.ts';
import { namedInModel } from '../../../cards/milestone/list.ts';
import { textIn } from '../../../cards/text/languages.ts';
import type { Cells } from '../../files/cells.ts';
import type { BodyId } from '../../governance/charter/charter.ts';
import { answeringBodies } from '../../governance/milestone/agree.ts';
import { rowStanding } from '../../governance/milestone/standing.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import type { Milestone, MilestonePlanState } from '../../governance/vocabulary/milestone/plan.ts';
import type { ListDeps } from './record.ts';

/** The plans as they are written or in force, in the words a person reads, and so that they can be read in again. `body` null: every plan. */
export async function milestoneCells(where: ListDeps, body: BodyId | null): Promise<Cells> {
  const { store, charter, language, now, directory } = where;
  const { tables, milestone: text } = textIn(language);
  const today = dateAt(charter, now);
  const everyone = await directory.everyone();
  const { initiatives } = namedInModel(charter);
  const recalled = await Promise.all((await store.ofKind('milestone-plan')).map(async (stream) => (await store.recall(stream))?.state));
  const plans = recalled.flatMap((plan) => (plan?.kind === 'milestone-plan' && (body === null || plan.body === body) ? [plan] : []));
  const rows = (await Promise.all(plans.map(rowsOf))).flat();
  return body === null
    ? { head: [tables.plan, ...tables.milestones], rows }
    : { head: tables.milestones, rows: rows.map((row) => row.slice(1)) };

  async function rowsOf(plan: MilestonePlanState): Promise<readonly (readonly string[])[]> {
    const all = plan.draft ?? plan.inForce;
    const numbers = new Map(all.map(({ id }, at) => [id, String(at + 1)] as const));
    return Promise.all(
      all.map(async (each) => [
        bodyName(charter, plan.body, language, today),
        (await store.texts(each.deliverable.in)).get(each.deliverable.text.ref)?.words ?? '',
        each.due,
        each.from ?? '',
        each.owner === null ? '' : (everyone.get(each.owner)?.name ?? ''),
        initiatives.find(({ id }) => id === each.initiative)?.names[0] ?? each.initiative ?? '',
        each.dependsOn.map((id) => numbers.get(id) ?? '').join('; '),
        each.carriedBy.map(carrier).join('; '),
        numbers.get(each.id) ?? '',
        await stands(plan, each),
      ]),
    );
  }

  /** Several stand in one cell, so a name with a comma in it would be read as two. */
  function carrier(id: BodyId): string {
    const body = charter.bodies.find((each) => each.id === id);
    const name = body ? said(body.name, language, charter) : id;
    return /[,;/]/.test(name) ? id : name;
  }

  async function stands(plan: MilestonePlanState, milestone: Milestone): Promise<string> {
    const rows = await Promise.all(
      answeringBodies(plan.body, [milestone]).map(async (of) => {
        const state = (await store.recall(`follow-up/${of}`))?.state;
        const row = state?.kind === 'follow-up' ? state.rows.find(({ key }) => key === `${plan.body}.${milestone.id}`) : undefined;
        return row ? text.standing[rowStanding(charter, row, today)] : '';
      }),
    );
    return rows.filter((each) => each !== '').join('; ');
  }
}
