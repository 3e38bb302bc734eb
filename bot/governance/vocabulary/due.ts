import type { Command } from './all.ts';
import type { Occasioned, OccasionText } from './occasion.ts';

/** Something that is due: the command, and the occasion that names it, so that late or twice is the same occurrence. */
export interface Due {
  readonly occasion: OccasionText<Occasioned>;
  readonly command: Command;
}
