import type { IsoDate } from '../charter/charter.ts';
import type { Command } from '../vocabulary/all.ts';
import type { CaseState } from '../vocabulary/case.ts';
import type { RowTold } from '../vocabulary/follow-up.ts';
import type { Milestone, MilestonePlanEvent, MilestonePlanState } from '../vocabulary/milestone-plan.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { bodiesOf } from './agree.ts';

interface Demand {
  readonly rule: string;
  readonly to: Stream;
  readonly command: Command;
}

/** What is in force is told each body that answers for some of it; one that no longer does is told that nothing is left. */
export function planDemands(event: MilestonePlanEvent, before: MilestonePlanState): readonly Demand[] {
  if (event.type !== 'PlanInForce' && event.type !== 'MilestoneMoved') return [];
  const { milestones, version } = event;
  const plan = before.body;
  const bodies = new Set([...bodiesOf(plan, before.inForce), ...bodiesOf(plan, milestones)]);
  return [...bodies].map((body) => {
    const rows = milestones.filter((each) => bodiesOf(plan, [each]).includes(body)).map((each) => row(each, milestones));
    return { rule: `sets-milestones-${body}`, to: `follow-up/${body}`, command: { type: 'SetMilestones', plan, version, rows } };
  });
}

/** A decision in a case that is about a milestone moves it, with the case as the reason. */
export function caseMoves(stream: Stream, { content: { moves, title } }: CaseState): readonly Demand[] {
  if (!moves) return [];
  const { plan, milestone, due } = moves;
  const command = { type: 'MoveMilestone', milestone, due, case: stream, reason: { text: title, in: stream } } as const;
  return [{ rule: 'moves-milestone', to: `milestone-plan/${plan}`, command }];
}

function row({ id, deliverable, initiative, owner, from, due }: Milestone, plan: readonly Milestone[]): RowTold {
  return { milestone: id, deliverable, initiative, owner, from, due, neededBy: neededBy(plan, id) };
}

/** The earliest day on which something that depends on it is due. */
function neededBy(plan: readonly Milestone[], id: string): IsoDate | null {
  const days = plan.filter(({ dependsOn }) => dependsOn.includes(id)).map(({ due }) => due);
  return days.sort()[0] ?? null;
}
