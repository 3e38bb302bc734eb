import type { BodyId } from '../charter/charter.ts';
import { awayFrom, type Notice, standing, standingFor, turnedDownUnder, withinLimit } from '../vocabulary/notice.ts';
import type { Delegation, RequestEvent, RequestState } from '../vocabulary/request.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { kindOf } from '../vocabulary/stream.ts';

/**
 * A request's card where the body meets that orders it, and, once it is ordered, where the one does that is to do it, whoever answers for
 * them; once it is answered, those that were handed a part hear it in the thread of their part.
 */
export function requestNotices(about: Stream, event: RequestEvent, state: RequestState): readonly Notice[] {
  const ordered = state.phase !== 'ordering' && state.phase !== 'withdrawn';
  const withdrawn = event.type === 'RequestWithdrawn' && state.edition > 1;
  const cards = (ordered || withdrawn ? [state.from, state.to] : [state.from]).map((body) => card(about, state.from, body));
  const told = event.type === 'RequestReported' ? partsHear(about, state) : [];
  const down =
    event.type === 'QuestionTurnedDown'
      ? [turnedDownUnder(card(about, state.from, event.ask === 'order' ? state.from : state.to), event.at)]
      : [];
  return withinLimit([...cards, ...told, ...down]);
}

/** Each body once, also one that said no: it has been asked along the way. Those that have the request's own card read the answer there. */
function partsHear(about: Stream, { from, to, delegations }: RequestState): readonly Notice[] {
  const others = delegations.filter((each) => each.to !== from && each.to !== to);
  return [...new Map(others.map((each) => [each.to, each])).values()].map((part) => ({
    ...standingFor('request-note', about, { body: part.to }, { what: 'outcome', mark: null, in: part.to }),
    under: cardOf(part, to).key,
  }));
}

/** The card of a part: a request of its own, or a group that was set up for it. */
function cardOf({ child, to }: Delegation, from: BodyId): Notice {
  return kindOf(child) === 'request' ? card(child, from, to) : standing('group', child, { body: to });
}

function card(about: Stream, from: BodyId, body: BodyId): Notice {
  return standingFor('request', about, { body }, awayFrom(from, body));
}
