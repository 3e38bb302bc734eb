import type { BodyId, Charter, IsoDate } from '../charter/charter.ts';
import { secretariatOf } from '../charter/terms.ts';
import { isServed } from '../people/two-secretaries.ts';
import { awayFrom, type Notice, standingFor } from '../vocabulary/notice.ts';
import type { RequestEvent, RequestState } from '../vocabulary/request.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** A request's card where it was ordered, and, once it has been, where it is to be done; what its thread said is drawn again with them. */
export function requestNotices(about: Stream, event: RequestEvent, state: RequestState, charter: Charter): readonly Notice[] {
  const bodies = state.phase === 'ordering' || state.phase === 'withdrawn' ? [state.from] : [state.from, state.to];
  const cards = bodies.map((body) => card(about, state, body, charter));
  const said = state.prompted.map((each) => note(about, state, charter, each));
  const news = event.type === 'RequestReported' || event.type === 'RequestSentBack' ? [newsOf(about, state, event.type, charter)] : [];
  const withdrawn = event.type === 'RequestWithdrawn' && state.edition > 1 ? [card(about, state, state.to, charter)] : [];
  return eachOnce([...cards, ...withdrawn, ...news, ...said]).slice(0, 30);
}

function card(about: Stream, { from, termsOn }: RequestState, body: BodyId, charter: Charter): Notice {
  return standingFor('request', about, { body: hears(charter, body, termsOn) }, awayFrom(from, body));
}

/** Where two secretaries answer for a body and no secretariat is stated, it is the collaboration's, and so is the channel. */
export function hears(charter: Charter, body: BodyId, date: IsoDate): BodyId {
  const alone = isServed(charter, body, date) && secretariatOf(charter, body, date) === null;
  return alone ? charter.collaboration.secretariat : body;
}

/** That nobody answers is said to the secretariat, everything else where it is waited for. */
function note(about: Stream, state: RequestState, charter: Charter, { prompt, occasion, body }: RequestState['prompted'][number]): Notice {
  const to = prompt === 'secretariat' ? charter.collaboration.secretariat : hears(charter, body, state.termsOn);
  const under = prompt === 'secretariat' ? null : card(about, state, body, charter).key;
  return { ...standingFor('request-note', about, { body: to }, occasion), under };
}

function newsOf(about: Stream, state: RequestState, type: 'RequestReported' | 'RequestSentBack', charter: Charter): Notice {
  const { key: under, to } = card(about, state, state.from, charter);
  const what = type === 'RequestReported' ? 'report' : 'back';
  return { ...standingFor('request-note', about, to, { what, mark: state.edition }), under };
}

function eachOnce(notices: readonly Notice[]): readonly Notice[] {
  return [...new Map(notices.map((each) => [each.key, each])).values()];
}
