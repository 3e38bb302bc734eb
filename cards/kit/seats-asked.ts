import { awaited } from '../../bot/governance/people/awaited.ts';
import { openAsks } from '../../bot/governance/tables/asks.ts';
import type { AskingState } from '../../bot/governance/vocabulary/all.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Button } from '../anatomy/parts.ts';
import { textIn } from '../text/languages.ts';
import type { Desk, Viewer } from './card.ts';
import { aroundAsk } from './people.ts';

/**
 * The way to a body's seats, for whoever is asked because nobody who can answer is there: a key is never theirs to turn, and they see to it
 * that somebody holds it. `state`: of what the card is about.
 */
export async function seatsAsked(desk: Desk, about: Stream, state: AskingState, viewer: Viewer): Promise<readonly Button[]> {
  if (viewer.kind === 'everyone') return [];
  const person = desk.one(viewer.person);
  const bodies = await Promise.all(
    openAsks(about, state, desk.charter).map(async (ask): Promise<readonly string[]> => {
      if (!('keys' in ask.of)) return [];
      const { now, falls } = awaited(ask, await aroundAsk(desk, ask));
      return falls === 'secretariat' && now.includes(person) ? [ask.of.keys] : [];
    }),
  );
  return [...new Set(bodies.flat())]
    .slice(0, 1)
    .map((of) => ({ title: textIn(viewer.language).seats.fill, verb: 'seats', of, sends: false }));
}
