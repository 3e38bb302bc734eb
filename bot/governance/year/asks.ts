import { type Ask, askFor } from '../vocabulary/ask/ask.ts';
import type { Stream } from '../vocabulary/stream.ts';
import type { YearState } from '../vocabulary/year/year.ts';

/** The chairs are asked to confirm the dates. */
export function yearAsks(about: Stream, { phase, askedAt, body, turns }: YearState): readonly Ask[] {
  if (phase !== 'proposed') return [];
  const under = `${about}:year`;
  return [askFor(about, 'year', askedAt, { since: askedAt, of: { keys: body }, answered: turns, ladder: 'keys', where: body, under })];
}
