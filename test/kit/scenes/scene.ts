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
