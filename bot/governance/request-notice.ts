import type { BodyId, Charter } from './charter.ts';
import type { Stream } from './model.ts';
import type { Notice } from './notice.ts';
import type { RequestEvent, RequestState } from './request.ts';

/** A request's card where it was ordered, and, once it has been, where it is to be done; what its thread said is drawn again with them. */
export function requestNotices(about: Stream, event: RequestEvent, state: RequestState, charter: Charter): readonly Notice[] {
  const bodies = state.phase === 'ordering' || state.phase === 'withdrawn' ? [state.from] : [state.from, state.to];
  const cards = bodies.map((body) => card(about, state, body));
  const said = state.prompted.map((each) => note(about, state, charter, each));
  const news = event.type === 'RequestReported' || event.type === 'RequestSentBack' ? [newsOf(about, state, event.type)] : [];
  const withdrawn = event.type === 'RequestWithdrawn' && state.edition > 1 ? [card(about, state, state.to)] : [];
  return eachOnce([...cards, ...withdrawn, ...news, ...said]).slice(0, 30);
}

/** The body whose channel a request's card of this occasion stands in. */
export function standsIn({ from, to }: RequestState, occasion: string | null): BodyId {
  return occasion?.endsWith(`in-${to}`) ? to : from;
}

function card(about: Stream, { from }: RequestState, body: BodyId): Notice {
  const occasion = body === from ? null : `in-${body}`;
  return { key: key(about, 'request', occasion), card: 'request', about, occasion, to: { body }, under: null, dueAt: null };
}

/** That nobody answers is said to the secretariat, everything else where it is waited for. */
function note(about: Stream, state: RequestState, charter: Charter, { prompt, occasion, body }: RequestState['prompted'][number]): Notice {
  const to = prompt === 'secretariat' ? charter.collaboration.secretariat : body;
  const under = to === body ? card(about, state, body).key : null;
  return { key: key(about, 'request-note', occasion), card: 'request-note', about, occasion, to: { body: to }, under, dueAt: null };
}

function newsOf(about: Stream, state: RequestState, type: 'RequestReported' | 'RequestSentBack'): Notice {
  const occasion = `${type === 'RequestReported' ? 'report' : 'back'}-${state.edition}`;
  const under = card(about, state, state.from).key;
  return { key: key(about, 'request-note', occasion), card: 'request-note', about, occasion, to: { body: state.from }, under, dueAt: null };
}

function key(about: Stream, name: string, occasion: string | null): string {
  return `${about}:${name}${occasion ? `@${occasion}` : ''}`;
}

function eachOnce(notices: readonly Notice[]): readonly Notice[] {
  return [...new Map(notices.map((each) => [each.key, each])).values()];
}
