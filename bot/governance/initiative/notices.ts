import type { BodyId } from '../charter/charter.ts';
import type { InitiativeEvent, InitiativeState } from '../vocabulary/initiative.ts';
import { type Notice, standingFor, withinLimit } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** An initiative's card with its owner, with the clusters that take part and with whoever reports a number; a former owner's card says where it went. */
export function initiativeNotices(
  about: Stream,
  event: InitiativeEvent,
  { owner, clusters, indicators }: InitiativeState,
): readonly Notice[] {
  if (owner === null) return [];
  const former = event.type === 'InitiativeAssigned' && event.before !== null ? [card(about, event.before)] : [];
  const along = new Set([owner, ...clusters, ...indicators.map(({ reportedBy }) => reportedBy)]);
  return withinLimit([...[...along].map((body) => card(about, body)), ...former]);
}

function card(about: Stream, body: BodyId): Notice {
  return standingFor('initiative', about, { body }, { what: 'in', mark: body });
}
