import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import { secretariatOf } from '../charter/terms.ts';
import { isServed } from '../people/two-secretaries.ts';
import { awayFrom, type Notice, standingFor } from '../vocabulary/notice.ts';
import type { RequestEvent, RequestState } from '../vocabulary/request.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** A request's card where it was ordered, and, once it has been, where it is to be done. */
export function requestNotices(about: Stream, event: RequestEvent, state: RequestState, charter: Charter): readonly Notice[] {
  const ordered = state.phase !== 'ordering' && state.phase !== 'withdrawn';
  const withdrawn = event.type === 'RequestWithdrawn' && state.edition > 1;
  return (ordered || withdrawn ? [state.from, state.to] : [state.from]).map((body) => card(about, state, body, charter));
}

function card(about: Stream, { from, termsOn }: RequestState, body: BodyId, charter: Charter): Notice {
  return standingFor('request', about, { body: hears(charter, body, termsOn) }, awayFrom(from, body));
}

/** Where two secretaries answer for a body and no secretariat is stated, it is the collaboration's, and so is the channel. */
export function hears(charter: Charter, body: BodyId, date: IsoDate): BodyId {
  const alone = isServed(charter, body, date) && secretariatOf(charter, body, date) === null;
  return alone ? charter.collaboration.secretariat : body;
}
