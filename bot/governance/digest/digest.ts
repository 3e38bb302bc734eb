import { Temporal } from 'temporal-polyfill';
import { isAnswered } from '../case/phases.ts';
import type { BodyId, Charter, ClauseId, IsoDate } from '../charter/charter.ts';
import { termsInForce } from '../charter/terms.ts';
import { dateAt } from '../time/calendar.ts';
import type { RaisedCase } from '../vocabulary/case/case.ts';
import type { CalledMeeting } from '../vocabulary/meeting.ts';
import type { RequestState } from '../vocabulary/request.ts';
import type { IsoInstant } from '../vocabulary/stream.ts';

/** What a body is told before a meeting: what those right under it have decided themselves, and what has been started, since the meeting before. */
export interface Digest {
  /** Oldest first. */
  readonly decided: readonly RaisedCase[];
  readonly started: readonly RequestState[];
}
interface Since {
  readonly from: IsoInstant;
  readonly until: IsoInstant;
}

/** The bodies whose terms on a date put them right under this one. */
export function bodiesRightUnder(charter: Charter, body: BodyId, date: IsoDate): readonly BodyId[] {
  return charter.bodies.flatMap(({ id }) => {
    const above = termsInForce(charter, id, date)?.above;
    return id !== body && above?.stated && above.value === body ? [id] : [];
  });
}

/** The clauses by which those under a body keep it informed. */
export function informingClauses(charter: Charter, body: BodyId, date: IsoDate): readonly ClauseId[] {
  const clauses = bodiesRightUnder(charter, body, date).flatMap((id) => {
    const terms = termsInForce(charter, id, date);
    const tells = (terms?.tells ?? []).filter((each) => each.body === body).map(({ clause }) => clause);
    const informs = (terms?.links ?? []).filter((each) => each.how === 'informs' && each.body === body).map(({ clause }) => clause);
    return [...tells, ...informs];
  });
  return [...new Set(clauses)];
}

/** From the meeting before it to its own beginning, so that nothing is told twice and nothing is left out; the first looks back a year. */
export function sinceLastMeeting(meeting: CalledMeeting, all: readonly CalledMeeting[]): Since {
  const starts = all
    .filter((each) => each.meeting !== meeting.meeting && each.phase !== 'cancelled')
    .map((each) => each.start)
    .filter((start) => Date.parse(start) < Date.parse(meeting.start))
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  const yearBefore = Temporal.Instant.from(meeting.start).subtract({ hours: 24 * 365 });
  return { from: starts.at(-1) ?? yearBefore.toString(), until: meeting.start };
}

export function digestOf(
  charter: Charter,
  meeting: CalledMeeting,
  { from, until }: Since,
  moved: { readonly cases: readonly RaisedCase[]; readonly requests: readonly RequestState[] },
): Digest {
  const under = bodiesRightUnder(charter, meeting.body, dateAt(charter, Temporal.Instant.from(meeting.start)));
  const within = ({ since }: { readonly since: IsoInstant }) =>
    Date.parse(since) >= Date.parse(from) && Date.parse(since) < Date.parse(until);
  const inOrder = <T extends { readonly since: IsoInstant }>(all: readonly T[]) =>
    all.filter(within).sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
  return {
    decided: inOrder(moved.cases.filter((each) => isDecided(each) && under.includes(each.at))),
    started: inOrder(moved.requests.filter((each) => isStarted(each) && (each.from === meeting.body || under.includes(each.from)))),
  };
}

function isDecided(state: RaisedCase): boolean {
  return isAnswered(state) && state.result.kind === 'decided' && state.result.body === state.at;
}

function isStarted({ phase }: RequestState): boolean {
  return phase === 'accepted' || phase === 'reported' || phase === 'closed' || phase === 'sent-back';
}
