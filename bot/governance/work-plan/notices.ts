import { type Notice, standing } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { WorkPlanEvent, WorkPlanState } from '../vocabulary/work-plan.ts';

/** A work plan's card where the body meets, from the day it is proposed. */
export function workPlanNotices(about: Stream, _event: WorkPlanEvent, { laid, body }: WorkPlanState): readonly Notice[] {
  return laid === null ? [] : [standing('work-plan', about, { body })];
}
