import type { PersonKey } from './stream.ts';

/** The key of a person, of 24 random hexadecimal digits. */
export function personKey(random: string): PersonKey {
  return `p-${random}`;
}

/** What somebody sends may be no key. */
export function isPersonKey(words: string): words is PersonKey {
  return /^p-[0-9a-f]{24}$/.test(words);
}
