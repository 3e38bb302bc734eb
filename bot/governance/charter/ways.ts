import type { BodyId, Charter, ClauseId, IsoDate } from './charter.ts';
import { termsInForce } from './terms.ts';

/** How a decision gets from a body to somebody who may take it, on a date. */
export interface Way {
  readonly body: BodyId;
  readonly date: IsoDate;
  /** `clause: null`: not stated, the collaboration's default. */
  readonly steps: readonly { readonly to: BodyId; readonly clause: ClauseId | null }[];
  /** The last on the way, if it may decide something itself; null: the way ends with nobody who may. */
  readonly decides: BodyId | null;
}

/** The way up from every body that has terms in force on a date, as far up as it goes. */
export function waysUp(charter: Charter, date: IsoDate): readonly Way[] {
  return charter.bodies.filter((body) => termsInForce(charter, body.id, date)).map((body) => way(charter, body.id, date));
}

/** The days on which some body's terms begin: between them no way changes. */
export function turningDays(charter: Charter): readonly IsoDate[] {
  return [...new Set(charter.bodies.flatMap(({ terms }) => terms.map(({ from }) => from)))].sort();
}

function way(charter: Charter, from: BodyId, date: IsoDate): Way {
  const steps: Way['steps'][number][] = [];
  let at = from;
  for (let next = nextStep(charter, at, date, []); next; next = nextStep(charter, at, date, [from, ...steps.map(({ to }) => to)])) {
    steps.push(next);
    at = next.to;
  }
  return { body: from, date, steps, decides: (termsInForce(charter, at, date)?.decides.length ?? 0) > 0 ? at : null };
}

/** What is above as stated; where nothing is and the body decides nothing either, the default way. null: the way ends here. */
function nextStep(charter: Charter, at: BodyId, date: IsoDate, been: readonly BodyId[]): Way['steps'][number] | null {
  const terms = termsInForce(charter, at, date);
  if (terms?.above.stated && !been.includes(terms.above.value)) return { to: terms.above.value, clause: terms.above.clause };
  if (terms && terms.decides.length > 0) return null;
  const to = charter.collaboration.defaults.wayUp.find((body) => body !== at && !been.includes(body));
  return to === undefined ? null : { to, clause: null };
}
