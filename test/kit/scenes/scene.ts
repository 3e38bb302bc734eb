import type { Asking, Rung } from '../../../bot/governance/vocabulary/ask/ask.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { Stream } from '../../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';

/** A card in one state, as one viewer sees it. */
export interface CardScene {
  readonly card: CardName;
  readonly state: string;
  readonly about: Stream;
  readonly occasion: string | null;
  readonly viewer: Viewer;
  readonly desk: Desk;
}

/** As it is when nobody has answered for so many working days and that has been said. */
export function afterReminder<S extends object>(state: S, ask: string, rung: Rung, on: string): S & Asking {
  return { ...state, asks: { reminded: [{ ask, rung, on }], over: [] } };
}
