import type { Charter } from '../charter/charter.ts';
import type { GovernanceEvent, State } from '../vocabulary/all.ts';
import { type Notice, standingFor } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { isAskEvent } from './asking.ts';
import { rowOf } from './rows.ts';

/** The cards an event asks to be drawn or drawn again; whatever a subject is, the secretariat sees what was refused it elsewhere. */
export function noticesFor(stream: Stream, event: GovernanceEvent, state: State, charter: Charter): readonly Notice[] {
  if (event.type === 'ErrandRefused')
    return [standingFor('errand-refused', stream, { body: charter.collaboration.secretariat }, { what: '', mark: event.errand })];
  if (isAskEvent(event))
    return state.kind === 'meeting' ? rowOf('meeting').notices(stream, { type: 'MeetingShown', v: 1 }, state, charter) : [];
  return rowOf(state.kind).notices(stream, event, state, charter);
}
