import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../charter/charter.ts';
import { dateAt, instantOf, isWorkingDay, mayPrompt } from '../time/calendar.ts';
import { type OccasionText, writeOccasion } from '../vocabulary/occasion.ts';
import type { IsoInstant } from '../vocabulary/stream.ts';
import { type AskedPrompt, askedPrompts } from '../vocabulary/turn.ts';

/** After this many working days without an answer: said by name, the deputy may act, the secretariat is told. Ours. */
export const silence = { reminded: 5, deputyActs: 10, secretariatTold: 15 } as const;

/** Working days without an answer after which each is said. */
export const askedAfter: Readonly<Record<AskedPrompt, number>> = {
  reminded: silence.reminded,
  deputy: silence.deputyActs,
  secretariat: silence.secretariatTold,
};
interface Asked {
  readonly since: IsoInstant;
  readonly dealtWith: readonly string[];
}

/** What is due to be said by now of something the chairs are asked. */
export function askedDue(
  charter: Charter,
  asked: Asked,
  now: Temporal.Instant,
): readonly { readonly prompt: AskedPrompt; readonly occasion: OccasionText<'experience-note' | 'flag-note'> }[] {
  if (!mayPrompt(charter, now)) return [];
  return occasions(charter, asked)
    .filter(({ at }) => now.epochMilliseconds >= at)
    .map(({ prompt, occasion }) => ({ prompt, occasion }));
}

/** When it is next due to be looked at, in milliseconds; null: never. */
export function askedDueAt(charter: Charter, asked: Asked): number | null {
  const times = occasions(charter, asked).map(({ at }) => at);
  return times.length === 0 ? null : Math.min(...times);
}

function occasions(charter: Charter, { since, dealtWith }: Asked) {
  return askedPrompts
    .map((prompt) => {
      const date = silentSince(charter, since, askedAfter[prompt]);
      const at = instantOf(charter, date, charter.collaboration.defaults.promptsFrom).epochMilliseconds;
      return { prompt, occasion: writeOccasion<'experience-note' | 'flag-note'>({ what: prompt, mark: date }), at };
    })
    .filter(({ occasion }) => !dealtWith.includes(occasion));
}

/** Working days from one date until another, the first not counted; days of holiday months do not count. */
export function daysOfSilence(charter: Charter, since: IsoInstant, now: Temporal.Instant): number {
  const last = Temporal.PlainDate.from(dateAt(charter, now));
  let day = Temporal.PlainDate.from(dateAt(charter, Temporal.Instant.from(since)));
  let days = 0;
  while (Temporal.PlainDate.compare(day, last) < 0) {
    day = day.add({ days: 1 });
    const holiday = charter.collaboration.calendar.holidayMonths.includes(day.month);
    if (!holiday && isWorkingDay(charter, day.toString())) days++;
  }
  return days;
}

/** The first date on which that many days of silence have passed. */
export function silentSince(charter: Charter, since: IsoInstant, days: number): IsoDate {
  let day = Temporal.PlainDate.from(dateAt(charter, Temporal.Instant.from(since)));
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    const holiday = charter.collaboration.calendar.holidayMonths.includes(day.month);
    if (!holiday && isWorkingDay(charter, day.toString())) left--;
  }
  return day.toString();
}
