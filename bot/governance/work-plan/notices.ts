import type { Charter } from '../charter/charter.ts';
import { type Notice, standing, standingFor } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { WorkPlanEvent, WorkPlanState } from '../vocabulary/work-plan.ts';

/** A work plan's card where the body meets, from the day it is proposed; what its thread said is drawn again with it. */
export function workPlanNotices(about: Stream, _event: WorkPlanEvent, state: WorkPlanState, charter: Charter): readonly Notice[] {
  if (state.laid === null) return [];
  const { body } = state;
  const card = standing('work-plan', about, { body });
  const notes = state.prompted.map(({ prompt, occasion }) =>
    prompt === 'secretariat'
      ? standingFor('work-plan-note', about, { body: charter.collaboration.secretariat }, occasion)
      : { ...standingFor('work-plan-note', about, { body }, occasion), under: card.key },
  );
  return [card, ...notes];
}
