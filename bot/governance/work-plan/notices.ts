import type { Charter } from '../charter/charter.ts';
import type { Notice } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { WorkPlanEvent, WorkPlanState } from '../vocabulary/work-plan.ts';

/** A work plan's card where the body meets, from the day it is proposed; what its thread said is drawn again with it. */
export function workPlanNotices(about: Stream, _event: WorkPlanEvent, state: WorkPlanState, charter: Charter): readonly Notice[] {
  if (state.laid === null) return [];
  const { body } = state;
  const card: Notice = { key: `${about}:work-plan`, card: 'work-plan', about, occasion: null, to: { body }, under: null, dueAt: null };
  const notes = state.prompted.map(({ prompt, occasion }): Notice => {
    const told = prompt === 'secretariat';
    const to = { body: told ? charter.collaboration.secretariat : body };
    return {
      key: `${about}:work-plan-note@${occasion}`,
      card: 'work-plan-note',
      about,
      occasion,
      to,
      under: told ? null : card.key,
      dueAt: null,
    };
  });
  return [card, ...notes];
}
