import type { BodyId } from '../charter/charter.ts';
import { awayFrom, type Notice, standingFor } from '../vocabulary/notice.ts';
import type { RequestEvent, RequestState } from '../vocabulary/request.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** A request's card where the body meets that orders it, and, once it is ordered, where the one does that is to do it, whoever answers for them. */
export function requestNotices(about: Stream, event: RequestEvent, state: RequestState): readonly Notice[] {
  const ordered = state.phase !== 'ordering' && state.phase !== 'withdrawn';
  const withdrawn = event.type === 'RequestWithdrawn' && state.edition > 1;
  return (ordered || withdrawn ? [state.from, state.to] : [state.from]).map((body) => card(about, state, body));
}

function card(about: Stream, { from }: RequestState, body: BodyId): Notice {
  return standingFor('request', about, { body }, awayFrom(from, body));
}
