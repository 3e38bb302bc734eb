import type { Charter, IsoDate } from '../charter/charter.ts';
import { termsInForce } from '../charter/terms.ts';
import { instantOf } from '../time/calendar.ts';
import { firstDayOf, promptDayFrom } from '../time/periods.ts';
import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { PortfolioState } from '../vocabulary/portfolio.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { noMark, openNoes } from './portfolio.ts';

/** Those who run a body that follows solutions see to it, once a quarter, that each is followed up; anybody in it may do it. Each no is theirs to answer. */
export function portfolioAsks(about: Stream, state: PortfolioState, charter: Charter): readonly Ask[] {
  const { body, asked } = state;
  if (asked === null) return [];
  const day = promptDayFrom(charter, firstDayOf(asked));
  const from = (date: IsoDate) => instantOf(charter, date, charter.collaboration.defaults.promptsFrom);
  const of = { role: 'runs', body } as const;
  const under = `${about}:portfolio@${asked}`;
  const noes = openNoes({ charter, now: from(day) }, state).map((no) =>
    askFor(about, 'portfolio-no', noMark(no), { since: from(no.on).toString(), of, where: body, under }),
  );
  const followed = [...(termsInForce(charter, body, day)?.portfolio?.solutions ?? []), ...state.added.map(({ id }) => id)];
  const owed = followed.filter(
    (id) => state.progress[id] !== 'ended' && !state.followUps.some(({ solution, quarter }) => solution === id && quarter >= asked),
  );
  if (owed.length === 0) return noes;
  return [askFor(about, 'portfolio', asked, { since: from(day).toString(), of, ladder: 'again-15', where: body, under }), ...noes];
}
