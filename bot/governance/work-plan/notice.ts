import type { Charter } from '../charter/charter.ts';
import type { Command } from '../vocabulary/all.ts';
import type { Notice } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { WorkPlanEvent, WorkPlanState } from '../vocabulary/work-plan.ts';
import { planCase } from './work-plan.ts';

/** A work plan's card where the body meets, from the day it is proposed; what its thread said is drawn again with it. */
export function workPlanNotices(about: Stream, state: WorkPlanState, charter: Charter): readonly Notice[] {
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

/** Confirmed, it goes to the body above as a case that its keys have judged already. */
export function workPlanDemands(
  stream: Stream,
  event: WorkPlanEvent,
  before: WorkPlanState,
): readonly { readonly rule: string; readonly to: Stream; readonly command: Command }[] {
  if (event.type !== 'WorkPlanConfirmed') return [];
  const { laid, turns } = event;
  return [{ rule: 'goes-up', to: planCase(before), command: { type: 'RaiseJudged', body: before.body, from: stream, laid, turns } }];
}
