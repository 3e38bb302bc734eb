import type { Demand } from '../vocabulary/errand.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { WorkPlanEvent, WorkPlanState } from '../vocabulary/work-plan.ts';
import { planCase } from './work-plan.ts';

/** Confirmed, it goes to the body above as a case that its keys have judged already. */
export function workPlanDemands(stream: Stream, event: WorkPlanEvent, before: WorkPlanState): readonly Demand[] {
  if (event.type !== 'WorkPlanConfirmed') return [];
  const { laid, turns } = event;
  return [{ rule: 'goes-up', to: planCase(before), command: { type: 'RaiseJudged', body: before.body, from: stream, laid, turns } }];
}
