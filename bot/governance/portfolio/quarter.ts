import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../charter/charter.ts';
import { bodyOf, termsInForce } from '../charter/terms.ts';
import { dateAt, instantOf, mayPrompt } from '../time/calendar.ts';
import { dayAfter, promptDayFrom, type Quarter, quarterOf } from '../time/periods.ts';
import type { BodyState } from '../vocabulary/body.ts';

/** The quarter a body must be asked about its solutions now; null: it follows none, meets nowhere, or has been asked. */
export function portfolioToAsk(charter: Charter, body: BodyState, now: Temporal.Instant): Quarter | null {
  const today = dateAt(charter, now);
  if (body.channel === null || !mayPrompt(charter, now) || !termsInForce(charter, body.body, today)?.portfolio) return null;
  const quarter = quarterOf(today);
  return body.portfolioAsked === null || body.portfolioAsked < quarter ? quarter : null;
}

/** When that may next be due, in milliseconds; null: never, as the terms stand. */
export function nextPortfolioAt(charter: Charter, body: BodyState): number | null {
  if (body.channel === null) return null;
  const versions = bodyOf(charter, body.body)?.terms ?? [];
  const earliest = body.portfolioAsked === null ? '' : dayAfter(body.portfolioAsked);
  const days = versions.flatMap((terms, at) => {
    if (!terms.portfolio) return [];
    const day = promptDayFrom(charter, earliest > terms.from ? earliest : terms.from);
    const replaced = versions[at + 1]?.from;
    return replaced === undefined || day < replaced ? [day] : [];
  });
  const [next] = days.sort();
  return next === undefined ? null : instantOf(charter, next, charter.collaboration.defaults.promptsFrom).epochMilliseconds;
}
