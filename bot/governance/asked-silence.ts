import type { Temporal } from 'temporal-polyfill';
import { instantOf, mayPrompt } from './calendar.ts';
import type { Charter } from './charter.ts';
import { silence, silentSince } from './keys.ts';
import type { IsoInstant } from './model.ts';

/** What is said when the chairs of a body have been asked and nobody answers: by name, the deputy may act, the secretariat hears. */
export const askedPrompts = ['reminded', 'deputy', 'secretariat'] as const;
export type AskedPrompt = (typeof askedPrompts)[number];

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
): readonly { readonly prompt: AskedPrompt; readonly occasion: string }[] {
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
      return { prompt, occasion: `${prompt}-${date}`, at };
    })
    .filter(({ occasion }) => !dealtWith.includes(occasion));
}
