import type { Refusal } from '../../bot/governance/vocabulary/refusal.ts';

/** An address that somebody wrote, if it can be opened from a card: https only, with nobody's name or password in it. */
export function linkIn(words: string): string | Refusal {
  const url = URL.canParse(words) ? new URL(words) : null;
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : { refused: 'not-a-link' };
}
