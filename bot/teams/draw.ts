import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Card, Desk, Viewer } from '../../cards/kit/card.ts';
import type { Drawn } from '../courier.ts';
import type { Directory } from '../directory.ts';
import { drawCard } from '../draw.ts';
import type { Stream } from '../governance/vocabulary/stream.ts';
import type { Store } from '../store/store.ts';

export interface OwnViewDeps {
  readonly store: Store;
  readonly directory: Directory;
  readonly desk: (now: Temporal.Instant) => Promise<Desk>;
  readonly now: () => Temporal.Instant;
}

/** A card as it stands now for a viewer, each time with a new form number; null: there is nothing (any more) to show. */
export async function drawOwnView(
  drawing: OwnViewDeps,
  card: Card,
  about: Stream,
  occasion: string | null,
  viewer: Viewer,
  alone: string | null = null,
): Promise<Drawn | null> {
  const { store, directory, now } = drawing;
  const desk = await drawing.desk(now());
  return drawCard({ store, directory, desk }, card, about, occasion, viewer, randomBytes(8).toString('hex'), alone);
}
