import type { Charter } from '../charter/charter.ts';
import { termsInForce } from '../charter/terms.ts';
import { instantOf } from '../time/calendar.ts';
import { firstDayOf, promptDayFrom } from '../time/periods.ts';
import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { PortfolioState } from '../vocabulary/portfolio.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** Those who run a body that follows solutions see to it, once a quarter, that each is followed up; anybody in it may do it. */
export function portfolioAsks(about: Stream, state: PortfolioState, charter: Charter): readonly Ask[] {
  const { body, asked } = state;
  if (asked === null) return [];
  const day = promptDayFrom(charter, firstDayOf(asked));
  const followed = [...(termsInForce(charter, body, day)?.portfolio?.solutions ?? []), ...state.added.map(({ id }) => id)];
  const owed = followed.filter(
    (id) => state.progress[id] !== 'ended' && !state.followUps.some(({ solution, quarter }) => solution === id && quarter >= asked),
  );
  if (owed.length === 0) return [];
  const since = instantOf(charter, day, charter.collaboration.defaults.promptsFrom).toString();
  const under = `${about}:portfolio@${asked}`;
  return [askFor(about, 'portfolio', asked, { since, of: { role: 'runs', body }, ladder: 'again-15', where: body, under })];
}
