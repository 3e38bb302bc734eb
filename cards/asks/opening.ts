import { awaited } from '../../bot/governance/people/awaited.ts';
import { openAsks } from '../../bot/governance/tables/asks.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { AskingState } from '../../bot/governance/vocabulary/all.ts';
import { kindOf, type PersonKey, type Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk } from '../kit/card.ts';
import { aroundAsk } from '../kit/people.ts';

/** Whoever is asked in the thread of a card has their own view of it open by itself, before those who may only act on it. */
export function openToAsked(card: Card, key: string): Card {
  return {
    ...card,
    show: async (desk, about, occasion, viewer) => {
      const face = await card.show(desk, about, occasion, viewer);
      if (face === null || face.closed || viewer.kind !== 'everyone') return face;
      const asked = await askedUnder(desk, about, key);
      // Another order alone is no reason to send a card again.
      const known = new Set(face.viewers.slice(0, mostOpened));
      return asked.every((person) => known.has(person)) ? face : { ...face, viewers: [...new Set([...asked, ...face.viewers])] };
    },
  };
}

/** So many Teams takes. */
const mostOpened = 60;

async function askedUnder(desk: Desk, about: Stream, key: string): Promise<readonly PersonKey[]> {
  const state: AskingState | null = await desk.state(kindOf(about), about);
  if (state === null) return [];
  const today = () => dateAt(desk.charter, desk.now);
  const said = openAsks(about, state, desk.charter).filter(
    (ask) => ask.under === key && ask.ladder !== 'own' && (ask.said !== 'late' || ask.by === null || ask.by < today()),
  );
  const fallen = await Promise.all(said.map(async (ask) => awaited(ask, await aroundAsk(desk, ask)).now));
  return fallen.flat();
}
