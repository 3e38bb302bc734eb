import type { BodyId } from '../charter/charter.ts';
import type { InitiativeEvent, InitiativeState } from '../vocabulary/initiative.ts';
import { type Notice, standingFor } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** An initiative's card with its owner; a former owner's card says where it went. */
export function initiativeNotices(about: Stream, event: InitiativeEvent, { owner }: InitiativeState): readonly Notice[] {
  if (owner === null) return [];
  const former = event.type === 'InitiativeAssigned' && event.before !== null ? [card(about, event.before)] : [];
  return [card(about, owner), ...former];
}

function card(about: Stream, body: BodyId): Notice {
  return standingFor('initiative', about, { body }, { what: 'in', mark: body });
}
