import type { IsoDate } from '../charter/charter.ts';
import type { Demand } from '../vocabulary/errand.ts';
import type { RowTold } from '../vocabulary/milestone/follow-up.ts';
import type { Milestone, MilestonePlanEvent, MilestonePlanState } from '../vocabulary/milestone/plan.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { streamOf } from '../vocabulary/stream.ts';
import { answeringBodies } from './agree.ts';

/** What is in force is told each body that answers for some of it; one that no longer does is told that nothing is left. */
export function planDemands(_stream: Stream, event: MilestonePlanEvent, before: MilestonePlanState): readonly Demand[] {
  if (event.type !== 'PlanInForce' && event.type !== 'MilestoneMoved') return [];
  const { milestones, version } = event;
  const plan = before.body;
  const bodies = new Set([...answeringBodies(plan, before.inForce), ...answeringBodies(plan, milestones)]);
  return [...bodies].map((body) => {
    const rows = milestones.filter((each) => answeringBodies(plan, [each]).includes(body)).map((each) => row(each, milestones));
    return { rule: 'sets-milestones', of: body, to: streamOf('follow-up', body), command: { type: 'SetMilestones', plan, version, rows } };
  });
}

function row({ id, deliverable, initiative, owner, from, due }: Milestone, plan: readonly Milestone[]): RowTold {
  return { milestone: id, deliverable, initiative, owner, from, due, neededBy: neededBy(plan, id) };
}

/** The earliest day on which something that depends on it is due. */
function neededBy(plan: readonly Milestone[], id: string): IsoDate | null {
  const days = plan.filter(({ dependsOn }) => dependsOn.includes(id)).map(({ due }) => due);
  return days.sort()[0] ?? null;
}
