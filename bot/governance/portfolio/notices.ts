import type { BodyId, Charter } from '../charter/charter.ts';
import { termsInForce } from '../charter/terms.ts';
import { firstDayOf, type Quarter } from '../time/periods.ts';
import { type Notice, standingFor } from '../vocabulary/notice.ts';
import type { PortfolioEvent, PortfolioState } from '../vocabulary/portfolio.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { noMark } from './portfolio.ts';

/** One card a quarter where the body meets, and one, for information, where the body above does; the last quarter's say that they are over. Whoever said no hears what it is answered. */
export function portfolioNotices(
  about: Stream,
  event: PortfolioEvent,
  { body, asked, askedBefore, followUps }: PortfolioState,
  charter: Charter,
): readonly Notice[] {
  const cards = [asked, askedBefore].flatMap((quarter) => {
    if (quarter === null) return [];
    const above = termsInForce(charter, body, firstDayOf(quarter))?.above;
    return [card(about, quarter, body, null), ...(above?.stated ? [card(about, quarter, above.value, above.value)] : [])];
  });
  if (event.type !== 'NoAnswered' || event.of === event.person) return cards;
  const no = followUps.find((each) => each.solution === event.solution && each.person === event.of);
  if (!no) return cards;
  return [...cards, { ...standingFor('answer-note', about, { body }, { what: '', mark: noMark(no) }), under: cards[0]?.key ?? null }];
}

function card(about: Stream, quarter: Quarter, body: BodyId, away: BodyId | null): Notice {
  return standingFor('portfolio', about, { body }, { what: '', mark: quarter, in: away });
}
