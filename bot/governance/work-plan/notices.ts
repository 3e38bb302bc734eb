import { type Notice, standing, turnedDownUnder } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { WorkPlanEvent, WorkPlanState } from '../vocabulary/work-plan.ts';

/** A work plan's card where the body meets, from the day it is proposed. */
export function workPlanNotices(about: Stream, event: WorkPlanEvent, { laid, body }: WorkPlanState): readonly Notice[] {
  if (laid === null) return [];
  const card = standing('work-plan', about, { body });
  return event.type === 'WorkPlanTurnedDown' ? [card, turnedDownUnder(card, event.at)] : [card];
}
