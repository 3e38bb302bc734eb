import type { BodyId, Charter } from '../charter/charter.ts';
import { termsInForce } from '../charter/terms.ts';
import { firstDayOf, type Quarter } from '../time/periods.ts';
import { type Notice, standingFor } from '../vocabulary/notice.ts';
import type { PortfolioEvent, PortfolioState } from '../vocabulary/portfolio.ts';
import type { Stream } from '../vocabulary/stream.ts';

/** One card a quarter where the body meets, and one, for information, where the body above does; the last quarter's say that they are over. */
export function portfolioNotices(
  about: Stream,
  _event: PortfolioEvent,
  { body, asked, askedBefore }: PortfolioState,
  charter: Charter,
): readonly Notice[] {
  return [asked, askedBefore].flatMap((quarter) => {
    if (quarter === null) return [];
    const above = termsInForce(charter, body, firstDayOf(quarter))?.above;
    return [card(about, quarter, body, null), ...(above?.stated ? [card(about, quarter, above.value, above.value)] : [])];
  });
}

function card(about: Stream, quarter: Quarter, body: BodyId, away: BodyId | null): Notice {
  return standingFor('portfolio', about, { body }, { what: '', mark: quarter, in: away });
}
