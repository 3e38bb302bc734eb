import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { nextQuarterDay, promptDaysAfter, quarterDay } from '../milestone/check-in-dates.ts';
import { dateAt, instantOf, mayPrompt } from '../time/calendar.ts';
import { dayAfter, type Quarter, quarterOf } from '../time/periods.ts';
import type { BodyState } from '../vocabulary/body.ts';
import { bodiesUnder } from './status.ts';

type Saying = Pick<BodyState, 'body' | 'channel' | 'statusSaid'>;

/** Days on which prompts go out, after the quarter's own, before the status is said. Ours. */
export const daysToAnswer = 10;

/** The quarter whose status is to be said now; null: nobody stands under it, it meets nowhere, or it has been said. */
export function statusToSay(charter: Charter, body: Saying, now: Temporal.Instant): Quarter | null {
  const today = dateAt(charter, now);
  if (body.channel === null || !mayPrompt(charter, now) || bodiesUnder(charter, body.body, today).length === 0) return null;
  const asked = quarterDay(charter, today);
  const quarter = quarterOf(asked);
  if (today < sayingDay(charter, asked)) return null;
  return body.statusSaid === null || body.statusSaid < quarter ? quarter : null;
}

/** When it may next be due to be said, in milliseconds; null: never, as the model stands. */
export function nextStatusAt(charter: Charter, { body, channel, statusSaid }: Saying): number | null {
  if (channel === null || !charter.bodies.some(({ terms }) => terms.some(({ above }) => above.stated && above.value === body))) return null;
  const first = statusSaid === null ? firstTerms(charter) : Temporal.PlainDate.from(dayAfter(statusSaid)).subtract({ days: 1 }).toString();
  const asked = nextQuarterDay(charter, first);
  return instantOf(charter, sayingDay(charter, asked), charter.collaboration.defaults.promptsFrom).epochMilliseconds;
}

function sayingDay(charter: Charter, asked: IsoDate): IsoDate {
  return promptDaysAfter(charter, asked, daysToAnswer);
}

function firstTerms({ bodies }: Charter): IsoDate {
  return bodies.flatMap(({ terms }) => terms.map(({ from }) => from)).sort()[0] ?? '2000-01-01';
}
